public import VocDomain

/// A moment at which people are told about a clock.
public struct SLAAlert: Equatable, Sendable {
  /// Per cent of the target that are used up.
  public enum Level: Int, CaseIterable, Sendable {
    case notice = 75
    case warning = 90
    case breach = 100
  }

  /// What is told once: the level of an instance.
  public struct Key: Hashable, Sendable {
    public var measure: SLAPolicy.Measure
    public var clockStart: Instant
    public var level: Level

    public init(measure: SLAPolicy.Measure, clockStart: Instant, level: Level) {
      self.measure = measure
      self.clockStart = clockStart
      self.level = level
    }
  }

  public var key: Key
  public var at: Instant

  public var measure: SLAPolicy.Measure { key.measure }
  public var clockStart: Instant { key.clockStart }
  public var level: Level { key.level }
}
