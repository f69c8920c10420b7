import VocDomain

/// The directly-follows graph of many cases: which activity followed which, how often and after how long.
///
/// Cases are added one by one and not kept: what stays is four bytes for each step, and the distinct variants. Source
/// of the notions: W. van der Aalst, Process Mining, 2nd ed. (2016), section 5.2.
public struct JourneyGraph: Sendable {
  /// One activity followed directly by another.
  public struct Edge: Equatable, Sendable {
    public let from: String
    public let to: String
    public let waits: WaitFigures
    /// The seconds of the waits by whom the case waited for; those without any are left out.
    public let secondsByHolder: [WaitHolder: Int64]
  }

  public struct Activity: Equatable, Sendable {
    public let name: String
    /// How often it occurred, and in how many cases it began or ended the case.
    public let count: Int
    public let starts: Int
    public let ends: Int
    /// In how many cases it occurred more than once.
    public let repeats: Int
    /// Where in its cases it stands on average: 0 first, 1 last.
    public let position: Double
  }

  /// The activities of a case in their order.
  public struct Variant: Equatable, Sendable {
    public let activities: [String]
    /// How many cases went this way.
    public let count: Int
  }

  struct Transition: Hashable {
    var from: Int32
    var to: Int32
  }

  private struct Tally {
    var name: String
    var count = 0
    var starts = 0
    var ends = 0
    var repeats = 0
    var positions = 0.0
    /// In the case that is being added.
    var inCase = 0
  }

  public private(set) var cases = 0
  public internal(set) var rework = Rework()
  private var numbers: [String: Int32] = [:]
  private var tallies: [Tally] = []
  /// By the place of the holder among all.
  private(set) var waits: [Transition: [[UInt32]]] = [:]
  private var variants: [[Int32]: Int] = [:]

  public init() {}

  /// Adds a case; its steps in the order of their times, those of one second in the order in which they happened.
  ///
  /// Nothing of no steps.
  public mutating func add(_ steps: [JourneyStep]) {
    let steps = JourneyGraph.ordered(steps)
    guard let first = steps.first, let last = steps.last else { return }
    cases += 1
    let path = steps.map { number(of: $0.activity) }
    variants[path, default: 0] += 1
    tallies[Int(number(of: first.activity))].starts += 1
    tallies[Int(number(of: last.activity))].ends += 1
    let length = Double(max(path.count - 1, 1))
    for (index, activity) in path.enumerated() {
      tallies[Int(activity)].count += 1
      tallies[Int(activity)].inCase += 1
      tallies[Int(activity)].positions += Double(index) / length
      if index > 0 { wait(path[index - 1], activity, from: steps[index - 1], to: steps[index]) }
    }
    for activity in path {
      if tallies[Int(activity)].inCase > 1 { tallies[Int(activity)].repeats += 1 }
      tallies[Int(activity)].inCase = 0
    }
    rework.add(steps)
  }

  private static func ordered(_ steps: [JourneyStep]) -> [JourneyStep] {
    if zip(steps, steps.dropFirst()).allSatisfy({ $0.at <= $1.at }) { return steps }
    return steps.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
  }

  private mutating func wait(_ from: Int32, _ to: Int32, from before: JourneyStep, to after: JourneyStep) {
    let holder = after.traits.contains(.closing) ? WaitHolder.nobody : before.holder
    let (seconds, isTooLong) = after.at.unixSeconds.subtractingReportingOverflow(before.at.unixSeconds)
    waits[Transition(from: from, to: to), default: JourneyGraph.noWaits][holder.place]
      .append(isTooLong ? .max : UInt32(clamping: seconds))
  }

  private static let noWaits = WaitHolder.allCases.map { _ in [UInt32]() }

  private mutating func number(of activity: String) -> Int32 {
    if let known = numbers[activity] { return known }
    let number = Int32(tallies.count)
    numbers[activity] = number
    tallies.append(Tally(name: activity))
    return number
  }

  func name(_ number: Int32) -> String { tallies[Int(number)].name }
}

// MARK: - What it tells

extension JourneyGraph {
  /// The most frequent first; equally frequent ones by name.
  public func activities() -> [Activity] {
    tallies.map { tally in
      Activity(
        name: tally.name, count: tally.count, starts: tally.starts, ends: tally.ends,
        repeats: tally.repeats, position: tally.positions / Double(tally.count))
    }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  /// The most frequent first; equally frequent ones by name.
  public func edges() -> [Edge] {
    waits.compactMap { transition, byHolder in
      guard let figures = WaitFigures(byHolder.flatMap(\.self)) else { return nil }
      var seconds: [WaitHolder: Int64] = [:]
      for holder in WaitHolder.allCases {
        let held = byHolder[holder.place]
        if !held.isEmpty { seconds[holder] = held.reduce(0) { $0 + Int64($1) } }
      }
      return Edge(
        from: name(transition.from), to: name(transition.to), waits: figures, secondsByHolder: seconds)
    }.sorted { ($1.waits.count, $0.from, $0.to) < ($0.waits.count, $1.from, $1.to) }
  }

  public var variantCount: Int { variants.count }

  /// The most frequent first; equally frequent ones by their activities.
  public func variants(first limit: Int = .max) -> [Variant] {
    let most = variants.map { (path: $0.key, count: $0.value) }.sorted { left, right in
      left.count == right.count
        ? left.path.lazy.map(name).lexicographicallyPrecedes(right.path.lazy.map(name))
        : left.count > right.count
    }
    return most.prefix(limit).map { Variant(activities: $0.path.map(name), count: $0.count) }
  }
}

extension WaitHolder {
  /// Among all holders.
  var place: Int {
    switch self {
    case .company: 0
    case .customer: 1
    case .thirdParty: 2
    case .nobody: 3
    }
  }
}
