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

/// Damages bytes here and there, the same way for the same seed.
struct Damage {
  private var generator: CarrierGenerator
  private let spice: [UInt8] = [
    0, 10, 13, 34, 34, 44, 59, 58, 123, 125, 91, 93, 92, 0x80, 0xC3, 0xFF, 48, 57,
  ]

  init(seed: UInt64) { generator = CarrierGenerator(state: seed) }

  mutating func damaged(_ original: [UInt8]) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...8, using: &generator) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &generator)
      let byte = spice.randomElement(using: &generator) ?? 0
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes[at] = byte
      case 1: bytes.insert(byte, at: at)
      case 2: bytes.remove(at: at)
      case 3: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 0...20, using: &generator)))
      default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 30)], at: at)
      }
    }
    return bytes
  }
}

/// SplitMix64 (Steele, Lea & Flood, 2014): the same numbers for the same seed on every machine.
private struct CarrierGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
