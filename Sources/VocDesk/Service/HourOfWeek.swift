public import VocDomain

/// An hour of the week: 0 Monday 00:00 to 167 Sunday 23:00.
public struct HourOfWeek: Hashable, Sendable {
  public let index: Int

  /// Nil outside 0...167.
  public init?(index: Int) {
    guard (0..<168).contains(index) else { return nil }
    self.index = index
  }

  init(_ local: LocalTime) {
    index = local.date.weekday.rawValue * 24 + local.hour
  }

  public var weekday: Weekday { Weekday.allCases[index / 24] }
  public var hour: Int { index % 24 }
}
