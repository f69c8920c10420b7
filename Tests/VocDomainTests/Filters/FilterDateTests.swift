import Testing

@testable import VocDomain

@Suite struct FilterDateTests {
  private func instant(_ text: String) throws -> Instant {
    guard case .instant(let instant) = FilterDate(text) else { throw VocError.unknownZone(text, nearest: []) }
    return instant
  }

  /// Now is Wednesday, 2026-11-04, 01:30 in Mexico City (UTC-6, no summer time), 07:30 in UTC.
  @Test(arguments: [
    ("2026-11", "2026-11-01T06:00:00Z", "2026-12-01T06:00:00Z"),
    ("2026", "2026-01-01T06:00:00Z", "2027-01-01T06:00:00Z"),
    ("2026-12", "2026-12-01T06:00:00Z", "2027-01-01T06:00:00Z"),
    ("2026-11-01", "2026-11-01T06:00:00Z", "2026-11-02T06:00:00Z"),
    ("2026-11-01T10:30", "2026-11-01T16:30:00Z", "2026-11-01T16:31:00Z"),
    ("2026-11-01T10:30:15", "2026-11-01T16:30:15Z", "2026-11-01T16:30:16Z"),
    ("2026-11-01T10:30:15+02:00", "2026-11-01T08:30:15Z", "2026-11-01T08:30:16Z"),
    ("today", "2026-11-04T06:00:00Z", "2026-11-05T06:00:00Z"),
    ("ayer", "2026-11-03T06:00:00Z", "2026-11-04T06:00:00Z"),
    ("tomorrow", "2026-11-05T06:00:00Z", "2026-11-06T06:00:00Z"),
    ("este-mes", "2026-11-01T06:00:00Z", "2026-12-01T06:00:00Z"),
    ("wednesday", "2026-11-04T06:00:00Z", "2026-11-05T06:00:00Z"),
    ("martes", "2026-11-03T06:00:00Z", "2026-11-04T06:00:00Z"),
    ("monday", "2026-11-02T06:00:00Z", "2026-11-03T06:00:00Z"),
    ("sunday", "2026-11-01T06:00:00Z", "2026-11-02T06:00:00Z"),
    ("sabado", "2026-10-31T06:00:00Z", "2026-11-01T06:00:00Z"),
    ("friday", "2026-10-30T06:00:00Z", "2026-10-31T06:00:00Z"),
    ("jueves", "2026-10-29T06:00:00Z", "2026-10-30T06:00:00Z"),
    ("-3h", "2026-11-04T04:30:00Z", "2026-11-04T04:30:01Z"),
    ("-1w", "2026-10-28T07:30:00Z", "2026-10-28T07:30:01Z"),
  ])
  func datesBecomePeriods(text: String, from: String, to: String) throws {
    let date = try #require(FilterDate(text))
    let zone = try ZoneClock(named: "America/Mexico_City")
    let period = date.period(now: try instant("2026-11-04T07:30:00Z"), zone: zone)
    #expect(period == (try instant(from))..<(try instant(to)))
  }

  /// Today is 2026-11-04.
  @Test(arguments: [
    ("2026", "2026-01-01", "2026-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2026-11-01", "2026-11-01", "2026-11-01"), ("hoy", "2026-11-04", "2026-11-04"),
    ("yesterday", "2026-11-03", "2026-11-03"), ("-7d", "2026-10-28", "2026-10-28"),
    ("-4w", "2026-10-07", "2026-10-07"), ("-48h", "2026-11-02", "2026-11-02"),
    ("este-mes", "2026-11-01", "2026-11-30"), ("lunes", "2026-11-02", "2026-11-02"),
  ])
  func datesAreWholeDays(text: String, first: String, last: String) throws {
    func day(_ text: String) throws -> CivilDate {
      guard case .day(let day) = FilterDate(text) else { throw VocError.unreadableTime(text) }
      return day
    }
    let days = try FilterDate(text)?.wholeDays { try day("2026-11-04") }
    #expect(days == (try day(first).daysSince1970)...(try day(last).daysSince1970))
  }

  @Test(arguments: ["-36h", "-90m", "2026-11-01T10:30", "2026-11-01T10:30:15Z"])
  func momentsAreNoDays(text: String) throws {
    let date = try #require(FilterDate(text))
    #expect(date.wholeDays { CivilDate(daysSince1970: 20_000) } == nil)
  }

  /// Days of 23 and 25 hours, and days that have no midnight.
  @Test(arguments: [
    ("Europe/Madrid", "2026-03-29", "2026-03-28T23:00:00Z", 23),
    ("Europe/Madrid", "2026-10-25", "2026-10-24T22:00:00Z", 25),
    ("America/New_York", "2026-03-08", "2026-03-08T05:00:00Z", 23),
    ("America/New_York", "2026-11-01", "2026-11-01T04:00:00Z", 25),
    ("America/Santiago", "2026-09-06", "2026-09-06T04:00:00Z", 23),
    ("America/Santiago", "2026-04-04", "2026-04-04T03:00:00Z", 25),
    ("America/Havana", "2026-11-01", "2026-11-01T04:00:00Z", 25),
    ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z", 0),
    ("UTC", "0001-01-01", "0001-01-01T00:00:00Z", 24), ("UTC", "9999-12-31", "9999-12-31T00:00:00Z", 24),
  ])
  func daysFollowTheZone(zone: String, day: String, start: String, hours: Int64) throws {
    let clock = try ZoneClock(named: zone)
    let period = try #require(FilterDate(day)).period(now: Instant(unixSeconds: 0), zone: clock)
    #expect(period.lowerBound == (try instant(start)))
    #expect(period.upperBound - period.lowerBound == hours * Seconds.hour)
  }

  /// At 22:30 UTC it is Thursday in Tokyo and still Wednesday in Mexico City.
  @Test func todayDependsOnTheZone() throws {
    let now = try instant("2026-11-04T22:30:00Z")
    let tokyo = try ZoneClock(named: "Asia/Tokyo")
    let mexico = try ZoneClock(named: "America/Mexico_City")
    #expect(
      FilterDate.today.period(now: now, zone: tokyo).lowerBound == (try instant("2026-11-04T15:00:00Z")))
    #expect(
      FilterDate.today.period(now: now, zone: mexico).lowerBound == (try instant("2026-11-04T06:00:00Z")))
    let thursday = FilterDate.weekday(.thursday)
    #expect(thursday.period(now: now, zone: tokyo).contains(now))
    #expect(!thursday.period(now: now, zone: mexico).contains(now))
  }

  /// Every hour of two years lies in today, and in exactly one weekday of the last seven days.
  @Test(arguments: ["America/Santiago", "Europe/Madrid", "America/Havana", "UTC"])
  func nowLiesInTodayAndInItsWeekday(zone: String) throws {
    let clock = try ZoneClock(named: zone)
    var now = try instant("2026-01-01T00:00:00Z")
    for _ in 0..<2 * 366 * 8 {
      let today = FilterDate.today.period(now: now, zone: clock)
      let yesterday = FilterDate.yesterday.period(now: now, zone: clock)
      let weekdays = Weekday.allCases.map {
        FilterDate.weekday($0).period(now: now, zone: clock)
      }
      #expect(today.contains(now) && yesterday.upperBound == today.lowerBound)
      #expect(weekdays.filter { $0.contains(now) } == [today])
      #expect(Set(weekdays).count == 7 && weekdays.allSatisfy { $0.lowerBound <= now })
      #expect(FilterDate.thisMonth.period(now: now, zone: clock).contains(now))
      now = now + 3 * Seconds.hour
    }
  }
}
