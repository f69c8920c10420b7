import Testing
import VocDomain
import VocInsight
import VocTesting

@Suite struct TicketJourneyTests {
  private func steps(_ facts: [JourneyFact]) -> [JourneyStep] { TicketJourney.steps(facts) }

  /// "customer_message@0 company" for each step.
  private func told(_ facts: [JourneyFact]) -> [String] {
    steps(facts).map { "\($0.activity)@\($0.at.unixSeconds) \($0.holder.rawValue)" }
  }

  private func fact(_ second: Int64, _ event: JourneyFact.Event, derived: Bool = false) -> JourneyFact {
    JourneyFact(at: Instant(unixSeconds: second), event, isDerived: derived)
  }

  @Test func anOrdinaryTicket() {
    let journey = told([
      fact(0, .said(.customerMessage)), fact(0, .created), fact(5, .said(.customerMessage)),
      fact(6, .said(.botReply)), fact(10, .status(from: .new, to: .open)),
      fact(10, .assignee(from: nil, to: "Lucía")), fact(90, .said(.agentReply)),
      fact(95, .said(.agentReply)), fact(95, .status(from: .open, to: .pending)),
      fact(200, .said(.customerMessage)), fact(200, .status(from: .pending, to: .open)),
      fact(260, .said(.agentReply)), fact(260, .status(from: .open, to: .solved)),
      fact(900, .status(from: .solved, to: .closed)),
    ])
    #expect(
      journey == [
        "customer_message@0 company", "bot_reply@6 company", "assigned@10 company", "agent_reply@90 customer",
        "status:pending@95 customer", "customer_message@200 company", "agent_reply@260 customer",
        "solved@260 nobody", "closed@900 nobody",
      ])
  }

  @Test func whatWasSolvedIsReopened() {
    let facts = [
      fact(0, .created), fact(3, .status(from: .new, to: .solved)), fact(9, .said(.customerMessage)),
      fact(9, .status(from: .solved, to: .open)), fact(20, .noReply),
    ]
    #expect(
      told(facts) == [
        "created@0 company", "solved@3 nobody", "customer_message@9 company", "reopened@9 company",
        "no_reply@20 customer",
      ])
    #expect(steps(facts).map { $0.traits.contains(.reopening) } == [false, false, false, true, false])
  }

  @Test func onHoldAThirdPartyIsWaitedForUntilTheCustomerWrites() {
    let journey = told([
      fact(0, .said(.customerMessage)), fact(5, .status(from: .open, to: .hold)), fact(7, .said(.agentReply)),
      fact(9, .said(.missedCall)), fact(11, .said(.callAttempt)), fact(15, .status(from: .hold, to: .open)),
    ])
    #expect(
      journey == [
        "customer_message@0 company", "status:hold@5 third_party", "agent_reply@7 third_party",
        "missed_call@9 company", "call_attempt@11 company", "status:open@15 company",
      ])
  }

  @Test func ofAgentsOnlyChangesCount() {
    let journey = told([
      fact(0, .assignee(from: nil, to: "a")), fact(1, .assignee(from: "a", to: "a")),
      fact(2, .assignee(from: "a", to: nil)), fact(3, .assignee(from: nil, to: "b")),
    ])
    #expect(journey == ["assigned@0 company", "released@2 company", "assigned@3 company"])
  }

  @Test func anotherSystemsHistoryIsToldByItsOwnNames() {
    let facts = [
      fact(0, .created, derived: true), fact(0, .activity(name: "Assign", status: nil)),
      fact(4, .activity(name: "Assign", status: nil)), fact(8, .activity(name: "Wait", status: .pending)),
      fact(9, .status(from: .open, to: .pending), derived: true),
      fact(20, .activity(name: "Resolve", status: .solved)), fact(25, .activity(name: "Take", status: .open)),
      fact(30, .activity(name: "Resolve", status: .solved)),
      fact(90, .activity(name: "Done", status: .closed)),
    ]
    #expect(
      told(facts) == [
        "Assign@0 company", "Assign@4 company", "Wait@8 customer", "Resolve@20 nobody", "Take@25 company",
        "Resolve@30 nobody", "Done@90 nobody",
      ])
    #expect(steps(facts)[4].traits == .reopening && steps(facts)[6].traits == .closing)
  }

  @Test func closingIsKnownByItsNameWhereNothingTells() {
    let facts = ["Resolve", "Closed", "Take", "CERRADO"].enumerated().map { index, name in
      fact(Int64(index), .activity(name: name, status: nil))
    }
    #expect(told(facts) == ["Resolve@0 company", "Closed@1 nobody", "Take@2 company", "CERRADO@3 nobody"])
    #expect(steps(facts).map { $0.traits == .closing } == [false, true, false, true])
  }

  /// Their reply tells that they have it, and to whom it goes from then on.
  @Test func whoeverRepliesHasTheTicket() {
    let facts = [
      fact(0, .said(.customerMessage)), fact(5, .said(.agentReply)), fact(5, .assignee(from: nil, to: "a")),
      fact(9, .assignee(from: "a", to: "b")),
    ]
    #expect(told(facts) == ["customer_message@0 company", "agent_reply@5 customer", "assigned@9 customer"])
    #expect(steps(facts).map(\.owner) == [nil, "a", "b"])
  }

  /// No facts, however they stand, make it fail; times stay in order and turns never stand twice in a row.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func anyFacts(seed: UInt64) {
    var generator = Chance(seed: seed)
    let statuses = Ticket.Status.allCases
    let facts = (0..<Int.random(in: 0...30, using: &generator)).map { second in
      let status = statuses.randomElement(using: &generator) ?? .new
      let event: JourneyFact.Event =
        switch Int.random(in: 0...6, using: &generator) {
        case 0: .created
        case 1, 2: .said(JourneyFact.Turn.allCases.randomElement(using: &generator) ?? .call)
        case 3: .status(from: statuses.randomElement(using: &generator), to: status)
        case 4: .assignee(from: nil, to: ["a", "b", nil].randomElement(using: &generator) ?? nil)
        case 5: .noReply
        default: .activity(name: "x", status: Bool.random(using: &generator) ? status : nil)
        }
      return fact(Int64(second / 3), event, derived: Bool.random(using: &generator))
    }
    let steps = steps(facts)
    #expect(steps.count <= facts.count, "seed \(seed)")
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.at <= $1.at }, "seed \(seed)")
    #expect(
      !zip(steps, steps.dropFirst()).contains { $0.activity == $1.activity && $0.traits == .turn },
      "seed \(seed)")
  }
}
