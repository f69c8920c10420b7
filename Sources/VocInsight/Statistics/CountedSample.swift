/// Values in ascending order of which each may be there many times: a million values in a few hundred groups.
public struct CountedSample: Equatable, Sendable {
  public struct Group: Equatable, Sendable {
    public let value: Double
    /// At least 1.
    public let count: Int
    /// The rank of the last of them; the smallest value has rank 1.
    let lastRank: Int
  }

  /// The distinct values, the smallest first.
  public let groups: [Group]

  /// Values with how often each is there; what is no number, and counts under 1, are left out.
  public init(counted: [(value: Double, count: Int)]) {
    var groups: [Group] = []
    var rank = 0
    let present = counted.filter { !$0.value.isNaN && $0.count > 0 }
    for (value, count) in present.sorted(by: { $0.value < $1.value }) {
      rank += count
      let before = groups.last?.value == value ? groups.removeLast().count : 0
      groups.append(Group(value: value, count: before + count, lastRank: rank))
    }
    self.groups = groups
  }

  /// Each value once; what is no number is left out.
  public init(_ values: [Double]) { self.init(counted: values.map { (value: $0, count: 1) }) }

  /// How many values are larger.
  func count(above value: Double) -> Int { n - (groups.last { $0.value <= value }?.lastRank ?? 0) }
}

extension CountedSample: OrderedSample {
  public var n: Int { groups.last?.lastRank ?? 0 }

  public func value(rank: Int) -> Double {
    var (low, high) = (0, groups.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if groups[middle].lastRank < rank { low = middle + 1 } else { high = middle }
    }
    return groups[low].value
  }
}
