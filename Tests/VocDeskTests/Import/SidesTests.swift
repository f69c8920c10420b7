import Testing
import VocDesk
import VocDomain
import VocTesting

/// Who in a chat is the business.
@Suite struct SidesTests {
  let fixture: DeskFixture

  init() throws { fixture = try DeskFixture() }

  static let title = "Chat de WhatsApp con Ana Mora.txt"

  /// The senders of a file, its name, the names given and known, and the authors that come out: "a" of ours,
  /// "c" of customers; nil where it is refused.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var senders: [String]
    var file: String
    var given: [String] = []
    var known: [String] = []
    var authors: String?
    var customers: [String] = []
  }

  static let cases = [
    Case(
      testDescription: "the one in the file's name is the customer", senders: ["Ana Mora", "Café"],
      file: title,
      authors: "ca", customers: ["Ana Mora"]),
    Case(
      testDescription: "what was said goes before the file's name", senders: ["Ana Mora", "Café"],
      file: title,
      given: ["ana mora"], authors: "ac", customers: ["Café"]),
    Case(
      testDescription: "the channel knows us", senders: ["Ana Mora", "Café"], file: "x.txt", known: ["CAFE"],
      authors: "ca", customers: ["Ana Mora"]),
    Case(
      testDescription: "a name that nobody here has falls back on the file's", senders: ["Ana Mora", "Café"],
      file: title, given: ["Otro"], authors: "ca", customers: ["Ana Mora"]),
    Case(
      testDescription: "two and a file's name that is neither", senders: ["Luis", "Café"], file: title),
    Case(testDescription: "two and no file's name", senders: ["Ana Mora", "Café"], file: "x.txt"),
    Case(
      testDescription: "only the customer wrote", senders: ["Ana Mora"], file: title, authors: "c",
      customers: ["Ana Mora"]),
    Case(
      testDescription: "only we wrote", senders: ["Café"], file: title, authors: "a", customers: ["Ana Mora"]),
    Case(testDescription: "one, and nothing tells who", senders: ["Ana Mora"], file: "x.txt"),
    Case(
      testDescription: "one who is not us", senders: ["Ana Mora"], file: "x.txt", known: ["Café"],
      authors: "c", customers: ["Ana Mora"]),
    Case(
      testDescription: "one who is us, and no name", senders: ["Café"], file: "x.txt", given: ["Café"],
      authors: "a", customers: ["x.txt"]),
    Case(
      testDescription: "three, and nothing tells who", senders: ["Ana Mora", "Luis", "Café"], file: title),
    Case(
      testDescription: "a group", senders: ["Ana Mora", "Luis", "Café"],
      file: "Chat de WhatsApp con Vecinos.txt", given: ["Café"], authors: "cca",
      customers: ["Ana Mora", "Luis"]),
    Case(
      testDescription: "a phone in two spellings", senders: ["+52 55 1234 5678", "Café"],
      file: "Chat de WhatsApp con +52 55 1234-5678.txt", authors: "ca", customers: ["+52 55 1234 5678"]),
  ]

  @Test(arguments: cases)
  func theSidesAreFound(sides: Case) throws {
    if !sides.known.isEmpty {
      _ = try fixture.desk().addChannel(
        name: "WhatsApp", kind: "whatsapp", zone: "UTC", country: nil, identities: sides.known)
    }
    let chat = Chat(
      sides.senders.enumerated().map { Chat.Line(minute: $0.offset, sender: $0.element, text: "hola") })
    do {
      try fixture.importChat(chat, as: sides.file) { $0.identities = sides.given }
    } catch let refusals as ImportRefusals {
      guard case .whoAreWe(let senders) = refusals.refusals[0].reason else { throw refusals }
      #expect(sides.authors == nil)
      #expect(senders.map(\.name).sorted() == sides.senders.sorted())
      #expect(try fixture.rows("SELECT id FROM import_batch") == [])
      return
    }
    #expect(
      try fixture.rows("SELECT substr(author, 1, 1) FROM message ORDER BY id").joined() == sides.authors)
    #expect(try fixture.rows("SELECT name FROM customer ORDER BY name") == sides.customers)
    try fixture.expectSound()
  }

  @Test func namesGivenOnceAreKnownAfterwards() throws {
    let chat = Chat([0: "ana: hola", 1: "us: hola"])
    try fixture.importChat(chat, as: "x.txt") { $0.identities = ["Café Andino"] }
    #expect(try fixture.importChat(chat + Chat([2: "ana: eh"]), as: "x.txt").newMessages == 1)
  }

  @Test func aGroupIsOneConversationOfSeveralCustomers() throws {
    let chat = Chat(
      [0: "ana: hola", 1: "Luis: aquí también", 2: "us: ya vamos", 3: "Luis: gracias"])
    let report = try fixture.importChat(chat, as: "Chat de WhatsApp con Vecinos.txt") {
      $0.identities = ["Café Andino"]
    }
    #expect((report.customers, report.ticketsOpened) == (2, 1))
    #expect(
      try fixture.rows("SELECT subject || coalesce(customer_id, ' of nobody') FROM conversation") == [
        "Vecinos of nobody"
      ])
    #expect(
      try fixture.rows("SELECT name FROM customer JOIN ticket ON customer.id = customer_id") == ["Ana Mora"])
    let once = try fixture.dump()
    try fixture.importChat(chat, as: "Chat de WhatsApp con Vecinos.txt")
    #expect(try fixture.dump() == once)
  }
}
