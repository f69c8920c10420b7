import SQLite
import Testing
import VocDesk
import VocDomain
import VocTesting

/// Undoing an import on which people, or later imports, have built.
@Suite struct BuiltOnTests {
  let fixture: DeskFixture
  static let chat = RepeatedImportTests.chat

  init() throws {
    fixture = try DeskFixture()
    _ = try fixture.desk().addAgent(name: "Lucia", email: nil)
  }

  private func undo(_ report: ImportReport) throws -> UndoReport {
    try fixture.desk().undoImport(try #require(report.batch))
  }

  @Test(arguments: [0, 1, 2, 3, 4]) func whatPeopleDidKeepsTheTicket(act: Int) throws {
    let acts: [[Desk.TicketChange]] = [
      [.reply(Desk.Reply("Va hoy", isSent: true))], [.addTag("vip")], [.take, .solve(cause: nil)],
      [.note("Ojo")], [.priority(.high)],
    ]
    let report = try fixture.importChat(Self.chat)
    fixture.clock = fixture.clock + 60
    _ = try fixture.desk().perform(acts[act], on: [3])
    let undoing = try undo(report)
    #expect(undoing.keptTickets == [3] && undoing.tickets == 2)
    #expect(
      try fixture.rows("SELECT body FROM message WHERE batch_id IS NOT NULL") == ["Gracias", "Gracias"])
    expectSame(try fixture.faults(), [], "faults")
    #expect(throws: VocError.self) { try undo(report) }
    expectSame(try fixture.faults(), [], "faults")
    // The rest comes back, what was kept is known.
    let again = try fixture.importChat(Self.chat)
    #expect(again.newMessages == 5 && again.knownMessages == 2)
    expectSame(try fixture.faults(), [], "faults again")
  }

  @Test func aLaterImportKeepsWhatItWentOnWith() throws {
    let first = try fixture.importChat(Chat(Array(Self.chat.lines[..<4])))
    let second = try fixture.importChat(Self.chat)
    let undoing = try undo(first)
    #expect(undoing.keptTickets == [2])
    expectSame(try fixture.faults(), [], "faults")
    #expect(try undo(second).keptTickets == [])
    expectSame(try fixture.faults(), [], "faults")
  }

  @Test func aLaterVersionKeepsWhatItChanged() throws {
    let export = try ReadExport(.zendesk, [])
    let first = try export.importPart([IntakeRulesTests.ticket()], into: fixture)
    let second = try export.importPart(
      [IntakeRulesTests.ticket(version: 2) { $0.status = .solved }], into: fixture)
    #expect(try undo(first).keptTickets == [1])
    expectSame(try fixture.faults(), [], "faults")
    #expect(try fixture.rows("SELECT status FROM ticket") == ["solved"])
    _ = try undo(second)
    expectSame(try fixture.faults(), [], "faults")
    #expect(throws: VocError.self) { try undo(second) }
  }

  @Test func aKilledImportIsTakenBack() throws {
    let before = try fixture.table()
    let report = try fixture.importChat(Self.chat)
    try Database(path: fixture.path).execute("UPDATE import_batch SET finished_at = NULL")
    #expect(try undo(report).keptTickets == [])
    expectSame(try fixture.table(), before, "undone")
    let again = try fixture.importChat(Self.chat)
    #expect(again.newMessages == 7)
    expectSame(try fixture.faults(), [], "faults")
  }

