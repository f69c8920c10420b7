import Testing
import VocChannels
import VocDomain

@Suite struct MappedTableTests {
  static let map3CX = "#1=id,#2=duration,#3=at,#4=answered,#5=ended,#6=from,#7=to,#8=queue"

  private func reading(_ name: String, _ options: ReadingOptions = .init()) throws -> CarrierReading {
    try CarrierFixture.reading(MappedTable.self, name, options)
  }

  private func customer(_ name: String? = nil, phone: String? = nil, email: String? = nil) -> PartyRecord {
    var party = PartyRecord(role: .customer, name: name)
    party.phone = phone
    party.email = email
    return party
  }

  @Test func messagesWithTheirTicket() throws {
    let reading = try reading("messages-spanish.csv")
    #expect(reading.troubles == ["6:41 missingField", "7:84 phone"])
    let ana = customer("Ana Torres", phone: "+525555550101")
    var ticket = TicketRecord(line: 2, key: "501")
    (ticket.subject, ticket.status, ticket.priority) = ("Sin señal", .open, .high)
    ticket.requester = customer(phone: "+525555550101")
    ticket.asOf = try time("2026-05-13 09:30")
    var hello = MessageRecord(
      line: 2, at: try time("2026-05-13 09:30"), author: ana, text: "Hola,\nno tengo señal")
    hello.key = "m-1"
    hello.ticket = "501"
    hello.chat = MessageRecord.Chat(key: "c-1", customer: ana)
    #expect(Array(reading.records.prefix(2)) == [.ticket(ticket), .message(hello)])
    #expect(reading.tickets.map(\.status) == [.open, .solved])
    let replies = reading.messages.dropFirst()
    #expect(
      replies.map(\.author) == Array(repeating: PartyRecord(role: .agent, name: "Lucía Fernández"), count: 2))
    #expect(replies.map(\.isPublic) == [true, false] && replies.map(\.line) == [4, 5])
    #expect(reading.findings.order == .dmy && reading.findings.hasLocalTimes)
    #expect(reading.findings.undecidedSenders.isEmpty)
  }

  @Test func directionTellsWhoWrote() throws {
    let reading = try reading("messages-portuguese.csv")
    let other = customer(phone: "+5511955550101")
    #expect(reading.messages.map(\.author) == [other, PartyRecord(role: .agent)])
    #expect(reading.messages.map(\.chat?.key) == ["+5511955550101", "+5511955550101"])
    #expect(reading.messages.map(\.chat?.customer) == [other, other])
    #expect(reading.troubles == ["4:47 shape"])
  }

  @Test func sendersAreUndecidedUntilSomebodySaysWhoWeAre() throws {
    let asked = try reading("messages-without-roles.csv")
    #expect(asked.findings.undecidedSenders.map(\.name) == ["Ana Torres", "Tienda Sol"])
    #expect(asked.findings.undecidedSenders.map(\.count) == [2, 1])
    #expect(asked.messages.allSatisfy { $0.author.role == nil })
    var options = ReadingOptions()
    options.identities = ["tienda sol"]
    let told = try reading("messages-without-roles.csv", options)
    #expect(told.findings.undecidedSenders.isEmpty)
    #expect(told.messages.map(\.author.role) == [.customer, .agent, .customer])
  }

  @Test func ticketsWithTheirFirstMessage() throws {
    let reading = try reading(
      "tickets-spanish.csv", ReadingOptions("Folio=ticket", events: [("en espera de TERCEROS", .hold)]))
    #expect(reading.troubles == [])
    let ana = customer("Ana Torres", email: "ana@example.com")
    var ticket = TicketRecord(line: 2, key: "900")
    (ticket.subject, ticket.status, ticket.priority) = ("Cobro doble", .closed, .urgent)
    (ticket.requester, ticket.assignee) = (ana, PartyRecord(role: .agent, name: "Diego Ramírez"))
    (ticket.tags, ticket.via) = (["cobros", "vip"], "whatsapp")
    (ticket.createdAt, ticket.solvedAt) = (try time("2026-05-01 08:00"), try time("2026-05-02 10:00"))
    ticket.updatedAt = try instant("2026-05-14 09:30")
    var message = MessageRecord(
      line: 2, at: try time("2026-05-01 08:00"), author: ana, text: "Me cobraron dos veces")
    message.ticket = "900"
    #expect(Array(reading.records.prefix(2)) == [.ticket(ticket), .message(message)])
    #expect(reading.tickets.map(\.status) == [.closed, .hold, .solved])
    #expect(reading.tickets.map(\.via) == ["whatsapp", "phone", "email"])
  }

  @Test func wordsWithoutMeaningAreProblems() throws {
    #expect(try reading("tickets-spanish.csv").troubles == ["3:30 shape"])
  }

  @Test func callsInSpanish() throws {
    let reading = try reading("calls-spanish.csv")
    var first = CallRecord(
      line: 2, key: "L1", at: try time("2026-05-14 10:00"), direction: .inbound,
      customer: customer("Ana Torres", phone: "+525555550101"), disposition: .answered)
    first.agent = PartyRecord(role: .agent, name: "Lucía Fernández")
    (first.queue, first.note) = ("Ventas", "Venta")
    (first.wait, first.talk, first.hold, first.wrapUp) = (45, 200, 5, 65)
    #expect(reading.calls.first == first)
    #expect(reading.calls.map(\.disposition) == [.answered, .abandoned, .busy, .voicemail, .answered])
    #expect(reading.calls.map(\.wait) == [45, 95, nil, 12, nil])
    #expect(
      reading.calls.map(\.agent?.name) == [
        "Lucía Fernández", nil, "Diego Ramírez", "Diego Ramírez", "Diego Ramírez",
      ])
    #expect(reading.calls.map(\.direction) == [.inbound, .inbound, .outbound, .outbound, .inbound])
    #expect(
      reading.calls.map(\.customer.phone) == [
        "+525555550101", "5555550102", "5555550103", "5555550104", nil,
      ])
    #expect(reading.calls.last?.note == "Desborde" && reading.calls.last?.talk == 3720)
    #expect(reading.troubles == ["7:65 number", "8:24 shape"])
  }

  /// Two rows of the first call stand around another call's row.
  @Test func rowsOfOneCallAreJoined() throws {
    let reading = try reading("3cx-without-header.csv", ReadingOptions(Self.map3CX))
    var first = CallRecord(
      line: 1, key: "00000176_1", at: try time("2026-05-10 10:00"), direction: .inbound,
      customer: customer(phone: "5255550101"), disposition: .answered)
    first.agent = PartyRecord(role: .agent, name: "Ext.101")
    (first.queue, first.wait, first.talk, first.transfers) = ("Ventas", 20, 105, 1)
    var second = CallRecord(
      line: 2, key: "00000177_1", at: try time("2026-05-10 10:00:30"), direction: .inbound,
      customer: customer(phone: "5255550102"), disposition: .noAnswer)
    second.wait = 30
    var third = CallRecord(
      line: 4, key: "00000178_1", at: try time("2026-05-10 10:03"), direction: .outbound,
      customer: customer(phone: "5255550103"), disposition: .answered)
    third.agent = PartyRecord(role: .agent, name: "Ext.101")
    (third.wait, third.talk) = (10, 30)
    #expect(reading.calls == [first, second, third] && reading.troubles == [])
    #expect(reading.findings.header.isEmpty && reading.findings.records == 4)
  }

  @Test func whatNoColumnTellsIsInferred() throws {
    let calls = try reading("calls-inferred.csv").calls
    #expect(calls.map(\.direction) == [.inbound, .outbound, .internal])
    #expect(calls.map(\.disposition) == [.answered, .noAnswer, .answered])
    #expect(calls.map(\.talk) == [65, nil, 65] && calls.map(\.agent?.name) == ["100", "101", "101"])
  }

  @Test func namesMayStandBesideExtensionsAndNumbers() throws {
    let calls = try reading("calls-names-with-extensions.csv").calls
    #expect(calls.map(\.direction) == [.inbound, .outbound, .outbound, .internal])
    #expect(calls.map(\.agent?.name) == ["Hugo Paz", "Hugo Paz", "202", "Ext.201"])
    #expect(calls.prefix(3).map(\.customer.phone) == ["+525555550101", "+525555550102", "5555550103"])
    #expect(calls.map(\.customer.name) == ["Ana Torres", nil, nil, "Hugo Paz"])
  }

  @Test func oneColumnMayHoldThreeShapesOfDates() throws {
    let reading = try reading("messages-three-date-shapes.csv")
    #expect(try reading.messages.map(\.at) == [time("2026-01-01"), time("2026-01-02"), time("2026-01-31")])
    #expect(reading.findings.order == .dmy && reading.troubles == [])
  }

  @Test func columnsThatContradictEachOtherProveNothing() throws {
    let reading = try reading("dates-contradict.csv")
    #expect(reading.findings.isOrderMissing && reading.troubles == ["2:8 date"])
  }

  @Test(arguments: [
    ("messages-spanish.csv", true), ("messages-without-roles.csv", true), ("calls-spanish.csv", true),
    ("messages-portuguese.csv", false), ("tickets-spanish.csv", false), ("3cx-without-header.csv", false),
    ("calls-inferred.csv", false), ("messages-three-date-shapes.csv", true), ("dates-contradict.csv", false),
  ])
  func onlyClearTablesAreRecognised(fixture: String, isRecognised: Bool) throws {
    #expect(try CarrierFixture.recognises(MappedTable.self, fixture) == isRecognised)
  }

  @Test func tablesOfOtherFormatsAreNotTaken() throws {
    for format in [ExportFormat.surveyCSV, .events] {
      for name in try CarrierFixture.names(format) {
        let head = ExportHead(bytes: try CarrierFixture.bytes(format, name), fileName: name)
        #expect(!MappedTable.recognises(head), "\(name)")
        #expect(format == .events || !EventLog.recognises(head), "\(name)")
      }
    }
  }

  @Test func aTableThatTellsNothingIsRefused() {
    #expect(throws: UnreadableExport.missingColumns(needed: ["text", "author"], found: ["a", "b"])) {
      try CarrierReading(MappedTable.self, .table("a,b\n1,2\n"), .init())
    }
  }
}
