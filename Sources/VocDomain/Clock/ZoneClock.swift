public import Foundation

/// Converts between instants and the wall clock of one IANA zone.
///
/// Not Sendable: it remembers the stretch of constant offset that it last used, because Foundation's
/// calendar tables are slow to ask for each message of an export.
public final class ZoneClock {
  public let zone: TimeZone
  /// As it was asked for: Foundation would call UTC "GMT".
  public let name: String
  private var stretch: (start: Int64, end: Int64, offset: Int64) = (0, 0, 0)

  /// Throws `VocError.unknownZone` with the nearest names for a name that the IANA database does not have.
  public init(named name: String) throws {
    // Naming the list of known zones links ICU into a static binary; without it every named zone is nil.
    guard let zone = TimeZone(identifier: name) else {
      throw VocError.unknownZone(
        name, nearest: Nearest.names(to: name, among: TimeZone.knownTimeZoneIdentifiers))
    }
    self.zone = zone
    self.name = name
  }

  /// Seconds east of UTC at an instant.
  public func offset(at instant: Instant) -> Int64 {
    let seconds = instant.unixSeconds
    if seconds >= stretch.start && seconds < stretch.end { return stretch.offset }
    let date = Date(timeIntervalSince1970: TimeInterval(seconds))
    let offset = Int64(zone.secondsFromGMT(for: date))
    let next = zone.nextDaylightSavingTimeTransition(after: date)
    let end = next.map { Int64($0.timeIntervalSince1970) } ?? seconds + 30 * Seconds.day
    stretch = (seconds, max(end, seconds + 1), offset)
    return offset
  }

  public func localTime(of instant: Instant) -> LocalTime {
    LocalTime(wallSeconds: instant.unixSeconds + offset(at: instant))
  }

  /// The instant of a wall-clock time.
  ///
  /// An hour that occurs twice (clocks set back) means its first occurrence; an hour that never occurs
  /// (clocks set forward) means the same distance after the jump.
  public func instant(of local: LocalTime) -> Instant {
    let early = offset(at: Instant(unixSeconds: local.wallSeconds - Seconds.day))
    let late = offset(at: Instant(unixSeconds: local.wallSeconds + Seconds.day))
    if early == late { return Instant(unixSeconds: local.wallSeconds - early) }
    let first = Instant(unixSeconds: local.wallSeconds - early)
    if offset(at: first) == early { return first }
    let second = Instant(unixSeconds: local.wallSeconds - late)
    return offset(at: second) == late ? second : first
  }
}
