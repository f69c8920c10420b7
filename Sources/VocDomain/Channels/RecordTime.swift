/// When something happened: an instant where the export says the offset, else a wall-clock time of the zone that
/// the importer is told.
public enum RecordTime: Hashable, Sendable, Codable {
  case instant(Instant)
  case local(LocalTime)

  public func instant(in zone: ZoneClock) -> Instant {
    switch self {
    case .instant(let instant): instant
    case .local(let local): zone.instant(of: local)
    }
  }

  /// Whether something that is told at `now` can have happened then: not before 1990, when no system that exports
  /// kept anything (0001 and 1970 stand for no date), nor more than a day ahead, which clocks and zones explain.
  /// Always where nobody says when that was.
  public func isPossible(at now: Instant?) -> Bool {
    now == nil || (!isNone && seconds <= Self.latest(at: now))
  }

  /// The last second of a clock at which something that is told at `now` can have happened; of all times where nobody
  /// says when that was.
  public static func latest(at now: Instant?) -> Int64 {
    now.map { max($0.unixSeconds, earliest) + Seconds.day } ?? .max
  }

  /// Before 1990.
  public var isNone: Bool { seconds < Self.earliest }

  private var seconds: Int64 {
    switch self {
    case .instant(let instant): instant.unixSeconds
    case .local(let local): local.wallSeconds
    }
  }

  /// 1990-01-01.
  private static let earliest: Int64 = 7305 * Seconds.day
}
