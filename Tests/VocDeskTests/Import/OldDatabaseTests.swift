import SQLite
import Testing
import VocDesk
import VocDomain
import VocSchema
import VocStore
import VocTesting

/// Databases of before a migration, opened today: all that they hold, and what undoing their imports needs.
@Suite struct OldDatabaseTests {
  @Test(arguments: 1...12) func groupsAndUndoSurviveCheaperTickets(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let today = try DeskFixture()
    try importPart(of: [customersChat(&chance), groupsChat(&chance)], into: today, half: true)
    let before = try today.table()
    var again = Chance(seed: seed)
    let batch = try importPart(of: [customersChat(&again), groupsChat(&again)], into: today, half: false)
    #expect(try today.rows("SELECT row_id FROM import_change WHERE entity = 'ticket'") != [], "seed \(seed)")
    let tickets = try today.rows("SELECT id || ' ' || group_id FROM ticket WHERE group_id IS NOT NULL")
    #expect(tickets.count > 0, "seed \(seed)")

    let old = try DeskFixture()
    try Self.writeOld(
      from: today.path, to: try old.folder.write("", to: "voc.db"), before: "0006-cheaper-tickets")
    _ = try old.desk().reindexService(anew: false) { _ in }
    _ = try old.desk().reindexText(anew: false) { _ in }
    expectSame(
      try Dump.lines(path: old.path, without: []), try Dump.lines(path: today.path, without: []),
      "seed \(seed)")
    expectSame(try old.faults(), [], "seed \(seed): faults")
    _ = try old.desk().undoImport(batch)
    expectSame(try old.table(), before, "seed \(seed): undone")
    expectSame(try old.faults(), [], "seed \(seed): faults undone")
  }

  @Test func promisesComeToAnOldDatabase() throws {
    var chance = Chance(seed: 1)
    let today = try DeskFixture()
    try importPart(of: [customersChat(&chance)], into: today, half: true)
    let before = try today.table()
    var again = Chance(seed: 1)
    let batch = try importPart(of: [customersChat(&again)], into: today, half: false)
    #expect(try today.rows("SELECT row_id FROM import_change WHERE entity = 'ticket'") != [])
    let old = try DeskFixture()
    try Self.writeOld(
      from: today.path, to: try old.folder.write("", to: "voc.db"), before: "0014-pending-until")
    _ = try old.desk().reindexService(anew: false) { _ in }
    _ = try old.desk().reindexText(anew: false) { _ in }
    expectSame(try Dump.lines(path: old.path, without: []), try Dump.lines(path: today.path, without: []), "")
    _ = try old.desk().undoImport(batch)
    expectSame(try old.table(), before, "undone")
    expectSame(try old.faults(), [], "faults")
  }

