/// A moment, as UTC Unix seconds; what the database stores.
public struct Instant: Hashable, Comparable, Sendable, Codable {
  public var unixSeconds: Int64

  public init(unixSeconds: Int64) { self.unixSeconds = unixSeconds }

  public static func < (left: Instant, right: Instant) -> Bool { left.unixSeconds < right.unixSeconds }

  public static func + (instant: Instant, seconds: Int64) -> Instant {
    Instant(unixSeconds: instant.unixSeconds + seconds)
  }

  /// The seconds from `earlier` to `later`; negative when they stand the other way round.
  public static func - (later: Instant, earlier: Instant) -> Int64 {
    later.unixSeconds - earlier.unixSeconds
  }
}

/// Lengths of time in seconds.
public enum Seconds {
  public static let minute: Int64 = 60
  public static let hour: Int64 = 3600
  public static let day: Int64 = 86_400

  /// The letters with which people write lengths ("2h"), the longest first.
  public static let units: [(letter: Character, seconds: Int64)] = [
    ("w", 7 * day), ("d", day), ("h", hour), ("m", minute), ("s", 1),
  ]
}
