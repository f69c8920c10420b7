import Testing
import VocChannels
import VocDomain

@Suite struct WhatsAppCloudQuirkTests {
  static let quirks: [(fixture: String, lines: [String])] = [
    (
      "answers-and-forwards.ndjson",
      [
        "message wamid.C1 2024-05-13T14:00:01 -:customer(Ana Sofía|+5215512345678|MX.1349120865) 'Este'",
        "message wamid.C2 2024-05-13T14:00:02 -:customer(Ana "
          + "Sofía|+5215512345678|MX.1349120865) 'Cadena'",
        "message wamid.C3 2024-05-13T14:00:03 -:customer(Ana "
          + "Sofía|+5215512345678|MX.1349120865) '¿Lo tienen en azul?'",
        "message wamid.C4 2024-05-13T14:00:04 -:customer(Ana "
          + "Sofía|+5215512345678|MX.1349120865) 'Sí, confirmo'",
        "message wamid.C5 2024-05-13T14:00:05 -:customer(Ana "
          + "Sofía|+5215512345678|MX.1349120865) media omitted ''",
        "message wamid.C6 2024-05-13T14:00:06 -:customer(Ana "
          + "Sofía|+5215512345678|MX.1349120865) media omitted ''",
      ]
    ),
    (
      "delivered-twice.ndjson",
      [
        "message wamid.T1 2024-05-13T14:00:01 -:customer(Ana "
          + "Sofía|+5215512345678|MX.1349120865) '¿Ya salió?'",
        "message wamid.T1 2024-05-13T14:00:01 -:customer(Ana "
          + "Sofía|+5215512345678|MX.1349120865) '¿Ya salió?'",
      ]
    ),
    (
      "edited-caption.ndjson",
      [
        "message wamid.E1 2024-05-13T14:00:01 -:customer(Ana "
          + "Sofía|+5215512345678|MX.1349120865) media <91> 'Llego roto'",
        "change of wamid.E1 2024-05-13T14:01:01 edited 'Llegó roto' by -:customer(Ana "
          + "Sofía|+5215512345678|MX.1349120865)",
        "change of wamid.E1 2024-05-13T14:02:01 revoked by -:customer(Ana "
          + "Sofía|+5215512345678|MX.1349120865)",
      ]
    ),
    (
      "errors-without-messages.ndjson",
      [
        "message wamid.T2 2024-05-13T14:00:01 -:customer(Ana "
          + "Sofía|+5215512345678|MX.1349120865) '¿Ya salió?'"
      ]
    ),
    (
      "statuses-in-no-order.ndjson",
      [
        "change of wamid.OUT9 2024-05-13T14:00:05 read by -:customer(+5215512345678|MX.1349120865)",
        "change of wamid.OUT9 2024-05-13T14:00:01 sent by -:customer(+5215512345678)",
        "change of wamid.OUT9 2024-05-13T14:01:40 played by -:customer(MX.1349120865)",
        "change of wamid.OUT9 2024-05-13T14:02:30 failed 131026 Message undeliverable by "
          + "-:customer(+5215512345678)",
      ]
    ),
    (
      "user-id-changed.ndjson",
      [
        "party number:+5215512345678:customer(Ana Sofía|+5215512345678|MX.111) v=2024-05-13T14:00:01",
        "party number:+5215512345678:customer(Ana Sofía|+5215512345678|MX.222) v=2024-05-13T14:00:01",
        "message wamid.U1 2024-05-13T14:00:01 -:system system in +5215512345678 with "
          + "-:customer(Ana Sofía|+5215512345678|MX.222) 'Ana Sofía cambió de cuenta'",
        "message wamid.U2 2024-05-13T14:01:00 -:customer(Ana Sofía|+5215512345678|MX.222) "
          + "'Sigo siendo yo'",
      ]
    ),
  ]

  @Test(arguments: quirks) func webhooks(fixture: String, lines: [String]) throws {
    #expect(try QuirkReading(.whatsappCloud, fixture).lines == lines)
  }
}
