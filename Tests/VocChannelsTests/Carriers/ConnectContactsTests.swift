import Testing
import VocChannels
import VocDomain

@Suite struct ConnectContactsTests {
  private func reading(_ name: String, _ options: ReadingOptions = .init()) throws -> CarrierReading {
    try CarrierFixture.reading(ConnectContacts.self, name, options)
  }

  @Test(arguments: ["transfer-legs.ndjson", "transfer-child-first.json"])
  func transfersAreOneCall(fixture: String) throws {
    let reading = try reading(fixture)
    let read = try #require(reading.calls.first)
    var customer = PartyRecord(role: .customer)
    customer.phone = "+525555550101"
    var call = CallRecord(
      line: 1, key: "c-1", at: try time("2026-05-10 10:00:00Z"), direction: .inbound, customer: customer,
      disposition: .answered)
    call.updatedAt = try instant("2026-05-10 10:09")
    (call.agent, call.queue) = (PartyRecord(role: .agent, name: "diego"), "Ventas")
    (call.wait, call.talk, call.hold, call.wrapUp, call.transfers) = (25, 180, 10, 50, 1)
    call.fragments = read.fragments
    #expect(reading.records == [.call(call)] && read.fragments.count == 2)
    #expect(reading.findings.account == "tienda" && reading.troubles == [])
    call.line = 0
    #expect(ConnectContacts.call(fragments: read.fragments) == call)
  }

  /// More calls between the contacts of one than are kept open: two parts, which make the call together.
  @Test func partsFarApartMakeOneCall() throws {
    func contact(_ id: String, _ more: String) -> String {
      """
      {"ContactId":"\(id)","Channel":"VOICE","InitiationTimestamp":"2026-05-10T10:00:00Z",\
      "DisconnectTimestamp":"2026-05-10T10:09:00Z",\(more)}

      """
    }
    let first = contact(
      "c-1",
      #""InitiationMethod":"INBOUND","CustomerEndpoint":{"Address":"+525555550101"},"Queue":{"Name":"Ventas"}"#
    )
    let second = contact(
      "c-2", #""InitiationMethod":"TRANSFER","InitialContactId":"c-1","Agent":{"Username":"diego"}"#)
    let others = (0..<4_200).map { contact("x-\($0)", #""InitiationMethod":"INBOUND""#) }.joined()
    func calls(_ text: String) throws -> [CallRecord] {
      try CarrierReading(ConnectContacts.self, .table(text), .init()).calls
    }
    let whole = try #require(calls(first + second).first)
    let parts = try calls(first + others + second).filter { $0.key == "c-1" }
    #expect(parts.count == 2)
    var joined = try #require(ConnectContacts.call(fragments: parts.flatMap(\.fragments)))
    joined.line = whole.line
    #expect(joined == whole && whole.agent?.name == "diego" && whole.transfers == 1)
  }

  @Test func objectsStandBackToBack() throws {
    let calls = try reading("back-to-back.json").calls
    #expect(calls.map(\.key) == ["c-3", "c-4", "c-5"])
    #expect(calls.map(\.disposition) == [.abandoned, .noAnswer, .noAnswer])
    #expect(calls.map(\.wait) == [95, 300, nil] && calls.allSatisfy { $0.agent == nil })
  }

  @Test func theNewestVersionCounts() throws {
    let calls = try reading("emitted-again.ndjson").calls
    #expect(try calls.map(\.updatedAt) == [instant("2026-05-10 12:00")])
    #expect(calls.map(\.wrapUp) == [40])
  }

  @Test func outboundCalls() throws {
    let calls = try reading("outbound.ndjson").calls
    #expect(calls.map(\.disposition) == [.answered, .voicemail, .busy, .failed, .unknown])
    #expect(calls.map(\.direction) == [.outbound, .outbound, .outbound, .outbound, .inbound])
  }

  @Test func chatsAndTasksAreTickets() throws {
    let reading = try reading("chat-and-task.ndjson")
    #expect(
      reading.tickets.map(\.key) == ["t-1", "t-3"] && reading.tickets.map(\.via) == ["whatsapp", "api"])
    #expect(reading.tickets.map(\.status) == [.solved, .open])
    #expect(reading.tickets[0].requester?.phone == "+525555550101")
    #expect(reading.tickets[1].subject == "Llamar a Ana" && reading.tickets[1].requester == nil)
    var event = EventRecord(line: 2, ticket: "t-1", at: try time("2026-05-10 10:03:00Z"), name: "TRANSFER")
    (event.key, event.actor, event.to) = ("t-2", PartyRecord(role: .agent, name: "diego"), "diego")
    #expect(reading.events == [event] && reading.calls.isEmpty)
  }

  @Test func surveyAnswersOnlyWhereAMapSaysSo() throws {
    #expect(try reading("survey-attributes.ndjson").answers.isEmpty)
    let mapped = try reading(
      "survey-attributes.ndjson", ReadingOptions("Attributes.csat=csat,comentario=comment"))
    var answer = AnswerRecord(
      line: 1, survey: .csat, score: 4, comment: "Muy bien", at: try time("2026-05-10 10:05:00Z"),
      phone: "+525555550101", agent: "lucia")
    answer.key = "c-12#Attributes.csat"
    answer.updatedAt = try instant("2026-05-10 10:06")
    #expect(mapped.answers == [answer] && mapped.troubles == ["3 score"] && mapped.calls.count == 3)
    #expect(throws: UnreadableExport.unknownField("nota", nearest: [])) {
      try reading("survey-attributes.ndjson", ReadingOptions("csat=nota"))
    }
  }

  @Test func wrongMembersAreProblems() throws {
    let reading = try reading("wrong-members.ndjson")
    #expect(reading.troubles == ["1 date", "2 missingField", "3 shape", "4 json"] && reading.records.isEmpty)
  }

  @Test func everyFixtureIsRecognised() throws {
    for name in try CarrierFixture.names(.amazonConnect) {
      #expect(try CarrierFixture.recognises(ConnectContacts.self, name), "\(name)")
    }
  }
}
