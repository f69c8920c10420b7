import Testing
import VocChannels
import VocDomain

/// Freshdesk and tawk.to.
@Suite struct HelpDeskQuirkTests {
  static let freshdesk: [(fixture: String, lines: [String])] = [
    (
      "from-email-with-name.json",
      [
        "ticket 2401 open low email 'Envío' by 1401:customer for 501:agent at=2024-01-02T10:00:00 "
          + "v=2024-01-03T10:00:00",
        "message ticket:2401:description in 2401 2024-01-02T10:00:00 1401:customer '¿Cuándo llega?'",
        "message 3401 in 2401 2024-01-02T11:00:00 501:agent(Hugo \"Huguito\" Paz|hugo@sol.example) 'Mañana'",
        "message 3402 in 2401 2024-01-02T12:00:00 1401:customer(Lia Nunes|lia@example.com) 'Gracias'",
        "message 3403 in 2401 2024-01-02T13:00:00 502:agent(soporte@sol.example) 'De nada'",
      ]
    ),
    (
      "conversation-without-time.json",
      [
        "ticket 2301 open low chat 'Trocar senha' by 1301:customer(Lia Nunes|lia@example.com) "
          + "at=2024-01-02T10:00:00 v=2024-01-03T10:00:00",
        "message ticket:2301:description in 2301 2024-01-02T10:00:00 1301:customer(Lia "
          + "Nunes|lia@example.com) 'Esqueci a senha'",
        "message 3301 in 2301 2024-01-02T11:00:00 501:agent 'Enviamos o link.⏎Abraço'",
        "problem 1+3 missingField",
      ]
    ),
    (
      "private-and-incoming.json",
      [
        "ticket 2101 open low email 'Factura' by 1101:customer for 501:agent "
          + "at=2024-01-02T10:00:00 v=2024-01-03T10:00:00",
        "message ticket:2101:description in 2101 2024-01-02T10:00:00 1101:customer 'Necesito "
          + "la factura'",
        "message 3101 in 2101 2024-01-02T11:00:00 1199:customer note 'Reenvío del proveedor'",
        "message 3102 in 2101 2024-01-02T12:00:00 501:agent note '¿RFC correcto?'",
        "message 3103 in 2101 2024-01-02T13:00:00 501:agent <factura.pdf, factura.xml> 'Adjunta va su factura'",
        "message 3104 in 2101 2024-01-02T14:00:00 1101:customer media <pago.jpg> ''",
      ]
    ),
    (
      "rating-faces.json",
      [
        "answer rating:11 csat 5 2024-01-05T00:00:00 in 2401 by 1401 for 501 "
          + "v=2024-01-05T00:00:00 'Excelente'",
        "answer rating:12 csat 3 2024-01-05T00:00:00 in 2402 by 1402 for 501 v=2024-01-05T00:00:00",
        "answer rating:13 csat 1 2024-01-05T00:00:00 in 2403 by 1403 v=2024-01-05T00:00:00 'Péssimo'",
        "problem 4+1 score",
      ]
    ),
    (
      "status-priority-source-numbers.json",
      [
        "ticket 2201 open low email 'Abierto' by 1201:customer at=2024-01-02T10:00:00 "
          + "v=2024-01-03T10:00:00",
        "ticket 2202 pending normal web 'Pendiente' by 1201:customer at=2024-01-02T10:00:00 "
          + "v=2024-01-03T10:00:00",
        "ticket 2203 solved high phone 'Resuelto' by 1201:customer at=2024-01-02T10:00:00 "
          + "v=2024-01-03T10:00:00",
        "ticket 2204 closed urgent chat 'Cerrado' by 1201:customer at=2024-01-02T10:00:00 "
          + "v=2024-01-03T10:00:00",
        "ticket 2205 open whatsapp 'Esperando al proveedor' by 1201:customer "
          + "at=2024-01-02T10:00:00 v=2024-01-03T10:00:00",
      ]
    ),
  ]

