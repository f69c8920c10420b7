import Testing
import VocDomain
import VocRouting

@Suite struct BusinessClockTests {
  static let zone = "America/Mexico_City"

  /// Monday to Friday 09-14 and 16-19, Saturday 10-14, closed on Mexico's holidays: Monday 2026-11-16 is one.
  static let shop = BusinessCalendar(
    name: "tienda", zone: zone,
    week: Array(repeating: [.at(9, 14), .at(16, 19)], count: 5) + [[.at(10, 14)], []], holidays: "MX")

  @Test(arguments: [
    (13, 18, 30, 60, 14, 10, 30), (14, 13, 30, 60, 17, 9, 30), (12, 13, 30, 60, 12, 16, 30),
    (13, 18, 0, 60, 13, 19, 0), (13, 19, 0, 1, 14, 10, 1), (13, 19, 0, 0, 14, 10, 0),
    (12, 11, 0, 0, 12, 11, 0), (12, 15, 0, 0, 12, 16, 0), (12, 8, 0, 5 * 60, 12, 14, 0),
    (12, 8, 0, 8 * 60, 12, 19, 0), (15, 12, 0, 1, 17, 9, 1),
  ])
  func addsMinutes(
    day: Int, hour: Int, minute: Int, minutes: Int, endDay: Int, endHour: Int, endMinute: Int
  ) throws {
    let clock = try BusinessClock(BusinessClockTests.shop)
    let start = try november(day, hour, minute)
    let end = try november(endDay, endHour, endMinute)
    #expect(try clock.add(Int64(minutes) * 60, to: start) == end)
  }

  @Test func aPauseStopsTheClock() throws {
    let clock = try BusinessClock(BusinessClockTests.shop)
    let (start, end) = (try november(12, 11), try november(13, 13))
    let pause = try november(12, 12)..<november(13, 10)
    #expect(try clock.add(4 * Seconds.hour, to: start, pauses: [pause]) == end)
    #expect(clock.between(start, end) == 10 * Seconds.hour)
    #expect(clock.between(start, end, pauses: [pause]) == 4 * Seconds.hour)
  }

  @Test func pausesMayOverlapAndStandInAnyOrder() throws {
    let clock = try BusinessClock(BusinessClockTests.shop)
    let (start, end) = (try november(12, 11), try november(13, 13))
    let pauses = [
      try november(13, 9)..<november(13, 10), try november(12, 12)..<november(12, 19),
      try november(12, 18)..<november(13, 9, 30), try november(12, 13)..<november(12, 13),
      try november(10, 9)..<november(11, 9), try november(13, 13)..<november(14, 9),
    ]
    #expect(clock.between(start, end, pauses: pauses) == 4 * Seconds.hour)
    #expect(try clock.add(4 * Seconds.hour, to: start, pauses: pauses) == end)
  }

  /// Used up exactly where a pause begins: there; no time to add inside a pause: its end or the next opening.
  @Test func whatEndsAtAPause() throws {
    let clock = try BusinessClock(BusinessClockTests.shop)
    let pause = try november(12, 12)..<november(12, 15)
    #expect(try clock.add(Seconds.hour, to: november(12, 11), pauses: [pause]) == november(12, 12))
    #expect(try clock.add(0, to: november(12, 13), pauses: [pause]) == november(12, 16))
    #expect(try clock.add(0, to: november(12, 12), pauses: [pause]) == november(12, 16))
    #expect(try clock.add(0, to: november(12, 11), pauses: [pause]) == november(12, 11))
  }

  @Test(
    arguments: [
      (12, 8, 59, false, 12, 9, 0, nil), (12, 9, 0, true, 12, 9, 0, 14), (12, 13, 59, true, 12, 13, 59, 14),
      (12, 14, 0, false, 12, 16, 0, nil), (14, 14, 0, false, 17, 9, 0, nil),
      (16, 10, 0, false, 17, 9, 0, nil),
      (17, 18, 0, true, 17, 18, 0, 19),
    ] as [(Int, Int, Int, Bool, Int, Int, Int, Int?)])
  func openings(
    day: Int, hour: Int, minute: Int, isOpen: Bool, nextDay: Int, nextHour: Int, nextMinute: Int,
    closing: Int?
  ) throws {
    let clock = try BusinessClock(BusinessClockTests.shop)
    let instant = try november(day, hour, minute)
    #expect(clock.isOpen(at: instant) == isOpen)
    #expect(try clock.opening(atOrAfter: instant) == november(nextDay, nextHour, nextMinute))
    #expect(clock.closing(after: instant) == (try closing.map { try november(day, $0) }))
  }

  @Test func workPastMidnightIsOneStretch() throws {
    let week: [[OpenHours]] = [[], [], [], [], [.at(22, 24)], [.at(0, 6)], []]
    let clock = try BusinessClock(BusinessCalendar(name: "noche", zone: BusinessClockTests.zone, week: week))
    let friday = try november(13, 23)
    #expect(clock.closing(after: friday) == (try november(14, 6)))
    #expect(try clock.add(7 * Seconds.hour, to: friday) == november(14, 6))
    #expect(try clock.add(7 * Seconds.hour + 60, to: friday) == november(20, 22, 1))
    #expect(clock.between(friday, try november(14, 3)) == 4 * Seconds.hour)
    #expect(clock.isOpen(at: try november(14, 0)))
  }

