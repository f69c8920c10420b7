/// How many cases did something again.
///
/// Turns of a conversation alternate by nature: they count in none of these but the self-loop.
public struct Rework: Equatable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// An activity occurred more than once.
    case repeated
    /// An activity was followed directly by itself.
    case selfLoop = "self_loop"
    /// One activity, another, the first again.
    case pingPong = "ping_pong"
    /// The case came back to an agent who had passed it on.
    case handedBack = "handed_back"
    /// What had been solved was taken up again.
    case reopened
  }

  public private(set) var cases = 0
  private var counts: [Kind: Int] = [:]

  init() {}

  /// The cases in which this happened at least once, of all.
  public func share(_ kind: Kind) -> Proportion { Proportion(counts[kind] ?? 0, of: cases) }

  mutating func add(_ steps: [JourneyStep]) {
    cases += 1
    for kind in Kind.allCases where Rework.occurs(kind, in: steps) { counts[kind, default: 0] += 1 }
  }

  private static func occurs(_ kind: Kind, in steps: [JourneyStep]) -> Bool {
    switch kind {
    case .repeated:
      var seen: Set<String> = []
      return steps.contains { !$0.traits.contains(.turn) && !seen.insert($0.activity).inserted }
    case .selfLoop: return zip(steps, steps.dropFirst()).contains { $0.activity == $1.activity }
    case .pingPong:
      return steps.indices.dropFirst(2).contains { index in
        let (first, middle, last) = (steps[index - 2], steps[index - 1], steps[index])
        return first.activity == last.activity && first.activity != middle.activity
          && !first.traits.contains(.turn) && !middle.traits.contains(.turn)
      }
    case .handedBack: return isHandedBack(steps.compactMap(\.owner))
    case .reopened: return steps.contains { $0.traits.contains(.reopening) }
    }
  }

  /// Whether somebody has it again after somebody else.
  private static func isHandedBack(_ owners: [String]) -> Bool {
    var former: Set<String> = []
    var current: String?
    for owner in owners where owner != current {
      if former.contains(owner) { return true }
      if let current { former.insert(current) }
      current = owner
    }
    return false
  }
}
