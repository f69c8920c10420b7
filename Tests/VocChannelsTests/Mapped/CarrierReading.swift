import Foundation
import Testing
import VocChannels
import VocDomain

/// All that reading an export gives.
struct CarrierReading: Equatable {
  var records: [ExportRecord] = []
  var problems: [ImportProblem] = []
  var findings = ExportFindings()

  init<Reader: ExportReader>(_ reader: Reader.Type, _ source: ByteSource, _ options: ReadingOptions) throws {
    let reader = try Reader(surveying: source, options: options)
    findings = reader.findings
    try reader.read(source) {
      records.append($0)
    } problem: {
      problems.append($0)
    }
  }

  static func == (left: CarrierReading, right: CarrierReading) -> Bool {
    left.records == right.records && left.problems == right.problems
  }

  /// Each problem as "line:column reason".
  var troubles: [String] {
    problems.map { "\($0.line)\($0.column.map { ":\($0)" } ?? "") \($0.reason.rawValue)" }
  }

  var events: [EventRecord] { records.compactMap { if case .event(let event) = $0 { event } else { nil } } }
  var calls: [CallRecord] { records.compactMap { if case .call(let call) = $0 { call } else { nil } } }
  var tickets: [TicketRecord] {
    records.compactMap { if case .ticket(let ticket) = $0 { ticket } else { nil } }
  }
  var messages: [MessageRecord] {
    records.compactMap { if case .message(let message) = $0 { message } else { nil } }
  }
  var answers: [AnswerRecord] {
    records.compactMap { if case .answer(let answer) = $0 { answer } else { nil } }
  }
}

/// The files under Fixtures/<format>, byte for byte; every name in them is invented.
enum CarrierFixture {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures")

  static func names(_ format: ExportFormat) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(format.rawValue).path)
      .filter { !$0.hasSuffix(".md") }.sorted()
  }

  static func bytes(_ format: ExportFormat, _ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder.appendingPathComponent("\(format.rawValue)/\(name)")))
  }

  static func reading<Reader: ExportReader>(
    _ reader: Reader.Type, _ name: String, _ options: ReadingOptions = ReadingOptions()
  ) throws -> CarrierReading {
    try CarrierReading(
      reader, ByteSource(name: name, bytes: bytes(Reader.format, name)), options)
  }

  static func recognises<Reader: ExportReader>(_ reader: Reader.Type, _ name: String) throws -> Bool {
    Reader.recognises(ExportHead(bytes: try bytes(Reader.format, name), fileName: name))
  }
}

extension ReadingOptions {
  /// A map as the command line takes it: "Fecha=at,Texto=text".
  init(_ map: String, events: [(String, Ticket.Status)] = []) {
    self.init()
    self.map = map.split(separator: ",").map { pair in
      let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
      return (column: sides[0], field: sides[1])
    }
    self.events = events.map { (name: $0.0, status: $0.1) }
  }
}

/// "2026-05-10 14:30:00" on a wall clock, or with a Z at its end as an instant.
func time(_ text: String) throws -> RecordTime {
  let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
  let local = try #require(
    LocalTime(
      year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers.count > 3 ? numbers[3] : 0,
      minute: numbers.count > 4 ? numbers[4] : 0, second: numbers.count > 5 ? numbers[5] : 0))
  return text.hasSuffix("Z") ? .instant(Instant(unixSeconds: local.wallSeconds)) : .local(local)
}

func instant(_ text: String) throws -> Instant {
  guard case .instant(let instant) = try time(text + "Z") else { throw UnreadableExport.empty }
  return instant
}