  static let tawk: [(fixture: String, lines: [String])] = [
    (
      "delivered-again.ndjson",
      [
        "ticket c-13 - chat by -:customer(Ivo|tawk:c-13|BR) at=2024-06-10T15:00:00 "
          + "v=2024-06-10T15:10:00",
        "message c-13:0 in c-13 2024-06-10T15:00:00 -:customer(Ivo|tawk:c-13|BR) 'Oi'",
        "ticket c-13 - chat by -:customer(Ivo|tawk:c-13|BR) at=2024-06-10T15:00:00 "
          + "v=2024-06-10T15:10:00",
        "message c-13:0 in c-13 2024-06-10T15:00:00 -:customer(Ivo|tawk:c-13|BR) 'Oi'",
        "ticket c-13 - chat by -:customer(Ivo|tawk:c-13|BR) at=2024-06-10T15:00:00 "
          + "v=2024-06-10T15:30:00",
        "message c-13:0 in c-13 2024-06-10T15:00:00 -:customer(Ivo|tawk:c-13|BR) 'Oi'",
        "message c-13:1 in c-13 2024-06-10T15:20:00 agent:a9:agent(Paula) 'Olá, Ivo'",
      ]
    ),
    (
      "files-and-calls.ndjson",
      [
        "ticket c-12 - chat by -:customer(Otto|tawk:c-12|EC) at=2024-06-10T15:00:00 "
          + "v=2024-06-10T15:10:00",
        "message c-12:0 in c-12 2024-06-10T15:00:00 -:customer(Otto|tawk:c-12|EC) media <roto.jpg> ''",
        "message c-12:1 in c-12 2024-06-10T15:01:00 agent:a9:agent(Paula) call ''",
        "message c-12:2 in c-12 2024-06-10T15:04:00 -:customer(Otto|tawk:c-12|EC) 'Gracias'",
      ]
    ),
    (
      "started-before-transcript.ndjson",
      [
        "ticket c-14 - chat by -:customer(tawk:c-14|PE) at=2024-06-10T15:00:00 v=2024-06-10T15:00:00",
        "ticket c-14 - chat by -:customer(tawk:c-14|PE) at=2024-06-10T15:08:00 v=2024-06-10T15:08:00",
        "ticket c-14 - chat by -:customer(tawk:c-14|PE) at=2024-06-10T15:00:00 v=2024-06-10T15:11:00",
        "message c-14:0 in c-14 2024-06-10T15:00:00 -:customer(tawk:c-14|PE) 'Hola'",
        "problem 3+1 date",
      ]
    ),
    (
      "system-messages.ndjson",
      [
        "ticket c-11 - chat by -:customer(Mara|mara@example.com|tawk:c-11|PE) "
          + "at=2024-06-10T15:00:00 v=2024-06-10T15:10:00",
        "message c-11:0 in c-11 2024-06-10T15:00:00 -:system system 'Paula se unió a la conversación'",
        "message c-11:1 in c-11 2024-06-10T15:00:05 agent:a9:agent(Paula) '¿En qué le ayudo?'",
        "message c-11:2 in c-11 2024-06-10T15:01:00 "
          + "-:customer(Mara|mara@example.com|tawk:c-11|PE) 'No me llegó el correo'",
        "message c-11:3 in c-11 2024-06-10T15:05:00 -:system system 'Paula salió de la conversación'",
      ]
    ),
  ]

  @Test(arguments: freshdesk) func freshdeskExports(fixture: String, lines: [String]) throws {
    #expect(try QuirkReading(.freshdesk, fixture).lines == lines)
  }

  @Test(arguments: tawk) func tawkWebhooks(fixture: String, lines: [String]) throws {
    #expect(try QuirkReading(.tawk, fixture).lines == lines)
  }

  @Test func everyFixtureOfFreshdeskIsRead() {
    let others = ["unordered-conversations.json"]
    let names = ExportFixture.all(of: .freshdesk).map(\.name)
    #expect(names == (Self.freshdesk.map(\.fixture) + others).sorted())
  }

  @Test func everyFixtureOfTawkIsRead() {
    let others = ["transcript-of-nobody.ndjson"]
    let names = ExportFixture.all(of: .tawk).map(\.name)
    #expect(names == (Self.tawk.map(\.fixture) + others).sorted())
  }
}
