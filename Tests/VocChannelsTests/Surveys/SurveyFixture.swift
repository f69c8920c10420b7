import Foundation
import VocChannels
import VocDomain

/// The survey tables under Fixtures/survey-csv, byte for byte; every name in them is invented.
enum SurveyFixture {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/survey-csv")

  static var names: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".csv") }
        .sorted()
    }
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder.appendingPathComponent(name)))
  }
}

extension ByteSource {
  /// The same bytes in chunks of `length`.
  static func table(_ bytes: [UInt8], chunksOf length: Int) -> ByteSource {
    ByteSource(name: "-") { body in
      for start in stride(from: 0, to: bytes.count, by: length) {
        try Array(bytes[start..<min(start + length, bytes.count)]).withUnsafeBytes(body)
      }
    }
  }

  static func table(_ text: String) -> ByteSource { ByteSource(name: "-", bytes: Array(text.utf8)) }
}

/// All that reading a survey table gives.
struct SurveyReading: Equatable {
  var answers: [AnswerRecord] = []
  var problems: [ImportProblem] = []
  var tally = SurveyTable.Tally()
  var rows = 0

  init(_ source: ByteSource, options: SurveyTable.Options = .init(), order: DateOrder? = nil) throws {
    let survey = try SurveyTable.survey(source, options: options)
    rows = survey.rows
    tally = try SurveyTable.read(source, survey: survey, order: order) {
      answers.append($0)
    } problem: {
      problems.append($0)
    }
  }

  /// Rows with answers, blank rows and problem rows are all the rows there are.
  var isComplete: Bool {
    tally.rows == tally.answered + tally.blank + tally.problems && tally.rows == rows
      && tally.problems == problems.count && tally.answers == answers.count
      && Set(answers.map(\.line)).count == tally.answered
  }
}