  /// Until the comments of before are counted no rate is told; what comes meanwhile is counted.
  @Test func commentsComeToAnOldDatabase() throws {
    let today = try DeskFixture()
    let header = "Fecha,Encuesta,Calificación,Comentarios\n"
    let rows = (1...20).map { "\($0)/03/2026,NPS,\($0 % 11),\($0 % 3 == 0 ? "Mal" : "")" }
    let batch = try today.importText(header + rows.joined(separator: "\n") + "\n", as: "marzo.csv").batch
    let old = try DeskFixture()
    try Self.writeOld(from: today.path, to: try old.folder.write("", to: "voc.db"), before: "0023-commented")
    func rate(since: CivilDate?) throws -> ReportFigure? {
      try old.desk().satisfaction(since: since, until: nil, by: nil).figures.first {
        $0.measure == .commentRate
      }
    }
    #expect(try rate(since: nil) == nil)
    #expect(try old.desk().satisfaction(since: nil, until: nil, by: nil).hasUncountedComments)
    // Some days of March and the first of April: their own counters are whole.
    try old.importText(header + "31/03/2026,NPS,9,Bien\n01/04/2026,NPS,9,\n", as: "abril.csv")
    let lastDay = CivilDate(year: 2026, month: 3, day: 31)
    #expect(try old.desk().satisfaction(since: lastDay, until: nil, by: nil).surveys.nps.n == 2)
    let late = try old.desk().satisfaction(
      since: CivilDate(year: 2026, month: 4, day: 1), until: nil, by: nil)
    #expect(late.figures.first { $0.measure == .commentRate }?.part == 0)
    #expect(try old.desk().examine().allSatisfy { $0.problems == 0 })
    _ = try old.desk().reindexService(anew: false) { _ in }
    #expect(try !old.desk().satisfaction(since: nil, until: nil, by: nil).hasUncountedComments)
    #expect(try rate(since: nil)?.part == 7)
    #expect(try rate(since: nil)?.n == 22)
    #expect(try old.desk().examine().allSatisfy { $0.problems == 0 })
    _ = try old.desk().undoImport(#require(batch))
    #expect(try rate(since: nil)?.part == 1)
    #expect(try old.desk().examine().allSatisfy { $0.problems == 0 })
  }

  /// Tickets of before count in no figure of service until they are measured again, and reports say how many they are.
  @Test func netTimesComeToAnOldDatabase() throws {
    let today = try Centre()
    for step in 0..<8 {
      let id = try today.create()
      today.wait(Seconds.hour)
      try today.perform(step % 2 == 0 ? .pend : .hold, on: id)
      today.wait(Seconds.day)
      if step < 4 { try today.perform(.solve(cause: nil), on: id) }
    }
    let old = try DeskFixture()
    old.clock = today.fixture.clock
    try Self.writeOld(
      from: today.fixture.path, to: try old.folder.write("", to: "voc.db"), before: "0028-net-resolution")
    func report(_ fixture: DeskFixture) throws -> SatisfactionReport {
      try fixture.desk().satisfaction(since: nil, until: nil, by: nil)
    }
    #expect(try report(old).unmeasured == 8 && report(old).figures.isEmpty)
    #expect(try old.faults() == [])
    _ = try old.desk().reindexService(anew: false) { _ in }
    #expect(try report(old).unmeasured == 0)
    #expect(try report(old).figures == report(today.fixture).figures)
    #expect(try report(old).figures.first { $0.measure == .netResolution }?.n == 8)
    expectSame(
      try Dump.lines(path: old.path, without: []), try Dump.lines(path: today.fixture.path, without: []), "")
    #expect(try old.faults() == [])
  }

  /// Tickets of before count as the work of whoever has them, though nobody replied or somebody else did.
  @Test func agentsComeToAnOldDatabase() throws {
    let today = try Centre()
    for act in [
      [Desk.TicketChange.assign("Pedro")], [.assign("Lucia"), .reply("va"), .assign("Pedro")], [.reply("va")],
      [],
    ] {
      let id = try today.create()
      for act in act { try today.perform(act, on: id) }
    }
    let agents = try today.fixture.rows(
      "SELECT coalesce(agent_id, '') || '' FROM ticket_measure ORDER BY ticket_id")
    let old = try DeskFixture()
    let path = try old.folder.write("", to: "voc.db")
    try Self.writeOld(from: today.fixture.path, to: path, before: "0030-agents-of-tickets")
    try Database(path: path).executeScript(
      "UPDATE ticket_measure SET replier_id = iif(ticket_id = 1, NULL, (SELECT min(id) FROM agent)) WHERE ticket_id < 3"
    )
    #expect(try old.faults() == [])
    #expect(
      try old.rows("SELECT coalesce(agent_id, '') || '' FROM ticket_measure ORDER BY ticket_id") == agents)
    #expect(agents[0] == agents[1] && agents[2] != agents[0] && agents[3] == "")
  }

