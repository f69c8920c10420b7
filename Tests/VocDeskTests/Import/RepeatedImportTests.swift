import Testing
import VocDesk
import VocDomain
import VocTesting

/// The same words imported again, longer, in pieces and in any order.
@Suite struct RepeatedImportTests {
  let fixture: DeskFixture

  init() throws { fixture = try DeskFixture() }

  static let hour = 60
  static let day = 24 * hour

  static let chat = Chat([
    0: "ana: Hola, no llega mi pedido", 5: "us: Lo revisamos", 5: "us: Un momento", 3 * day: "ana: ¿Y ahora?",
    3 * day + 1: "us: Sale hoy", 6 * day: "ana: Gracias", 6 * day: "ana: Gracias",
  ])

  @Test func twiceIsOnce() throws {
    let first = try fixture.importChat(RepeatedImportTests.chat)
    #expect((first.newMessages, first.knownMessages, first.ticketsOpened) == (7, 0, 3))
    let once = try fixture.dump()
    fixture.clock = fixture.clock + 7200
    let second = try fixture.importChat(RepeatedImportTests.chat)
    #expect((second.newMessages, second.knownMessages, second.ticketsOpened) == (0, 7, 0))
    #expect((second.ticketsContinued, second.ticketsSettled, second.newCustomers) == (0, 0, 0))
    #expect(try fixture.dump() == once)
    #expect(try fixture.rows("SELECT id FROM import_batch").count == 2)
    try fixture.expectSound()
  }

  /// Payloads of documents and tests share one made-up id: many versions of a message, none of which is news again.
  @Test func anIdOfManyMessagesChangesNothingTheSecondTime() throws {
    let payloads = (0..<65).map { place in
      """
      {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":\
      {"messaging_product":"whatsapp","metadata":{"phone_number_id":"7"},"contacts":[{"wa_id":"5215512345678"}],\
      "messages":[{"from":"5215512345678","id":"wamid.xyz","timestamp":"\(1_715_608_801 + place * 86_400)",\
      "type":"text","text":{"body":"Texto \(place)"}}]}}]}]}

      """
    }
    let first = try fixture.importText(payloads.joined(), as: "webhooks.ndjson")
    #expect(first.newMessages == 1 && first.updatedRecords == 64)
    let once = try fixture.dump()
    let second = try fixture.importText(payloads.joined(), as: "webhooks.ndjson")
    #expect(second.newMessages == 0 && second.updatedRecords == 0)
    #expect(try fixture.dump() == once)
  }

  @Test func underAnotherNameIsTheSame() throws {
    try fixture.importChat(RepeatedImportTests.chat)
    let once = try fixture.dump()
    try fixture.importChat(RepeatedImportTests.chat, as: "WhatsApp Chat with Ana Mora (1).txt")
    #expect(try fixture.dump() == once)
  }

  @Test func aLongerExportAddsOnlyTheNew() throws {
    let chat = RepeatedImportTests.chat
    for length in chat.lines.indices {
      let fixture = try DeskFixture()
      try fixture.importChat(Chat(Array(chat.lines[...length])))
      let report = try fixture.importChat(chat)
      #expect(report.knownMessages == length + 1)
      #expect(report.newMessages == chat.lines.count - length - 1)
      let whole = try DeskFixture()
      try whole.importChat(chat)
      #expect(try fixture.story() == whole.story(), "after \(length + 1)")
      try fixture.expectSound()
    }
  }

  @Test func identicalMessagesOfOneMinuteAreEachKept() throws {
    let chat = Chat([0: "ana: ok", 0: "ana: ok", 0: "us: ok", 0: "ana: ok", 1: "ana: ok"])
    #expect(try fixture.importChat(chat).newMessages == 5)
    #expect(
      try fixture.rows("SELECT author_name || ' ' || ordinal FROM message ORDER BY id")
        == ["Ana Mora 0", "Ana Mora 1", "Café Andino 0", "Ana Mora 2", "Ana Mora 0"])
    #expect(try fixture.importChat(chat).newMessages == 0)
    #expect(try fixture.importChat(chat + Chat([1: "ana: ok"])).newMessages == 1)
    #expect(try fixture.importChat(Chat([0: "ana: ok"])).newMessages == 0)
  }

  @Test func overlappingExportsPastedTogetherCountOnce() throws {
    let (a, b) = (
      Chat(Array(RepeatedImportTests.chat.lines[..<5])), Chat(Array(RepeatedImportTests.chat.lines[2...]))
    )
    try fixture.importChat(a)
    #expect(try fixture.importChat(b).newMessages == 2)
    let whole = try DeskFixture()
    try whole.importChat(RepeatedImportTests.chat)
    #expect(try fixture.story() == whole.story())
  }

  /// Chats with silences about as long as the gap, so that halves meet inside tickets and between them.
  static func randomChat(_ chance: inout Chance) -> Chat {
    var minute = 0
    return Chat(
      (0..<chance.number(2...9)).map { index in
        minute += chance.one(of: [0, 1, 10 * 60, 20 * 60, 24 * 60, 24 * 60 + 1, 40 * 60]) ?? 0
        let sender = chance.one(of: ["Ana Mora", "Ana Mora", "Café Andino"]) ?? ""
        return Chat.Line(
          minute: minute, sender: sender, text: chance.isTrue(oneIn: 3) ? "ok" : "mensaje \(index)")
      })
  }

  @Test(arguments: 1...40)
  func twoHalvesInEitherOrderAreTheWhole(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let chat = Self.randomChat(&chance)
    let whole = try DeskFixture()
    try whole.importChat(chat) { $0.identities = ["Café Andino"] }
    let wanted = try whole.story()
    // Not between identical messages of one minute: which of them a half holds, nobody can know.
    let cuts = chat.lines.indices.dropFirst().filter { chat.lines[$0].minute != chat.lines[$0 - 1].minute }
    guard let cut = chance.one(of: Array(cuts)) else { return }
    let halves = [Chat(Array(chat.lines[..<cut])), Chat(Array(chat.lines[cut...]))]
    for order in [[0, 1], [1, 0]] {
      let fixture = try DeskFixture()
      for index in order { try fixture.importChat(halves[index]) { $0.identities = ["Café Andino"] } }
      #expect(try fixture.story() == wanted, "seed \(seed), cut at \(cut), order \(order)\n\(chat.text)")
      try fixture.expectSound("seed \(seed)")
    }
  }

  /// Any pieces in any order: nothing is lost, nothing comes twice, and no ticket caches a wrong wait.
  @Test(arguments: 1...15)
  func piecesInAnyOrderLoseNothing(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let chat = Self.randomChat(&chance) + Chat([20_000: "ana: fin"])
    var pieces = (0..<4).map { _ in
      let start = chance.number(0...chat.lines.count - 1)
      return Chat(Array(chat.lines[start...chance.number(start...chat.lines.count - 1)]))
    }
    pieces.append(chat)
    for piece in pieces { try fixture.importChat(piece) { $0.identities = ["Café Andino"] } }
    let kept = try fixture.rows("SELECT author_name || ': ' || body FROM message")
    #expect(kept.sorted() == chat.lines.map { "\($0.sender): \($0.text)" }.sorted(), "seed \(seed)")
    let once = try fixture.dump()
    for piece in pieces.shuffled(using: &chance) {
      try fixture.importChat(piece) { $0.identities = ["Café Andino"] }
    }
    #expect(try fixture.dump() == once, "seed \(seed)")
    try fixture.expectSound("seed \(seed)")
  }
}
