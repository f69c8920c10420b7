import Testing
@testable import VocChannels
import VocDomain

@Suite struct ReaderRegistryTests {
  /// Fixtures that nothing in them tells: they are read only where `--format` names their format.
  private static let untold: Set<String> = ["zendesk/missing-fields.json"]

  private static let fixtures = ExportReaders.all.flatMap { ExportFixture.all(of: $0.format) }

  @Test func everyFormatHasOneReader() {
    let formats = ExportReaders.all.map { $0.format }
    #expect(Set(formats).count == formats.count)
  }

  /// A fixture is told to be of its format, and no reader of a particular system takes another's.
  @Test(arguments: fixtures) func fixturesAreToldByWhatTheySay(_ fixture: ExportFixture) throws {
    let head = try fixture.head
    if Self.untold.contains(fixture.testDescription) {
      #expect(FormatSniffer.format(of: head) == nil)
      return
    }
    #expect(FormatSniffer.format(of: head) == fixture.format)
    let claiming = ExportReaders.particular.filter { $0.recognises(head) }.map { $0.format }
    #expect(claiming.isEmpty || claiming == [fixture.format])
  }

  /// Whatever a file holds, asking whose it is does not trap wherever the head ends.
  @Test(arguments: fixtures) func headsMayEndAnywhere(_ fixture: ExportFixture) throws {
    let head = try fixture.head
    for length in stride(from: 0, to: head.bytes.count, by: max(1, head.bytes.count / 8)) {
      let cut = ExportHead(bytes: Array(head.bytes.prefix(length)), fileName: head.fileName)
      let claiming = ExportReaders.particular.filter { $0.recognises(cut) }.map { $0.format }
      #expect(claiming.isEmpty || claiming == [fixture.format], "\(length) bytes")
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
