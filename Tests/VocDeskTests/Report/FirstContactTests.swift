import Testing
import VocDesk
import VocDomain
import VocTesting

/// Resolved at the first contact: of the solved tickets of which contacts are on record.
@Suite struct FirstContactTests {
  /// The first two without a word, as trackers export them.
  private static let export = """
    Folio;Asunto;Solicitante;Estado;Creado;Actualizado;Resuelto;Canal;Descripción
    900;Cobro doble;Ana Torres;Cerrado;1/4/2026 08:00;2/4/2026 10:00;2/4/2026 10:00;WhatsApp;
    901;Sin internet;Carla Díaz;Cerrado;1/4/2026 08:00;2/4/2026 10:00;2/4/2026 10:00;WhatsApp;
    902;Alta;Beto Ruiz;Cerrado;1/4/2026 08:00;2/4/2026 10:00;2/4/2026 10:00;WhatsApp;Quiero darme de alta

    """

  private func centre(messages: Bool) throws -> Centre {
    let centre = try Centre()
    centre.setClock(day: 20, 9)
    try centre.fixture.importText(
      messages ? Self.export : Self.export.split(separator: "\n").dropLast().joined(separator: "\n") + "\n",
      as: "tickets.csv", options: Self.isTable)
    return centre
  }

  private static func isTable(_ options: inout ImportOptions) {
    (options.format, options.map) = (.table, [("Folio", "ticket")])
  }

  private func rate(_ desk: Desk, matching filter: String = "") throws -> ReportFigure? {
    try desk.satisfaction(since: nil, until: nil, by: nil, matching: filter).figures.first {
      $0.measure == .firstContact
    }
  }

  /// Where nobody can tell how many contacts there were, there is no rate.
  @Test(arguments: ["", "channel:WhatsApp"])
  func withoutAWordThereIsNoRate(filter: String) throws {
    let centre = try centre(messages: false)
    let report = try centre.desk().satisfaction(since: nil, until: nil, by: nil, matching: filter)
    #expect(report.solved == 2)
    #expect(try rate(centre.desk(), matching: filter) == nil)
    try centre.fixture.expectSound()
  }

  @Test(arguments: ["", "channel:WhatsApp"])
  func ticketsWithoutAWordAreNoFailures(filter: String) throws {
    let centre = try centre(messages: true)
    centre.setClock(day: 1, 9)
    let id = try centre.create()
    try centre.perform(.reply("Ya va"), .solve(cause: nil), on: id)
    centre.setClock(day: 20, 9)
    let rate = try #require(try rate(centre.desk(), matching: filter))
    #expect(rate.n == 2 && rate.part == 1, "\(rate)")
    let month = try centre.desk().satisfaction(since: nil, until: nil, by: .month, matching: filter)
    #expect(month.groups.compactMap { $0.figures.first { $0.measure == .firstContact }?.n } == [2])
    try centre.fixture.expectSound()
  }

  /// Where some have no word, an old database measures its tickets anew; where none has, it goes on as it was.
  @Test(arguments: [true, false])
  func anOldDatabaseMeasuresAnew(hasSilent: Bool) throws {
    let today = try Centre()
    today.wait(2 * Seconds.day)
    if hasSilent { try today.fixture.importText(Self.export, as: "tickets.csv", options: Self.isTable) }
    let id = try today.create()
    try today.perform(.reply("Ya va"), .solve(cause: nil), on: id)
    today.wait(20 * Seconds.day)
    let old = try DeskFixture()
    old.clock = today.fixture.clock
    try OldDatabaseTests.writeOld(
      from: today.fixture.path, to: try old.folder.write("", to: "voc.db"), before: "0031-wordless-solves")
    #expect(try old.desk().countUnmeasured() == (hasSilent ? 4 : 0))
    #expect(try old.faults() == [])
    _ = try old.desk().reindexService(anew: false) { _ in }
    #expect(try rate(old.desk()) == rate(today.desk()))
    #expect(try old.faults() == [])
  }
}
