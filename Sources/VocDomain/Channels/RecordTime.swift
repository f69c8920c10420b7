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
  public func isPossible(at now: Instant) -> Bool {
    let seconds =
      switch self {
      case .instant(let instant): instant.unixSeconds
      case .local(let local): local.wallSeconds
      }
    return (Self.earliest...(max(now.unixSeconds, Self.earliest) + Seconds.day)).contains(seconds)
  }

  /// 1990-01-01.
  private static let earliest: Int64 = 7305 * Seconds.day
}
