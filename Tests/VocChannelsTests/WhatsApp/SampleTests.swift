import Testing
import VocDomain

@testable import VocChannels

/// Exports and fixtures of other projects; see samples/LICENCES.md.
@Suite struct SampleTests {
  @Test(arguments: [
    ("pustur_site_example_chat.txt", 52, 4, 1), ("chatistics__chat.txt", 21, 1, 0),
    ("chatistics__chat2.txt", 4, 0, 0), ("chatistics__chat3.txt", 11, 2, 0),
    ("chatistics__chat4.txt", 3, 0, 0),
    ("langchain_ios_us.txt", 12, 1, 0), ("langchain_loader_mixed.txt", 10, 0, 0),
    // "John Doe:." has no space after the colon, so nobody is known to speak there.
    ("chatminer_test_ddmmyy_24hrs.txt", 9, 3, 0), ("chatminer_test_mmddyy_24hrs.txt", 9, 3, 0),
    ("chatminer_test_mmddyyyy_12hrs.txt", 9, 3, 0), ("chatminer_test_yyyymmdd_24hrs.txt", 9, 3, 0),
    ("nmoya_old_ios.txt", 9, 0, 0), ("wca_android_it.txt", 3, 1, 0), ("wca_ios_en.txt", 3, 0, 0),
  ])
  func countsTheRecords(file: String, records: Int, system: Int, problems: Int) throws {
    let outcome = try Fixture.read("samples/" + file)
    #expect(outcome.records.count == records)
    #expect(outcome.kinds.filter { $0 == .system }.count == system)
    #expect(outcome.problems.count == problems)
  }

  @Test func theChatMinerFilesAreTheSameChatInFourShapes() throws {
    let files = ["ddmmyy_24hrs", "mmddyy_24hrs", "mmddyyyy_12hrs", "yyyymmdd_24hrs"]
    let outcomes = try files.map { try Fixture.read("samples/chatminer_test_\($0).txt") }
    for outcome in outcomes {
      #expect(outcome.stamps == outcomes[0].stamps)
      #expect(outcome.texts == outcomes[0].texts)
    }
  }

  @Test func headersInBodiesStayThere() throws {
    let first = try Fixture.read("samples/chatistics__chat.txt")
    #expect(
      first.texts[17].hasSuffix("\n[1.2.2019, 00:00:00] John Doe: this line is not a message on its own"))
    #expect(
      first.texts[19]
        == "What is that?\n2/11/19, 14:48 Alice Placeholder: this is a message from another chat!")
    let third = try Fixture.read("samples/chatistics__chat3.txt")
    #expect(third.texts.last?.hasSuffix("\n\n\n2/11/19: Arrival\n12/12/19: Departure") == true)
    #expect(third.records[4].sender == "The final test")
  }

  @Test func aMarkBeforeTheBracketMergesNoMessages() throws {
    let outcome = try Fixture.read("samples/langchain_ios_us.txt")
    #expect(outcome.kinds.filter { $0 == .media }.count == 3)
    #expect(outcome.records[0].text.hasPrefix("Messages and calls are end-to-end encrypted."))
    #expect(outcome.records[0].sender == nil)
  }

  @Test func aPollKeepsItsLines() throws {
    let poll = try #require(
      try Fixture.read("samples/pustur_site_example_chat.txt").records.first { $0.kind == .poll })
    #expect(poll.text.split(separator: "\n").count == 7)
    #expect(poll.lineCount == 7)
  }

  @Test func everyShapeOfAMixtureIsRead() throws {
    let outcome = try Fixture.read("samples/langchain_loader_mixed.txt")
    #expect(outcome.stamps[0] == "2023-05-05 15:48:11")
    #expect(outcome.stamps[5] == "2023-05-04 16:13:23")
    #expect(outcome.stamps[6] == "2022-07-19 23:32:00")
    #expect(outcome.records[4].sender == "User name 2")
  }

  @Test(arguments: [
    ("android-pt-br-24h.txt", ["system", "message", "media", "deleted", "message", "media"]),
    ("android-es-mx-12h-nbsp.txt", ["system", "message", "message", "message"]),
    ("android-arabic-digits.txt", ["message", "message"]),
    (
      "android-markers.txt",
      [
        "media", "media", "media", "contact", "deleted", "poll", "location", "media", "media", "message",
        "message", "message", "message", "media", "message", "location", "call", "message", "message",
        "media",
      ]
    ),
    (
      "ios-es-markers.txt",
      [
        "system", "system", "media", "media", "media", "media", "media", "contact", "contact", "deleted",
        "deleted", "message", "poll", "location", "call", "call", "media", "system", "message", "system",
        "system",
      ]
    ),
  ])
  func ownFixturesHaveTheirKinds(file: String, kinds: [String]) throws {
    #expect(try Fixture.read(file).kinds.map(\.rawValue) == kinds)
  }
}
