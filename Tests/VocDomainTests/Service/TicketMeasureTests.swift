import Testing
import VocDomain
import VocTesting

/// What a ticket's story comes to, told in minutes from its creation.
@Suite struct TicketMeasureTests {
  private static let start = Instant(unixSeconds: 1_775_000_000)

  private func measure(
    _ facts: [(Int64, TicketStory.Fact)], status: Ticket.Status = .open
  ) -> TicketMeasure {
    var story = TicketStory(
      ticketID: 1, customerID: 2, channelID: 3, createdAt: Self.start, status: status)
    story.facts = facts.map { .init(Self.start + 60 * $0.0, $0.1) }
    return TicketMeasure(story)
  }

  private func call(_ disposition: CallRecord.Disposition, wait: Int64?, talk: Int64? = nil) -> Call {
    var call = Call(direction: .inbound, disposition: disposition)
    (call.wait, call.talk) = (wait, talk)
    return call
  }

  @Test func theFirstReplyIsAPersons() {
    let measure = measure([(0, .customerSaid), (1, .botSaid), (5, .agentSaid(7)), (6, .agentSaid(nil))])
    #expect(measure.firstReply == 300 && measure.replyRounds == 1 && measure.botReplies == 1)
    #expect(measure.nextReplies == [.init(at: Self.start, seconds: 300)])
    #expect(measure.agentID == 7 && !measure.isUnanswered)
  }

  @Test func aBurstIsOneWaitFromItsFirstMessage() {
    let measure = measure([
      (0, .customerSaid), (2, .customerSaid), (10, .agentSaid(1)), (20, .customerSaid), (21, .customerSaid),
      (30, .agentSaid(1)),
    ])
    #expect(measure.nextReplies.map(\.seconds) == [600, 600] && measure.replyRounds == 2)
  }

  @Test func whereWeBeganThereIsNoFirstReply() {
    let measure = measure([(0, .agentSaid(1)), (5, .customerSaid), (9, .agentSaid(1))])
    #expect(measure.firstReply == nil && measure.nextReplies.map(\.seconds) == [240])
    #expect(!measure.isUnanswered)
  }

  @Test func nobodyHasReplied() {
    #expect(measure([(0, .customerSaid), (1, .botSaid)]).isUnanswered)
    #expect(!measure([]).isUnanswered)
  }

  @Test func solvedReopenedAndPending() {
    let measure = measure(
      [
        (0, .customerSaid), (10, .agentSaid(1)), (10, .status(.pending)), (70, .status(.open)),
        (100, .status(.solved)), (160, .status(.open)), (200, .status(.solved)),
      ], status: .solved)
    #expect(measure.resolution == 6000 && measure.pending == 3600 && measure.reopens == 1)
    #expect(measure.reopenedAfter == 3600 && !measure.isUnsolved)
    #expect(measure.outcome == [.oneRound, .reopened, .reopenedSoon])
  }

  /// Nobody can tell how many contacts there were where neither a message nor a call is on record.
  @Test func whatNobodySaidIsWordless() {
    func isWordless(_ facts: TicketStory.Fact...) -> Bool? {
      measure(facts.map { (0, $0) } + [(100, .status(.solved))], status: .solved).outcome?.contains(.wordless)
    }
    #expect(isWordless() == true && isWordless(.assigned, .queued, .handedOff) == true)
    #expect(isWordless(.customerSaid) == false && isWordless(.agentSaid(nil)) == false)
    #expect(isWordless(.botSaid) == false && isWordless(.called(call(.abandoned, wait: 9), nil)) == false)
    #expect(isWordless(.called(call(.answered, wait: nil), 7)) == false)
    var outbound = call(.noAnswer, wait: nil)
    outbound.direction = .outbound
    #expect(isWordless(.called(outbound, 7)) == true)
  }

