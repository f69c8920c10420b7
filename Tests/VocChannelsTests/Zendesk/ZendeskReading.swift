import Foundation
import VocChannels
import VocDomain

/// The fixtures of the Zendesk family, byte for byte; every name in them is invented.
struct ZendeskFixture: Sendable, CustomStringConvertible {
  let folder: String
  let name: String

  var description: String { "\(folder)/\(name)" }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  static let readers: [String: any ExportReader.Type] = [
    "zendesk": ZendeskExport.self, "zendesk-tables": ZendeskTablesExport.self,
    "zendesk-chat": ZendeskChatExport.self,
  ]

  static var all: [ZendeskFixture] {
    get throws {
      try readers.keys.sorted().flatMap { folder in
        try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path).sorted()
          .map { ZendeskFixture(folder: folder, name: $0) }
      }
    }
  }

  var bytes: [UInt8] {
    get throws {
      try [UInt8](Data(contentsOf: Self.root.appendingPathComponent(folder).appendingPathComponent(name)))
    }
  }

  func reading() throws -> ZendeskReading {
    try ZendeskReading(folder, ByteSource(name: name, bytes: bytes))
  }
}

/// All that reading an export gives.
struct ZendeskReading: Equatable {
  var records: [ExportRecord] = []
  var problems: [ImportProblem] = []
  var account: String?
  var count = 0

  init(_ folder: String, _ source: ByteSource) throws {
    guard let type = ZendeskFixture.readers[folder] else { return }
    let reader = try type.init(surveying: source, options: ReadingOptions())
    account = reader.findings.account
    count = reader.findings.records
    try reader.read(source) {
      records.append($0)
    } problem: {
      problems.append($0)
    }
  }

  var lines: [String] {
    records.map(\.summary) + problems.map { "problem \($0.line)+\($0.lineCount) \($0.reason.rawValue)" }
  }
}
