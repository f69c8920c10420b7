import Testing
import VocChannels
import VocDomain

@Suite struct ZendeskExportTests {
  static let expectations: [(name: String, lines: [String])] = [
    (
      "list-offset.json",
      [
        "ticket 101 open high email 'No llegó mi pedido' by 9001:?(Ana López|ana.lopez@example.com) for 7001:? "
          + "[envio,vip] at=2026-03-02T14:05:09 v=2026-03-03T10:00:00",
        "message description:101 in 101 2026-03-02T14:05:09 9001:? stand-in "
          + "'Hola, mi pedido 5521 no llegó.⏎⏎Gracias'",
      ]
    ),
    (
      "list-cursor-with-users.json",
      [
        "ticket 102 solved whatsapp 'Factura' by 9002:customer(Bruno Díaz) for 7001:agent(Marta Ríos) at=2026-03-02T15:00:00 "
          + "v=2026-03-02T16:00:00",
        "message description:102 in 102 2026-03-02T15:00:00 7001:agent(Marta Ríos) note stand-in 'Necesito factura'",
        "party 9002:customer(Bruno Díaz|bruno@example.com|+5215512345678|C-77|es-MX) v=2026-01-05T00:00:00",
        "party 7001:agent(Marta Ríos|marta@tiendaluna.example) v=2026-01-01T00:00:00",
      ]
    ),
    (
      "incremental-reemitted.json",
      [
        "ticket 103 pending web 'Cambio' by 9001:? [cambio] at=2026-03-01T00:00:00 v=2026-03-01T00:20:00",
        "ticket 103 closed web 'Cambio' by 9001:? for 7001:? [cambio] at=2026-03-01T00:00:00 "
          + "v=2026-03-02T00:20:00",
      ]
    ),
    (
      "deleted.json",
      [
        "ticket 104 closed email 'Spam' by 9003:? [deleted] at=2026-03-01T00:00:00 v=2026-03-05T00:00:00"
      ]
    ),
    (
      "105-comments.json",
      [
        "message 5001 in 105 2026-03-02T14:05:09 9001:? <foto.jpg> 'Hola, ¿dónde está?'",
        "message 5002 in 105 2026-03-02T14:10:00 7001:? note 'Cliente molesto, cuidado'",
        "message 5003 in 105 2026-03-02T14:11:00 -1:system system 'Solicitud combinada'",
      ]
    ),
    ("comments-of-next-page.json", ["message 5010 in 106 2026-03-02T14:05:09 9001:? 'Uno'"]),
    ("exported-page.json", ["problem 1+1 unplaced"]),
    (
      "comments-nested.ndjson",
      [
        "message 5020 in 107 2026-03-04T09:00:00 9004:customer(Caio Souza) 'Quiero mi dinero'",
        "message 5021 in 107 2026-03-04T09:30:00 7002:agent(Luz Paz) 'Hola Caio,⏎ya está & listo⏎- uno⏎- dos'",
        "ticket 107 closed chat 'Reembolso' by 9004:customer(Caio Souza|caio@example.com|pt-BR) "
          + "for 7002:agent(Luz Paz) [reembolso] at=2026-03-04T09:00:00 v=2026-03-04T10:00:00",
        "ticket 108 new social 'Horario' by 9005:? at=2026-03-04T09:00:00 v=2026-03-04T10:00:00",
        "message description:108 in 108 2026-03-04T09:00:00 9005:? stand-in '¿A qué hora abren?'",
      ]
    ),
    (
      "array-bare.json",
      [
        "ticket 109 hold urgent api 'Garantía' by 9006:? at=2026-03-04T09:00:00 v=2026-03-04T10:00:00",
        "message description:109 in 109 2026-03-04T09:00:00 9006:? stand-in 'Se rompió'",
      ]
    ),
    (
      "single-with-comments.json",
      [
        "message 5030 in 110 2026-03-04T09:00:00 9007:? '¿Hay M?'",
        "ticket 110 solved chat 'Talla' by 9007:? at=2026-03-04T09:00:00 solved=2026-03-04T09:50:00 "
          + "v=2026-03-04T10:00:00",
      ]
    ),
    (
      "mixed.ndjson",
      [
        "party 9008:customer(Dora) v=2026-01-05T00:00:00",
        "message 5040 in 111 2026-03-04T09:00:00 9008:customer(Dora) 'Gracias'",
        "answer 3001 csat 1 2026-03-05T01:00:00 in 111 by 9008 for 7001 v=2026-03-05T01:00:00 "
          + "'Lento⏎The issue took too long to resolve'",
        "problem 5+1 shape",
      ]
    ),
    (
      "ratings.json",
      [
        "answer 1 csat 5 2026-03-05T00:00:00 in 101 by 9001 for 7001 v=2026-03-05T00:00:00 '¡Excelente!'",
        "answer 3 csat 4 2026-03-05T00:00:00 in 103 by 9001 v=2026-03-05T00:00:00",
        "problem 1+1 score",
      ]
    ),
    (
      "rating-inline.json",
      [
        "ticket 101 closed email 'No llegó mi pedido' by 9001:? for 7001:? at=2026-03-02T14:05:09 "
          + "v=2026-03-06T00:00:00",
        "answer 1 csat 5 2026-03-06T00:00:00 in 101 by 9001 for 7001 v=2026-03-02T14:05:09 '¡Excelente!'",
      ]
    ),
    (
      "audits.json",
      [
        "message 8101 in 101 2026-03-02T14:05:09 9001:? 'Hola'",
        "event 8102 in 101 2026-03-02T14:05:09 status to new = new by 9001:?",
        "event 8104 in 101 2026-03-02T15:00:00 status from new to solved = solved by 7001:?",
        "event 8105 in 101 2026-03-02T15:00:00 assignee_id to 7001 by 7001:?",
      ]
    ),
    (
      "ticket-events.json",
      [
        "message 8301 in 112 2026-03-02T14:05:09 9001:? 'Oi, tudo bem?'",
        "event 8302 in 112 2026-03-02T14:05:09 status to new = new by 9001:?",
        "event 8303 in 112 2026-03-02T15:05:09 status from new to open = open by 7001:?",
      ]
    ),
    (
      "metrics.json",
      [
        "event solved:101:1772532000 in 101 2026-03-03T10:00:00 solved_at = solved"
      ]
    ),
    (
      "ticket-113-comments.json",
      [
        "message 5050 in 113 2026-03-02T14:05:09 9009:? call answered "
          + "<https://tiendaluna.zendesk.com/rec/1.mp3> "
          + "'Llamada de +52 55 1234 5678⏎Hola, quiero cambiar la talla'",
        "message 5051 in 113 2026-03-02T14:06:00 9009:? media <recibo.pdf, foto.png> ''",
      ]
    ),
    (
      "comments71.json",
      ["message 7101 in 71 2026-03-02T14:05:09 9001:? '¿Y mi pedido?'"]
    ),
    (
      "missing-fields.json",
      [
        "ticket 115 open 'Bien' by 1:? at=2026-03-02T14:05:09", "problem 1+1 missingField",
        "problem 2+1 date",
        "problem 4+1 shape",
      ]
    ),
  ]

