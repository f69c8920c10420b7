import Foundation
import Testing

@testable import voc

@Suite struct CSVTableTests {
  /// RFC 4180 ends lines with CR LF; spreadsheets of countries with a decimal comma want BOM and semicolon.
  @Test(arguments: [
    ("es_CO.UTF-8", "\u{FEFF}group;measure;unit;n;"), ("es_MX.UTF-8", "group,measure,unit,n,"),
    ("en_US.UTF-8", "group,measure,unit,n,"),
  ])
  func linesAndSeparatorsAreThoseOfTheCountry(locale: String, start: String) throws {
    let fake = FakeWorld()
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("voc-\(UUID().uuidString).db")
      .path
    defer {
      for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) }
    }
    fake.environment["VOC_DB"] = path
    fake.environment["LANG"] = locale
    #expect(fake.run("survey", "answer", "--survey", "nps", "--score", "9", verbs: VerbTable.all) == .ok)
    fake.output = ""
    #expect(fake.run("report", "satisfaction", "--csv", verbs: VerbTable.all) == .ok)
    #expect(fake.output.hasPrefix(start))
    let lines = fake.output.components(separatedBy: "\r\n")
    #expect(lines.count > 2 && lines.last == "")
    #expect(!lines.joined().contains { $0 == "\n" || $0 == "\r" })
  }
}
