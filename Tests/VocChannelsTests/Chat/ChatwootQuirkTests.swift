import Testing
import VocChannels
import VocDomain

@Suite struct ChatwootQuirkTests {
  static let quirks: [(fixture: String, lines: [String])] = [
    (
      "activity-and-private-notes.json",
      [
        "ticket 52 - by contact:22:customer(Tomás Vidal|tomas@example.com) for "
          + "user:3:agent(Óscar Rivas)",
        "message 711 in 52 2024-06-10T09:05:00 contact:22:customer(Tomás Vidal) '¿Puedo "
          + "cambiar la dirección?'",
        "message 712 in 52 2024-06-10T09:05:10 user:3:agent(Óscar Rivas) note 'Revisar con "
          + "bodega antes de responder'",
        "message 713 in 52 2024-06-10T09:05:20 user:3:agent(Óscar Rivas) 'Sí, ya quedó'",
        "message 714 in 52 2024-06-10T09:05:30 -:system system 'La conversación fue marcada "
          + "como resuelta por Óscar Rivas'",
      ]
    ),
    (
      "agent-bots.json",
      [
        "ticket 53 - by contact:23:customer(Inés Robles|+525555550123)",
        "message 721 in 53 2024-06-10T09:05:00 -:bot '¡Hola! Soy Luna, ¿en qué te ayudo?'",
        "message 722 in 53 2024-06-10T09:05:10 contact:23:customer(Inés Robles) 'Quiero mi factura'",
        "message 723 in 53 2024-06-10T09:05:20 bot:2:bot(Luna) 'Te la envío por correo'",
        "message 724 in 53 2024-06-10T09:05:30 bot:2:bot '¿Algo más?'",
        "message 725 in 53 2024-06-10T09:05:40 bot:4:bot note 'Resumen: pide factura'",
      ]
    ),
    (
      "content-missing.json",
      [
        "ticket 58 - by contact:25:customer(Nilda Paz|+573005550125)",
        "message 751 in 58 2024-06-10T09:05:00 contact:25:customer(Nilda Paz) media omitted ''",
        "message 752 in 58 2024-06-10T09:05:10 contact:25:customer(Nilda Paz) media "
          + "<https://files.example.com/nota.ogg, https://files.example.com/caja.png> ''",
        "message 753 in 58 2024-06-10T09:05:20 contact:25:customer(Nilda Paz) location ''",
        "message 754 in 58 2024-06-10T09:05:30 contact:25:customer(Nilda Paz) 'Adjunto el recibo'",
      ]
    ),
    (
      "stars-asked-and-given.ndjson",
      [
        "message 741 in 55 2024-06-10T09:05:00 -:bot 'Califica esta conversación'",
        "message 742 in 56 2024-06-10T09:05:00 -:bot 'Califica esta conversación'",
        "answer csat:56 csat 2 2024-06-10T10:00:00 in 56 v=2024-06-10T10:00:00 'Tardaron mucho'",
        "message 743 in 57 2024-06-10T09:05:00 -:bot 'Califica esta conversación'",
        "problem 3+1 score",
      ]
    ),
    (
      "statuses-and-priorities.json",
      [
        "ticket 61 open urgent email by contact:31:customer(Ana) at=2024-06-10T09:05:00 "
          + "v=2024-06-10T09:06:40",
        "ticket 62 solved high social by contact:32:customer(Beto) at=2024-06-10T09:05:00 "
          + "v=2024-06-10T09:06:40",
        "ticket 63 pending normal phone by contact:33:customer(Caio) at=2024-06-10T09:05:00 "
          + "v=2024-06-10T09:06:40",
        "ticket 64 pending low api by contact:34:customer(Dora) at=2024-06-10T09:05:00 "
          + "v=2024-06-10T09:06:40",
        "ticket 65 - by contact:35:customer(Eva) at=2024-06-10T09:05:00 v=2024-06-10T09:06:40",
      ]
    ),
    (
      "webhooks-words-and-iso-times.ndjson",
      [
        "ticket 54 pending urgent whatsapp at=2024-06-10T09:05:00 v=2024-06-10T09:05:00",
        "message 731 in 54 2024-06-10T09:05:00 contact:24:customer(Rui Matos|+5511955550124) "
          + "'Boa tarde, o pedido não chegou'",
        "ticket 54 open urgent whatsapp at=2024-06-10T09:05:00 v=2024-06-10T09:07:00",
        "message 732 in 54 2024-06-10T09:07:00 user:3:agent(Óscar Rivas|oscar@example.com) 'Já "
          + "verifico'",
        "ticket 54 solved urgent whatsapp by contact:24:customer(Rui Matos|+5511955550124) for "
          + "user:3:agent(Óscar Rivas) [entregas] at=2024-06-10T09:05:00 v=2024-06-10T09:08:00",
        "party contact:24:customer(Rui Matos|rui@example.com|+5511955550124|C-24)",
      ]
    ),
    (
      "zero-for-no-time.json",
      [
        "ticket 51 open chat by contact:21:customer(Célia Prado|celia@example.com) "
          + "at=2024-06-10T09:05:00",
        "message 701 in 51 2024-06-10T09:05:00 contact:21:customer(Célia Prado) 'Vocês "
          + "entregam aos sábados?'",
      ]
    ),
  ]

  @Test(arguments: quirks) func exports(fixture: String, lines: [String]) throws {
    #expect(try QuirkReading(.chatwoot, fixture).lines == lines)
  }

  @Test func everyFixtureOfChatwootIsRead() {
    let others = ["conversations-list.json", "messages-page.json", "webhooks.ndjson"]
    let names = ExportFixture.all(of: .chatwoot).map(\.name)
    #expect(names == (Self.quirks.map(\.fixture) + others).sorted())
  }
}
