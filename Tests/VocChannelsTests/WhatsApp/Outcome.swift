import Foundation
import Testing
import VocDomain

@testable import VocChannels

/// Everything that reading one export gave.
struct Outcome {
  let survey: WhatsAppSurvey
  let records: [ChannelRecord]
  let problems: [ImportProblem]

  /// Surveys and reads `bytes`, handed over in chunks of `chunk` bytes; every call holds the invariants.
  init(
    _ bytes: [UInt8], name: String = "_chat.txt", country: String? = nil, order: DateOrder? = nil,
    chunk: Int = .max
  ) throws {
    let source = ByteSource(name: name) { body in
      var start = 0
      while start < bytes.count {
        let end = chunk < bytes.count - start ? start + chunk : bytes.count
        try bytes[start..<end].withUnsafeBytes(body)
        start = end
      }
    }
    survey = try WhatsAppExport.survey(source, country: country)
    var records: [ChannelRecord] = []
    var problems: [ImportProblem] = []
    var starts: [Int] = []
    try WhatsAppExport.read(source, survey: survey, order: order) {
      records.append($0)
      starts.append($0.line)
    } problem: {
      problems.append($0)
      starts.append($0.line)
    }
    self.records = records
    self.problems = problems
    let counted = records.reduce(0) { $0 + $1.lineCount } + problems.reduce(0) { $0 + $1.lineCount }
    #expect(counted == Outcome.lineCount(bytes), "no line is lost and none counted twice")
    #expect(survey.lines == counted)
    #expect(survey.bytes == bytes.count)
    #expect(starts == starts.sorted(), "in the order of the file")
    if order == nil { #expect(survey.records == records.count) }
  }

  init(_ text: String, country: String? = nil, order: DateOrder? = nil) throws {
    try self.init(Array(text.utf8), country: country, order: order)
  }

  private static func lineCount(_ bytes: [UInt8]) -> Int {
    let newlines = bytes.count { $0 == 0x0A }
    return bytes.isEmpty || bytes.last == 0x0A ? newlines : newlines + 1
  }

  var texts: [String] { records.map(\.text) }
  var kinds: [ChannelRecord.Kind] { records.map(\.kind) }
  var stamps: [String] { records.map(\.at.written) }
}

extension LocalTime {
  /// As "2024-02-28 09:59:02".
  var written: String {
    let (year, month, day) = date.components
    let parts = [month, day, hour, minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(year)-\(parts[0])-\(parts[1]) \(parts[2]):\(parts[3]):\(parts[4])"
  }
}

/// The files under Fixtures/whatsapp.
enum Fixture {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/whatsapp")

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  static func read(_ name: String, country: String? = nil, order: DateOrder? = nil) throws -> Outcome {
    try Outcome(try bytes(name), country: country, order: order)
  }

  /// Every fixture, the samples of other projects among them.
  static func names() throws -> [String] {
    let files = FileManager.default
    let own = try files.contentsOfDirectory(atPath: folder.path)
    let samples = try files.contentsOfDirectory(atPath: folder.appendingPathComponent("samples").path)
    return (own + samples.map { "samples/" + $0 }).filter { $0.hasSuffix(".txt") }.sorted()
  }
}
