import Testing
import VocChannels
import VocDomain

@Suite struct JSONLinesTests {
  private func read(_ name: String, _ change: (inout ReadingOptions) -> Void = { _ in }) throws
    -> ReaderOutcome
  {
    var options = ReadingOptions()
    change(&options)
    return try ReaderOutcome(
      JSONLines.self, ExportFixture(format: .jsonLines, name: name), options: options)
  }

  private func instant(_ seconds: Int64) -> RecordTime { .instant(Instant(unixSeconds: seconds)) }

  private func local(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int) throws -> RecordTime {
    .local(try #require(LocalTime(year: year, month: month, day: day, hour: hour, minute: minute)))
  }

  @Test func ownNames() throws {
    let outcome = try read("own-names.jsonl")
    var customer = PartyRecord(role: .customer, name: "Ana Sofía")
    customer.phone = "+57 300 555 0101"
    var first = MessageRecord(
      line: 1, at: instant(1_778_419_800), author: customer, text: "¿Ya salió mi pedido?\nGracias")
    first.key = "m1"
    first.chat = MessageRecord.Chat(key: "c1", customer: customer)
    #expect(outcome.messages.first == first)
    #expect(outcome.messages.map(\.key) == ["m1", "m2", "m3", "m4", "m5"])
    #expect(outcome.messages.map(\.author.role) == [.customer, .agent, .agent, .customer, .system])
    #expect(
      outcome.messages.map(\.author.name) == ["Ana Sofía", "Óscar Rivas", "Óscar Rivas", "Ana Sofía", nil])
    #expect(
      outcome.messages.map(\.at)
        == [1_778_419_800, 1_778_420_400, 1_778_420_460, 1_778_420_520, 1_778_421_000]
        .map(instant))
    #expect(outcome.messages.map(\.isPublic) == [true, true, false, true, true])
    #expect(outcome.messages.map(\.kind) == [.message, .message, .message, .media, .system])
    #expect(outcome.messages.map(\.attachment) == [nil, nil, nil, "recibo.pdf", nil])
    #expect(outcome.messages[1].chat?.customer == customer)
    #expect(outcome.problems.isEmpty)
    #expect(outcome.findings.records == 5 && !outcome.findings.hasLocalTimes)
  }

  @Test func spanishNamesAndLocalTimes() throws {
    let outcome = try read("spanish-names.jsonl")
    #expect(outcome.messages.map(\.at) == [try local(2025, 12, 25, 14, 5), try local(2025, 12, 26, 9, 10)])
    #expect(outcome.messages.map(\.author.name) == ["Luz Marina", "Pedro Gil"])
    #expect(outcome.messages.map(\.author.role) == [nil, .agent])
    #expect(outcome.messages[1].chat?.customer?.phone == "3005550102")
    #expect(outcome.findings.hasLocalTimes && outcome.findings.order == .dmy)
    #expect(outcome.problems.isEmpty)
  }

  @Test func portugueseNames() throws {
    let outcome = try read("portuguese-crlf.jsonl")
    #expect(outcome.messages.map(\.author.role) == [.customer, .agent])
    #expect(outcome.messages.map(\.text) == ["Cadê meu pedido?", "Já saiu"])
    #expect(outcome.messages.map(\.line) == [1, 3])
    #expect(
      outcome.messages.map { $0.chat?.customer?.email } == Array(repeating: "joao@exemplo.com.br", count: 2))
  }

  @Test func peopleAsObjects() throws {
    let outcome = try read("nested-people.json")
    #expect(outcome.messages.map(\.author.name) == ["Eva", "Iris"])
    #expect(outcome.messages.map(\.author.email) == ["eva@example.com", nil])
    #expect(outcome.messages.map(\.author.role) == [.customer, .agent])
    #expect(outcome.messages[1].chat?.customer?.email == "eva@example.com")
    #expect(outcome.messages.map(\.isPublic) == [true, false])
    #expect(outcome.messages.map(\.line) == [2, 3])
  }

  @Test func answersCallsAndTickets() throws {
    let outcome = try read("answers-calls-tickets.jsonl")
    #expect(outcome.tickets.map(\.status) == [.open, .solved])
    #expect(outcome.tickets.map(\.key) == ["T1", "T1"])
    #expect(outcome.messages.map(\.ticket) == ["T1"])
    let answer = try #require(outcome.answers.first)
    #expect(outcome.answers.count == 1)
    #expect(answer.survey == .nps && answer.score == 9 && answer.email == "eva@example.com")
    #expect(answer.key == "2" && answer.ticketKey == "T1" && answer.at == instant(1_778_488_200))
    let call = try #require(outcome.calls.first)
    #expect(call.direction == .inbound && call.disposition == .answered && call.wait == 12 && call.talk == 95)
    #expect(call.customer.phone == "+525555550103" && call.agent?.name == "Iris" && call.queue == "ventas")
    #expect(outcome.problems.map(\.reason) == [.score, .survey])
    #expect(outcome.problems.map(\.line) == [3, 4])
    #expect(
      try read("answers-calls-tickets.jsonl") { $0.survey = .csat }.answers.map(\.survey) == [.nps, .csat])
  }

  @Test func whatCannotBeReadIsAProblem() throws {
    let outcome = try read("problems.jsonl")
    #expect(outcome.messages.map(\.text) == ["Hola", "Adiós"])
    #expect(outcome.messages.map(\.line) == [1, 8])
    #expect(outcome.problems.map(\.reason) == [.missingField, .missingField, .date, .shape, .json])
    #expect(outcome.problems.map(\.line) == [2, 3, 4, 5, 6])
    #expect(outcome.problems.map(\.lineCount) == [1, 1, 1, 1, 2])
    #expect(outcome.findings.undecidedSenders.map(\.name) == [])
  }

  @Test func chatNamesTheConversation() throws {
    let outcome = try read("chat-names-conversation.jsonl")
    #expect(outcome.messages.map(\.chat?.key) == ["k1", "k1", "s2"] && outcome.problems.isEmpty)
  }

  @Test func whatWeWroteToNobodyIsAProblem() throws {
    let outcome = try read("agent-writes-to-nobody.jsonl")
    #expect(outcome.messages.map(\.text) == ["Hola"])
    #expect(outcome.problems.map(\.reason) == [.unplaced] && outcome.problems.map(\.line) == [2])
  }

  @Test func aMapNamesOtherMembers() throws {
    let outcome = try read("mapped.jsonl") {
      $0.map = [("meta.when", "at"), ("meta.who.tel", "phone"), ("cuerpo_crudo", "text")]
    }
    let message = try #require(outcome.messages.first)
    #expect(message.text == "Buen día" && message.at == instant(1_778_420_400))
    #expect(message.author.phone == "+573005550104")
  }

  @Test func aMapsMistakesAreSaid() throws {
    #expect(throws: UnreadableExport.unknownColumn("meta.wen", nearest: [])) {
      try read("mapped.jsonl") { $0.map = [("meta.wen", "at")] }
    }
    #expect(throws: UnreadableExport.unknownField("textt", nearest: ["text"])) {
      try read("mapped.jsonl") { $0.map = [("cuerpo_crudo", "textt")] }
    }
  }

  @Test func sendersWithoutRolesAreCounted() throws {
    let lines = ["Ana", "Tienda", "Ana"].enumerated().map {
      "{\"chat\":1,\"at\":\"2026-05-10T08:3\($0.offset):00Z\",\"author\":\"\($0.element)\",\"text\":\"x\"}\n"
    }.joined()
    let outcome = try ReaderOutcome(JSONLines.self, lines)
    #expect(outcome.findings.undecidedSenders.map(\.name) == ["Ana", "Tienda"])
    var options = ReadingOptions()
    options.identities = ["tienda"]
    let decided = try ReaderOutcome(JSONLines.self, lines, options: options)
    #expect(decided.messages.map(\.author.role) == [.customer, .agent, .customer])
    #expect(decided.findings.undecidedSenders.isEmpty)
  }

  @Test(arguments: ExportFixture.all(of: .jsonLines)) func fixtures(_ fixture: ExportFixture) throws {
    #expect(JSONLines.recognises(try fixture.head) == (fixture.name != "mapped.jsonl"))
    ReaderInvariants.chunks(JSONLines.self, try fixture.bytes)
  }

  @Test func noOtherFormatIsTaken() throws {
    for format in ExportFormat.allCases where format != .jsonLines {
      for fixture in ExportFixture.all(of: format) {
        #expect(!JSONLines.recognises(try fixture.head), "\(fixture)")
      }
    }
  }

  @Test func damagedFixturesDoNotTrap() throws {
    let files = try ExportFixture.all(of: .jsonLines).map { try $0.bytes }
    try ReaderInvariants.mutations(JSONLines.self, files, rounds: 60)
  }
}
