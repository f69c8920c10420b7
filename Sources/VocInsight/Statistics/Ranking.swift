/// The ranks of pooled groups of values, ties sharing the mean of theirs: one sort, n log n.
struct Ranking {
  /// How many values each group has.
  let sizes: [Int]
  /// The sum of the ranks of each group.
  let sums: [Double]
  /// Σ(t³ − t) over the sets of t equal values; 0 without ties.
  let ties: Double

  /// The number of all values.
  var n: Int { sizes.reduce(0, +) }

  /// A value that is not a number is left out.
  init(_ groups: [[Double]]) {
    var pooled: [(value: Double, group: Int)] = []
    pooled.reserveCapacity(groups.reduce(0) { $0 + $1.count })
    for (group, values) in groups.enumerated() {
      for value in values where !value.isNaN { pooled.append((value, group)) }
    }
    pooled.sort { $0.value < $1.value }

    var sizes = Array(repeating: 0, count: groups.count)
    var sums = Array(repeating: 0.0, count: groups.count)
    var ties = 0.0
    var start = 0
    while start < pooled.count {
      var end = start + 1
      while end < pooled.count && pooled[end].value == pooled[start].value { end += 1 }
      let rank = Double(start + 1 + end) / 2
      for (_, group) in pooled[start..<end] {
        sizes[group] += 1
        sums[group] += rank
      }
      let tied = Double(end - start)
      ties += tied * tied * tied - tied
      start = end
    }
    self.sizes = sizes
    self.sums = sums
    self.ties = ties
  }
}
