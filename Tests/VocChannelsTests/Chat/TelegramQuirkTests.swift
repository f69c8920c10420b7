import Testing
import VocChannels
import VocDomain

@Suite struct TelegramQuirkTests {
  static let quirks: [(fixture: String, lines: [String])] = [
    (
      "account-with-chats-of-no-customer.json",
      [
        "message 5106:41 2024-06-10T14:05:00 user5106:customer(Elías Roa|telegram:user5106) in "
          + "5106 '¿Hay pan?'",
        "message 5106:42 2024-06-10T14:06:00 user900:agent(Café Sol) in 5106 with "
          + "user5106:customer(Elías Roa|telegram:user5106) 'Sí'",
        "message 1888:41 2024-06-10T14:10:00 user5107:customer(Gema|telegram:user5107) in 1888 "
          + "group '¿Entregan en el barrio?'",
      ]
    ),
    (
      "date-without-unixtime.json",
      [
        "message 5101:1 2021-03-18T10:00:00 local user5101:customer(Bruno "
          + "Sáenz|telegram:user5101) in 5101 '¿A qué hora cierran?'",
        "message 5101:2 2021-03-18T10:05:30 local user1:agent(Café Sol) in 5101 with "
          + "user5101:customer(Bruno Sáenz|telegram:user5101) 'A las 8'",
        "times without a zone",
      ]
    ),
    (
      "deleted-account.json",
      [
        "message 5102:1 2024-06-10T14:05:00 user5102:customer(telegram:user5102) in 5102 "
          + "'Quiero devolver el pedido'",
        "message 5102:2 2024-06-10T14:06:00 user1:agent(Café Sol) in 5102 with "
          + "user5102:customer(telegram:user5102) 'Claro'",
        "message 5102:3 2024-06-10T14:07:00 user5102:customer(telegram:user5102) in 5102 'Gracias'",
      ]
    ),
    (
      "edited.json",
      [
        "message 5105:1 2024-06-10T14:05:00 user5105:customer(Delia Mar|telegram:user5105) "
          + "edited in 5105 'Talla M, no L'",
        "message 5105:2 2024-06-10T14:11:00 user1:agent(Café Sol) edited in 5105 with "
          + "user5105:customer(Delia Mar|telegram:user5105) 'Cambiado'",
      ]
    ),
    (
      "files-not-included.json",
      [
        "message 5110:1 2024-06-10T14:05:00 user5110:customer(Jairo|telegram:user5110) media "
          + "omitted in 5110 'Llegó así'",
        "message 5110:2 2024-06-10T14:06:00 user5110:customer(Jairo|telegram:user5110) media "
          + "in 5110 <photos/photo_1@10-06-2024_09-06-00.jpg> ''",
        "message 5110:3 2024-06-10T14:07:00 user5110:customer(Jairo|telegram:user5110) "
          + "location in 5110 '4.61, -74.08'",
        "message 5110:4 2024-06-10T14:08:00 user5110:customer(Jairo|telegram:user5110) contact "
          + "in 5110 'Katia Luz: +57 300 555 0143'",
        "message 5110:5 2024-06-10T14:09:00 user1:agent(Café Sol) poll in 5110 with "
          + "user5110:customer(Jairo|telegram:user5110) '¿Cómo le atendimos?'",
        "message 5110:6 2024-06-10T14:10:00 user5110:customer(Jairo|telegram:user5110) in 5110 "
          + "'Reenviado y en respuesta'",
      ]
    ),
    (
      "same-ids-in-two-chats.json",
      [
        "message 5108:7 2024-06-10T14:05:00 user5108:customer(Hugo|telegram:user5108) in 5108 'Hola'",
        "message 5109:7 2024-06-10T14:05:00 user5109:customer(Irma|telegram:user5109) in 5109 'Hola'",
      ]
    ),
    (
      "service-messages.json",
      [
        "message 5103:1 2024-06-10T14:00:00 -:system system in 5103 with "
          + "user5103:customer(Ruth Cano|telegram:user5103) 'Ruth Cano joined_telegram'",
        "message 5103:2 2024-06-10T14:01:00 user5103:customer(Ruth Cano|telegram:user5103) "
          + "call in 5103 ''",
        "message 5103:3 2024-06-10T14:02:00 user1:agent(Café Sol) call unanswered-call in 5103 "
          + "with user5103:customer(Ruth Cano|telegram:user5103) ''",
        "message 5103:4 2024-06-10T14:03:00 user1:agent(Café Sol) call answered in 5103 with "
          + "user5103:customer(Ruth Cano|telegram:user5103) ''",
        "message 5103:5 2024-06-10T14:04:00 -:system system in 5103 with "
          + "user5103:customer(Ruth Cano|telegram:user5103) 'Café Sol edit_group_title Pedidos'",
        "message 5103:6 2024-06-10T14:05:00 -:system system in 5103 with "
          + "user5103:customer(Ruth Cano|telegram:user5103) 'pin_message'",
      ]
    ),
    (
      "text-in-pieces.json",
      [
        "message 5104:1 2024-06-10T14:05:00 user5104:customer(Ciro Leal|telegram:user5104) in "
          + "5104 'Urgente: escribí a ventas@example.com y al +57 300 555 0142⏎¿Nadie contesta?'",
        "message 5104:2 2024-06-10T14:06:00 user5104:customer(Ciro Leal|telegram:user5104) "
          + "media omitted in 5104 '😡'",
        "message 5104:3 2024-06-10T14:07:00 user5104:customer(Ciro Leal|telegram:user5104) in "
          + "5104 'Ver el pedido (https://example.com/p/1)'",
      ]
    ),
  ]

  @Test(arguments: quirks) func exports(fixture: String, lines: [String]) throws {
    #expect(try QuirkReading(.telegram, fixture).lines == lines)
  }

  @Test func everyFixtureOfTelegramIsRead() {
    let others = ["account-with-group.json", "personal-chat.json"]
    let names = ExportFixture.all(of: .telegram).map(\.name)
    #expect(names == (Self.quirks.map(\.fixture) + others).sorted())
  }

  @Test func theOwnerIsThePersonalInformations() throws {
    let name = "account-with-chats-of-no-customer.json"
    let outcome = try ReaderOutcome(TelegramExport.self, ExportFixture(format: .telegram, name: name))
    #expect(outcome.findings.account == "900" && outcome.findings.records == 3)
  }

  /// Where a newer version is told, it has the time of the edit.
  @Test func editsAreVersions() throws {
    let messages = try ChatFixture.outcome(TelegramExport.self, "edited.json").messages
    #expect(messages.map { $0.updatedAt?.unixSeconds } == [1_718_028_600, nil])
  }
}
