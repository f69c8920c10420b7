import Testing
import VocChannels
import VocDomain

@Suite struct ZendeskQuirkTests {
  static let support: [(name: String, lines: [String])] = [
    (
      "audit-ids-as-strings.json",
      [
        "event 8212 in 118 2026-03-02T14:05:09 group_id to 360001 by -1:system",
        "event 8213 in 118 2026-03-02T14:05:09 assignee_id from 7001 to 7002 by -1:system",
        "event 8214 in 118 2026-03-02T14:05:09 priority to urgent by -1:system",
        "event 8215 in 118 2026-03-02T14:05:09 satisfaction_rating to good by -1:system",
      ]
    ),
    (
      "channels.ndjson",
      [
        "ticket 120 open social 'twitter_dm' by 9110:? at=2026-03-04T09:00:00 v=2026-03-04T10:00:00",
        "ticket 121 open phone 'voice' by 9110:? at=2026-03-04T09:00:00 v=2026-03-04T10:00:00",
        "ticket 122 open web 'mobile_sdk' by 9110:? at=2026-03-04T09:00:00 v=2026-03-04T10:00:00",
        "ticket 123 open chat 'chat' by 9110:? at=2026-03-04T09:00:00 v=2026-03-04T10:00:00",
        "ticket 124 open whatsapp 'whatsapp' by 9110:? at=2026-03-04T09:00:00 v=2026-03-04T10:00:00",
        "ticket 125 open web 'sample_ticket' by 9110:? at=2026-03-04T09:00:00 v=2026-03-04T10:00:00",
        "ticket 126 open 'canal_propio' by 9110:? at=2026-03-04T09:00:00 v=2026-03-04T10:00:00",
      ]
    ),
    (
      "copied-customer-writes.json",
      [
        "message 5101 in 116 2026-03-02T14:05:09 9101:customer(Pía Luna) 'Mi pedido no llega'",
        "message 5102 in 116 2026-03-02T14:20:00 9102:customer(Sol Luna) 'Soy su hermana: tampoco llegó el mío'",
        "message 5103 in 116 2026-03-02T14:30:00 7001:agent(Marta Ríos) 'Ya lo reviso'",
        "party 9101:customer(Pía Luna|pia@example.com) v=2026-01-05T00:00:00",
        "party 9102:customer(Sol Luna|sol@example.com) v=2026-01-05T00:00:00",
        "party 7001:agent(Marta Ríos|marta@tiendaluna.example) v=2026-01-01T00:00:00",
      ]
    ),
    (
      "old-ticket-comes-back.json",
      [
        "ticket 117 closed web 'Alta' by 9103:? at=2025-01-01T00:00:00 v=2026-03-05T00:00:00",
        "ticket 117 closed web 'Alta' by 9103:? at=2025-01-01T00:00:00 v=2026-03-05T00:00:00",
      ]
    ),
  ]

  static let chat: [(name: String, lines: [String])] = [
    (
      "rating-changed.json",
      [
        "ticket 2104.10414779.Rate solved chat by "
          + "visitor:6.1:customer(Ada|ada@example.com|zendesk-chat:6.1) for 7001:agent(Marta) "
          + "at=2026-04-06T19:00:00 solved=2026-04-06T19:05:00 v=2026-04-06T20:00:00",
        "message 2104.10414779.Rate:0 in 2104.10414779.Rate 2026-04-06T19:00:05 "
          + "visitor:6.1:customer(Ada|ada@example.com|zendesk-chat:6.1) '¿Sigue ahí?'",
        "answer 2104.10414779.Rate csat 1 2026-04-06T19:02:00 in 2104.10414779.Rate by "
          + "visitor:6.1 for 7001 v=2026-04-06T20:00:00 'Me colgaron'",
        "ticket 2104.10414779.None solved chat by visitor:6.2:customer(Beto|zendesk-chat:6.2) "
          + "for 7001:agent(Marta) at=2026-04-06T19:00:00 solved=2026-04-06T19:05:00 v=2026-04-06T20:00:00",
        "message 2104.10414779.None:0 in 2104.10414779.None 2026-04-06T19:00:05 "
          + "visitor:6.2:customer(Beto|zendesk-chat:6.2) 'Gracias'",
      ]
    ),
    (
      "two-agents-named-by-id.json",
      [
        "ticket 2104.10414779.Two solved chat by "
          + "visitor:6.3:customer(Cira|cira@example.com|+573005550144|zendesk-chat:6.3) for "
          + "7002:agent(Luz) at=2026-04-06T19:00:00 solved=2026-04-06T19:06:40 v=2026-04-06T20:00:00",
        "message 2104.10414779.Two:0 in 2104.10414779.Two 2026-04-06T19:00:05 "
          + "visitor:6.3:customer(Cira|cira@example.com|+573005550144|zendesk-chat:6.3) 'Quiero cancelar'",
        "event 2104.10414779.Two:1 in 2104.10414779.Two 2026-04-06T19:00:10 chat.memberjoin by "
          + "7001:agent(Marta)",
        "message 2104.10414779.Two:2 in 2104.10414779.Two 2026-04-06T19:00:20 "
          + "7001:agent(Marta) 'La paso con Luz'",
        "event 2104.10414779.Two:3 in 2104.10414779.Two 2026-04-06T19:00:30 chat.memberleave "
          + "by 7001:agent(Marta)",
        "message 2104.10414779.Two:4 in 2104.10414779.Two 2026-04-06T19:00:40 7002:agent(Luz) "
          + "'Hola, Cira'",
      ]
    ),
    (
      "updated-later.ndjson",
      [
        "ticket 2104.10414779.Upd open chat by visitor:6.4:customer(zendesk-chat:6.4) [missed] "
          + "at=2026-04-06T19:00:00 v=2026-04-06T19:05:00",
        "message 2104.10414779.Upd:0 in 2104.10414779.Upd 2026-04-06T19:00:05 "
          + "visitor:6.4:customer(zendesk-chat:6.4) 'Alguém aí?'",
        "ticket 2104.10414779.Upd closed chat by visitor:6.4:customer(Dino "
          + "Reis|dino@example.com|zendesk-chat:6.4) [voltou,zendesk-ticket:301,missed] "
          + "at=2026-04-06T19:00:00 v=2026-04-07T10:00:00",
        "message 2104.10414779.Upd:0 in 2104.10414779.Upd 2026-04-06T19:00:05 "
          + "visitor:6.4:customer(Dino Reis|dino@example.com|zendesk-chat:6.4) 'Alguém aí?'",
      ]
    ),
  ]

  @Test(arguments: support) func supportGives(name: String, lines: [String]) throws {
    #expect(try ZendeskFixture(folder: "zendesk", name: name).reading().lines == lines)
  }

  @Test(arguments: chat) func chatGives(name: String, lines: [String]) throws {
    #expect(try ZendeskFixture(folder: "zendesk-chat", name: name).reading().lines == lines)
  }
}
