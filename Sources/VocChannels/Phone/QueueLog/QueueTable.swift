import VocDomain

/// A database's dump of the table into which Asterisk's realtime logger writes queue_log.
///
/// Columns by name in any order: time, callid, queuename, agent, event, data1…data5 or one `data` with "|"
/// inside. Source: Asterisk, contrib/ast-db-manage (table queue_log); main/logger.c.
struct QueueTable {
  static let headLength = 1 << 16

  /// The header row as the file has it.
  let header: [UInt8]
  /// Which cells make a line of queue_log, in its order.
  private let columns: [Int]

  /// Nil for a head without the header row of such a table.
  init?(head: [UInt8]) {
    var found: (header: [UInt8], columns: [Int])?
    let source = ByteSource(name: "-", bytes: Array(head.prefix { $0 != 10 }) + [10])
    // A head that is no table is none of these.
    _ = try? TableReader.read(source) { row in
      if found == nil { found = Self.columns(row.strings.map { $0.lowercased() }).map { (row.raw, $0) } }
    } problem: { _ in
    }
    guard let found else { return nil }
    (header, columns) = found
  }

  private static func columns(_ names: [String]) -> [Int]? {
    let queue = names.firstIndex(of: "queuename") ?? names.firstIndex(of: "queue")
    guard let time = names.firstIndex(of: "time"), let call = names.firstIndex(of: "callid"), let queue,
      let agent = names.firstIndex(of: "agent"), let event = names.firstIndex(of: "event")
    else { return nil }
    let data = (1...5).compactMap { names.firstIndex(of: "data\($0)") }
    let single = names.firstIndex(of: "data")
    guard !data.isEmpty || single != nil else { return nil }
    return [time, call, queue, agent, event] + (data.isEmpty ? [single].compactMap(\.self) : data)
  }

  func rows(
    of source: ByteSource, latest: Int64, _ body: (QueueRow, _ line: Int) throws -> Void,
    problem: (ImportProblem) throws -> Void
  ) throws {
    var isHeader = true
    try TableReader.read(source) { row in
      if isHeader {
        isHeader = false
        return
      }
      let line = Array(columns.map { row[$0] == "NULL" ? "" : row[$0] }.joined(separator: "|").utf8)
      try line.withUnsafeBytes { bytes in
        switch QueueRow.parse(bytes, latest: latest) {
        case .success(let parsed): try body(parsed, row.line)
        case .failure(let malformed):
          try problem(
            ImportProblem(
              line: row.line, lineCount: row.lineCount, reason: malformed.reason, raw: row.raw))
        }
      }
    } problem: {
      try problem($0)
    }
  }
}
