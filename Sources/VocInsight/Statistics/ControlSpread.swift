/// By how much more the periods of a control chart vary among themselves than chance alone would make them.
///
/// With many answers a period even shares that nothing has happened to differ by more than the binomial says, and charts
/// of three deviations would give alarm all the time. Source: D. B. Laney, "Improved control charts for attributes",
/// Quality Engineering 14 (2002): the mean moving range of the periods' z over 1.128; here never below 1.
public struct ControlSpread: Equatable, Sendable {
  /// 1 and above: what the limits are to be widened by.
  public let factor: Double

  /// Under two periods 1.
  public init(_ z: [Double]) {
    let z = z.filter(\.isFinite)
    let ranges = zip(z.dropFirst(), z).map { abs($0 - $1) }
    let mean = ranges.isEmpty ? 0 : ranges.reduce(0, +) / Double(ranges.count)
    factor = max(1, mean / 1.128)
  }
}
