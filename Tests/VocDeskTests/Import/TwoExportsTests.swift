import Testing
import VocDesk
import VocDomain
import VocTesting

/// What two exports tell of, an answer or a person, is one.
@Suite struct TwoExportsTests {
  private static let messages = """
    {"meta":{"contact":{"id":9,"name":"Lucía Paredes","phone_number":"+573005550101","type":"contact"},
    "assignee":{"id":3,"name":"Óscar Rivas","type":"user"}},"payload":[
    {"id":501,"content":"¿Y mi pedido?","account_id":7,"conversation_id":42,"message_type":0,"created_at":1718010300,
    "sender":{"id":9,"name":"Lucía Paredes","phone_number":"+573005550101","type":"contact"}},
    {"id":504,"content":"Califica","account_id":7,"conversation_id":42,"message_type":3,"created_at":1718010330,
    "content_type":"input_csat","content_attributes":{"submitted_values":{"csat_survey_response":
    {"rating":4,"feedback_message":"Bien"}}}}]}
    """

  private static let table = """
    Agente,Valoración,Comentario,Contacto,Correo,Teléfono,Enlace,Registrado
    Óscar Rivas (oscar@example.com),4,Bien,Lucía Paredes,,'+573005550101,\
    https://chat.example.com/app/accounts/7/conversations/42,2024-06-10 09:30:00 UTC
    Periodo del informe 2024-06-01 a 2024-06-30

    """

  /// Chatwoot's answer stands in the message that asked for it and in the download of answers.
  @Test(arguments: [["messages.json", "csat.csv"], ["csat.csv", "messages.json"]])
  func chatwootsAnswer(inOrder names: [String]) throws {
    let fixture = try DeskFixture()
    _ = try fixture.desk()
    let empty = try fixture.table()
    var reports: [ImportReport] = []
    for name in names + names {
      reports.append(try fixture.importText(name == "csat.csv" ? Self.table : Self.messages, as: name))
    }
    #expect(reports.map(\.newAnswers) == [1, 0, 0, 0])
    #expect(
      try fixture.rows(
        """
        SELECT score || ' ' || comment || ' ' || datetime(at, 'unixepoch') || ' ' || agent.name || ' ' || customer.name
          || ' ' || ticket_id
        FROM answer JOIN agent ON agent.id = agent_id JOIN customer ON customer.id = answer.customer_id
        """) == ["4 Bien 2024-06-10 09:30:00 Óscar Rivas Lucía Paredes 1"])
    #expect(try fixture.rows("SELECT count(*) FROM customer") == ["1"])
    expectSame(try fixture.faults(), [], "faults")
    for report in reports.reversed() { _ = try fixture.desk().undoImport(try #require(report.batch)) }
    expectSame(try fixture.table(), empty, "undone")
    expectSame(try fixture.faults(), [], "faults")
  }

  /// Intercom's contacts name their workspace, its conversations do not.
  @Test(arguments: [["contacts.json", "conversation.json"], ["conversation.json", "contacts.json"]])
  func intercomsContact(inOrder names: [String]) throws {
    let fixture = try DeskFixture()
    let texts = [
      "contacts.json": """
      {"type":"list","data":[{"type":"contact","id":"abc","workspace_id":"w1","external_id":"C-5","role":"user",
      "email":null,"phone":"+5491155550101","name":"Rosa Quiroga","updated_at":1718010000}],"pages":{}}
      """,
      "conversation.json": """
      {"type":"conversation","id":"77","created_at":1718010300,"updated_at":1718011000,"state":"open","source":
      {"type":"whatsapp","id":"900","body":"<p>No puedo pagar</p>","author":{"type":"user","id":"abc"}},
      "contacts":{"contacts":[{"type":"contact","id":"abc"}]}}
      """,
    ]
    for name in names { try fixture.importText(try #require(texts[name]), as: name) }
    #expect(
      try fixture.rows(
        """
        SELECT customer.name || ' ' || value || ' ' || author_name FROM message
        JOIN customer ON customer.id = message.customer_id
        JOIN contact_point ON contact_point.customer_id = customer.id AND contact_point.kind = 'phone'
        """) == ["Rosa Quiroga +5491155550101 Rosa Quiroga"])
    expectSame(try fixture.faults(), [], "faults")
  }

  /// Meta gives a reaction no id: it is known by its message and whoever reacted.
  @Test func metasReactions() throws {
    let fixture = try DeskFixture()
    let text = """
      {"participants":[{"name":"Luz"},{"name":"Sol"}],"messages":[
      {"sender_name":"Sol","timestamp_ms":1718028360000,"content":"Sale hoy","reactions":[{"reaction":"👍","actor":"Luz"}]},
      {"sender_name":"Luz","timestamp_ms":1718028300000,"content":"Hola"}],"title":"Luz","thread_path":"inbox/luz_1"}
      """
    let reports = [try fixture.importText(text, as: "1.json"), try fixture.importText(text, as: "2.json")]
    #expect(reports.map(\.newMessages) == [2, 0])
    #expect(
      try fixture.rows(
        "SELECT sign || ' ' || reaction.author_name || ' ' || body FROM reaction JOIN message ON message.id = message_id"
      ) == ["👍 Luz Sale hoy"])
    expectSame(try fixture.faults(), [], "faults")
  }
}
