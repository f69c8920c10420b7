import Testing
import VocDomain

@testable import VocRouting

@Suite struct HolidaysTests {
  @Test(arguments: [
    (2000, "2000-04-23"), (2008, "2008-03-23"), (2011, "2011-04-24"), (2024, "2024-03-31"),
    (2026, "2026-04-05"), (2027, "2027-03-28"), (2028, "2028-04-16"), (2038, "2038-04-25"),
    (1818, "1818-03-22"),
  ])
  func easter(year: Int, sunday: String) {
    #expect(CivilDate.easter(ofYear: year).map(dayText) == sunday)
  }

  private func dates(_ country: String, _ year: Int) -> [String] {
    Holidays.days(of: country, in: year).map { String(dayText($0.date).dropFirst(5)) }
  }

  @Test func colombiaIn2025() {
    #expect(
      dates("CO", 2025) == [
        "01-01", "01-06", "03-24", "04-17", "04-18", "05-01", "06-02", "06-23", "06-30", "06-30", "07-20",
        "08-07", "08-18", "10-13", "11-03", "11-17", "12-08", "12-25",
      ])
  }

  /// The eighteen of Ley 51 de 1983 and the one that Ley 2578 added in June of that year.
  @Test func colombiaIn2026() {
    #expect(
      dates("CO", 2026) == [
        "01-01", "01-12", "03-23", "04-02", "04-03", "05-01", "05-18", "06-08", "06-15", "06-29", "07-13",
        "07-20", "08-07", "08-17", "10-12", "11-02", "11-16", "12-08", "12-25",
      ])
  }

  @Test(arguments: [
    ("MX", 2024, "10-01", true), ("MX", 2026, "10-01", false), ("MX", 2030, "10-01", true),
    ("MX", 2018, "12-01", true), ("MX", 2024, "12-01", false), ("MX", 2026, "11-16", true),
    ("BR", 2023, "11-20", false), ("BR", 2024, "11-20", true),
    ("CL", 2017, "01-02", true), ("CL", 2016, "09-19", true), ("CL", 2025, "06-20", true),
    ("CL", 2026, "06-21", true), ("CL", 2020, "06-20", false), ("CL", 2023, "10-27", true),
    ("AR", 2022, "06-17", true), ("AR", 2026, "06-15", true), ("AR", 2016, "11-28", true),
    ("DO", 2023, "08-14", true), ("DO", 2024, "08-16", true),
    ("EC", 2016, "05-24", true), ("EC", 2022, "05-23", true), ("EC", 2021, "12-31", true),
    ("EC", 2022, "01-01", false), ("PA", 2024, "07-01", true), ("PA", 2023, "07-01", false),
    ("HN", 2026, "10-07", true), ("HN", 2026, "10-09", true), ("HN", 2026, "10-10", false),
    ("PE", 2023, "06-07", false), ("PE", 2024, "06-07", true), ("CO", 2025, "07-14", false),
    ("CR", 2018, "10-15", true), ("CR", 2020, "10-12", false), ("ES", 2022, "05-01", false),
    ("PR", 2026, "05-25", true), ("PR", 2026, "11-26", true), ("UY", 2026, "03-01", false),
  ])
  func aLawThatChangedOrMoves(country: String, year: Int, day: String, isHoliday: Bool) {
    #expect(dates(country, year).contains(day) == isHoliday)
  }

  @Test func aHolidayHasANameAndALaw() throws {
    let revolution = try #require(
      Holidays.days(of: "MX", in: 2026).first { dayText($0.date) == "2026-11-16" })
    #expect(revolution.name == "Día de la Revolución")
    #expect(revolution.source == "Ley Federal del Trabajo, art. 74")
    #expect(Holidays.days(of: "BR", in: 2026).last?.name == "Natal")
  }

  @Test(arguments: Holidays.countries)
  func everyYearIsInOrderAndItsOwn(country: String) {
    for year in 2015...2035 {
      let days = Holidays.days(of: country, in: year)
      #expect((5...20).contains(days.count), "\(country) \(year)")
      #expect(days.map(\.date) == days.map(\.date).sorted())
      #expect(days.allSatisfy { $0.date.components.year == year && !$0.name.isEmpty && !$0.source.isEmpty })
    }
  }

  @Test func anUnknownCountryHasNone() {
    #expect(Holidays.days(of: "XX", in: 2026).isEmpty)
    #expect(Holidays.days(of: "MX", in: 0).isEmpty)
  }
}
