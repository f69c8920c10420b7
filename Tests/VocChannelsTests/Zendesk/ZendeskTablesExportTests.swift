import Testing
import VocChannels
import VocDomain

@Suite struct ZendeskTablesExportTests {
  static let expectations: [(name: String, lines: [String])] = [
    (
      "tickets.csv",
      [
        "ticket 301 open urgent email 'Pedido' by 9001:?(Ana|ana@example.com) for 7001:? "
          + "at=2026-02-19T01:54:52 v=2026-02-19T01:55:11",
        "message description:301 in 301 2026-02-19T01:54:52 9001:? stand-in 'Hola,⏎no llegó'",
        "ticket 302 closed web by 9001:? [deleted] at=2026-02-19T01:54:52 v=2026-02-20T00:00:00",
        "message description:302 in 302 2026-02-19T01:54:52 7001:? note stand-in 'Duplicado'",
      ]
    ),
    (
      "comments.csv",
      [
        "message 6001 in 301 2026-02-11T07:49:14 9001:? '¿Y mi pedido?'",
        "message 6002 in 301 2026-02-11T08:00:00 7001:? note 'Revisar con bodega'",
        "message 6003 in 301 2026-02-11T08:10:00 9001:? call 'Llamada entrante'",
      ]
    ),
    (
      "comments-resaved-by-excel.csv",
      [
        "message 6004 in 301 2020-02-11T07:49:14 9001:? 'Hola'",
        "message 6005 in 301 2020-02-11T07:49:14 7001:? note 'Nota'",
        "problem 2+1 number", "problem 5+1 date", "problem 6+1 shape",
      ]
    ),
    (
      "users.csv",
      [
        "party 9001:customer(Ana López|ana@example.com|+525512345678|C-1|es-MX) v=2026-02-26T22:55:12",
        "party 7001:agent(Marta Ríos|marta@example.com|es-MX) v=2026-02-26T22:55:12",
      ]
    ),
    (
      "ratings.csv",
      ["answer 1 csat 5 2026-03-05T00:00:00 in 301 by 9001 for 7001 v=2026-03-05T00:00:00 'Gracias'"]
    ),
    (
      "history.csv",
      [
        "event 301:status:1771466092 in 301 2026-02-19T01:54:52 status to new = new by 9001:?",
        "event 301:status:1771552492 in 301 2026-02-20T01:54:52 status to solved = solved by 7001:?",
      ]
    ),
    (
      "chats.csv",
      [
        "ticket 4323.953441.Ty1 - chat by 9001:?(zendesk-chat:21432-1JDm) [ventas,zendesk-ticket:301] "
          + "v=2026-03-19T16:51:27"
      ]
    ),
    (
      "chat-events.csv",
      [
        "message 4323.953441.Ty1:0 in 4323.953441.Ty1 2026-12-12T11:16:28 9001:customer(Ana) '¿Hola?'",
        "message 4323.953441.Ty1:1 in 4323.953441.Ty1 2026-12-12T11:16:29 7009:bot(Luna Bot) '¿En qué ayudo?'",
        "event 4323.953441.Ty1:2 in 4323.953441.Ty1 2026-12-12T11:17:00 ChatJoin by 7001:agent",
        "message 4323.953441.Ty1:3 in 4323.953441.Ty1 2026-12-12T11:17:10 7001:agent media <guia.pdf> ''",
        "message 4323.953441.Ty1:4 in 4323.953441.Ty1 2026-12-12T11:17:20 -:system system 'Chat terminado'",
        "message 4323.953441.Ty1:6 in 4323.953441.Ty1 2026-12-12T11:17:40 -:agent 'Sin número'",
        "message 4323.953441.Ty1:7 in 4323.953441.Ty1 2026-12-12T11:17:50 -:bot 'Gracias por esperar'",
        "problem 7+1 missingField",
      ]
    ),
  ]

  @Test(arguments: expectations)
  func fixtureGivesTheseRecords(name: String, lines: [String]) throws {
    #expect(try ZendeskFixture(folder: "zendesk-tables", name: name).reading().lines == lines)
  }

  @Test func everyFixtureHasAnExpectation() throws {
    let names = try ZendeskFixture.all.filter { $0.folder == "zendesk-tables" }.map(\.name)
    #expect(names == Self.expectations.map(\.name).sorted())
  }

  @Test func damagedNumberIsPointedAt() throws {
    let fixture = ZendeskFixture(folder: "zendesk-tables", name: "comments-resaved-by-excel.csv")
    #expect(try fixture.reading().problems.first?.column == 1)
  }

  @Test func tableOfOtherColumnsIsRefused() {
    #expect(throws: UnreadableExport.self) {
      try ZendeskReading("zendesk-tables", ByteSource(name: "a.csv", bytes: Array("Fecha,NPS\n1,2\n".utf8)))
    }
  }
}