  /// Tickets of before tell when their customers last spoke by their last message, until they are measured again.
  @Test func lastWordsComeToAnOldDatabase() throws {
    let today = try DeskFixture()
    let chat = Chat([0: "ana: hola", 5: "us: ¿sí?", 9: "ana: nada"])
    try today.importChat(chat)
    let old = try DeskFixture()
    try Self.writeOld(from: today.path, to: try old.folder.write("", to: "voc.db"), before: "0026-last-words")
    #expect(try old.faults() == [])
    #expect(try old.rows("SELECT count(*) || '' FROM ticket_measure") == ["0"])
    func words(_ fixture: DeskFixture) throws -> [Instant?] {
      var words: [Instant?] = []
      try Store(path: fixture.path, for: .reading).eachContact { words.append($0.lastWordAt) }
      return words
    }
    #expect(try words(old) == words(today))
    _ = try old.desk().reindexService(anew: false) { _ in }
    #expect(
      try old.rows("SELECT last_word_at || '' FROM ticket_measure")
        == today.rows("SELECT last_word_at || '' FROM ticket_measure"))
    #expect(try old.faults() == [])
  }

  /// Undone before the comments are counted, nothing is wrong either.
  @Test func anOldImportIsUndoneWithItsCommentsUncounted() throws {
    let today = try DeskFixture()
    let header = "Fecha,Encuesta,Calificación,Comentarios\n"
    try today.importText(header + "01/03/2026,CSAT,5,Bien\n", as: "uno.csv")
    let batch = try today.importText(header + "01/03/2026,CSAT,5,Mal\n02/03/2026,CSAT,5,\n", as: "dos.csv")
      .batch
    let old = try DeskFixture()
    try Self.writeOld(from: today.path, to: try old.folder.write("", to: "voc.db"), before: "0023-commented")
    _ = try old.desk().undoImport(#require(batch))
    #expect(try old.desk().examine().allSatisfy { $0.problems == 0 })
    _ = try old.desk().reindexService(anew: false) { _ in }
    let figures = try old.desk().satisfaction(since: nil, until: nil, by: nil).figures
    #expect(figures.first { $0.measure == .commentRate }?.part == 1)
    #expect(try old.desk().examine().allSatisfy { $0.problems == 0 })
  }

  /// Ends in silence, so that the second import finds settled tickets, and goes on with them.
  private func customersChat(_ chance: inout Chance) -> Chat {
    RepeatedImportTests.randomChat(&chance)
      + Chat([20_000: "ana: ¿Siguen ahí?", 20_001: "us: Aquí", 20_009: "ana: Ya"])
  }

  private func groupsChat(_ chance: inout Chance) -> Chat {
    let lines = (0..<chance.number(3...9)).map { index in
      let sender = chance.one(of: ["Ana Mora", "Luis Vega", "Eva Ríos", "Café Andino"]) ?? ""
      return Chat.Line(minute: index * chance.number(1...2_000), sender: sender, text: "grupo \(index)")
    }
    return Chat([0: "us: Bienvenidos"]) + Chat(lines.sorted { $0.minute < $1.minute })
      + Chat([
        20_000: "ana: ¿Siguen?", 20_001: "Luis Vega: Yo sí", 20_005: "us: Aquí", 20_009: "Eva Ríos: Y yo",
      ])
  }

  /// The chats, or the chats but for their last two lines.
  @discardableResult
  private func importPart(of chats: [Chat], into fixture: DeskFixture, half: Bool) throws -> Int64 {
    let texts = chats.map { Chat(half ? $0.lines.dropLast(2) : $0.lines).text }
    let paths = try zip(["Ana Mora", "Vecinos del barrio"], texts).map { name, text in
      try fixture.folder.write(text, to: "\(half)/Chat de WhatsApp con \(name).txt")
    }
    var options = ImportOptions()
    (options.zone, options.dateOrder, options.identities) = ("UTC", .dmy, ["Café Andino"])
    return try #require(
      try fixture.desk().importFiles(paths, options: options, searchPath: "/bin").batch)
  }

  /// The same rows in a database that only the migrations before this one have made.
  static func writeOld(from today: String, to path: String, before migration: String) throws {
    let count = try #require(Schema.migrations.firstIndex { $0.name == migration })
    let old = try Database(path: path)
    try old.executeScript(
      """
      PRAGMA journal_mode = WAL;
      PRAGMA application_id = \(Schema.applicationID);
      CREATE TABLE migration (name TEXT PRIMARY KEY) STRICT;
      """)
    for migration in Schema.migrations.prefix(count) {
      try old.executeScript(migration.sql)
      try old.execute("INSERT INTO migration (name) VALUES (?)", migration.name)
    }
    try old.executeScript("PRAGMA user_version = \(count)")
    try old.execute("ATTACH ? AS today", today)
    let tables = try old.rows(
      "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
    ) {
      $0.text(0)
    }
    let isOurs = { $0 == "message_search_span" || $0 != "migration" && !$0.hasPrefix("message_search") }
    for table in tables where isOurs(table) {
      let columns = try old.rows("SELECT name FROM pragma_table_info(?, 'main')", table) { $0.text(0) }
      let todays = columns.map { table == "ticket_measure" && $0 == "replier_id" ? "agent_id" : $0 }
      try old.execute(
        """
        INSERT INTO main.\(table) (\(columns.joined(separator: ", ")))
        SELECT \(todays.joined(separator: ", ")) FROM today.\(table)
        """)
    }
    // What imports found before they changed a row had the columns of then.
    for table in ["ticket", "event"] {
      let columns = try ["main", "today"].map { database in
        try old.rows("SELECT name FROM pragma_table_info(?, ?)", table, database) { $0.text(0) }.count
      }
      for _ in columns[0]..<columns[1] {
        try old.execute(
          "UPDATE import_change SET before = json_remove(before, '$[#-1]') WHERE entity = ?", table)
      }
    }
    try old.execute("INSERT INTO message_search (message_search) VALUES ('rebuild')")
    try old.execute("DETACH today")
  }
}
