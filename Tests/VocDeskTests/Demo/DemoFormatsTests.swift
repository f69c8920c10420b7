import Testing
import VocChannels
import VocDomain

@testable import VocDesk

/// The invented exports are what the readers take them for.
@Suite struct DemoFormatsTests {
  static let formats: [ExportFormat] = [.queueLog, .asteriskCDR, .whatsappCloud, .surveyCSV]

  private func bytes(_ format: ExportFormat, rows: Int, seed: UInt64 = 1) throws -> [UInt8] {
    let until = Instant(unixSeconds: 1_795_230_000)
    var bytes: [UInt8] = []
    switch format {
    case .queueLog: try DemoExport.queueLog(rows: rows, seed: seed, until: until) { bytes += $0 }
    case .asteriskCDR: try DemoExport.asteriskCDR(rows: rows, seed: seed, until: until) { bytes += $0 }
    case .whatsappCloud:
      try DemoExport.whatsappCloud(messages: rows, seed: seed, until: until) { bytes += $0 }
    default: try DemoExport.surveyCSV(rows: rows, seed: seed, until: until) { bytes += $0 }
    }
    return bytes
  }

  @Test(arguments: formats, [1, 2, 40, 1_500])
  func areReadWithoutAProblem(format: ExportFormat, rows: Int) throws {
    let bytes = try bytes(format, rows: rows)
    let head = ExportHead(bytes: Array(bytes.prefix(1 << 16)), fileName: "export")
    #expect(FormatSniffer.format(of: head) == format)
    let reader = try #require(ExportReaders.reader(of: format))
    let source = ByteSource(name: "export", bytes: bytes)
    let export = try reader.init(surveying: source, options: ReadingOptions())
    var (records, problems) = (0, 0)
    try export.read(source) { _ in
      records += 1
    } problem: { _ in
      problems += 1
    }
    // A queue's first line tells only which number was dialled.
    #expect(problems == 0 && (records > 0 || rows == 1))
  }

  @Test(arguments: formats, [1, 2, 40, 1_500])
  func haveAsManyRowsAsAskedFor(format: ExportFormat, rows: Int) throws {
    let header = format == .surveyCSV ? 1 : 0
    #expect(try bytes(format, rows: rows).count { $0 == 10 } == rows + header)
  }

  @Test(arguments: formats) func areTheSameForTheSameSeed(format: ExportFormat) throws {
    let first = try bytes(format, rows: 300)
    #expect(try bytes(format, rows: 300) == first)
    #expect(try bytes(format, rows: 300, seed: 2) != first)
  }
}
