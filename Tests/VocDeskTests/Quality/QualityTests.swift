import SQLite
import Testing
import VocDesk
import VocDomain
import VocTesting

@Suite struct QualityTests {
  private let fixture: DeskFixture
  private let desk: Desk
  private let usual: QualityCard

  init() throws {
    fixture = try DeskFixture()
    desk = try fixture.desk("Lucía")
    usual = try QualityCard(items: [.init("saludo", weight: 1), .init("solución", weight: 3)])
    for name in ["Lucía", "Diego"] { _ = try desk.addAgent(name: name, email: nil) }
    _ = try desk.addChannel(name: "WhatsApp", kind: "whatsapp", zone: "UTC", country: nil, identities: [])
    for name in ["Ana", "Eva"] {
      _ = try desk.createTicket(.init(customer: name, channel: "WhatsApp", text: "hola"))
    }
  }

  private func judge(_ ticket: Int64, _ agent: String?, _ marks: (name: String, mark: Int)...) throws
    -> Desk.JudgedTicket
  {
    try desk.judge(ticket: ticket, agent: agent, marks: marks, comment: "", usual: usual)
  }

  @Test func judgementsAreKeptByTheirOwnCard() throws {
    let first = try judge(1, "Diego", ("saludo", 5), ("solucion", 1))
    #expect(first.percent == 25 && first.agent == "Diego")
    _ = try desk.setQualityCard(try QualityCard(items: [.init("solución", weight: 1)]))
    fixture.clock = fixture.clock + 60
    let second = try judge(1, "Diego", ("solución", 2))
    #expect(second.percent == 25)
    #expect(try desk.judgements().map(\.percent) == [25, 25])
    #expect(try desk.judgements().map(\.score.cardID) == [2, 1])
    #expect(throws: QualityError.unknownItem("saludo", nearest: [])) { try judge(1, "Diego", ("saludo", 2)) }
    #expect(try desk.setQualityCard(try QualityCard(items: [.init("solución", weight: 1)])) == 2)
  }

  @Test func whoeverHasTheTicketIsJudged() throws {
    #expect(throws: QualityError.noAgent(1)) { try judge(1, nil, ("saludo", 2)) }
    _ = try desk.perform([.take], on: [1])
    #expect(try judge(1, nil, ("saludo", 2)).agent == "Lucía")
    #expect(try fixture.rows("SELECT count(*) FROM quality_card") == ["1"])
  }

  @Test func aJudgementIsToldInTheHistoryAndTakenBack() throws {
    let judged = try judge(2, "Diego", ("saludo", 5), ("solución", 3))
    _ = try desk.removeJudgement(judged.score.id)
    #expect(try desk.judgements().isEmpty)
    #expect(
      try fixture.rows(
        "SELECT coalesce(from_value, '-') || ' ' || coalesce(to_value, '-') FROM event WHERE kind = 'quality'"
      )
        == ["- 63", "63 -"])
    #expect(throws: QualityError.removedAlready(1)) { try desk.removeJudgement(1) }
    #expect(throws: QualityError.unknownScore(7)) { try desk.removeJudgement(7) }
  }

  @Test func listsAreOfATicketAnAgentOrAPeriod() throws {
    _ = try judge(1, "Diego", ("saludo", 5))
    fixture.clock = fixture.clock + Seconds.day
    _ = try judge(2, "Diego", ("saludo", 4))
    _ = try judge(2, "Lucía", ("saludo", 3))
    #expect(try desk.judgements(ofTicket: 2).map(\.agent) == ["Lucía", "Diego"])
    #expect(try desk.judgements(ofAgent: "diego").map(\.score.ticketID) == [2, 1])
    let day = CivilDate(year: 2026, month: 4, day: 1)
    #expect(try desk.judgements(period: ReportPeriod(since: nil, until: day)).map(\.score.ticketID) == [1])
    #expect(try desk.judgements(limit: 1).map(\.agent) == ["Lucía"])
    let first = try desk.judgements(period: ReportPeriod(since: day, until: day), limit: 1)
    #expect(first.map(\.score.ticketID) == [1])
    #expect(throws: VocError.unknownTicket(9)) { try desk.judgements(ofTicket: 9) }
  }

  /// An import is taken back, but not what somebody has judged since, nor whom.
  @Test func whatWasJudgedIsKeptWhenItsImportGoes() throws {
    let batch = try #require(try fixture.importChat(Chat([0: "ana: hola", 5: "us: buenas"])).batch)
    let id = try #require(Int64(try fixture.rows("SELECT max(id) FROM ticket")[0]))
    _ = try judge(id, "Diego", ("saludo", 5))
    #expect(try desk.undoImport(batch).keptTickets == [id])
    #expect(try desk.judgements().map(\.score.ticketID) == [id])
    #expect(try Dump.faults(Database(path: fixture.path)) == [])
  }

  @Test func cardsComeToAnOldDatabase() throws {
    let old = try DeskFixture()
    try OldDatabaseTests.writeOld(
      from: fixture.path, to: try old.folder.write("", to: "voc.db"), before: "0020-quality")
    let desk = try old.desk("Lucía")
    #expect(try desk.judgements().isEmpty)
    let judged = try desk.judge(
      ticket: 1, agent: "Diego", marks: [("saludo", 5)], comment: "bien", usual: usual)
    #expect(judged.score.id == 1 && judged.percent == 100)
    #expect(try Dump.faults(Database(path: old.path)) == [])
  }

  @Test(arguments: [
    "INSERT INTO quality_item (card_id, position, name, folded_name, weight) VALUES (1, 9, 'x', 'saludo', 1)",
    "INSERT INTO quality_item (card_id, position, name, folded_name, weight) VALUES (1, 9, 'x', 'x', 0)",
    "INSERT INTO quality_mark (score_id, position, mark) VALUES (1, 5, 6)",
    "INSERT INTO quality_mark (score_id, position, mark) VALUES (9, 0, 5)",
    "UPDATE quality_score SET removed_at = 5", "UPDATE quality_score SET agent_id = 99",
  ])
  func theDatabaseRefusesWhatMakesNoSense(sql: String) throws {
    _ = try judge(1, "Diego", ("saludo", 5))
    let database = try Database(path: fixture.path)
    try database.executeScript("PRAGMA foreign_keys = ON")
    #expect(throws: SQLiteError.self) { try database.executeScript(sql) }
  }
}
