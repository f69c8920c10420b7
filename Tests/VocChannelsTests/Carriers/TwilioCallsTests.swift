import Testing
import VocChannels
import VocDomain

@Suite struct TwilioCallsTests {
  private func reading(_ name: String, _ options: ReadingOptions = .init()) throws -> CarrierReading {
    try CarrierFixture.reading(TwilioCalls.self, name, options)
  }

  private func wholeCall(line: Int, fragments: [String]) throws -> CallRecord {
    var customer = PartyRecord(role: .customer, name: "ANA TORRES")
    customer.phone = "+525555550101"
    var call = CallRecord(
      line: line, key: "CA01", at: try time("2026-05-10 10:00:00Z"), direction: .inbound, customer: customer,
      disposition: .answered)
    call.updatedAt = try instant("2026-05-10 10:05")
    call.agent = PartyRecord(role: .agent, name: "lucia")
    (call.wait, call.talk) = (40, 150)
    call.fragments = fragments
    return call
  }

  @Test(arguments: ["legs-parent-first.json", "legs-child-first.ndjson"])
  func legsAreOneCallInEitherOrder(fixture: String) throws {
    let reading = try reading(fixture)
    let call = try #require(reading.calls.first)
    #expect(reading.calls.count == 2 && reading.troubles == [] && reading.findings.account == "AC01")
    #expect(try call == wholeCall(line: call.line, fragments: call.fragments) && call.fragments.count == 3)
    #expect(reading.calls[1].disposition == .abandoned && reading.calls[1].key == "CA04")
  }

  /// The import keeps the fragments of both files under the one key.
  @Test func legsOfTwoFilesMeetByTheirFragments() throws {
    let parent = try #require(try reading("parent-without-child.json").calls.first)
    let child = try #require(try reading("child-without-parent.json").calls.first)
    #expect(parent.key == "CA01" && child.key == "CA01")
    #expect(parent.disposition == .answered && parent.agent == nil)
    let fragments = Array(Set(parent.fragments + child.fragments)).sorted()
    #expect(try TwilioCalls.call(fragments: fragments) == wholeCall(line: 0, fragments: fragments))
  }

  @Test func theNewestVersionOfALegCounts() throws {
    let calls = try reading("leg-exported-again.ndjson").calls
    #expect(calls.count == 1 && calls[0].talk == 60 && calls[0].disposition == .answered)
  }

  @Test func howCallsEnd() throws {
    let calls = try reading("dispositions.ndjson").calls
    #expect(
      calls.map(\.disposition) == [
        .voicemail, .answered, .noAnswer, .busy, .failed, .noAnswer, .noAnswer, .abandoned, .unknown,
        .noAnswer,
      ])
    #expect(calls.map(\.talk) == [nil, 30] + Array(repeating: nil, count: 8))
    #expect(calls[7].wait == 2 && calls[7].direction == .inbound)
    #expect(calls[0].customer.phone == "+525555550103" && calls[0].direction == .outbound)
  }

  @Test func ourOwnPhoneRingsFirst() throws {
    let call = try #require(try reading("agent-first-then-customer.json").calls.first)
    #expect(call.direction == .outbound && call.customer.phone == "+525555550104")
    #expect(call.agent?.name == "lucia" && call.talk == 70 && call.wait == 15)
  }

  /// Numbers are E.164 there; a spreadsheet takes the plus sign away.
  @Test(
    arguments: [
      ("15555550100", "+15555550100"), ("+525555550101", "+525555550101"), ("callerid2", "callerid2"),
      ("86000", "86000"), ("005255", "005255"),
    ])
  func aNumberWithoutItsPlusSignIsTheSame(from: String, phone: String) throws {
    let table = """
      sid,direction,from,to,status,duration,start_time
      CA01,inbound,\(from),+13055550100,completed,9,2026-05-10T10:00:00Z

      """
    let source = ByteSource(name: "-", bytes: Array(table.utf8))
    var phones: [String?] = []
    try TwilioCalls(surveying: source, options: ReadingOptions()).read(source) {
      if case .call(let call) = $0 { phones.append(call.customer.phone) }
    } problem: { _ in
    }
    #expect(phones == [phone])
  }

  @Test func wrongMembersAreProblems() throws {
    let reading = try reading("wrong-members.ndjson")
    #expect(reading.troubles == ["1 date", "2 missingField", "3 number", "4 missingField", "5:2 json"])
    #expect(reading.records.isEmpty)
  }

  @Test func consoleTableTellsLocalTimes() throws {
    let reading = try reading("console.csv")
    let call = try #require(reading.calls.first)
    #expect(reading.calls.count == 1 && reading.findings.hasLocalTimes && reading.findings.records == 2)
    #expect(try call.at == time("2026-05-10 10:00:00") && call.wait == 12 && call.talk == 80)
    #expect(call.agent?.name == "lucia" && call.direction == .inbound)
  }

  @Test func connectorsTableTellsUTC() throws {
    let reading = try reading("connector.csv")
    #expect(reading.troubles == ["3:130 date"])
    #expect(try reading.calls.map(\.at) == [time("2026-05-10 10:00:00Z")])
    #expect(reading.findings.account == "AC01" && !reading.findings.hasLocalTimes)
  }

  @Test func everyFixtureButTheBrokenIsRecognised() throws {
    for name in try CarrierFixture.names(.twilio) where name != "wrong-members.ndjson" {
      #expect(try CarrierFixture.recognises(TwilioCalls.self, name), "\(name)")
    }
  }
}
