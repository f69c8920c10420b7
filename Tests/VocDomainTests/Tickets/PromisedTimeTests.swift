import Testing

@testable import VocDomain

/// When people say that they will come back.
@Suite struct PromisedTimeTests {
  /// 2026-11-04, a Wednesday, 10:00 in Mexico City (UTC-6, no summer time).
  private static let now = "2026-11-04T16:00:00Z"

  private func moment(_ text: String, now: String = now, zone: String = "America/Mexico_City") throws
    -> String?
  {
    let now = try #require(Instant(eventText: now))
    return PromisedTime(text)?.instant(now: now, zone: try ZoneClock(named: zone)).eventText
  }

  @Test(arguments: [
    ("2026-11-23", "2026-11-23T15:00:00Z"), ("2026-11-23T10:30", "2026-11-23T16:30:00Z"),
    ("2026-11-23 10:30", "2026-11-23T16:30:00Z"), ("2026-11-23T10:30:15", "2026-11-23T16:30:15Z"),
    ("2026-11-23T10:30:00Z", "2026-11-23T10:30:00Z"), ("2026-11-23T10:30-03:00", "2026-11-23T13:30:00Z"),
    ("2h", "2026-11-04T18:00:00Z"), ("90m", "2026-11-04T17:30:00Z"), ("3d", "2026-11-07T16:00:00Z"),
    ("1w", "2026-11-11T16:00:00Z"), ("en 2h", "2026-11-04T18:00:00Z"), ("in 3d", "2026-11-07T16:00:00Z"),
    ("0", "2026-11-04T16:00:00Z"),
    ("mañana", "2026-11-05T15:00:00Z"), ("tomorrow", "2026-11-05T15:00:00Z"),
    ("MANANA", "2026-11-05T15:00:00Z"), ("mañana 10:30", "2026-11-05T16:30:00Z"),
    ("mañana a las 10", "2026-11-05T16:00:00Z"), ("tomorrow at 7", "2026-11-05T13:00:00Z"),
    ("hoy 18:00", "2026-11-05T00:00:00Z"), ("today at 18", "2026-11-05T00:00:00Z"),
    // The next one, never today; "el lunes" is not the one that was.
    ("jueves", "2026-11-05T15:00:00Z"), ("lunes", "2026-11-09T15:00:00Z"), ("monday", "2026-11-09T15:00:00Z"),
    ("martes", "2026-11-10T15:00:00Z"), ("miércoles", "2026-11-11T15:00:00Z"),
    ("wed 23:59", "2026-11-12T05:59:00Z"), ("el lunes a las 10:30", "2026-11-09T16:30:00Z"),
    ("lunes 0:00", "2026-11-09T06:00:00Z"),
    // The next time that the clock shows it: not now.
    ("10:30", "2026-11-04T16:30:00Z"), ("a las 10:30", "2026-11-04T16:30:00Z"),
    ("9:05", "2026-11-05T15:05:00Z"), ("10:00", "2026-11-05T16:00:00Z"), ("23:59", "2026-11-05T05:59:00Z"),
    // What is past is for the desk to refuse.
    ("hoy", "2026-11-04T15:00:00Z"), ("ayer", "2026-11-03T15:00:00Z"), ("today 9:59", "2026-11-04T15:59:00Z"),
    ("2026-11-04", "2026-11-04T15:00:00Z"), ("2020-01-01", "2020-01-01T15:00:00Z"),
  ])
  func wordsBecomeMoments(text: String, expected: String) throws {
    #expect(try moment(text) == expected)
  }

  @Test(arguments: [
    "", " ", "a las", "pronto", "2026-11", "este-mes", "-2h", "24:00", "10:60", "10:3", ":30", "10:",
    "10:30:00",
    "10", "2026-02-30", "lunes martes", "lunes 2h", "10:30 lunes", "mañana 24", "mañana 10:30 1", "2h 3d",
    "2026-11 10:30", "2026-11-23T10:30 10:30", "9999999999w", "10h30", "۱۰:30",
  ])
  func whatIsNoTimeIsNotRead(text: String) { #expect(PromisedTime(text) == nil) }

  /// Clocks go forward at midnight in Santiago, and back in Madrid: an hour that is not there comes after the jump, one
  /// that is there twice is the first.
  @Test func clocksThatChange() throws {
    #expect(
      try moment("mañana 0:30", now: "2026-09-05T12:00:00Z", zone: "America/Santiago")
        == "2026-09-06T04:30:00Z")
    #expect(
      try moment("mañana", now: "2026-09-05T12:00:00Z", zone: "America/Santiago") == "2026-09-06T12:00:00Z")
    #expect(
      try moment("mañana 2:30", now: "2026-10-24T12:00:00Z", zone: "Europe/Madrid") == "2026-10-25T00:30:00Z")
  }

  /// At every hour of a fortnight each weekday is one of the seven days after today, and each time of day within a day.
  @Test func theNextOneIsNear() throws {
    let zone = try ZoneClock(named: "America/Santiago")
    let start = try #require(Instant(eventText: "2026-08-30T00:00:00Z"))
    for hour in Int64(0)..<14 * 24 {
      let now = start + hour * Seconds.hour
      let today = zone.localTime(of: now).date.daysSince1970
      let days = try ["lunes", "martes", "jueves", "domingo"].map { word in
        zone.localTime(of: try #require(PromisedTime(word)).instant(now: now, zone: zone)).date.daysSince1970
      }
      #expect(days.allSatisfy { (today + 1...today + 7).contains($0) } && Set(days).count == 4)
      let next = try #require(PromisedTime("12:00")).instant(now: now, zone: zone)
      #expect(next > now && next - now <= 25 * Seconds.hour)
    }
  }

  @Test func eventsTellIt() throws {
    for seconds in [Int64(0), 1_795_186_800, 253_402_300_799] {
      let instant = Instant(unixSeconds: seconds)
      #expect(Instant(eventText: instant.eventText) == instant)
    }
    #expect(Instant(eventText: "2026-11-04") == nil && Instant(eventText: "mañana") == nil)
  }
}
