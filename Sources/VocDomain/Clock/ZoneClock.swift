public import Foundation

/// Converts between instants and the wall clock of one IANA zone.
///
/// Not Sendable: it remembers the stretches of constant offset that it has met, because Foundation's calendar tables are
/// slow to ask for each message of an export, and messages come in any order.
public final class ZoneClock {
  public let zone: TimeZone
  /// As it was asked for: Foundation would call UTC "GMT".
  public let name: String
  private var last: Stretch?
  private var known: [Int64: [Stretch]] = [:]

  /// Seconds since 1970 with the same offset.
  private struct Stretch {
    var seconds: ClosedRange<Int64>
    var offset: Int64
  }

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
    if let last, last.seconds.contains(seconds) { return last.offset }
    let page = seconds >> ZoneClock.pageBits
    let stretches = known[page] ?? stretches(ofPage: page)
    known[page] = stretches
    last = stretches.last { $0.seconds.contains(seconds) }
    return last?.offset ?? offsetByTables(seconds)
  }

  /// A page is 48.5 days.
  private static let pageBits: Int64 = 22

  private func stretches(ofPage page: Int64) -> [Stretch] {
    var start = page << ZoneClock.pageBits
    let end = start + ((1 << ZoneClock.pageBits) - 1)
    var stretches: [Stretch] = []
    while true {
      let date = Date(timeIntervalSince1970: TimeInterval(start))
      let next = zone.nextDaylightSavingTimeTransition(after: date).map { Int64($0.timeIntervalSince1970) }
      let last = min(end, max(start, next.map { $0 - 1 } ?? end))
      stretches.append(Stretch(seconds: start...last, offset: offsetByTables(start)))
      if last == end { return stretches }
      start = last + 1
    }
  }

  private func offsetByTables(_ seconds: Int64) -> Int64 {
    Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds))))
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
