import Testing
import VocDomain
import VocRouting

@Suite struct BusinessCalendarTests {
  @Test func aCalendarHasSevenDays() {
    let calendar = BusinessCalendar(name: "oficina", zone: "UTC", week: Array(repeating: [], count: 7))
    #expect(calendar.week.count == 7)
  }
}
