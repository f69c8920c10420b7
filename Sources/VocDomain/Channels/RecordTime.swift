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
}
