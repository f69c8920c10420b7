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

extension ReadingOptions {
  init(
    map: [(column: String, field: String)] = [], survey: SurveyKind? = nil, order: DateOrder? = nil
  ) {
    self.init()
    (self.map, self.survey, self.order) = (map, survey, order)
  }
}

/// All that reading a survey table gives.
struct SurveyReading: Equatable {
  var answers: [AnswerRecord] = []
  var problems: [ImportProblem] = []
  /// Rows without a score.
  var blank = 0
  var encoding: TextEncoding?
  /// Rows below the header, malformed ones included, blank lines not.
  var rows = 0

  init(_ source: ByteSource, options: ReadingOptions = .init()) throws {
    let export = try SurveyCSV(surveying: source, options: options)
    (blank, encoding) = (export.findings.unanswered, export.findings.encoding)
    try export.read(source) { record in
      if case .answer(let answer) = record { answers.append(answer) }
    } problem: {
      problems.append($0)
    }
    rows = -1
    try TableReader.read(source) { _ in
      rows += 1
    } problem: { _ in
      rows += 1
    }
  }

  /// Rows with answers, blank rows and problem rows are all the rows there are.
  ///
  /// The survey judges the encoding row by row: what it took for blank may be a problem in that of the file.
  var isComplete: Bool {
    let surplus = Set(answers.map(\.line)).count + blank + problems.count - rows
    let isPlain = encoding == nil && !problems.contains { $0.reason == .encoding }
    return isPlain ? surplus == 0 : (0...blank).contains(surplus)
  }
}
