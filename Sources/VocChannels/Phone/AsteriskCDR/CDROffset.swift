import VocDomain

/// How far the wall clock of a file's times stands from UTC, told by the instants in the channels' ids.
struct CDROffset {
  private static let step: Int64 = 15 * Seconds.minute
  /// Steps from UTC-14 to UTC+14.
  private static let reach: Int64 = 56
  /// A leg begins within so many seconds of its channel's id, or it is a later one.
  private static let slack: Int64 = 5

  private var counts = [Int](repeating: 0, count: Int(2 * reach) + 1)
  private var legs = 0

  mutating func add(_ difference: Int64) {
    guard let step = Self.step(of: difference) else { return }
    counts[Int(step + Self.reach)] += 1
    legs += 1
  }

  /// The most frequent one, in seconds east of UTC; nil where the ids say nothing or contradict each other.
  var usual: Int64? {
    guard legs > 0, let best = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[best] * 2 >= legs
    else {
      return nil
    }
    return (Int64(best) - Self.reach) * Self.step
  }

  /// A call's own offset, where a good part of the file shares it (half a year of summer time), else the
  /// usual one.
  func offset(of difference: Int64?) -> Int64? {
    guard let usual else { return nil }
    guard let difference, let step = Self.step(of: difference),
      counts[Int(step + Self.reach)] * 20 >= legs
    else { return usual }
    return step * Self.step
  }

  private static func step(of difference: Int64) -> Int64? {
    let (nearest, isTooBig) = difference.addingReportingOverflow(Self.step / 2)
    if isTooBig { return nil }
    let step = nearest / Self.step - (nearest % Self.step < 0 ? 1 : 0)
    return abs(step) <= reach && abs(difference - step * Self.step) <= slack ? step : nil
  }
}
