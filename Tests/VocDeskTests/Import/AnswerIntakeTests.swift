import Testing
import VocDesk
import VocDomain

@Suite struct AnswerIntakeTests {
  private static let header = "Fecha,Encuesta,Calificación,Cliente,Teléfono\n"

  /// On a server in UTC the days of the reports are still the business's.
  /// In November 2026, when all the answers below have been given.
  private static func fixture() throws -> DeskFixture {
    let fixture = try DeskFixture()
    fixture.clock = Instant(unixSeconds: 1_795_000_000)
    return fixture
  }

  @Test func theFirstImportOfAnswersFixesTheZoneOfTheReports() throws {
    let fixture = try Self.fixture()
    for (row, zone) in [("13/10/2026 22:00,NPS,9", "America/Mexico_City"), ("14/10/2026 22:00,NPS,9", "UTC")]
    {
      try fixture.importText(Self.header + row + ",,\n", as: "encuesta.csv") { $0.zone = zone }
      #expect(try fixture.desk(zone: "UTC").reportZone() == "America/Mexico_City")
    }
  }

  @Test func aNumberTakesTheNameOfItsAnswerButANameStays() throws {
    let fixture = try Self.fixture()
    func answer(_ score: Int, _ name: String) throws -> [String] {
      try fixture.importText(
        Self.header + "13/10/2026 22:00,NPS,\(score),\(name),+52 55 7267 1122\n", as: "\(score).csv")
      return try fixture.desk().customers(limit: 9).map(\.customer.name)
    }
    #expect(try answer(9, "") == ["+52 55 7267 1122"])
    #expect(try answer(8, "55 7267 1122") == ["+52 55 7267 1122"])
    #expect(try answer(7, "Norma Villaseñor") == ["Norma Villaseñor"])
    #expect(try answer(6, "Norma V.") == ["Norma Villaseñor"])
    #expect(try fixture.desk().customers(matching: "norma", limit: 9).count == 1)
  }

  /// Two branches' anonymous answers differ in a column that no field takes.
  @Test func everyCellTellsAnswersApart() throws {
    let fixture = try Self.fixture()
    let header = "Fecha,Encuesta,Calificación,Sucursal\n"
    for branch in ["Roma", "Condesa", "Roma"] {
      try fixture.importText(header + "13/10/2026,CSAT,5,\(branch)\n", as: "\(branch).csv")
    }
    #expect(try fixture.desk().satisfaction(since: nil, until: nil, by: nil).surveys.csat.n == 2)
  }

  @Test func aPhoneWithoutACountryIsKeptBesideTheName() throws {
    let fixture = try Self.fixture()
    let report = try fixture.importText(
      Self.header + "13/10/2026 22:00,NPS,9,Ñusta,55 1111 2222\n", as: "encuesta.csv")
    #expect(report.files[0].unlinkedPhones.withoutCountry == 1 && report.customers == 0)
    #expect(try fixture.rows("SELECT respondent FROM answer") == ["Ñusta · 55 1111 2222"])
    let again = try fixture.importText(
      Self.header + "13/10/2026 22:00,NPS,9,Ñusta,55 1111 2222\n", as: "encuesta.csv"
    ) { $0.country = "MX" }
    #expect(again.knownAnswers == 1 && again.newAnswers == 0 && again.newCustomers == 1)
    #expect(
      try fixture.rows(
        "SELECT name FROM customer JOIN answer ON customer_id = customer.id WHERE respondent IS NULL")
        == ["Ñusta"])
  }

  /// What somebody signed is the same answer after a column about its handling has changed.
  @Test func aSignedAnswerIsKnownByWhatItSays() throws {
    let fixture = try Self.fixture()
    for state in ["abierto", "cerrado"] {
      try fixture.importText(
        "Fecha,Encuesta,Calificación,Teléfono,Estado\n13/10/2026,CSAT,5,+52 55 7267 1122,\(state)\n",
        as: "\(state).csv")
    }
    #expect(try fixture.desk().satisfaction(since: nil, until: nil, by: nil).surveys.csat.n == 1)
  }

  /// What a country would mend is told apart from what is no telephone's number, with or without one.
  @Test(arguments: [(nil, 1, 2), ("MX", 0, 2)] as [(String?, Int, Int)])
  func whyAPhoneIsNotReadIsTold(country: String?, withoutCountry: Int, odd: Int) throws {
    let fixture = try Self.fixture()
    let report = try fixture.importText(
      "Fecha,NPS,Teléfono\n2026-10-01,9,55 7267 1122\n2026-10-01,9,callerid2\n2026-10-02,9,+1\n", as: "a.csv"
    ) { $0.country = country }
    let phones = report.files[0].unlinkedPhones
    #expect(phones.withoutCountry == withoutCountry && phones.odd == odd)
  }

  @Test func datesOfAnotherAgeAreNoneAndGoToTheRejects() throws {
    let fixture = try Self.fixture()
    let report = try fixture.importText(
      Self.header + "9999-12-31,NPS,9,,\n0001-01-01,NPS,9,,\n2026-10-01,NPS,9,,\n", as: "encuesta.csv")
    #expect(report.problems == 2 && report.newAnswers == 1)
    #expect(try fixture.desk().examine().allSatisfy { $0.problems == 0 })
  }

  @Test func aTicketThatIsNoneHereIsCounted() throws {
    let fixture = try Self.fixture()
    let report = try fixture.importText(
      "Fecha,Encuesta,Calificación,Ticket\n13/10/2026,CSAT,5,9999\n", as: "encuesta.csv")
    #expect(report.files[0].unknownTickets == 1 && report.newAnswers == 1)
  }
}
