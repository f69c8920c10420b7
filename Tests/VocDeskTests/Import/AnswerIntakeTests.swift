import Testing
import VocDesk
import VocDomain

@Suite struct AnswerIntakeTests {
  private static let header = "Fecha,Encuesta,Calificación,Cliente,Teléfono\n"

  /// On a server in UTC the days of the reports are still the business's.
  @Test func theFirstImportOfAnswersFixesTheZoneOfTheReports() throws {
    let fixture = try DeskFixture()
    for (row, zone) in [("13/10/2026 22:00,NPS,9", "America/Mexico_City"), ("14/10/2026 22:00,NPS,9", "UTC")]
    {
      try fixture.importText(Self.header + row + ",,\n", as: "encuesta.csv") { $0.zone = zone }
      #expect(try fixture.desk(zone: "UTC").reportZone() == "America/Mexico_City")
    }
  }

  @Test func aNumberTakesTheNameOfItsAnswerButANameStays() throws {
    let fixture = try DeskFixture()
    func answer(_ score: Int, _ name: String) throws -> [String] {
      try fixture.importText(
        Self.header + "13/10/2026 22:00,NPS,\(score),\(name),+52 55 7267 1122\n", as: "\(score).csv")
      return try fixture.desk().customers(limit: 9).map(\.customer.name)
    }
    #expect(try answer(9, "") == ["+52 55 7267 1122"])
    #expect(try answer(8, "55 7267 1122") == ["+52 55 7267 1122"])
    #expect(try answer(7, "Norma Villaseñor") == ["Norma Villaseñor"])
    #expect(try answer(6, "Norma V.") == ["Norma Villaseñor"])
    #expect(try fixture.desk().customers(prefix: "norma", limit: 9).count == 1)
  }
}
