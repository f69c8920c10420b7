public import VocDomain

/// Tells the steps of a ticket's journey from what happened on it.
///
/// Of a ticket that came with another system's history, that history is told by its own names instead of the status
/// changes that were derived from it: an imported event log gives the graph of the log.
public struct TicketJourney {
  /// Our own touchpoints besides the turns; programs read these codes.
  public enum Touchpoint: String, CaseIterable, Sendable {
    case created, assigned, released, solved, reopened, closed
    case noReply = "no_reply"
    case open = "status:open"
    case pending = "status:pending"
    case hold = "status:hold"
  }

  private var steps: [JourneyStep] = []
  private var holder = WaitHolder.company
  private var status: Ticket.Status?
  private var owner: String?

  private init() {}

  /// The steps of facts in the order in which they happened: messages before what they led to at the same second.
  public static func steps(_ facts: [JourneyFact]) -> [JourneyStep] {
    let hasHistory = facts.contains { if case .activity = $0.event { true } else { false } }
    var journey = TicketJourney()
    journey.steps.reserveCapacity(facts.count)
    for (index, fact) in facts.enumerated() {
      if hasHistory && (fact.isDerived || fact.event == .created) { continue }
      // Beside what else it began with, that a ticket was made tells nothing.
      if fact.event == .created, index > 0 || facts.dropFirst().first?.at == fact.at { continue }
      journey.take(fact)
    }
    return journey.steps
  }

  private mutating func take(_ fact: JourneyFact) {
    switch fact.event {
    case .created: add(.created, at: fact.at)
    case .said(let turn): say(turn, at: fact.at)
    case .status(let before, let after): move(from: before ?? status, to: after, at: fact.at)
    case .assignee(_, let agent):
      if agent == owner { return }
      owner = agent
      // Whoever replies gets the ticket: their reply tells it.
      if let last = steps.indices.last, steps[last].at == fact.at, agent != nil,
        steps[last].activity == JourneyFact.Turn.agentReply.rawValue
      {
        steps[last].owner = agent
        return
      }
      add(agent == nil ? .released : .assigned, at: fact.at, owner: agent)
    case .noReply:
      holder = .customer
      add(.noReply, at: fact.at)
    case .activity(let name, let told): enter(name, told, at: fact.at)
    }
  }

  /// An entry of another system's history. Where nobody said what its names stand for, one that is called "Closed" still
  /// closes the books.
  private mutating func enter(_ name: String, _ told: Ticket.Status?, at time: Instant) {
    guard let told else {
      let isClosing = TicketJourney.closingNames.contains(Folding.folded(name))
      steps.append(
        JourneyStep(
          name, at: time, holder: isClosing ? .nobody : holder, traits: isClosing ? .closing : []))
      return
    }
    let isReopening = isReopened(from: status, to: told)
    (status, holder) = (told, WaitHolder(told))
    let traits: JourneyStep.Traits = told == .closed ? .closing : isReopening ? .reopening : []
    steps.append(JourneyStep(name, at: time, holder: holder, traits: traits))
  }

  private static let closingNames: Set<String> = [
    "close", "closed", "cerrar", "cerrado", "cerrada", "cierre", "fechar", "fechado", "encerrado",
  ]

  /// A burst of one side is one step, at the time of its first message.
  private mutating func say(_ turn: JourneyFact.Turn, at time: Instant) {
    switch turn {
    case .customerMessage, .missedCall: holder = .company
    case .agentReply, .call: holder = status == .hold ? .thirdParty : .customer
    case .botReply, .callAttempt: break
    }
    if steps.last?.activity == turn.rawValue { return }
    steps.append(JourneyStep(turn.rawValue, at: time, holder: holder, traits: .turn))
  }

  private mutating func move(from before: Ticket.Status?, to after: Ticket.Status, at time: Instant) {
    status = after
    let isReopening = isReopened(from: before, to: after)
    let followsFromWords = steps.last.map { $0.at == time && $0.traits.contains(.turn) } ?? false
    // That an agent's first act opens a ticket, and a customer's message a pending one, their own steps tell.
    let isOpened = after == .new || after == .open
    if isOpened && !isReopening {
      if before == .new || before == nil || before == after || followsFromWords { return }
    }
    holder = WaitHolder(after)
    switch after {
    case .new, .open:
      add(isReopening ? .reopened : .open, at: time, traits: isReopening ? .reopening : [])
    case .pending: add(.pending, at: time)
    case .hold: add(.hold, at: time)
    case .solved: add(.solved, at: time)
    case .closed: add(.closed, at: time, traits: .closing)
    }
  }

  private func isReopened(from before: Ticket.Status?, to after: Ticket.Status) -> Bool {
    guard let before else { return false }
    return !Ticket.Status.unsolved.contains(before) && Ticket.Status.unsolved.contains(after)
  }

  private mutating func add(
    _ touchpoint: Touchpoint, at time: Instant, traits: JourneyStep.Traits = [], owner: String? = nil
  ) {
    steps.append(
      JourneyStep(touchpoint.rawValue, at: time, holder: holder, traits: traits, owner: owner))
  }
}
