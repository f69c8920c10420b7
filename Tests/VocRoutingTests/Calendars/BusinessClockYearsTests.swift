import Testing
import VocDomain
import VocRouting
import VocTesting

/// Spans of years, and a clock that was asked other things before.
@Suite struct BusinessClockYearsTests {
  private let shop = BusinessClockTests.shop

  /// Mexico City has kept one offset since 2023, so the days' hours are all that there is to sum.
  @Test func yearsAreTheSumOfTheirDays() throws {
    let first = try #require(CivilDate(year: 2023, month: 1, day: 1)).daysSince1970
    let last = try #require(CivilDate(year: 2035, month: 12, day: 31)).daysSince1970
    let seconds = (first...last).reduce(0) { sum, day in
      sum + shop.hours(on: CivilDate(daysSince1970: day)).reduce(0) { $0 + $1.end - $1.start }
    }
    let start = Instant(unixSeconds: Int64(first) * Seconds.day + 6 * Seconds.hour)
    let end = Instant(unixSeconds: Int64(last + 1) * Seconds.day + 6 * Seconds.hour)
    let clock = try BusinessClock(shop)
    #expect(clock.between(start, end) == Int64(seconds))
    // 31 December 2035 is a Monday and closes at 19:00.
    #expect(try clock.add(Int64(seconds), to: start) == end + -5 * Seconds.hour)
  }

  @Test(arguments: 1...10)
  func theOrderOfQuestionsChangesNoAnswer(seed: Int) throws {
    var chance = Chance(seed: UInt64(seed))
    var calendar = shop
    calendar.zone = "America/Santiago"
    calendar.holidays = "CL"
    let used = try BusinessClock(calendar)
    for _ in 0..<20 {
      let start = Instant(unixSeconds: Int64(chance.number(1_000_000_000...2_000_000_000)))
      let end = start + Int64(chance.number(0...200_000_000))
      let seconds = Int64(chance.number(0...30_000_000))
      #expect(used.between(start, end) == (try BusinessClock(calendar).between(start, end)))
      #expect(try used.add(seconds, to: start) == BusinessClock(calendar).add(seconds, to: start))
      #expect(used.isOpen(at: end) == (try BusinessClock(calendar).isOpen(at: end)))
      #expect(used.closing(after: end) == (try BusinessClock(calendar).closing(after: end)))
    }
  }
}
