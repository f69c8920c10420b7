/// The p values of several tests, made fit to be read together: among twenty, one is under 0.05 by chance.
///
/// A p value that is not a number counts as 1.
public enum MultipleTesting {
  /// The q values of Benjamini and Hochberg, in the order of `pValues`: of the tests with a q under 0.05, at
  /// most 5 % are expected to be false alarms.
  ///
  /// Source: Y. Benjamini & Y. Hochberg, "Controlling the False Discovery Rate", Journal of the Royal
  /// Statistical Society B 57 (1995).
  public static func benjaminiHochberg(_ pValues: [Double]) -> [Double] {
    let p = cleaned(pValues)
    var q = p
    var least = 1.0
    for (rank, index) in ascending(p).enumerated().reversed() {
      least = min(least, p[index] * (Double(p.count) / Double(rank + 1)))
      q[index] = least
    }
    return q
  }

  /// The p values of Holm, in the order of `pValues`: the chance of even one false alarm among those under
  /// 0.05 is at most 5 %.
  ///
  /// Source: S. Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of
  /// Statistics 6 (1979).
  public static func holm(_ pValues: [Double]) -> [Double] {
    let p = cleaned(pValues)
    var adjusted = p
    var most = 0.0
    for (rank, index) in ascending(p).enumerated() {
      most = min(1, max(most, p[index] * Double(p.count - rank)))
      adjusted[index] = most
    }
    return adjusted
  }

  private static func cleaned(_ pValues: [Double]) -> [Double] {
    pValues.map { $0.isNaN ? 1 : min(max($0, 0), 1) }
  }

  private static func ascending(_ p: [Double]) -> [Int] { p.indices.sorted { p[$0] < p[$1] } }
}
