import Testing
import VocChannels
import VocDomain

@Suite struct IntercomQuirkTests {
  static let quirks: [(fixture: String, lines: [String])] = [
    (
      "acts-with-words.json",
      [
        "ticket 89 solved chat by contact:u9:customer(Olga) at=2024-06-10T09:05:00 "
          + "v=2024-06-10T09:15:00",
        "message src:909 in 89 2024-06-10T09:05:00 contact:u9:customer(Olga) '¿Abren hoy?'",
        "message 8901 in 89 2024-06-10T09:05:10 admin:31:agent(Iván) note 'Es de tu zona'",
        "event 8901 in 89 2024-06-10T09:05:10 assignment to 32 by admin:31:agent(Iván)",
        "message 8902 in 89 2024-06-10T09:05:20 admin:32:agent(Paz) 'Sí, hasta las 8'",
        "event 8902 in 89 2024-06-10T09:05:20 close = solved by admin:32:agent(Paz)",
        "event 8903 in 89 2024-06-10T09:05:30 snoozed = pending by admin:32:agent(Paz)",
        "event 8904 in 89 2024-06-10T09:05:40 conversation_attribute_updated_by_admin by "
          + "admin:32:agent(Paz)",
        "event 8905 in 89 2024-06-10T09:05:50 open = open by contact:u9:customer(Olga)",
      ]
    ),
    (
      "ai-agent.json",
      [
        "ticket 87 open chat by contact:u7:customer(Ann) at=2024-06-10T09:05:00 v=2024-06-10T09:15:00",
        "message src:907 in 87 2024-06-10T09:05:00 contact:u7:customer(Ann) 'How do I cancel?'",
        "message 8701 in 87 2024-06-10T09:05:10 admin:5:bot(Fin) 'Open Settings.'",
        "message 8702 in 87 2024-06-10T09:05:20 bot:6:bot(Operator) 'Did that help?'",
        "message 8703 in 87 2024-06-10T09:05:30 admin:31:agent(Iván) 'Hi, Iván here'",
      ]
    ),
    (
      "html-bodies.json",
      [
        "ticket 86 open email 'Duda & reclamo' by contact:u6:customer(Noé) "
          + "at=2024-06-10T09:05:00 v=2024-06-10T09:15:00",
        "message src:906 in 86 2024-06-10T09:05:00 contact:u6:customer(Noé) 'Señores:⏎- uno⏎- dos'",
        "message 8601 in 86 2024-06-10T09:06:40 contact:u6:customer media omitted ''",
        "message 8602 in 86 2024-06-10T09:08:20 admin:31:agent(Iván) 'Vea la guía "
          + "(https://example.com/ayuda)'",
        "message 8603 in 86 2024-06-10T09:10:00 contact:u6:customer media <recibo.pdf, https://files.example.com/2> ''",
      ]
    ),
    (
      "list-without-parts.json",
      [
        "ticket 81 open chat by contact:l1:customer(Gil|gil@example.com) "
          + "at=2024-06-10T09:05:00 v=2024-06-10T09:06:40",
        "message src:901 in 81 2024-06-10T09:05:00 contact:l1:customer(Gil|gil@example.com) "
          + "'¿Dónde está mi pedido?'",
        "ticket 82 pending email 'Cambio de talla' by contact:u2:customer(Sara "
          + "Nava|sara@example.com) for admin:31:agent at=2024-06-10T09:05:10 v=2024-06-10T09:08:20",
        "message src:902 in 82 2024-06-10T09:05:10 contact:u2:customer(Sara "
          + "Nava|sara@example.com) 'Quiero una M'",
      ]
    ),
    (
      "operator-assigned.json",
      [
        "ticket 91 solved chat by contact:u12:customer(Lía) at=2024-06-10T09:05:00 v=2024-06-10T09:15:00",
        "message src:911 in 91 2024-06-10T09:05:00 contact:u12:customer(Lía) '¿Hay talla 40?'",
        "message 9101 in 91 2024-06-10T09:05:10 bot:6:bot(Operator|operator+ab12cd@intercom.io) "
          + "'Te pregunto un dato.'",
        "event 9102 in 91 2024-06-10T09:05:20 close = solved by "
          + "bot:6:bot(Operator|operator+ab12cd@intercom.io)",
        "answer 91:rating csat 4 2024-06-10T09:05:40 in 91 by contact:u12 v=2024-06-10T09:05:40",
        "ticket 92 open chat by contact:u12:customer(Lía) at=2024-06-10T09:05:00 v=2024-06-10T09:15:00",
        "message src:912 in 92 2024-06-10T09:05:00 contact:u12:customer(Lía) '¿Y en azul?'",
        "message 9201 in 92 2024-06-10T09:05:10 admin:7:bot(Operator|operator+ab12cd@intercom.io) "
          + "'Un momento.'",
      ]
    ),
    (
      "part-ids-numbers-and-strings.json",
      [
        "ticket 83 open social by contact:u3:customer(Caio) at=2024-06-10T09:05:00 "
          + "v=2024-06-10T09:15:00",
        "message src:903 in 83 2024-06-10T09:05:00 contact:u3:customer(Caio) 'Olá'",
        "message 1001 in 83 2024-06-10T09:06:40 admin:31:agent(Iván) 'Oi, Caio'",
        "message 1002 in 83 2024-06-10T09:08:20 admin:31:agent(Iván) 'Tudo bem?'",
      ]
    ),
    (
      "rating-asked-and-answered.json",
      [
        "ticket 84 solved chat by contact:u4:customer(Elba) at=2024-06-10T09:05:00 "
          + "v=2024-06-10T09:15:00",
        "message src:904 in 84 2024-06-10T09:05:00 contact:u4:customer(Elba) 'Gracias'",
        "ticket 85 solved chat by contact:u5:customer(Fina) at=2024-06-10T09:05:00 "
          + "v=2024-06-11T09:59:59",
        "message src:905 in 85 2024-06-10T09:05:00 contact:u5:customer(Fina) 'Listo'",
        "answer 85:rating csat 2 2024-06-11T09:13:20 in 85 by contact:u5 for admin:31 "
          + "v=2024-06-11T09:13:20 'Muy lento'",
      ]
    ),
    (
      "redacted.json",
      [
        "ticket 88 open chat by contact:u8:customer(Ulises) at=2024-06-10T09:05:00 "
          + "v=2024-06-10T09:15:00",
        "message src:908 in 88 2024-06-10T09:05:00 contact:u8:customer(Ulises) deleted "
          + "'Conversation source was redacted'",
        "message 8801 in 88 2024-06-10T09:05:10 contact:u8:customer deleted ''",
        "message 8802 in 88 2024-06-10T09:05:20 admin:31:agent(Iván) note deleted 'Comment was deleted'",
      ]
    ),
    (
      "ticket-with-parts.json",
      [
        "ticket 494 open 'Impressora quebrada' by contact:u11:customer(C-11) for "
          + "admin:31:agent at=2024-06-10T09:05:00 v=2024-06-10T09:15:00",
        "message ticket:494:description in 494 2024-06-10T09:05:00 contact:u11:customer(C-11) "
          + "'Não liga'",
        "event 11 in 494 2024-06-10T09:05:10 ticket_state_updated_by_admin from submitted to "
          + "in_progress = open by admin:31:agent(Iván)",
        "message 12 in 494 2024-06-10T09:05:20 admin:31:agent(Iván) 'Vamos trocar'",
      ]
    ),
    (
      "webhooks.ndjson",
      [
        "ticket 90 open chat by contact:u10:customer(Raúl) at=2024-06-10T09:05:00 v=2024-06-10T09:05:00",
        "message src:910 in 90 2024-06-10T09:05:00 contact:u10:customer(Raúl) 'Buenas'",
        "ticket 90 open chat by contact:u10:customer(Raúl) at=2024-06-10T09:05:00 v=2024-06-10T09:06:00",
        "message src:910 in 90 2024-06-10T09:05:00 contact:u10:customer(Raúl) 'Buenas'",
        "message 9001 in 90 2024-06-10T09:06:00 admin:31:agent(Iván) 'Dígame'",
      ]
    ),
  ]

  @Test(arguments: quirks) func exports(fixture: String, lines: [String]) throws {
    #expect(try QuirkReading(.intercom, fixture).lines == lines)
  }

  @Test func everyFixtureOfIntercomIsRead() {
    let others = ["contacts-list.json", "conversation.json"]
    let names = ExportFixture.all(of: .intercom).map(\.name)
    #expect(names == (Self.quirks.map(\.fixture) + others).sorted())
  }

  @Test func webhooksAreOfTheAccountOfTheRest() throws {
    let outcome = try ReaderOutcome(
      IntercomExport.self, ExportFixture(format: .intercom, name: "webhooks.ndjson"))
    #expect(outcome.findings.account == nil)
  }
}
