/// The ranks of pooled groups of values, ties sharing the mean of theirs: one sort of the distinct values.
struct Ranking {
  /// How many values each group has.
  let sizes: [Int]
  /// The sum of the ranks of each group.
  let sums: [Double]
  /// Σ(t³ − t) over the sets of t equal values; 0 without ties.
  let ties: Double

  /// The number of all values.
  var n: Int { sizes.reduce(0, +) }

  init(_ groups: [CountedSample]) {
    var pooled: [(value: Double, count: Int, group: Int)] = []
    for (group, sample) in groups.enumerated() {
      for counted in sample.groups { pooled.append((counted.value, counted.count, group)) }
    }
    pooled.sort { $0.value < $1.value }

    var sums = Array(repeating: 0.0, count: groups.count)
    var ties = 0.0
    var ranked = 0
    var start = 0
    while start < pooled.count {
      var end = start + 1
      while end < pooled.count && pooled[end].value == pooled[start].value { end += 1 }
      let tied = pooled[start..<end].reduce(0) { $0 + $1.count }
      let rank = Double(ranked) + Double(tied + 1) / 2
      for (_, count, group) in pooled[start..<end] { sums[group] += rank * Double(count) }
      let t = Double(tied)
      ties += t * t * t - t
      ranked += tied
      start = end
    }
    sizes = groups.map(\.n)
    self.sums = sums
    self.ties = ties
  }
}