  @Test func anExceptionWinsOverTheHoliday() throws {
    var calendar = BusinessClockTests.shop
    calendar.exceptions = [
      try #require(CivilDate(year: 2026, month: 11, day: 16)): [.at(9, 10)],
      try #require(CivilDate(year: 2026, month: 11, day: 17)): [],
    ]
    let clock = try BusinessClock(calendar)
    #expect(try clock.add(Seconds.hour + 60, to: november(14, 14)) == november(18, 9, 1))
    #expect(clock.between(try november(15, 0), try november(18, 0)) == Seconds.hour)
  }

  @Test func aroundTheClock() throws {
    let clock = try BusinessClock(.always(zone: "America/Santiago"))
    let (start, end) = (Instant(unixSeconds: 1_700_000_000), Instant(unixSeconds: 1_900_000_000))
    #expect(clock.between(start, end) == 200_000_000)
    #expect(try clock.add(200_000_000, to: start) == end)
    #expect(clock.isOpen(at: start))
    #expect(clock.closing(after: start) == nil)
    #expect(try clock.opening(atOrAfter: start) == start)
  }

  @Test func nothingLiesBetweenAnEndAndItsStart() throws {
    let clock = try BusinessClock(BusinessClockTests.shop)
    #expect(clock.between(try november(13, 12), try november(12, 12)) == 0)
    #expect(clock.between(try november(12, 12), try november(12, 12)) == 0)
  }

  @Test func aCalendarThatNeverOpensIsRefused() {
    let closed = BusinessCalendar(name: "cerrada", zone: "UTC", week: Array(repeating: [], count: 7))
    #expect(throws: CalendarProblem.neverOpen("cerrada")) { try BusinessClock(closed) }
  }

  @Test func aCalendarOfOneDayEndsWithIt() throws {
    let day = try #require(CivilDate(year: 2026, month: 11, day: 20))
    let sale = BusinessCalendar(
      name: "venta", zone: BusinessClockTests.zone, week: Array(repeating: [], count: 7),
      exceptions: [day: [.at(10, 20)]])
    let clock = try BusinessClock(sale)
    let start = try november(12, 11)
    #expect(try clock.add(10 * Seconds.hour, to: start) == november(20, 20))
    #expect(throws: CalendarProblem.opensNoMore("venta")) { try clock.add(10 * Seconds.hour + 1, to: start) }
    #expect(throws: CalendarProblem.opensNoMore("venta")) { try clock.opening(atOrAfter: november(20, 20)) }
    #expect(clock.between(start, try november(30, 0)) == 10 * Seconds.hour)
  }

  /// However far the only open day is: days are taken in by the year.
  @Test(arguments: 360...375)
  func aCalendarThatOpensLate(days: Int) throws {
    let first = try #require(CivilDate(year: 2026, month: 11, day: 12)).daysSince1970
    let calendar = BusinessCalendar(
      name: "feria", zone: "UTC", week: Array(repeating: [], count: 7),
      exceptions: [CivilDate(daysSince1970: first + days): [.at(10, 20)]])
    let opening = Instant(unixSeconds: Int64(first + days) * Seconds.day + 10 * Seconds.hour)
    let start = Instant(unixSeconds: Int64(first) * Seconds.day)
    #expect(try BusinessClock(calendar).opening(atOrAfter: start) == opening)
    #expect(try BusinessClock(calendar).add(60, to: start) == opening + 60)
  }

  @Test func whatCannotBeCountedIsRefused() throws {
    var calendar = BusinessClockTests.shop
    calendar.zone = "America/Mexico_Citi"
    #expect(throws: VocError.self) { try BusinessClock(calendar) }
    calendar.zone = BusinessClockTests.zone
    calendar.holidays = "XX"
    #expect(throws: VocError.unknownCountry("XX")) { try BusinessClock(calendar) }
    calendar.holidays = nil
    calendar.week[2] = [.at(14, 9)]
    #expect(throws: CalendarProblem.wrongHours(.at(14, 9), on: .weekday(2))) { try BusinessClock(calendar) }
  }

  /// Beyond the years that a clock knows it is closed; no instant and no sum traps.
  @Test func farAwayIsClosed() throws {
    let clock = try BusinessClock(.always(zone: "UTC"))
    let (first, last) = (Instant(unixSeconds: .min), Instant(unixSeconds: .max))
    #expect(clock.between(first, last) == 109_573 * Seconds.day - 1)
    #expect(!clock.isOpen(at: first) && !clock.isOpen(at: last))
    #expect(throws: CalendarProblem.opensNoMore("24/7")) { try clock.add(.max, to: november(12, 11)) }
  }

  private func november(_ day: Int, _ hour: Int, _ minute: Int = 0) throws -> Instant {
    let local = try #require(LocalTime(year: 2026, month: 11, day: day, hour: hour, minute: minute))
    return try ZoneClock(named: BusinessClockTests.zone).instant(of: local)
  }
}
