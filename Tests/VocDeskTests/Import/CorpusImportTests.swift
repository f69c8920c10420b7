import SQLite
import Testing
import VocDesk
import VocDomain
import VocTesting

/// Every file of the readers' tests: importing it twice is importing it once, and undoing it leaves no trace.
@Suite struct CorpusImportTests {
  /// Files that need a map, or another encoding; the reason that they are refused with.
  static let refused: [String: String] = [
    "whatsapp/android-windows-1252.txt": "encoding", "table/3cx-without-header.csv": "missingColumns",
    "events/without-usual-names.csv": "missingColumns", "events/without-header.csv": "missingColumns",
    "events/epochs.tsv": "missingColumns",
  ]

  @Test(arguments: CorpusFile.all) func twiceIsOnceAndUndoneIsNever(_ file: CorpusFile) throws {
    let fixture = try DeskFixture()
    _ = try fixture.desk()
    let empty = try fixture.table()
    let (first, refusal) = try fixture.importing(file)
    #expect(refusal == CorpusImportTests.refused[file.testDescription])
    guard let first else { return #expect(try fixture.table() == empty) }
    expectSame(try fixture.faults(), [], "faults")
    try expectTwiceAndUndone(file, first, before: empty, fixture)
  }

  /// The same where the database holds a chat, answers, other files of the format, and what people did.
  @Test(arguments: CorpusFile.all) func amongOthersTheSame(_ file: CorpusFile) throws {
    let fixture = try DeskFixture()
    try fixture.liveALittle(before: file)
    let before = try fixture.table()
    expectSame(try fixture.faults(), [], "faults")
    let (first, _) = try fixture.importing(file)
    guard let first else { return #expect(try fixture.table() == before) }
    expectSame(try fixture.faults(), [], "faults")
    try expectTwiceAndUndone(file, first, before: before, fixture)
  }

  private func expectTwiceAndUndone(
    _ file: CorpusFile, _ first: ImportReport, before: [String], _ fixture: DeskFixture
  ) throws {
    let once = try fixture.table()
    let story = try fixture.table(isStory: true)
    let second = try #require(try fixture.importing(file).report)
    expectSame(try fixture.table(), once, "imported twice")
    #expect(second.files.allSatisfy { ($0.new, $0.updated, $0.newlyWaiting) == (0, 0, 0) }, "\(second.files)")
    #expect(
      (second.newMessages, second.newAnswers, second.ticketsOpened, second.newCustomers) == (0, 0, 0, 0))
    expectSame(try fixture.faults(), [], "faults")
    for (batch, wanted, what) in [(second.batch, once, "undone once"), (first.batch, before, "undone")] {
      let undoing = try fixture.desk().undoImport(try #require(batch))
      #expect(undoing.keptTickets == [] && undoing.keptCustomers == [])
      expectSame(try fixture.table(), wanted, what)
      expectSame(try fixture.faults(), [], "faults")
    }
    let third = try #require(try fixture.importing(file).report)
    expectSame(
      try fixture.table(isStory: true).filter { !$0.hasPrefix("import_change") },
      story.filter { !$0.hasPrefix("import_change") }, "imported again")
    expectSame(try fixture.faults(), [], "faults")
    _ = try fixture.desk().undoImport(try #require(third.batch))
    expectSame(try fixture.table(), before, "undone again")
  }
}

/// Names only the lines that differ.
func expectSame(
  _ found: [String], _ wanted: [String], _ what: String, at location: SourceLocation = #_sourceLocation
) {
  if found == wanted { return }
  let (extra, missing) = (Set(found).subtracting(wanted), Set(wanted).subtracting(found))
  let lines = missing.sorted().prefix(6).map { "- \($0)" } + extra.sorted().prefix(6).map { "+ \($0)" }
  Issue.record("\(what): \(lines.joined(separator: "\n"))", sourceLocation: location)
}

extension DeskFixture {
  /// A database in the midst of its life.
  func liveALittle(before file: CorpusFile) throws {
    let desk = try desk()
    _ = try desk.addAgent(name: "Lucia", email: nil)
    try importChat(RepeatedImportTests.chat) { $0.identities = ["Café Andino"]; $0.zone = "America/Mexico_City" }
    try importText(
      "fecha,encuesta,puntaje,comentario,telefono\n18/03/2026 10:00,csat,5,Bien,+52 55 1234 5678\n",
      as: "encuesta.csv"
    ) { $0.zone = "America/Mexico_City" }
    for neighbour in file.neighbours { _ = try importing(neighbour) }
    let tickets = try rows("SELECT CAST(id AS TEXT) FROM ticket WHERE status <> 'closed' ORDER BY id DESC LIMIT 4")
      .compactMap(Int64.init)
    for (index, id) in tickets.enumerated() {
      clock = clock + 60
      let changes: [Desk.TicketChange] =
        switch index {
        case 0: [.reply("Ya lo vemos")]
        case 1: [.addTag("vip"), .note("Llamar")]
        case 2: [.solve(cause: "envío")]
        default: [.take]
        }
      _ = try? desk.perform(changes, on: [id])
    }
  }
}
