import Testing
import VocDomain

@testable import voc

@Suite struct RelativeTimeTests {
  static let cases: [(Int64, String, String)] = [
    (0, "ahora", "now"), (-59, "ahora", "now"), (59, "ahora", "now"), (-60, "hace 1 min", "1 min ago"),
    (-5 * 60 - 30, "hace 5 min", "5 min ago"), (-3599, "hace 59 min", "59 min ago"),
    (-3 * 3600, "hace 3 h", "3 h ago"), (-86_400, "hace 1 día", "1 day ago"),
    (-2 * 86_400, "hace 2 días", "2 days ago"), (-30 * 86_400, "hace 1 mes", "1 month ago"),
    (-100 * 86_400, "hace 3 meses", "3 months ago"), (-800 * 86_400, "hace 2 años", "2 years ago"),
    (7200, "en 2 h", "in 2 h"), (86_400, "en 1 día", "in 1 day"),
  ]

  @Test(arguments: cases)
  func oneUnitIsEnough(seconds: Int64, spanish: String, english: String) {
    let now = Instant(unixSeconds: 1_795_186_800)
    #expect(RelativeTime.text(now + seconds, now: now, .es) == spanish)
    #expect(RelativeTime.text(now + seconds, now: now, .en) == english)
  }
}

@Suite struct TimestampTests {
  static let cases: [(Int64, Int64, String)] = [
    (1_795_186_800, 0, "2026-11-20T15:00:00Z"), (1_795_186_800, -21_600, "2026-11-20T09:00:00-06:00"),
    (1_795_186_800, 19_800, "2026-11-20T20:30:00+05:30"), (0, -12_600, "1969-12-31T20:30:00-03:30"),
    (-62_135_596_800, 0, "0001-01-01T00:00:00Z"), (0, -23_796, "1969-12-31T17:24:00-06:36"),
    (0, 30, "1970-01-01T00:00:00Z"),
  ]

  @Test(arguments: cases)
  func machinesReadRFC3339(seconds: Int64, offset: Int64, text: String) {
    #expect(Timestamp.rfc3339(Instant(unixSeconds: seconds), offset: offset) == text)
  }

  @Test func peopleReadTheirOwnOrder() throws {
    let local = try #require(LocalTime(year: 2026, month: 11, day: 1, hour: 9, minute: 5, second: 59))
    #expect(Timestamp.display(local, .es) == "01/11/2026 09:05")
    #expect(Timestamp.display(local, .en) == "2026-11-01 09:05")
  }
}
