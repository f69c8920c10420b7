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

extension ExportRecord {
  /// One line that shows every field that has a value.
  var summary: String {
    var words: [String]
    switch self {
    case .party(let party, _, let updatedAt):
      words = ["party", party.summary] + [updatedAt.map { "v=\($0.clock)" }].compactMap(\.self)
    case .ticket(let ticket):
      words = ["ticket \(ticket.key)", ticket.status?.rawValue ?? "-"]
      words += [
        ticket.priority?.name, ticket.via, ticket.subject.map { "'\($0)'" },
        ticket.requester.map { "by \($0.summary)" }, ticket.assignee.map { "for \($0.summary)" },
        ticket.tags.isEmpty ? nil : "[\(ticket.tags.joined(separator: ","))]",
        ticket.createdAt.map { "at=\($0.clock)" }, ticket.solvedAt.map { "solved=\($0.clock)" },
        ticket.updatedAt.map { "v=\($0.clock)" },
      ].compactMap(\.self)
    case .message(let message):
      words = ["message \(message.key ?? "-") in \(message.ticket ?? "-")", message.at.clock]
      words += [
        message.author.summary, message.isPublic ? nil : "note",
        message.kind == .message ? nil : message.kind.rawValue, message.isStandIn ? "stand-in" : nil,
        message.flags.contains(.answeredCall) ? "answered" : nil, message.attachment.map { "<\($0)>" },
        "'\(message.text.replacingOccurrences(of: "\n", with: "⏎"))'",
      ].compactMap(\.self)
    case .event(let event):
      words = ["event \(event.key ?? "-") in \(event.ticket)", event.at.clock, event.name]
      words += [
        event.from.map { "from \($0)" }, event.to.map { "to \($0)" }, event.status.map { "= \($0.rawValue)" },
        event.actor.map { "by \($0.summary)" },
      ].compactMap(\.self)
    case .answer(let answer):
      words = ["answer \(answer.key ?? "-") \(answer.survey.rawValue) \(answer.score)"]
      words += [
        answer.at?.clock, answer.ticketKey.map { "in \($0)" }, answer.customerKey.map { "by \($0)" },
        answer.agentKey.map { "for \($0)" }, answer.updatedAt.map { "v=\($0.clock)" },
        answer.comment.isEmpty ? nil : "'\(answer.comment.replacingOccurrences(of: "\n", with: "⏎"))'",
      ].compactMap(\.self)
    case .change, .call, .agentState: words = ["unexpected"]
    }
    return words.joined(separator: " ")
  }
}

extension PartyRecord {
  fileprivate var summary: String {
    let more = [name, email, phone, visitor, externalID, language].compactMap(\.self)
    return "\(key ?? "-"):\(role?.rawValue ?? "?")" + (more.isEmpty ? "" : "(\(more.joined(separator: "|")))")
  }
}

extension RecordTime {
  fileprivate var clock: String {
    if case .instant(let instant) = self { instant.clock } else { "local" }
  }
}

extension Instant {
  /// As "2026-03-02T14:05:09", in UTC.
  fileprivate var clock: String {
    let local = LocalTime(wallSeconds: unixSeconds)
    let (year, month, day) = local.date.components
    let parts = [month, day, local.hour, local.minute, local.second].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(year)-\(parts[0])-\(parts[1])T\(parts[2...].joined(separator: ":"))"
  }
}
