import SQLite
import Testing
import VocDesk
import VocDomain
import VocTesting

/// What is kept of the texts of customers goes with them, whatever happens to them.
@Suite struct SignalTests {
  let fixture: DeskFixture

  init() throws { fixture = try DeskFixture() }

  private func kept() throws -> [String] {
    try fixture.rows(
      """
      SELECT body || ' | ' || coalesce(language, '-') || ' ' || mood || ' ' || cues FROM message_signal
      JOIN message ON message.id = message_id ORDER BY message.id
      """)
  }

  private func wrong() throws -> [String] {
    try fixture.desk().examine().filter { $0.problems > 0 }.map(\.check.rawValue)
  }

  @Test func onlyWhatCustomersWriteIsRead() throws {
    try fixture.importChat(
      Chat([
        0: "ana: Voy a llamar a mi abogado", 5: "us: Qué pésimo servicio, abogado", 9: "ana: Pedí dos cafés",
        12: "ana: Me doy de baja, pésimo servicio",
      ]))
    let kept = try kept()
    #expect(
      kept == ["Voy a llamar a mi abogado | es 0 48", "Me doy de baja, pésimo servicio | es -1 200"])
    #expect(try wrong() == [])
  }

  @Test func undoingTakesThemBackAndCommentsToo() throws {
    let report = try fixture.importChat(Chat([0: "ana: Pésimo, quiero hablar con mi abogado"]))
    var answer = Desk.NewAnswer(survey: .csat, score: 1)
    answer.comment = "Horrible, pésimo servicio"
    answer.ticket = 1
    _ = try fixture.desk().record(answer)
    #expect(try fixture.rows("SELECT mood FROM answer_signal") == ["-1"])
    _ = try fixture.desk().undoImport(try #require(report.batch))
    #expect(try wrong() == [])
  }

  @Test func whatIsHandMadeIsReadAndTakenBack() throws {
    let desk = try fixture.desk()
    _ = try desk.addChannel(name: "WhatsApp", kind: "whatsapp", zone: "UTC", country: "MX", identities: [])
    let id = try desk.createTicket(
      Desk.NewTicket(customer: "Eva Sol", channel: "WhatsApp", text: "Es urgente: una estafa, pésimo")
    ).id
    let lines = try desk.view(ticket: id).cues
    #expect(lines.contains { $0.cue == .urgency && $0.words == ["urgente"] && $0.messageIDs == [1] })
    #expect(try wrong() == [])
  }

  @Test func aCompetitorIsFoundInWhatWasThere() throws {
    try fixture.importChat(Chat([0: "ana: En Café Rival me atienden antes", 5: "ana: Gracias"]))
    #expect(try fixture.desk().view(ticket: 1).cues == [])
    let desk = try fixture.desk()
    #expect(try desk.addCompetitor("CAFE RIVAL"))
    #expect(try !desk.addCompetitor("café rival"))
    #expect(try desk.hasUnreadTexts())
    #expect(try wrong() == [])
    #expect(try desk.reindexText(anew: false) { _ in } == 2)
    #expect(try !desk.hasUnreadTexts())
    #expect(
      try desk.view(ticket: 1).cues.map { "\($0.cue) \($0.points) \($0.words)" }
        == ["competitor 2 [\"Café Rival\"]"])
    #expect(try fixture.desk().list("cue:competitor") == [1])
    #expect(try wrong() == [])
    #expect(try desk.removeCompetitor("Café rival"))
    #expect(try !desk.removeCompetitor("Café rival"))
    _ = try desk.reindexText(anew: false) { _ in }
    #expect(try fixture.desk().view(ticket: 1).cues == [])
    #expect(try wrong() == [])
  }

  @Test func readingAgainChangesNothing() throws {
    try fixture.importChat(
      Chat((0..<40).map { Chat.Line(minute: $0, sender: "Ana Mora", text: "Pésimo \($0), es urgente") }))
    let before = try fixture.dump()
    #expect(try fixture.desk().reindexText(anew: false) { _ in } == 0)
    #expect(try fixture.desk().reindexText(anew: true) { _ in } == 40)
    #expect(try fixture.dump() == before)
  }

  @Test(arguments: [
    "UPDATE message_signal SET mood = 1", "UPDATE message_signal SET cues = 48",
    "DELETE FROM message_signal", "UPDATE message_signal SET language = 'pt'",
    "UPDATE message SET is_public = 0", "UPDATE message SET body = 'Gracias'",
    "INSERT INTO message_signal SELECT id, 'es', -1, 0, 0 FROM message WHERE author = 'agent'",
  ])
  func theDoctorFindsWhatIsWrong(sql: String) throws {
    try fixture.importChat(Chat([0: "ana: Pésimo servicio, es urgente", 5: "us: Perdón"]))
    #expect(try wrong() == [])
    try Database(path: fixture.path).executeScript(sql)
    #expect(try wrong().contains("texts"))
  }

  @Test func routingAsksTheSameAsLists() throws {
    try fixture.importChat(Chat([0: "ana: Voy a llamar a mi abogado"]))
    let desk = try fixture.desk()
    _ = try desk.applyPolicy(
      Array(
        #"{"queues":[{"name":"Legal","condition":"cue:legal"},{"name":"Malos","condition":"mood:negative"}]}"#
          .utf8))
    #expect(try fixture.desk().list("queue:Legal") == [1])
    #expect(try fixture.desk().list("queue:Malos") == [])
    #expect(try fixture.desk().list("cue:none") == [])
    #expect(try fixture.desk().list("cue:legal,churn mood:none") == [1])
  }
}

extension Desk {
  fileprivate func list(_ text: String) throws -> [Int64] {
    var selection = TicketSelection()
    selection.condition = try filter(text)
    return try tickets(selection).map(\.ticket.id)
  }
}