  @Test(arguments: expectations)
  func fixtureGivesTheseRecords(name: String, lines: [String]) throws {
    #expect(try ZendeskFixture(folder: "zendesk", name: name).reading().lines == lines)
  }

  @Test func everyFixtureHasAnExpectation() throws {
    let names = try ZendeskFixture.all.filter { $0.folder == "zendesk" }.map(\.name)
    #expect(names == (Self.expectations + ZendeskQuirkTests.support).map(\.name).sorted())
  }

  @Test func accountIsTheSubdomain() throws {
    #expect(try ZendeskFixture(folder: "zendesk", name: "list-offset.json").reading().account == "tiendaluna")
    #expect(try ZendeskFixture(folder: "zendesk", name: "array-bare.json").reading().account == nil)
  }

  @Test(arguments: [
    ("123-comments.json", "123"), ("comments_123.json", "123"), ("ticket-123.json", "123"),
    ("tickets_123_comments.json", "123"), ("123.json", "123"),
  ])
  func fileNameTellsTheTicket(name: String, ticket: String) throws {
    let bytes = try ZendeskFixture(folder: "zendesk", name: "exported-page.json").bytes
    let reading = try ZendeskReading("zendesk", ByteSource(name: name, bytes: bytes))
    #expect(reading.lines == ["message 5011 in \(ticket) 2026-03-02T14:05:09 9001:? '¿De quién?'"])
  }

  @Test(arguments: ["comments-page2.json", "2026-03-02-comments.json", "comments.json"])
  func otherFileNamesTellNone(name: String) throws {
    let bytes = try ZendeskFixture(folder: "zendesk", name: "exported-page.json").bytes
    let reading = try ZendeskReading("zendesk", ByteSource(name: name, bytes: bytes))
    #expect(reading.lines == ["problem 1+1 unplaced"])
  }
}
