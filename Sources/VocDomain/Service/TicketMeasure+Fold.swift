extension TicketMeasure {
  /// Folds a ticket's story. Definitions: first reply, next reply, resolution, reopening and transfer as in the
  /// report's legend; automatic replies end no wait; a call that was answered is a reply after its wait.
  public init(_ story: TicketStory) {
    self.init(
      ticketID: story.ticketID, customerID: story.customerID, channelID: story.channelID,
      createdAt: story.createdAt, isUnsolved: Ticket.Status.unsolved.contains(story.status))
    isSettled = story.isSettled
    var fold = Fold()
    for moment in story.facts { fold.take(moment, into: &self) }
    if resolution == nil, !isUnsolved, let solved = story.solvedAt {
      resolution = max(0, solved - story.createdAt)
    }
    if resolution == nil { pausedAt = fold.pendingSince }
    agentID = story.assigneeID ?? agentID
    isUnanswered = fold.customerBegan && replyRounds == 0
    lastWordAt = fold.lastWordAt ?? (fold.hasSpoken ? nil : createdAt)
  }

  /// What the fold knows between two facts.
  private struct Fold {
    var status = Ticket.Status.new
    var waitingSince: Instant?
    var pendingSince: Instant?
    var lastWasOurs = false
    var hasSpoken = false
    var customerBegan = false
    var lastWordAt: Instant?
    var isAssigned = false

    mutating func take(_ moment: TicketStory.Moment, into measure: inout TicketMeasure) {
      switch moment.fact {
      case .customerSaid: hear(at: moment.at)
      case .agentSaid(let agent):
        reply(at: moment.at, measure: &measure)
        measure.agentID = agent ?? measure.agentID
      case .botSaid: measure.botReplies += 1
      case .called(let call, let agent):
        take(call, at: moment.at, into: &measure)
        if call.disposition == .answered { measure.agentID = agent ?? measure.agentID }
      case .status(let status): move(to: status, at: moment.at, &measure)
      case .handedOff:
        measure.handOffs += 1
        isAssigned = true
      case .assigned: isAssigned = true
      case .queued: if isAssigned { measure.isTransferred = true }
      case .noReplyNeeded: waitingSince = nil
      }
    }

    private mutating func hear(at moment: Instant) {
      if !hasSpoken { (hasSpoken, customerBegan) = (true, true) }
      if waitingSince == nil { waitingSince = moment }
      lastWordAt = moment
      lastWasOurs = false
    }

    private mutating func reply(at moment: Instant, measure: inout TicketMeasure) {
      if let since = waitingSince {
        measure.nextReplies.append(Wait(at: since, seconds: max(0, moment - since)))
      }
      if measure.replyRounds == 0 && customerBegan {
        measure.firstReply = max(0, moment - measure.createdAt)
      }
      if !lastWasOurs { measure.replyRounds += 1 }
      (waitingSince, lastWasOurs, hasSpoken) = (nil, true, true)
    }

    private mutating func take(_ call: Call, at moment: Instant, into measure: inout TicketMeasure) {
      let isAnswered = call.disposition == .answered
      if call.transfers > 0 { measure.isTransferred = true }
      guard call.direction == .inbound else {
        if isAnswered {
          reply(at: moment, measure: &measure)
          lastWordAt = moment
        }
        return
      }
      hear(at: moment)
      let handle = [call.talk, call.hold, call.wrapUp].compactMap { $0 }
      if let wait = call.wait {
        measure.calls.append(
          CallWait(
            wait: Wait(at: moment, seconds: wait), isAnswered: isAnswered,
            handle: isAnswered && !handle.isEmpty ? handle.reduce(0, +) : nil))
      }
      guard isAnswered else { return }
      if let wait = call.wait {
        reply(at: moment + wait, measure: &measure)
      } else {
        // How long they waited nobody knows; that they were served, everybody does.
        waitingSince = nil
        measure.replyRounds += 1
        lastWasOurs = true
      }
    }

    private mutating func move(to next: Ticket.Status, at moment: Instant, _ measure: inout TicketMeasure) {
      let wasOver = status == .solved || status == .closed
      let isOver = next == .solved || next == .closed
      if status == .pending, let since = pendingSince, measure.resolution == nil {
        measure.pending += max(0, moment - since)
      }
      pendingSince = next == .pending ? moment : nil
      if isOver && !wasOver {
        if measure.resolution == nil { measure.resolution = max(0, moment - measure.createdAt) }
        waitingSince = nil
      } else if wasOver && !isOver {
        measure.reopens += 1
        measure.lastReopenedAt = moment
        if measure.reopenedAfter == nil, let solved = measure.solvedAt {
          measure.reopenedAfter = max(0, moment - solved)
        }
      }
      status = next
    }
  }
}