  /// A number of the source, then a record that tells whose it is: somebody known from elsewhere.
  @Test func aNumberTurnsOutToBeSomebodyKnown() throws {
    try fixture.importText(
      "16/03/2026, 10:00 - +52 55 5555 0101: Hola\n16/03/2026, 10:01 - Café Andino: Diga\n",
      as: "Chat de WhatsApp con +52 55 5555 0101.txt"
    ) { ($0.identities, $0.country) = (["Café Andino"], "MX") }
    let before = try fixture.table()
    let export = try ReadExport(.zendesk, [])
    let first = try export.importPart(
      [
        IntakeRulesTests.ticket(),
        IntakeRulesTests.message("1", by: IntakeRulesTests.party("9"), "¿Y?", at: 1),
      ],
      into: fixture)
    let between = try fixture.table()
    let second = try export.importPart(
      [IntakeRulesTests.user("9", .customer, "Ana Mora", phone: "+525555550101")], into: fixture)
    #expect(
      try fixture.rows("SELECT name FROM customer WHERE merged_into IS NULL AND name <> 'Anónimo'") == [
        "Ana Mora"
      ])
    #expect(try fixture.rows("SELECT DISTINCT CAST(customer_id AS TEXT) FROM ticket").count == 1)
    expectSame(try fixture.faults(), [], "faults")
    _ = try undo(second)
    expectSame(try fixture.table(), between, "undone")
    _ = try undo(first)
    expectSame(try fixture.table(), before, "both undone")
    expectSame(try fixture.faults(), [], "faults")
  }

  /// A pair of before, and one of whom the import made one: both suggestions go with it.
  @Test func suggestionsGoWithTheImport() throws {
    let header = "Fecha,Encuesta,Calificación,Cliente,Teléfono,Correo\n"
    func answers(_ rows: String...) throws -> ImportReport {
      try fixture.importText(
        header + rows.map { "13/03/2026 22:00,NPS,\($0)\n" }.joined(),
        as: "\(rows.count)\(rows[0].prefix(1)).csv")
    }
    _ = try answers("9,Ana Mora,+525572671122,")
    _ = try answers("8,A Mora,,ana@example.com")
    let before = try fixture.table()
    let report = try answers(
      "7,Ana,+525572671122,ana@example.com", "6,Luis Vega,,luis@example.com",
      "5,Luis,+525572671122,luis@example.com")
    #expect(try fixture.desk().suggestions(limit: 9).count == 2)
    _ = try undo(report)
    #expect(try fixture.desk().suggestions(limit: 9).isEmpty)
    expectSame(try fixture.table(), before, "undone")
    expectSame(try fixture.faults(), [], "faults")
  }

  /// Both halves of a call in one batch: the second changes what the first brought.
  @Test func theHalvesOfACallGoTogether() throws {
    let folder = CorpusFile.root + "/queue-log"
    let before = try fixture.table()
    var options = ImportOptions()
    options.zone = "UTC"
    let report = try fixture.desk().importFiles(
      ["\(folder)/rotated-first.txt", "\(folder)/rotated-second.txt"], options: options, searchPath: "/bin")
    #expect(report.newCalls == 2)
    _ = try undo(report)
    expectSame(try fixture.table(), before, "undone")
    expectSame(try fixture.faults(), [], "faults")
  }

  /// What an import changed goes back to whom its customer counts as by now, whenever the two were merged and told
  /// apart.
  @Test(arguments: ["import merge undo unmerge", "merge import undo unmerge", "merge import unmerge undo"])
  func undoingFollowsMerges(acts: String) throws {
    let export = try ReadExport(.zendesk, [])
    _ = try export.importPart(
      [IntakeRulesTests.ticket(), IntakeRulesTests.user("8", .customer, "Luis Vega")], into: fixture)
    let ids = try fixture.rows("SELECT CAST(id AS TEXT) FROM customer ORDER BY id")
    let before = try fixture.rows("SELECT status || customer_id FROM ticket")
    let newer = [IntakeRulesTests.ticket(version: 2) { $0.status = .solved }]
    var report: ImportReport?
    for act in acts.split(separator: " ") {
      switch act {
      case "import": report = try export.importPart(newer, into: fixture)
      case "undo": _ = try undo(try #require(report))
      case "merge": _ = try fixture.desk().merge(customer: ids[1], absorbing: ids[0], reason: nil)
      default: _ = try fixture.desk().unmerge(customer: ids[0])
      }
      expectSame(try fixture.faults(), [], "faults after \(act)")
    }
    #expect(try fixture.rows("SELECT status || customer_id FROM ticket") == before)
  }
}
