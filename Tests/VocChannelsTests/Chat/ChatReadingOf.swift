import Foundation
import VocChannels
import VocDomain

/// All that reading an export gives.
struct ChatOutcome: Equatable {
  var records: [ExportRecord] = []
  var problems: [ImportProblem] = []

  init(_ reader: any ExportReader.Type, _ source: ByteSource, identities: [String] = []) throws {
    var options = ReadingOptions()
    options.identities = identities
    try reader.init(surveying: source, options: options).read(source) {
      records.append($0)
    } problem: {
      problems.append($0)
    }
  }

  init(_ reader: any ExportReader.Type, _ text: String, identities: [String] = []) throws {
    try self.init(reader, .table(text), identities: identities)
  }

  var messages: [MessageRecord] {
    records.compactMap { if case .message(let message) = $0 { message } else { nil } }
  }
  var tickets: [TicketRecord] {
    records.compactMap { if case .ticket(let ticket) = $0 { ticket } else { nil } }
  }
  var answers: [AnswerRecord] {
    records.compactMap { if case .answer(let answer) = $0 { answer } else { nil } }
  }
  var events: [EventRecord] {
    records.compactMap { if case .event(let event) = $0 { event } else { nil } }
  }
}

/// The exports under Fixtures/<format>; every name in them is invented.
enum ChatFixture {
  static let readers: [any ExportReader.Type] = [
    ChatwootExport.self, ChatwootSatisfaction.self, IntercomExport.self, FreshdeskExport.self,
    TawkExport.self,
    TelegramExport.self, MetaExport.self,
  ]

  static func folder(_ format: ExportFormat) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures/\(format.rawValue)")
  }

  static func names(_ format: ExportFormat) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder(format).path).sorted()
  }

  static func bytes(_ format: ExportFormat, _ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder(format).appendingPathComponent(name)))
  }

  static func outcome(
    _ reader: any ExportReader.Type, _ name: String, identities: [String] = []
  ) throws -> ChatOutcome {
    try ChatOutcome(reader, ByteSource(name: name, bytes: bytes(reader.format, name)), identities: identities)
  }
}
