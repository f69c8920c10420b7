/// By how much more the periods of a control chart vary among themselves than chance alone would make them.
///
/// With many answers a period even shares that nothing has happened to differ by more than the binomial says, and charts
/// of three deviations would give alarm all the time. Source: D. B. Laney, "Improved control charts for attributes",
/// Quality Engineering 14 (2002), with the median moving range of the periods' z over 0.954 (D. J. Wheeler,
/// Understanding Statistical Process Control, appendix), which one crash does not widen; here never below 1.
public struct ControlSpread: Equatable, Sendable {
  /// 1 and above: what the limits are to be widened by.
  public let factor: Double

  /// Under two periods 1.
  public init(_ z: [Double]) {
    let z = z.filter(\.isFinite)
    let ranges = zip(z.dropFirst(), z).map { abs($0 - $1) }.sorted()
    let middle = ranges.isEmpty ? 0 : (ranges[(ranges.count - 1) / 2] + ranges[ranges.count / 2]) / 2
    factor = max(1, middle / 0.954)
  }
}
