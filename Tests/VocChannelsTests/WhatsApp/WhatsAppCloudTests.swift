import Testing
import VocChannels
import VocDomain

@Suite struct WhatsAppCloudTests {
  private func read(_ name: String) throws -> ReaderOutcome {
    try ReaderOutcome(WhatsAppCloudExport.self, ExportFixture(format: .whatsappCloud, name: name))
  }

  private func instant(_ seconds: Int64) -> RecordTime { .instant(Instant(unixSeconds: seconds)) }

  @Test func aPayloadIsAMessageOfItsCustomer() throws {
    let outcome = try read("payload.json")
    var author = PartyRecord(role: .customer, name: "Ana Sofía")
    author.phone = "+5215512345678"
    author.bsuid = "MX.1349120865"
    var message = MessageRecord(
      line: 1, at: instant(1_715_608_801), author: author, text: "¿Dónde está mi pedido?")
    message.key = "wamid.1"
    #expect(outcome.records == [.message(message)])
    #expect(outcome.problems.isEmpty)
    #expect(outcome.findings.account == "106540352242922")
    #expect(outcome.findings.records == 1 && !outcome.findings.hasLocalTimes)
  }

  @Test func everyTypeHasItsWords() throws {
    let outcome = try read("types.ndjson")
    let told = outcome.messages.map { "\($0.kind) \($0.attachment ?? "-") \($0.text)" }
    #expect(
      told == [
        "message - Hola\nbuenas", "media 65463453 Llegó roto", "media factura.pdf ", "media 78 ",
        "location - Zócalo\nCentro, CDMX\n19.4326, -99.1332", "location - 19.5, -99.25",
        "contact - Mónica Rojas: +56 9 1234 5678, 56223456789\nLuis", "message - Sí, confirmar",
        "message - Facturación\nNotas y cargos", "message - Enviado\nmotivo: demora\nnota: 4\nacepta: true",
        "message - Quiero pedir", "message - Para hoy\n3 × HAMBURGUESA, 45.5 MXN\n1 × SODA", "media - ",
        "media - ", "media 79 ",
      ])
    #expect(outcome.messages.map(\.line) == Array(1...15))
    #expect(outcome.messages.filter { $0.flags == .omitted }.map(\.key) == ["wamid.13", "wamid.14"])
    #expect(outcome.messages.allSatisfy { $0.author.role == .customer && $0.chat == nil })
    #expect(outcome.problems.isEmpty)
  }

  @Test func changesTellWhatTheyAreAbout() throws {
    let outcome = try read("changes.ndjson")
    #expect(outcome.changes.map(\.message) == ["wamid.A", "wamid.A", "wamid.A", "wamid.B", "wamid.C"])
    #expect(
      outcome.changes.map(\.change) == [
        .reaction("😮"), .reaction(nil), .reaction(nil), .edited("Corregido"), .revoked,
      ])
    #expect(outcome.changes.allSatisfy { $0.party?.phone == "+5215512345678" })
    #expect(outcome.records.count == 5)
    #expect(outcome.problems.map(\.line) == [6])
    #expect(outcome.problems.map(\.reason) == [.missingField])
  }

  @Test func statusesAreDeliveries() throws {
    let outcome = try read("statuses.ndjson")
    #expect(
      outcome.changes.map(\.change) == [
        .delivery(.sent, reason: nil), .delivery(.delivered, reason: nil), .delivery(.read, reason: nil),
        .delivery(.failed, reason: "131047 Re-engagement message: More than 24 hours have passed"),
        .delivery(.read, reason: nil),
      ])
    #expect(
      outcome.changes.map { $0.party?.phone } == [
        "+5215512345678", "+5215512345678", "+5215512345678", "+5215512345678", "+5215587654321",
      ])
    #expect(outcome.changes.map { $0.party?.name } == ["Ana Sofía", "Ana Sofía", nil, "Ana Sofía", nil])
    #expect(outcome.changes.last?.party?.bsuid == "MX.77")
    #expect(outcome.changes.map(\.line) == [1, 1, 2, 3, 4])
    #expect(outcome.problems.map(\.reason) == [.shape])
    #expect(outcome.problems.map(\.line) == [5])
  }

  @Test func aUserIDStandsForTheNumber() throws {
    let outcome = try read("user-id-only.ndjson")
    #expect(outcome.messages.map(\.author.bsuid) == ["CO.55aa", "CO.56"])
    #expect(outcome.messages.map(\.author.name) == ["ana.lopez", "Luz"])
    #expect(outcome.messages.allSatisfy { $0.author.phone == nil && $0.author.key == nil })
    #expect(outcome.problems.map(\.reason) == [.missingField])
  }

  @Test func groupsAreChats() throws {
    let message = try #require(try read("groups.ndjson").messages.first)
    #expect(message.chat == MessageRecord.Chat(key: "120363@g", isGroup: true))
    #expect(message.author.name == "Ana Sofía")
  }

  @Test func whatWeWroteNamesItsCustomer() throws {
    let outcome = try read("echoes.ndjson")
    var customer = PartyRecord(role: .customer)
    customer.phone = "+5215512345678"
    let chat = MessageRecord.Chat(key: "+5215512345678", customer: customer)
    #expect(outcome.messages.map(\.author.role) == [.agent, .customer, .agent])
    #expect(outcome.messages.map(\.chat) == [chat, nil, chat])
    #expect(outcome.messages.map(\.text) == ["Ya salió su pedido", "¿Abren hoy?", "Sí, hasta las 8"])
    #expect(outcome.problems.isEmpty)
  }

  @Test func aNewNumberIsTheSamePerson() throws {
    let outcome = try read("number-changed.ndjson")
    #expect(outcome.parties.map(\.key) == ["number:+5215512345678", "number:+5215512345678"])
    #expect(outcome.parties.map(\.phone) == ["+5215512345678", "+573001112233"])
    #expect(outcome.messages.map(\.kind) == [.system, .system])
    #expect(outcome.messages.map(\.author.role) == [.system, .system])
    #expect(outcome.messages.map { $0.chat?.customer?.phone } == ["+573001112233", "+5215512345678"])
    #expect(outcome.messages.first?.text == "Ana cambió de 5215512345678 a 573001112233")
  }

  @Test func envelopesAreOpened() throws {
    let sns = try read("sns-envelopes.ndjson")
    #expect(sns.messages.map(\.text) == Array(repeating: "Por SNS", count: 4))
    #expect(sns.messages.map(\.line) == [1, 2, 3, 4])
    let entries = try read("entries.json")
    #expect(entries.messages.map(\.text) == ["Por SNS", "Un cambio", "Un valor"])
    #expect(sns.problems.isEmpty && entries.problems.isEmpty)
  }

  @Test func whatIsNoMessageIsPassedOver() throws {
    let outcome = try read("other-fields.ndjson")
    #expect(outcome.messages.map(\.text) == ["Hola"])
    #expect(outcome.problems.map(\.reason) == [.shape, .date])
    #expect(outcome.problems.map(\.line) == [2, 3])
  }

  @Test(arguments: ExportFixture.all(of: .whatsappCloud)) func fixtures(_ fixture: ExportFixture) throws {
    #expect(WhatsAppCloudExport.recognises(try fixture.head))
    ReaderInvariants.chunks(WhatsAppCloudExport.self, try fixture.bytes)
  }

  @Test(arguments: [
    "", "[28/2/24, 9:59:02] Ana: hola", "{\"object\":\"page\",\"entry\":[]}",
    "{\"changes\":[{\"value\":{}}]}",
    "{\"Type\":\"Notification\",\"Message\":\"hola\"}", "{\"text\":\"whatsapp\",\"messages\":[]}",
  ])
  func otherFiles(text: String) {
    #expect(!WhatsAppCloudExport.recognises(ExportHead(bytes: Array(text.utf8), fileName: "-")))
  }

  @Test func damagedFixturesDoNotTrap() throws {
    let files = try ExportFixture.all(of: .whatsappCloud).map { try $0.bytes }
    try ReaderInvariants.mutations(WhatsAppCloudExport.self, files, rounds: 40)
  }
}
