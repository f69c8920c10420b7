import Foundation
import Testing
import VocChannels
import VocDomain

@Suite struct GenesysConversationsTests {
  private func reading(_ name: String) throws -> CarrierReading {
    try CarrierFixture.reading(GenesysConversations.self, name)
  }

  private var ana: PartyRecord {
    var party = PartyRecord(key: "ec-1", role: .customer, name: "Ana Torres")
    party.phone = "+525555550101"
    return party
  }

  @Test func aTransferredCall() throws {
    let reading = try reading("call-transferred.json")
    var call = CallRecord(
      line: 3, key: "g-1", at: try time("2026-05-10 10:00:00Z"), direction: .inbound, customer: ana,
      disposition: .answered)
    call.updatedAt = try instant("2026-05-10 10:04:30")
    (call.agent, call.queue, call.note) = (PartyRecord(key: "u-2", role: .agent), "q-guid-1", "Venta")
    (call.wait, call.talk, call.hold, call.wrapUp, call.transfers) = (12, 151, 5, 15, 1)
    #expect(reading.records == [.call(call)] && reading.troubles == [])
  }

  /// The open conversation, others, and later the same as it ended: the newer version tells.
  @Test func aConversationToldAgainIsNewer() throws {
    let open = String(
      decoding: try CarrierFixture.bytes(.genesys, "told-again-when-over.ndjson"), as: UTF8.self)
    let lines = open.split(separator: "\n")
    let others = (0..<4_200).map { lines[0].replacingOccurrences(of: "g-20", with: "x-\($0)") }
    let text = ([String(lines[0])] + others + [String(lines[1])]).joined(separator: "\n")
    for text in [open, text] {
      let calls = try CarrierReading(GenesysConversations.self, .table(text), .init()).calls
        .filter { $0.key == "g-20" }
      #expect(calls.map(\.disposition) == [.unknown, .answered])
      #expect(try calls.map(\.updatedAt) == [instant("2026-05-10 10:01"), instant("2026-05-10 10:04:30")])
    }
  }

  @Test func abandonedInTheQueue() throws {
    let calls = try reading("abandoned-in-queue.ndjson").calls
    #expect(calls.map(\.disposition) == [.abandoned] && calls.map(\.wait) == [45] && calls[0].agent == nil)
  }

  @Test func howAnOpenConversationEndsIsUnknown() throws {
    let calls = try reading("still-open.json").calls
    #expect(calls.map(\.disposition) == [.unknown])
    #expect(try calls.map(\.updatedAt) == [instant("2026-05-10 10:04")])
  }

  @Test func outboundCallsAndVoicemail() throws {
    let calls = try reading("outbound.json").calls
    #expect(calls.map(\.disposition) == [.answered, .noAnswer, .voicemail])
    #expect(calls.map(\.direction) == [.outbound, .outbound, .inbound])
    #expect(calls.map(\.customer.phone) == ["+525555550104", "+525555550105", "+525555550101"])
  }

  @Test func otherMediaAreTickets() throws {
    let tickets = try reading("other-media.json").tickets
    #expect(tickets.map(\.via) == ["chat", "email"] && tickets.map(\.status) == [.solved, .open])
    #expect(tickets[0].requester?.phone == "+525555550106" && tickets[0].assignee?.key == "u-1")
    #expect(tickets[1].requester?.email == "ana@example.com" && tickets[1].solvedAt == nil)
  }

  @Test func onlyPromoterScoresAreAnswers() throws {
    let reading = try reading("survey.json")
    var answer = AnswerRecord(
      line: 1, survey: .nps, score: 9, at: try time("2026-05-11 08:00:00Z"), phone: "+525555550101",
      name: "Ana Torres")
    (answer.customerKey, answer.agentKey, answer.key) = ("ec-1", "u-1", "sv-1#nps")
    answer.updatedAt = try instant("2026-05-10 10:04:30")
    #expect(reading.answers == [answer] && reading.calls.count == 1)
  }

  @Test(arguments: [
    ("users.json", "1", PartyRecord.Role.agent, "Lucía Fernández"), ("queues.json", "2", .system, "Ventas"),
  ])
  func namesComeFromListsOfTheirOwn(fixture: String, digit: String, role: PartyRecord.Role, name: String)
    throws
  {
    var party = PartyRecord(key: "aaaaaaaa-0000-4000-8000-00000000000" + digit, role: role, name: name)
    if role == .agent { party.email = "lucia@example.com" }
    let reading = try reading(fixture)
    #expect(reading.records == [.party(party, line: 1, updatedAt: nil)] && reading.troubles == [])
  }

  @Test func wrongMembersAreProblems() throws {
    let reading = try reading("wrong-members.ndjson")
    #expect(reading.troubles == ["1 date", "2 missingField", "3 shape", "4 json"] && reading.records.isEmpty)
  }

  @Test func everyFixtureIsRecognised() throws {
    for name in try CarrierFixture.names(.genesys) {
      #expect(try CarrierFixture.recognises(GenesysConversations.self, name), "\(name)")
    }
  }
}
