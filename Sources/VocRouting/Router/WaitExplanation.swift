import VocDomain

/// Why a ticket still waits after a run, and for whom.
public struct WaitExplanation: Equatable, Sendable {
  public var ticket: Int64
  public var reason: WaitReason
  /// Its place among the tickets of its queue that stay waiting, from 1, and how many these are.
  public var place: Int
  public var placeOf: Int
  /// The numbers that put the ticket where it stands, the smallest first.
  public var orderKey: [Int64]
  /// It goes first because it has waited longer than its queue allows.
  public var isStarving: Bool
  /// Business seconds waited.
  public var age: Int64
  /// Queue stage and skill stage, from 0.
  public var tier: Int
  public var skillStage: Int
  /// The nearest to eligible first, as they stood at the ticket's turn; eligible ones only if it is held for
  /// another or its channel is closed.
  public var candidates: [Candidate]
  public var othersEligible: Int
  /// How many more failed at each gate than `candidates` shows.
  public var others: [Gate: Int]
  /// Agents on their shift, in a state that takes something of some kind; 0: nobody is online.
  public var onlineAgents: Int
}

extension RoutingRun {
  /// Why the ticket of the turn that has just been decided stays waiting.
  mutating func explanation(_ turn: Turn, _ reason: WaitReason, place: Int) -> WaitExplanation {
    table.classes[turn.ticketClass].catchUp(staff)
    let passedOver = passedOver(turn)
    let shown = candidates(turn, best(turn, passedOver), passedOver)
    let key = table.classes[turn.ticketClass].key
    return WaitExplanation(
      ticket: turn.key.ticket, reason: reason, place: place, placeOf: place, orderKey: turn.key.numbers,
      isStarving: turn.key.lane == .starving, age: turn.age, tier: key.tier, skillStage: key.skillStage,
      candidates: shown.candidates, othersEligible: shown.othersEligible, others: shown.others,
      onlineAgents: staff.online)
  }
}
