import Foundation
import VocChannels
import VocDomain

/// The fixtures of the survey tools, byte for byte; every name in them is invented.
enum ToolFixture {
  static let root = SurveyFixture.folder.deletingLastPathComponent()

  static let readers: [any ExportReader.Type] = [
    QualtricsExport.self, SurveyMonkeyExport.self, TypeformExport.self, GoogleFormsExport.self,
    LimeSurveyExport.self, DelightedExport.self, SurveyCSV.self,
  ]

  static func names(of reader: any ExportReader.Type) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: root.appendingPathComponent(reader.format.rawValue).path
    ).filter { !$0.hasSuffix(".md") }.sorted()
  }

  static func bytes(_ reader: any ExportReader.Type, _ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: root.appendingPathComponent("\(reader.format.rawValue)/\(name)")))
  }
}

/// All that one reader gives for one file.
struct ToolReading: Equatable {
  var answers: [AnswerRecord] = []
  var problems: [ImportProblem] = []
  var scores: [ScoreColumn] = []
  var records = 0
  var unanswered = 0
  var header: [UInt8] = []
  var doubtful: DoubtfulText?
  var account: String?
  var unused: [String] = []

  init(_ reader: any ExportReader.Type, _ source: ByteSource, _ options: ReadingOptions = .init()) throws {
    let export = try reader.init(surveying: source, options: options)
    (scores, records, unanswered) = (
      export.findings.scores, export.findings.records, export.findings.unanswered
    )
    (header, doubtful, account) = (
      export.findings.header, export.findings.doubtfulText, export.findings.account
    )
    unused = export.findings.unusedColumns
    try export.read(source) { record in
      if case .answer(let answer) = record { answers.append(answer) }
    } problem: {
      problems.append($0)
    }
  }

  init(_ reader: any ExportReader.Type, _ fixture: String, _ options: ReadingOptions = .init()) throws {
    let bytes = try ToolFixture.bytes(reader, fixture)
    try self.init(reader, ByteSource(name: fixture, bytes: bytes), options)
  }

  /// One line an answer: "line survey score key completeness".
  var lines: [String] {
    answers.map { "\($0.line) \($0.survey) \($0.score) \($0.key ?? "-") \($0.completeness)" }
  }

  var standings: [ScoreColumn.Standing] { scores.map(\.standing) }
  var problemLines: [String] { problems.map { "\($0.line) \($0.reason)" } }
}
