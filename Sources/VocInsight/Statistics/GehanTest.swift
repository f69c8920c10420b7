/// The generalised Wilcoxon test: whether things end equally soon in several groups, those that have not ended yet
/// among them. Where all have ended it asks what the Kruskal-Wallis test asks.
///
/// Source: E. A. Gehan, "A Generalized Wilcoxon Test for Comparing Arbitrarily Singly-Censored Samples", Biometrika 52
/// (1965); N. Breslow, Biometrika 57 (1970), for several groups; variance as in J. P. Klein & M. L. Moeschberger,
/// Survival Analysis, 2nd ed., section 7.3, with the number at risk as the weight.
public struct GehanTest: Equatable, Sendable {
  /// For each group the sum over all ends of those observed less those expected, each weighted with the share of all
  /// things at risk: below 0 where things last longer than elsewhere.
  public let scores: [Double]
  /// The chi-square statistic, 0 and above.
  public let statistic: Double
  /// Groups with something at risk, less one.
  public let degrees: Int

  /// Nil unless two groups or more can be compared: something ended while two or more were still going on.
  public init?(_ groups: [CensoredSample]) {
    var sums = Sums(groups)
    for time in Set(groups.flatMap { $0.ended.groups.map(\.value) }).sorted() { sums.add(time) }
    scores = sums.scores
    let compared = groups.indices.filter { sums.covariance[$0][$0] > 0 }
    guard compared.count > 1 else { return nil }
    degrees = compared.count - 1
    let free = compared.dropLast()
    let distances = free.map { sums.scores[$0] }
    let covariance = free.map { row in free.map { sums.covariance[row][$0] } }
    guard let factor = Cholesky(covariance) else { return nil }
    statistic = max(0, zip(distances, factor.solve(distances)).reduce(0) { $0 + $1.0 * $1.1 })
  }

  /// P of a statistic at least so large where the groups do not differ, 0...1.
  public var p: Double { ChiSquare.upperTail(statistic, degrees: Double(degrees)) }

  /// What is summed over the times at which something ends, in ascending order.
  private struct Sums {
    private var ended: [ArraySlice<CountedSample.Group>]
    private var goingOn: [ArraySlice<CountedSample.Group>]
    private var atRisk: [Int]
    private let n: Double
    private(set) var scores: [Double]
    private(set) var covariance: [[Double]]

    init(_ groups: [CensoredSample]) {
      ended = groups.map { $0.ended.groups[...] }
      goingOn = groups.map { $0.goingOn.groups[...] }
      atRisk = groups.map(\.n)
      n = Double(groups.reduce(0) { $0 + $1.n })
      scores = groups.map { _ in 0 }
      covariance = groups.map { _ in groups.map { _ in 0 } }
    }

    mutating func add(_ time: Double) {
      // What is censored at the very time of an end was still at risk then.
      for group in goingOn.indices {
        while let first = goingOn[group].first, first.value < time {
          atRisk[group] -= first.count
          goingOn[group].removeFirst()
        }
      }
      let ends = ended.map { $0.first?.value == time ? $0.first?.count ?? 0 : 0 }
      let (all, ending) = (Double(atRisk.reduce(0, +)), Double(ends.reduce(0, +)))
      let weight = all / n
      let spread = all > 1 ? weight * weight * ending * (all - ending) / (all - 1) : 0
      for (row, one) in atRisk.enumerated() {
        let share = Double(one) / all
        scores[row] += weight * (Double(ends[row]) - ending * share)
        for (column, other) in atRisk.enumerated() {
          covariance[row][column] += spread * share * ((row == column ? 1 : 0) - Double(other) / all)
        }
      }
      for group in ended.indices where ends[group] > 0 {
        atRisk[group] -= ends[group]
        ended[group].removeFirst()
      }
    }
  }
}
