import Testing
import VocChannels
import VocDomain

@Suite struct ChatExportTests {
  private func text(_ messages: [MessageRecord]) -> [String] {
    messages.map {
      "\($0.key ?? "-") \($0.author.role?.rawValue ?? "?") \($0.isPublic) \($0.kind) \($0.text)"
    }
  }

  @Test func chatwootMessages() throws {
    let outcome = try ChatFixture.outcome(ChatwootExport.self, "messages-page.json")
    #expect(
      text(outcome.messages) == [
        "501 customer true message Hola, mi pedido no llegó",
        "502 system true system Óscar Rivas se asignó la conversación",
        "503 agent false message Cliente molesta", "504 bot true message Califica la atención",
      ])
    #expect(outcome.tickets.map(\.key) == ["42"])
    #expect(outcome.tickets.first?.requester?.phone == "+573005550101")
    #expect(outcome.answers.map(\.score) == [4])
    #expect(outcome.answers.first?.key == "csat:42")
    #expect(outcome.problems.map(\.reason) == [.date])
    #expect(outcome.problems.map(\.line) == [7])
  }

  @Test func chatwootConversations() throws {
    let ticket = try #require(
      ChatFixture.outcome(ChatwootExport.self, "conversations-list.json").tickets.first)
    #expect(ticket.status == .solved && ticket.priority == .normal && ticket.via == "whatsapp")
    #expect(ticket.tags == ["envíos"] && ticket.updatedAt == Instant(unixSeconds: 1_718_010_400))
    #expect(ticket.requester?.key == "contact:9" && ticket.assignee?.key == "user:3")
    let message = try ChatFixture.outcome(ChatwootExport.self, "conversations-list.json").messages.first
    #expect(message?.kind == .media && message?.attachment == "https://files.example.com/recibo.png")
  }

  @Test func chatwootWebhooksHaveVersions() throws {
    let outcome = try ChatFixture.outcome(ChatwootExport.self, "webhooks.ndjson")
    #expect(outcome.messages.map(\.kind) == [.message, .deleted])
    #expect(outcome.messages.map { $0.updatedAt?.unixSeconds } == [1_718_010_300, 1_718_010_301])
    #expect(outcome.tickets.map(\.via) == ["api", "api"])
  }

  @Test func chatwootSatisfaction() throws {
    let outcome = try ChatFixture.outcome(ChatwootSatisfaction.self, "headers-in-spanish.csv")
    let answer = try #require(outcome.answers.first)
    #expect(answer.score == 5 && answer.agent == "Óscar Rivas" && answer.phone == "+573005550101")
    #expect(answer.ticketKey == "42" && answer.comment == "Muy bien, gracias" && answer.line == 2)
    #expect(answer.at == .instant(Instant(unixSeconds: 1_718_010_300)))
    #expect(outcome.answers.count == 1)
    #expect(outcome.problems.map(\.reason) == [.score])
    #expect(outcome.problems.map(\.line) == [4])
  }

  @Test func intercomConversation() throws {
    let outcome = try ChatFixture.outcome(IntercomExport.self, "conversation.json")
    #expect(
      text(outcome.messages) == [
        "src:900 customer true message No puedo pagar", "1 agent true message Ya lo reviso.\nUn momento",
        "2 agent false message tarjeta vencida", "3 customer true deleted This message was deleted",
      ])
    #expect(outcome.events.map(\.name) == ["close"])
    #expect(outcome.events.map(\.status) == [.solved])
    let ticket = try #require(outcome.tickets.first)
    #expect(ticket.requester?.name == "Rosa Quiroga" && ticket.via == "whatsapp" && ticket.priority == .high)
    #expect(outcome.answers.map(\.score) == [5])
    #expect(outcome.answers.first?.at == .instant(Instant(unixSeconds: 1_718_010_950)))
    #expect(outcome.problems.isEmpty)
  }

  @Test func intercomContacts() throws {
    let outcome = try ChatFixture.outcome(IntercomExport.self, "contacts-list.json")
    guard case .party(let party, line: 1, updatedAt: let at) = outcome.records.first else {
      Issue.record("no party")
      return
    }
    #expect(party.key == "contact:abc" && party.country == "AR" && party.externalID == "C-5")
    #expect(at == Instant(unixSeconds: 1_718_010_000))
    #expect(outcome.problems.isEmpty)
  }

  @Test func freshdeskTicket() throws {
    let outcome = try ChatFixture.outcome(FreshdeskExport.self, "unordered-conversations.json")
    #expect(
      text(outcome.messages) == [
        "ticket:2001:description customer true message Me cobraron dos veces",
        "3002 agent false message revisar con caja", "3003 customer true message Sigue igual",
      ])
    let ticket = try #require(outcome.tickets.first)
    #expect(ticket.status == .solved && ticket.priority == .high && ticket.via == "phone")
    #expect(ticket.solvedAt == .instant(Instant(unixSeconds: 1_704_369_600)))
    #expect(outcome.answers.map(\.score) == [1])
    #expect(outcome.problems.isEmpty)
  }

  @Test func tawkTranscript() throws {
    let outcome = try ChatFixture.outcome(TawkExport.self, "transcript-of-nobody.ndjson")
    #expect(
      text(outcome.messages) == [
        "c-1:0 system true system Bienvenida", "c-1:1 customer true message ¿Tienen talla M?",
        "c-1:2 agent true message Sí", "ticket:t-5:0 customer true message Necesito factura",
      ])
    #expect(outcome.tickets.map(\.key) == ["c-1", "ticket:t-5"])
    #expect(outcome.tickets.first?.requester?.visitor == "tawk:c-1")
    #expect(outcome.problems.isEmpty)
  }

  @Test func telegramPersonalChat() throws {
    let outcome = try ChatFixture.outcome(TelegramExport.self, "personal-chat.json")
    #expect(
      text(outcome.messages) == [
        "5001:1 customer true message Vean https://example.com por favor", "5001:2 agent true media Ya",
        "5001:3 agent true call ", "5001:4 system true system Elena Mora pin_message",
      ])
    #expect(outcome.messages.map(\.flags) == [[], [.edited, .omitted], .answeredCall, []])
    #expect(outcome.messages.first?.at == .instant(Instant(unixSeconds: 1_718_028_300)))
    #expect(outcome.messages[1].at == .local(LocalTime(wallSeconds: 1_718_010_360)))
    #expect(outcome.messages.first?.chat?.customer?.key == "user5001")
    #expect(outcome.problems.map(\.reason) == [.date])
  }

  @Test func telegramAccount() throws {
    let outcome = try ChatFixture.outcome(TelegramExport.self, "account-with-group.json")
    #expect(text(outcome.messages) == ["77:1 customer true message hola", "77:2 agent true message Buenas"])
    #expect(outcome.messages.first?.chat?.isGroup == true && outcome.messages.first?.author.key == "user8")
  }

  @Test func telegramAsksWhoWeAreWhereNothingTells() throws {
    let text = """
      {"name":"Obra","type":"private_group","id":4,"messages":[
      {"id":1,"type":"message","date":"2024-06-10T09:05:00","from":"Ana","from_id":"user8","text":"hola"}]}
      """
    let open = try TelegramExport(surveying: .table(text), options: ReadingOptions())
    #expect(open.findings.undecidedSenders.map(\.name) == ["Ana"] && open.findings.hasLocalTimes)
    var options = ReadingOptions()
    options.identities = ["user8"]
    #expect(try TelegramExport(surveying: .table(text), options: options).findings.undecidedSenders.isEmpty)
    #expect(
      try ChatOutcome(TelegramExport.self, text, identities: ["user8"]).messages.first?.author.role == .agent)
  }

  @Test func metaThread() throws {
    let outcome = try ChatFixture.outcome(MetaExport.self, "mojibake.json")
    #expect(
      text(outcome.messages).map { $0.drop { $0 != " " } } == [
        " customer true message ¿Atención hoy?\nhttps://example.com/a", " customer true deleted ",
        " agent true media ¡Sí!",
      ])
    #expect(
      outcome.messages.last?.attachment == "menú.jpg" && outcome.messages.last?.author.name == "Café Sol")
    #expect(outcome.messages.first?.chat?.key == "inbox/veronica_1")
    #expect(outcome.messages.first?.chat?.customer?.name == "Verónica Luz")
  }

  @Test func linesOfAnotherShapeAreProblems() throws {
    for reader in ChatFixture.readers where reader.format != .chatwootCSAT && reader.format != .meta {
      let outcome = try ChatOutcome(reader, "{\"foo\":1}\n{\"id\":2}\n")
      #expect(outcome.records.isEmpty, "\(reader.format)")
      #expect(outcome.problems.map(\.reason) == [.shape, .shape], "\(reader.format)")
    }
  }

  @Test func emptyListsAreNothing() throws {
    #expect(try ChatOutcome(ChatwootExport.self, "{\"data\":{\"meta\":{},\"payload\":[]}}").problems.isEmpty)
    #expect(try ChatOutcome(FreshdeskExport.self, "{\"tickets\":[]}").problems.isEmpty)
    #expect(try ChatOutcome(IntercomExport.self, "{\"type\":\"list\",\"data\":[]}").problems.isEmpty)
  }

  @Test(arguments: ChatFixture.readers.indices)
  func eachFixtureIsItsOwnFormatsOnly(index: Int) throws {
    let reader = ChatFixture.readers[index]
    for name in try ChatFixture.names(reader.format) {
      let head = ExportHead(bytes: try ChatFixture.bytes(reader.format, name), fileName: name)
      for other in ChatFixture.readers {
        #expect(other.recognises(head) == (other.format == reader.format), "\(name) \(other.format)")
      }
    }
  }

  @Test(arguments: [1, 2, 3, 7, 64])
  func chunksOfAnyLengthReadTheSame(length: Int) throws {
    for reader in ChatFixture.readers {
      for name in try ChatFixture.names(reader.format) {
        let bytes = try ChatFixture.bytes(reader.format, name)
        let whole = try ChatOutcome(reader, ByteSource(name: name, bytes: bytes))
        #expect(try ChatOutcome(reader, .table(bytes, chunksOf: length)) == whole, "\(name)")
      }
    }
  }
}
