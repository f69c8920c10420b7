import Testing
import VocDesk
import VocDomain

@testable import voc

@Suite struct HoursTextTests {
  private static func hours(_ stretches: (Int, Int)...) -> [OpenHours] {
    stretches.map { OpenHours(start: $0 * 60, end: $1 * 60) }
  }
  private static let day = hours((540, 1080))
  private static let morning = hours((540, 780))

  static let weeks: [([[OpenHours]], String, String)] = [
    (
      [day, day, day, day, day, morning, []], "lunes a viernes 9:00–18:00, sábado 9:00–13:00",
      "Monday to Friday 9:00–18:00, Saturday 9:00–13:00"
    ),
    (
      [hours((540, 840), (960, 1140)), [], [], [], [], morning, morning],
      "lunes 9:00–14:00 y 16:00–19:00, sábado y domingo 9:00–13:00",
      "Monday 9:00–14:00 and 16:00–19:00, Saturday and Sunday 9:00–13:00"
    ),
    (Array(repeating: day, count: 7), "todos los días 9:00–18:00", "every day 9:00–18:00"),
    (
      [day, [], day, [], day, [], []], "lunes 9:00–18:00, miércoles 9:00–18:00, viernes 9:00–18:00",
      "Monday 9:00–18:00, Wednesday 9:00–18:00, Friday 9:00–18:00"
    ),
    (
      [[.wholeDay], [.wholeDay], [], [], [], [], []], "lunes y martes las 24 horas",
      "Monday and Tuesday around the clock"
    ),
    (
      [
        hours((1320, 1440)), hours((0, 360), (1320, 1440)), hours((0, 360)), [], [], [],
        [],
      ], "lunes y martes 22:00–6:00 del día siguiente", "Monday and Tuesday 22:00–6:00 of the next day"
    ),
    (
      [hours((0, 120), (600, 605)), [], [], [], [], [], hours((1380, 1440))],
      "lunes 10:00–10:05, domingo 23:00–2:00 del día siguiente",
      "Monday 10:00–10:05, Sunday 23:00–2:00 of the next day"
    ),
    ([hours((600, 1440)), [], [], [], [], [], []], "lunes 10:00–24:00", "Monday 10:00–24:00"),
    ([[], [], [], [], [], [], []], "cerrado", "closed"),
  ]

  @Test(arguments: weeks)
  func weeksReadAsPeopleSayThem(week: [[OpenHours]], es: String, en: String) {
    #expect(HoursText(language: .es).week(week) == es)
    #expect(HoursText(language: .en).week(week) == en)
  }

  @Test func holidaysAndTheWholeClock() {
    var calendar = BusinessCalendar(name: "x", zone: "UTC", week: Array(repeating: [.wholeDay], count: 7))
    #expect(HoursText(language: .es).text(calendar) == "todos los días, las 24 horas")
    calendar.holidays = "MX"
    #expect(HoursText(language: .es).text(calendar) == "todos los días las 24 horas; cerrado en feriados")
    #expect(
      HoursText(language: .en).text(calendar) == "every day around the clock; closed on public holidays")
    #expect(HoursText(language: .en).day([]) == "closed")
  }

  @Test func datesAreWritten() throws {
    let date = try #require(CivilDate(year: 2026, month: 12, day: 25))
    #expect(HoursText(language: .es).date(date, year: 2026) == "viernes 25 de diciembre")
    #expect(HoursText(language: .es).date(date, year: 2025) == "viernes 25 de diciembre de 2026")
    #expect(HoursText(language: .en).date(date, year: 2025) == "Friday 25 December 2026")
  }
}
