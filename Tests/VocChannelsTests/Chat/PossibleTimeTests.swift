import Foundation
import Testing
import VocChannels
import VocDomain

@Suite struct PossibleTimeTests {
  private static let now = Instant(unixSeconds: 1_750_000_000)

  /// Times that cannot have been, in each place where a record tells one.
  @Test(arguments: [Instant(unixSeconds: 0), Instant(unixSeconds: 9_999_999_999)]) func areTold(
    moment: Instant
  ) {
    let (time, party) = (RecordTime.instant(Self.now), PartyRecord(key: "1"))
    var tickets = (0..<4).map { TicketRecord(line: 1, key: "\($0)") }
    tickets[0].updatedAt = moment
    tickets[1].asOf = .instant(moment)
    tickets[2].createdAt = .instant(moment)
    tickets[3].solvedAt = .instant(moment)
    var message = MessageRecord(line: 1, at: time, author: party, text: "")
    message.updatedAt = moment
    let records: [ExportRecord] =
      tickets.map(ExportRecord.ticket) + [
        .message(message), .message(MessageRecord(line: 1, at: .instant(moment), author: party, text: "")),
        .party(party, line: 1, updatedAt: moment),
      ]
    for record in records {
      #expect(!record.isPossible(at: Self.now))
      #expect(record.isPossible(at: nil))
    }
    #expect(
      ExportRecord.message(MessageRecord(line: 1, at: time, author: party, text: "")).isPossible(at: Self.now)
    )
  }

  /// Of a conversation only what cannot have been goes.
  @Test func costTheOthersNothing() throws {
    let data = try #require(
      try ExportFixture.all(of: .intercom).first { $0.name == "acts-with-words.json" }?.head)
    let text = String(decoding: data.bytes, as: UTF8.self)
    let usual = try ChatOutcome(IntercomExport.self, text)
    let changed = text.replacingOccurrences(of: "1718010310", with: "9999999999")
    var options = ReadingOptions()
    options.now = Self.now
    var (records, problems): ([ExportRecord], [ImportProblem]) = ([], [])
    let source = ByteSource.table(changed)
    try IntercomExport(surveying: source, options: options).read(source) {
      records.append($0)
    } problem: {
      problems.append($0)
    }
    #expect(records.count == usual.records.count - 2)
    #expect(records.allSatisfy { usual.records.contains($0) })
    #expect(problems.map(\.reason) == [.impossibleDate])
  }
}
