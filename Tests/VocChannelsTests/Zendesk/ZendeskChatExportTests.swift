import Testing
import VocChannels
import VocDomain

@Suite struct ZendeskChatExportTests {
  static let expectations: [(name: String, lines: [String])] = [
    (
      "list.json",
      [
        "ticket 2104.10414779.SVhDCJ9flq79a solved chat by \(ana.party) for 7001:agent(Marta) "
          + "[ventas,zendesk-ticket:205] at=2026-04-06T19:00:00 solved=2026-04-06T19:10:00 "
          + "v=2026-04-07T08:00:00",
        "event \(ana.chat):0 in \(ana.chat) 2026-04-06T19:00:00 chat.memberjoin by \(ana.party)",
        "message \(ana.chat):1 in \(ana.chat) 2026-04-06T19:00:05 \(ana.party) '¿Tienen envíos a Mérida?'",
        "message \(ana.chat):2 in \(ana.chat) 2026-04-06T19:00:06 -:bot(Asistente) 'Enseguida le atienden'",
        "message \(ana.chat):3 in \(ana.chat) 2026-04-06T19:01:00 7001:agent(Marta) 'Sí, claro'",
        "message \(ana.chat):4 in \(ana.chat) 2026-04-06T19:02:00 \(ana.party) media <mapa.png> ''",
        "answer \(ana.chat) csat 5 2026-04-06T19:08:00 in \(ana.chat) by visitor:1.12345 for 7001 "
          + "v=2026-04-07T08:00:00 'Muy amable'",
      ]
    ),
    (
      "offline.json",
      [
        "ticket 2104.10414779.Off1 open chat by visitor:2.99:customer(+573001234567|zendesk-chat:2.99) "
          + "at=2026-04-06T23:00:00 v=2026-04-06T23:00:00",
        "message 2104.10414779.Off1:0 in 2104.10414779.Off1 2026-04-06T23:00:00 "
          + "visitor:2.99:customer(+573001234567|zendesk-chat:2.99) '¿Abren el domingo?'",
        "ticket 2104.10414779.Off2 closed chat by visitor:2.98:customer(Leo|zendesk-chat:2.98) "
          + "[zendesk-ticket:206] at=2026-04-06T23:00:00 v=2026-04-06T23:00:00",
        "message 2104.10414779.Off2:0 in 2104.10414779.Off2 2026-04-06T23:00:00 "
          + "visitor:2.98:customer(Leo|zendesk-chat:2.98) 'Llámenme'",
      ]
    ),
    (
      "missed.json",
      [
        "ticket 2104.10414779.Miss open chat by visitor:3.1:customer(Eva|zendesk-chat:3.1) [missed] "
          + "at=2026-04-06T23:00:00 v=2026-04-06T23:05:00",
        "message 2104.10414779.Miss:0 in 2104.10414779.Miss 2026-04-06T23:00:10 "
          + "visitor:3.1:customer(Eva|zendesk-chat:3.1) '¿Hola?'",
      ]
    ),
    (
      "deleted.ndjson",
      [
        "ticket 2104.10414779.Del closed chat by visitor:4.1:customer(Iván|zendesk-chat:4.1) for 7002:agent "
          + "[deleted] at=2026-04-06T23:00:00 v=2026-04-06T23:00:00",
        "ticket 2104.10414779.Bad solved chat by visitor:4.2:customer(Rui|zendesk-chat:4.2) "
          + "for 7002:agent(Luz) at=2026-04-06T23:00:00 solved=2026-04-06T23:01:00 v=2026-04-06T23:00:00",
        "message 2104.10414779.Bad:0 in 2104.10414779.Bad 2026-04-06T23:00:10 7002:agent(Luz) 'Olá'",
        "answer 2104.10414779.Bad csat 1 2026-04-06T23:01:00 in 2104.10414779.Bad by visitor:4.2 for 7002 "
          + "v=2026-04-06T23:00:00",
        "problem 3+1 missingField",
      ]
    ),
    (
      "docs-by-id.json",
      [
        "ticket 2104.10414779.Doc solved chat by visitor:5.1:customer(Noa|zendesk-chat:5.1) "
          + "at=2026-04-06T23:00:00 solved=2026-04-06T23:00:10 v=2026-04-06T23:00:00",
        "message 2104.10414779.Doc:0 in 2104.10414779.Doc 2026-04-06T23:00:10 "
          + "visitor:5.1:customer(Noa|zendesk-chat:5.1) 'Hola'",
      ]
    ),
  ]

  private static let ana = (
    chat: "2104.10414779.SVhDCJ9flq79a",
    party: "visitor:1.12345:customer(Ana López|ana.lopez@example.com|zendesk-chat:1.12345)"
  )

  @Test(arguments: expectations)
  func fixtureGivesTheseRecords(name: String, lines: [String]) throws {
    let reading = try ZendeskFixture(folder: "zendesk-chat", name: name).reading()
    #expect(reading.lines == lines)
    #expect(reading.account == "10414779")
  }

  @Test func everyFixtureHasAnExpectation() throws {
    let names = try ZendeskFixture.all.filter { $0.folder == "zendesk-chat" }.map(\.name)
    #expect(names == (Self.expectations + ZendeskQuirkTests.chat).map(\.name).sorted())
  }
}
