import Foundation
import SQLite
import Testing
import VocDesk
import VocDomain
import VocStore
import VocTesting

/// A desk on a database of its own, with a clock that stands where the test puts it.
final class DeskFixture {
  let folder: TemporaryFolder
  /// 1 April 2026, midnight UTC: a fortnight after the chats of `Chat` begin.
  var clock = Instant(unixSeconds: 1_775_001_600)
  /// What no import could read.
  var problems: [ImportProblem] = []

  init() throws { folder = try TemporaryFolder() }

  var path: String { folder["voc.db"] }

  func desk(_ actor: String = "lucia", zone: String = "UTC", for purpose: Desk.Purpose = .writing) throws
    -> Desk
  {
    if purpose == .writing && !FileManager.default.fileExists(atPath: path) {
      _ = FileManager.default.createFile(
        atPath: path, contents: try Self.empty.get(), attributes: [.posixPermissions: 0o600])
    }
    return try Desk(path: path, for: purpose, actor: actor, systemZone: zone) { self.clock }
  }

  /// An empty database; made once, because a thousand tests begin with one.
  private static let empty = Result {
    let folder = try TemporaryFolder()
    _ = try Desk(path: folder["voc.db"], for: .writing, actor: "", systemZone: "UTC") {
      Instant(unixSeconds: 0)
    }
    return try Data(contentsOf: URL(fileURLWithPath: folder["voc.db"]))
  }

  /// The desk of a shop's counter where Lucía serves, with a ticket of each of these customers.
  func counter(customers: [String] = []) throws -> Desk {
    let desk = try desk()
    _ = try desk.addChannel(name: "Mostrador", kind: "in-person", zone: nil, country: nil, identities: [])
    _ = try desk.addAgent(name: "lucia", email: nil)
    for name in customers {
      _ = try desk.createTicket(.init(customer: name, channel: "Mostrador", text: "Hola"))
    }
    return desk
  }

  /// Imports the chat from a file of that name.
  @discardableResult
  func importChat(
    _ chat: Chat, as file: String = "Chat de WhatsApp con Ana Mora.txt",
    options change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportReport {
    try importText(chat.text, as: file, options: change)
  }

  @discardableResult
  func importText(
    _ text: String, as file: String, options change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportReport {
    var options = ImportOptions()
    (options.zone, options.dateOrder) = ("UTC", .dmy)
    change(&options)
    return try desk(for: options.isDryRun ? .reading : .writing).importFiles(
      [try folder.write(text, to: "exports/" + file)], options: options, searchPath: "/usr/bin:/bin",
      problem: { _, problem in self.problems.append(problem) })
  }

  /// Rows as text, for what no method of the desk tells.
  func rows(_ sql: String) throws -> [String] { try Database(path: path).rows(sql) { $0.text(0) } }

  func dump() throws -> [String] { try Dump.lines(path: path) }

  /// Every ticket with its messages, without numbers; a ticket's subject is the first thing that was seen of it,
  /// so it may differ where exports come in another order.
  func story() throws -> [String] {
    let database = try Database(path: path)
    return try database.rows(
      """
      SELECT ticket.id, customer.name || ' on ' || channel.name || ' ' || status || ' from ' || ticket.created_at
        || ' to ' || last_message_at || ' waits ' || coalesce(waiting_since, '-') || ' solved '
        || coalesce(solved_at, '-') || ' settled ' || is_settled || ' for ' || coalesce(assignee_id, '-')
      FROM ticket JOIN customer ON customer.id = customer_id JOIN channel ON channel.id = channel_id
      """
    ) { ($0.int(0), $0.text(1)) }
    .map { id, head in
      let messages = try database.rows(
        """
        SELECT at || ' ' || author || ' ' || author_name || ': ' || body || ' ' || coalesce(ordinal, '-')
        FROM message WHERE ticket_id = ? ORDER BY at, body, ordinal
        """, id
      ) { $0.text(0) }
      return ([head] + messages).joined(separator: "\n  ")
    }.sorted()
  }

  /// The integrity of the file, and each cached `waiting_since` against the messages.
  func expectSound(_ context: String = "") throws {
    #expect(try Dump.faults(Database(path: path)) == [], "\(context)")
    #expect(
      try rows(
        """
        SELECT '#' || id || ' ' || status FROM ticket
        WHERE status IN ('solved', 'closed') AND waiting_since IS NOT NULL
          OR (status IN ('solved', 'closed')) <> (solved_at IS NOT NULL)
        """) == [], "\(context)")
    let store = try Store(path: path, for: .reading)
    var query = TicketQuery()
    query.limit = .max
    for line in try store.tickets(query) {
      #expect(try line.ticket.waitingSince == store.waitingSince(ticket: line.ticket.id), "\(context)")
    }
  }
}

/// A chat as Android exports it, from some minutes after 16 March 2026.
struct Chat {
  struct Line {
    var minute: Int
    var sender: String
    var text: String
  }

  var lines: [Line]

  init(_ lines: [Line]) { self.lines = lines }

  /// Minutes, then sender and text as "ana: hola"; "ana" and "us" are Ana Mora and Café Andino.
  init(_ lines: KeyValuePairs<Int, String>) {
    self.lines = lines.map { minute, line in
      let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
      return Line(minute: minute, sender: Chat.names[parts[0]] ?? parts[0], text: parts[1].trimmed)
    }
  }

  static let names = ["ana": "Ana Mora", "us": "Café Andino"]
  /// 16 March 2026, midnight UTC.
  static let start = Instant(unixSeconds: 1_773_619_200)

  static func instant(_ minute: Int) -> Instant { start + Int64(minute) * 60 }

  var text: String { lines.map(Chat.line).joined() }

  static func line(_ line: Line) -> String {
    let time = LocalTime(wallSeconds: instant(line.minute).unixSeconds)
    let (year, month, day) = time.date.components
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return
      "\(two(day))/\(two(month))/\(year), \(two(time.hour)):\(two(time.minute)) - \(line.sender): \(line.text)\n"
  }

  static func + (left: Chat, right: Chat) -> Chat { Chat(left.lines + right.lines) }
}

extension Desk {
  /// Prepares and imports with one desk.
  func importFiles(
    _ paths: [String], options: ImportOptions, searchPath: String,
    problem: @escaping (String, ImportProblem) throws -> Void = { _, _ in }
  ) throws -> ImportReport {
    try importFiles(
      try prepareImport(paths, options: options, searchPath: searchPath), problem: { try problem($0, $2) })
  }
}
