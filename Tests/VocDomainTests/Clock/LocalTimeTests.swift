import Foundation
import Testing
import VocDomain

@Suite struct LocalTimeTests {
  @Test func civilDatesRoundTripOverFourCenturies() {
    for day in -80_000...80_000 {
      let (year, month, dayOfMonth) = CivilDate(daysSince1970: day).components
      #expect(CivilDate(year: year, month: month, day: dayOfMonth)?.daysSince1970 == day)
    }
  }

  /// The last month of all, and the one before the first: no range may stand upside down.
  @Test func everyMonthHasItsDays() {
    for month in -23_640...97_000 {
      #expect((28...31).contains(CivilDate.days(ofMonth: month).count))
    }
  }

  @Test(arguments: [(2023, 2, 29), (2024, 4, 31), (2024, 13, 1), (2024, 0, 1), (2100, 2, 29)])
  func impossibleDatesAreRefused(year: Int, month: Int, day: Int) {
    #expect(LocalTime(year: year, month: month, day: day) == nil)
  }

  @Test func wallClockAgreesWithFoundation() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    for seconds in stride(from: Int64(-3_000_000_000), through: 4_000_000_000, by: 98_765_431) {
      let local = LocalTime(wallSeconds: seconds)
      let parts = calendar.dateComponents(
        [.year, .month, .day, .hour, .minute, .second],
        from: Date(timeIntervalSince1970: TimeInterval(seconds)))
      let date = local.date.components
      #expect(parts.year == date.year && parts.month == date.month && parts.day == date.day)
      #expect(parts.hour == local.hour && parts.minute == local.minute && parts.second == local.second)
    }
  }
}

@Suite struct ZoneClockTests {
  @Test(arguments: ["America/Mexico_City", "America/Santiago", "America/Sao_Paulo", "UTC", "Asia/Kolkata"])
  func instantsRoundTrip(zone: String) throws {
    let clock = try ZoneClock(named: zone)
    for seconds in stride(from: Int64(1_500_000_000), to: 1_800_000_000, by: 1_234_567) {
      let instant = Instant(unixSeconds: seconds)
      let local = clock.localTime(of: instant)
      let back = clock.instant(of: local)
      #expect(clock.localTime(of: back) == local)
      #expect(
        Int(clock.offset(at: instant))
          == clock.zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
    }
  }

  /// In any order, across every change since 1960: half hours, days left out, a Ramadan without summer time.
  @Test(arguments: [
    "America/Santiago", "America/Caracas", "Africa/Casablanca", "Pacific/Apia", "Asia/Pyongyang",
    "Australia/Lord_Howe",
  ])
  func momentsComeInAnyOrder(zone: String) throws {
    let clock = try ZoneClock(named: zone)
    var generator = SplitMix64(seed: 46)
    for _ in 0..<20_000 {
      let seconds = Int64(generator.number(in: -315_000_000...2_000_000_000))
      let expected = clock.zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
      #expect(Int(clock.offset(at: Instant(unixSeconds: seconds))) == expected, "\(seconds)")
    }
  }

  /// Santiago, 2024-04-06 24:00 back to 23:00, 2024-09-08 00:00 forward to 01:00.
  @Test func aRepeatedHourIsItsFirstOccurrenceAndASkippedOneMovesOn() throws {
    let clock = try ZoneClock(named: "America/Santiago")
    let repeated = try #require(LocalTime(year: 2024, month: 4, day: 6, hour: 23, minute: 30))
    #expect(clock.instant(of: repeated).unixSeconds == 1_712_457_000)
    let skipped = try #require(LocalTime(year: 2024, month: 9, day: 8, hour: 0, minute: 30))
    let after = clock.localTime(of: clock.instant(of: skipped))
    #expect(after.hour == 1 && after.minute == 30)
  }

  @Test func anUnknownZoneSuggestsTheNearest() {
    #expect(throws: VocError.unknownZone("America/Mexico_Cty", nearest: ["America/Mexico_City"])) {
      try ZoneClock(named: "America/Mexico_Cty")
    }
  }
}
