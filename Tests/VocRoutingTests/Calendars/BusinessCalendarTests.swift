import Testing
import VocDomain
import VocRouting

@Suite struct BusinessCalendarTests {
  private static let office = BusinessCalendar(
    name: "oficina", zone: "America/Mexico_City",
    week: Array(repeating: [.at(9, 14), .at(16, 19)], count: 5) + [[.at(10, 14)], []], holidays: "MX",
    exceptions: [CivilDate(daysSince1970: 20_781): [.at(10, 11)]])

  @Test(arguments: [
    (2026, 11, 12, [OpenHours.at(9, 14), .at(16, 19)]),
    (2026, 11, 14, [.at(10, 14)]),
    (2026, 11, 15, []),
    // The Revolution's Monday.
    (2026, 11, 16, []),
    // The exception.
    (2026, 11, 24, [.at(10, 11)]),
    (2026, 11, 17, [.at(9, 14), .at(16, 19)]),
  ])
  func hoursOfADay(year: Int, month: Int, day: Int, hours: [OpenHours]) throws {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    #expect(BusinessCalendarTests.office.hours(on: date) == hours)
  }

  @Test func anExceptionReplacesWeekdayAndHoliday() throws {
    var calendar = BusinessCalendarTests.office
    let revolution = try #require(CivilDate(year: 2026, month: 11, day: 16))
    let thursday = try #require(CivilDate(year: 2026, month: 11, day: 12))
    calendar.exceptions = [revolution: [.at(8, 10)], thursday: []]
    #expect(calendar.hours(on: revolution) == [.at(8, 10)])
    #expect(calendar.hours(on: thursday) == [])
  }

  @Test(arguments: [
    ([OpenHours.at(9, 14), .at(14, 24)], [OpenHours]()),
    ([.at(9, 14), .at(13, 19)], [.at(13, 19)]),
    ([.at(16, 19), .at(9, 14)], [.at(9, 14)]),
    ([.at(9, 9)], [.at(9, 9)]),
    ([.at(14, 9)], [.at(14, 9)]),
    ([.at(20, 25)], [.at(20, 25)]),
    ([.at(-1, 5)], [.at(-1, 5)]),
  ])
  func problemsOfHours(hours: [OpenHours], wrong: [OpenHours]) throws {
    let date = try #require(CivilDate(year: 2026, month: 11, day: 12))
    let open = [[OpenHours.at(9, 10)]] + Array(repeating: [], count: 6)
    let onWeekday = BusinessCalendar(name: "c", zone: "UTC", week: [[], hours] + open.dropFirst(2))
    #expect(onWeekday.problems == wrong.map { .wrongHours($0, on: .weekday(1)) })
    let onDate = BusinessCalendar(name: "c", zone: "UTC", week: open, exceptions: [date: hours])
    #expect(onDate.problems == wrong.map { .wrongHours($0, on: .date(date)) })
  }

  @Test func aCalendarThatNeverOpensIsAProblem() {
    let closed = BusinessCalendar(name: "cerrada", zone: "UTC", week: Array(repeating: [], count: 7))
    #expect(closed.problems == [.neverOpen("cerrada")])
    #expect(BusinessCalendarTests.office.problems == [])
    #expect(BusinessCalendar.always(zone: "UTC").problems == [])
  }
}

extension OpenHours {
  /// From one hour of the day to another.
  static func at(_ start: Int, _ end: Int) -> OpenHours { OpenHours(start: start * 3600, end: end * 3600) }
}
