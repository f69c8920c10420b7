import VocDomain

/// Dates and times as machines and people write them.
enum Timestamp {
  /// RFC 3339 at an offset in seconds east of UTC: 2026-11-20T09:00:00-06:00; Z at UTC.
  ///
  /// The format has no seconds in its offset (section 5.6): an offset with seconds is cut to the minute.
  static func rfc3339(_ instant: Instant, offset: Int64 = 0) -> String {
    let cut = offset - offset % 60
    let local = LocalTime(wallSeconds: instant.unixSeconds + cut)
    let zone = cut == 0 ? "Z" : (cut < 0 ? "-" : "+") + clock(Int(cut.magnitude) / 60)
    return "\(day(local, .en))T\(clock(local.secondOfDay / 60)):\(digits(local.second))\(zone)"
  }

  /// Whether it is a time as `rfc3339(_:)` writes it at UTC.
  static func isUTC(_ text: String) -> Bool {
    text.utf8.count == 20
      && zip(text.utf8, "0000-00-00T00:00:00Z".utf8).allSatisfy { byte, shape in
        shape == UInt8(ascii: "0") ? (0x30...0x39).contains(byte) : byte == shape
      }
  }

  /// 21/11/2026 14:05, or 2026-11-21 14:05 in English.
  static func display(_ local: LocalTime, _ language: Language) -> String {
    "\(day(local, language)) \(clock(local.secondOfDay / 60))"
  }

  /// 21/11/2026, or 2026-11-21 in English.
  static func day(_ local: LocalTime, _ language: Language) -> String {
    let (year, month, day) = local.date.components
    return language == .es
      ? "\(digits(day))/\(digits(month))/\(digits(year, count: 4))"
      : "\(digits(year, count: 4))-\(digits(month))-\(digits(day))"
  }

  private static func clock(_ minutes: Int) -> String { "\(digits(minutes / 60)):\(digits(minutes % 60))" }

  private static func digits(_ value: Int, count: Int = 2) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }
}