  /// Until it is first solved: what it waited for its customer, and since when it does now.
  @Test func aWaitForTheCustomerThatGoesOn() {
    func contributions(_ measure: TicketMeasure) -> [String] {
      var told: [String] = []
      measure.eachContribution { figure, at, value in
        if figure.name.hasPrefix("unresolved") { told.append("\(figure.name) \(at - Self.start) \(value)") }
      }
      return told
    }
    let twice: [(Int64, TicketStory.Fact)] = [
      (0, .customerSaid), (10, .status(.pending)), (70, .status(.open)), (100, .status(.pending)),
    ]
    let paused = measure(twice, status: .pending)
    #expect(paused.pending == 3600 && paused.pausedAt == Self.start + 6000)
    #expect(contributions(paused) == ["unresolved_paused 0 2400"])
    let running = measure(twice + [(130, .status(.hold))], status: .hold)
    #expect(running.pending == 5400 && running.pausedAt == nil)
    #expect(contributions(running) == ["unresolved_running 0 5400"])
    let reopened = measure(
      twice + [(130, .status(.solved)), (140, .status(.open)), (150, .status(.pending))], status: .pending)
    #expect(reopened.pending == 5400 && reopened.pausedAt == nil && contributions(reopened) == [])
  }

  @Test func theLastWordIsTheCustomers() {
    #expect(
      measure([(0, .customerSaid), (5, .customerSaid), (9, .agentSaid(1)), (10, .botSaid)]).lastWordAt
        == Self.start + 300)
    #expect(measure([(2, .agentSaid(1))]).lastWordAt == nil)
    #expect(measure([(3, .assigned)]).lastWordAt == Self.start)
    #expect(measure([(4, .called(call(.abandoned, wait: 9), nil))]).lastWordAt == Self.start + 240)
    var outbound = Call(direction: .outbound, disposition: .answered)
    #expect(measure([(4, .called(outbound, 1))]).lastWordAt == Self.start + 240)
    outbound.disposition = .noAnswer
    #expect(measure([(0, .customerSaid), (4, .called(outbound, 1))]).lastWordAt == Self.start)
  }

  @Test func theLastReopeningIsKept() {
    let measure = measure([
      (0, .customerSaid), (10, .status(.solved)), (20, .status(.open)), (30, .status(.solved)),
      (50, .status(.open)),
    ])
    #expect(measure.reopens == 2 && measure.reopenedAfter == 600)
    #expect(measure.lastReopenedAt == Self.start + 3000)
  }

  @Test func afterASolveNobodyWaits() {
    let measure = measure(
      [(0, .customerSaid), (5, .status(.solved)), (90, .agentSaid(1))], status: .solved)
    #expect(measure.nextReplies == [] && measure.resolution == 300)
  }

  @Test func aQueueBeforeAnybodyHadItIsNoTransfer() {
    #expect(!measure([(0, .queued), (1, .assigned)]).isTransferred)
    let handed = measure([(0, .assigned), (1, .handedOff), (2, .queued)])
    #expect(handed.isTransferred && handed.handOffs == 1)
  }

  @Test func aCallIsAnsweredAfterItsWait() {
    let measure = measure([(0, .called(call(.answered, wait: 25, talk: 180), 4))])
    #expect(measure.firstReply == 25 && measure.replyRounds == 1 && measure.agentID == 4)
    #expect(measure.calls == [.init(wait: .init(at: Self.start, seconds: 25), isAnswered: true, handle: 180)])
    let lost = self.measure([(0, .called(call(.abandoned, wait: 61), nil))])
    #expect(lost.calls.map(\.isAnswered) == [false] && lost.isUnanswered && lost.firstReply == nil)
    let untold = self.measure([(0, .called(call(.answered, wait: nil), nil)), (9, .agentSaid(1))])
    #expect(untold.firstReply == nil && untold.calls == [] && untold.replyRounds == 1)
  }

  @Test(arguments: 1...40) func packingLosesNothing(seed: UInt64) {
    var chance = Chance(seed: seed)
    var measure = measure([])
    for _ in 0..<Int.random(in: 0...6, using: &chance) {
      measure.nextReplies.append(
        .init(
          at: Self.start + Int64.random(in: 0...9_000_000, using: &chance),
          seconds: .random(in: 0...90_000, using: &chance)))
    }
    for _ in 0..<Int.random(in: 0...4, using: &chance) {
      let isAnswered = Bool.random(using: &chance)
      measure.calls.append(
        .init(
          wait: .init(at: Self.start + Int64.random(in: -5...5, using: &chance), seconds: 9),
          isAnswered: isAnswered, handle: isAnswered && Bool.random(using: &chance) ? 12 : nil))
    }
    var read = measure
    (read.nextReplies, read.calls) = ([], [])
    read.unpackWaits(measure.packedWaits)
    #expect(read == measure, "seed \(seed)")
    read.unpackWaits(Array(measure.packedWaits.dropLast()))
  }
}
