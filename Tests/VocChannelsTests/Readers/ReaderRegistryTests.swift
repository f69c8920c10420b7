import Testing
import VocDomain

@testable import VocChannels

@Suite struct ReaderRegistryTests {
  /// Tables of answers that are read as such, though they are a tool's.
  private static let others: [String: ExportFormat] = [
    "survey-csv/chatwoot-csat.csv": .chatwootCSAT, "survey-csv/google-forms-es.csv": .googleForms,
    "survey-csv/google-forms-pt.csv": .googleForms,
  ]

  private static let fixtures = ExportReaders.all.flatMap { ExportFixture.all(of: $0.format) }

  @Test func everyFormatHasOneReader() {
    let formats = ExportReaders.all.map { $0.format }
    #expect(Set(formats).count == formats.count)
  }

  /// A fixture is told to be of its format, or of none: then `--format` names it. Never of another.
  @Test(arguments: fixtures) func noFixtureIsTakenForAnotherFormat(_ fixture: ExportFixture) throws {
    let head = try fixture.head
    let expected = Self.others[fixture.testDescription] ?? fixture.format
    let told = FormatSniffer.format(of: head)
    #expect(told == nil || told == expected)
    for length in stride(from: 0, to: head.bytes.count, by: max(1, head.bytes.count / 8)) {
      let cut = ExportHead(bytes: Array(head.bytes.prefix(length)), fileName: head.fileName)
      let claiming = ExportReaders.particular.filter { $0.recognises(cut) }.map { $0.format }
      #expect(claiming.isEmpty || claiming == [expected], "\(length) bytes")
    }
  }

  @Test(arguments: ExportReaders.all.map { $0.format }) func everyFormatIsTold(_ format: ExportFormat) throws
  {
    let told = try ExportFixture.all(of: format).filter { FormatSniffer.format(of: try $0.head) == format }
    #expect(!told.isEmpty)
  }

  /// Carriers' logs are left to their clocks.
  private static let withoutNow: Set<ExportFormat> = [.twilio, .amazonConnect, .genesys]
  /// These may have fallen back to 1970.
  private static let withoutFirst: Set<ExportFormat> = [
    .asteriskCDR, .queueLog, .freeswitchCSV, .freeswitchJSON,
  ]

  /// What nobody can have told of yet is a problem, never a record.
  @Test(arguments: fixtures.filter { !withoutNow.contains($0.format) && $0.format != .whatsapp })
  func nothingIsTakenThatIsStillToCome(_ fixture: ExportFixture) throws {
    let reader = try #require(ExportReaders.reader(of: fixture.format))
    guard let usual = try? ReaderOutcome(reader, fixture) else { return }
    var options = ReadingOptions()
    options.now = Instant(unixSeconds: LocalTime(year: 1995, month: 1, day: 1)!.wallSeconds)
    let outcome = try ReaderOutcome(reader, fixture, options: options)
    func mayBe(_ record: ExportRecord) -> Bool {
      if case .call(let call) = record, Self.withoutFirst.contains(fixture.format), call.at.isNone {
        return true
      }
      return record.isPossible(at: options.now)
    }
    #expect(outcome.records.allSatisfy(mayBe))
    if !usual.records.allSatisfy(mayBe) { #expect(!outcome.problems.isEmpty) }
  }

  @Test func fixtureFoldersAreFormats() {
    for format in ExportFormat.allCases {
      let names = ExportFixture.all(of: format).map(\.name)
      #expect(names == names.sorted())
    }
    #expect(!ExportFixture.all(of: .whatsapp).isEmpty)
    #expect(!ExportFixture.all(of: .surveyCSV).contains { $0.name.hasSuffix(".md") })
  }
}
