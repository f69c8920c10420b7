public import VocDomain
import VocStore

/// The ends of a shift: what one hands over, and what awaits whoever starts.
extension Desk {
  /// Who gives what to whom.
  public struct HandOver: Sendable {
    public var agent: String
    /// Nil: nobody, so that the tickets go back to their queues.
    public var to: String?
    /// Only these; nil: all that the agent has unsolved.
    public var tickets: [Int64]?
    /// Put on each ticket.
    public var note: String?
    /// The agent goes offline.
    public var endsShift = true

    public init(of agent: String, to heir: String?) {
      self.agent = agent
      to = heir
    }
  }

  /// What became of a hand-over.
  public struct HandedOver: Sendable {
    public var agent: Agent
    public var to: Agent?
    /// As they are now, in the order of the page.
    public var lines: [ShiftLine]
    /// How many unsolved tickets the agent still has.
    public var left: Int
    public var wasOffline: Bool
  }

  /// Gives an agent's tickets to another, or back to their queues, in one act; then the agent goes offline.
  ///
  /// All of it or nothing. Undoing the act brings the tickets back, not the agent: where somebody is has no history.
  /// Throws `VocError.handOverToSelf`, `.notTheirs`.
  public func handOver(
    _ handOver: HandOver, within seconds: Int64, rehearsing: Bool = false
  ) throws -> HandedOver {
    func carryOut() throws -> HandedOver {
      let agent = try agent(named: handOver.agent)
      let heir = try handOver.to.map { try self.agent(named: $0) }
      if heir?.id == agent.id { throw VocError.handOverToSelf(agent.name) }
      let all = try shiftLines(of: [agent], within: seconds)
      let numbers = handOver.tickets ?? all.map(\.listed.ticket.id)
      try checkHolder(of: numbers, is: agent)
      let changes =
        [heir.map { .assign($0.name) } ?? TicketChange.release] + (handOver.note.map { [.note($0)] } ?? [])
      let changed = try perform(changes, on: numbers)
      let state = try store.profile(ofAgent: agent.id)?.state
      let wasOffline = state == AgentProfile.State.offline
      if handOver.endsShift && !wasOffline {
        _ = try setState(AgentProfile.State.offline, ofAgent: agent.name)
      }
      let tickets = Dictionary(changed.map { ($0.id, $0) }) { $1 }
      let lines = try all.compactMap { line -> ShiftLine? in
        guard let ticket = tickets[line.listed.ticket.id] else { return nil }
        var line = line
        (line.listed.ticket, line.listed.assignee) = (ticket, heir?.name)
        line.notes = try lastNotes(ofTicket: ticket.id)
        return line
      }
      return HandedOver(
        agent: agent, to: heir, lines: lines, left: all.count - lines.count, wasOffline: wasOffline)
    }
    return rehearsing ? try store.rehearsal(carryOut) : try store.transaction(carryOut)
  }

  private func checkHolder(of tickets: [Int64], is agent: Agent) throws {
    for id in tickets {
      let holder = try ticket(id).assigneeID
      if holder == agent.id { continue }
      throw VocError.notTheirs(
        ticket: id, agent: agent.name, holder: try holder.flatMap { try store.agent($0)?.name })
    }
  }

  /// Where an agent stands who starts.
  public struct StartedShift: Sendable {
    public var agent: Agent
    /// They were online already, and nothing was changed.
    public var wasOnline: Bool
    /// What was handed to them, what is urgent, what comes due today and who waits.
    public var lines: [ShiftLine]
    /// How many more unsolved tickets they have.
    public var others: Int
    /// Urgent tickets that nobody has.
    public var unassigned: TicketCount
  }

  /// The filter of the tickets that `StartedShift.unassigned` counts.
  public static let unassignedUrgent = "is:unassigned priority:urgent"

  /// Puts an agent online and tells what awaits them; once more changes nothing and tells it again.
  public func startShift(ofAgent name: String, within seconds: Int64) throws -> StartedShift {
    try store.transaction {
      let agent = try agent(named: name)
      let online = AgentProfile.State.online
      let wasOnline = try store.profile(ofAgent: agent.id)?.state == online
      if !wasOnline { _ = try setState(online, ofAgent: agent.name) }
      let all = try shiftLines(of: [agent], within: seconds, tellsHanded: true)
      let midnight = try endOfToday()
      let lines = all.filter { line in
        switch line.section {
        case .handed, .due, .window, .waiting: true
        case .promised: line.listed.nextDue.map { $0 < midnight } ?? false
        case .rest: false
        }
      }
      var urgent = TicketSelection()
      (urgent.condition, urgent.limit) = (try filter(Desk.unassignedUrgent), 0)
      return StartedShift(
        agent: agent, wasOnline: wasOnline, lines: lines, others: all.count - lines.count,
        unassigned: try countTickets(urgent, shown: 0))
    }
  }

  /// By the clock of whoever asks.
  private func endOfToday() throws -> Instant {
    let clock = try ZoneClock(named: systemZone)
    let tomorrow = CivilDate(daysSince1970: clock.localTime(of: now()).date.daysSince1970 + 1)
    return clock.instant(of: tomorrow.midnight)
  }
}
