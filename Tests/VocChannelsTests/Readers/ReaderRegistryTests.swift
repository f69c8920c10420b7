import Testing
import VocDomain

@testable import VocChannels

@Suite struct ReaderRegistryTests {
  /// Fixtures that nothing in them tells: they are read only where `--format` names their format.
  private static let untold: Set<String> = [
    "zendesk/missing-fields.json", "asterisk-cdr/malformed.csv", "queue-log/malformed.txt",
    "freeswitch-csv/malformed.csv", "events/epochs.tsv", "events/without-header.csv",
    "events/without-usual-names.csv", "survey-csv/nul-bytes.csv", "table/3cx-without-header.csv",
    "table/calls-inferred.csv", "table/dates-contradict.csv", "table/messages-portuguese.csv",
    "table/tickets-spanish.csv",
  ]
  /// Fixtures of a general format that the reader of the very system takes.
  private static let taken: [String: ExportFormat] = [
    "survey-csv/chatwoot-csat.csv": .chatwootCSAT, "survey-csv/google-forms-es.csv": .googleForms,
    "survey-csv/google-forms-pt.csv": .googleForms,
  ]

  private static let fixtures = ExportReaders.all.flatMap { ExportFixture.all(of: $0.format) }

  @Test func everyFormatHasOneReader() {
    let formats = ExportReaders.all.map { $0.format }
    #expect(Set(formats).count == formats.count)
  }

  /// A fixture is its format's; no two readers that know a system's own shape claim one file.
  @Test(arguments: fixtures) func fixturesAreRecognisedByTheirReaderAlone(_ fixture: ExportFixture) throws {
    let head = try fixture.head
    let claiming = ExportReaders.all.filter { $0.recognises(head) }.map { $0.format }
    if Self.untold.contains(fixture.testDescription) {
      #expect(claiming.isEmpty)
    } else {
      #expect(claiming.first == Self.taken[fixture.testDescription] ?? fixture.format)
      let particular = ExportReaders.particular.filter { $0.recognises(head) }
      #expect(particular.count <= 1)
    }
  }

  /// A head may end anywhere: asking whose it is does not trap.
  @Test(arguments: fixtures) func headsMayEndAnywhere(_ fixture: ExportFixture) throws {
    let head = try fixture.head
    for length in stride(from: 0, to: head.bytes.count, by: max(1, head.bytes.count / 6)) {
      let cut = ExportHead(bytes: Array(head.bytes.prefix(length)), fileName: head.fileName)
      for reader in ExportReaders.all { _ = reader.recognises(cut) }
    }
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
