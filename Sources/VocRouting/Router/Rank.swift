import VocDomain

/// When an agent last got something, to the ticket: within a second, by the order of the run.
struct Stamp: Comparable {
  private static let bits: Int64 = 24
  static let never = Stamp(value: .min)

  private let value: Int64

  private init(value: Int64) { self.value = value }

  init(_ instant: Instant?, sequence: Int = 0) {
    guard let instant else {
      self = .never
      return
    }
    let limit = Int64(1) << 38
    let seconds = min(max(instant.unixSeconds, -limit), limit)
    value = seconds << Stamp.bits + min(Int64(sequence), 1 << Stamp.bits - 1)
  }

  var instant: Instant? { self == .never ? nil : Instant(unixSeconds: value >> Stamp.bits) }

  static func < (left: Stamp, right: Stamp) -> Bool { left.value < right.value }
}

/// How an agent compares with the others who may take a ticket; the smallest is the best.
///
/// Within a run an agent's rank only gets worse: `TicketClass` relies on it.
struct Rank: Comparable {
  /// How many times they have had their share of the queue in this run; 0 for all where it has no wave.
  var wave: Int32
  var agent: Int32
  /// What the method compares, the higher the better.
  var merit: Double
  /// For round robin: whose turn it is; else the same for all.
  var turn: Stamp
  var load: Double
  var lastInKind: Stamp
  var lastAny: Stamp

  static func < (left: Rank, right: Rank) -> Bool {
    if left.wave != right.wave { return left.wave < right.wave }
    if left.merit != right.merit { return left.merit > right.merit }
    if left.turn != right.turn { return left.turn < right.turn }
    if left.load != right.load { return left.load < right.load }
    if left.lastInKind != right.lastInKind { return left.lastInKind < right.lastInKind }
    if left.lastAny != right.lastAny { return left.lastAny < right.lastAny }
    return left.agent < right.agent
  }

  /// The first comparison that told this one from the next best.
  func decider(over next: Rank?) -> Decider {
    guard let next else { return .onlyOne }
    if wave != next.wave { return .waveCap }
    if merit != next.merit || turn != next.turn { return .method }
    if load != next.load { return .lowerLoad }
    if lastInKind != next.lastInKind { return .longerSinceChannel }
    return lastAny != next.lastAny ? .longerSinceAny : .lowerID
  }
}
