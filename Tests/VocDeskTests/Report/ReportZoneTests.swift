import Testing
import VocDesk
import VocDomain

@Suite struct ReportZoneTests {
  /// At midnight UTC it is the day before in Mexico City, whatever computer asks.
  @Test func todayIsWhereTheReportsDaysAre() throws {
    let fixture = try DeskFixture()
    #expect(try fixture.desk(zone: "Asia/Tokyo").today() == CivilDate(year: 2026, month: 4, day: 1))
    _ = try fixture.desk(zone: "America/Mexico_City").record(.init(survey: .nps, score: 9))
    #expect(try fixture.desk(zone: "Asia/Tokyo").today() == CivilDate(year: 2026, month: 3, day: 31))
  }
}
