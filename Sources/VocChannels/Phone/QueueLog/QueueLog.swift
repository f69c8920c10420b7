public import VocDomain

/// Reads Asterisk's queue_log: one call for each stay of a caller in a queue, and what agents do.
///
/// `epoch|callid|queue|agent|event|parameters…`, one event a line, times in Unix seconds. A database's dump
/// of the realtime table (time, callid, queuename, agent, event, data1…data5) is read too; its times may be
/// local. A log that was rotated cuts calls in two: both halves have one key, and `fragments` with which
/// `call(fragments:)` makes one of them. Calls come when they end, so their lines do not only grow.
///
/// Source: Asterisk, apps/app_queue.c, main/logger.c; docs.asterisk.org, "Queue Logs".
public struct QueueLog: ExportReader {
  public static var format: ExportFormat { .queueLog }

  public private(set) var findings = ExportFindings()
  private let table: QueueTable?
  private let latest: Int64

  public static func recognises(_ head: ExportHead) -> Bool {
    if QueueTable(head: head.bytes) != nil { return true }
    return head.isMadeOfRows(within: 1 << 14) { bytes in
      guard case .success(let row) = QueueRow.parse(withoutMark(bytes)) else { return false }
      return row.isKnown && !row.isLocal && row.time >= 100_000_000
    }
  }

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    var head: [UInt8] = []
    var isEmpty = true
    try source.forEachChunk { chunk in
      isEmpty = isEmpty && chunk.isEmpty
      if head.count < QueueTable.headLength { head.append(contentsOf: chunk.prefix(QueueTable.headLength)) }
    }
    if isEmpty { throw UnreadableExport.empty }
    table = QueueTable(head: head)
    latest = RecordTime.latest(at: options.now)
    var findings = ExportFindings()
    try rows(of: source) { row, _ in
      if row.yieldsRecord { findings.records += 1 }
      if row.isLocal { findings.hasLocalTimes = true }
    } problem: { _ in
      findings.records += 1
    }
    findings.header = table?.header ?? []
    self.findings = findings
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    var episodes = QueueEpisodes()
    try rows(of: source) { row, line in
      try episodes.add(row, line: line) { try record(.call($0)) }
      for state in row.agentStates(line: line) { try record(.agentState(state)) }
    } problem: {
      try problem($0)
    }
    try episodes.finish { try record(.call($0)) }
  }

  /// The call of these lines, whole or as much of it as they tell.
  public static func call(fragments: [String]) -> CallRecord? {
    let lines = Set(fragments).map { Array($0.utf8) }
    let rows = lines.compactMap { line in
      line.withUnsafeBytes { bytes -> QueueFragment? in
        guard case .success(let row) = QueueRow.parse(bytes) else { return nil }
        return QueueFragment(time: row.time, stage: row.event.stage, line: line)
      }
    }
    var episode: QueueEpisode?
    for row in rows.sorted() {
      row.line.withUnsafeBytes { bytes in
        guard case .success(let row) = QueueRow.parse(bytes) else { return }
        if episode == nil || (row.event == .enter && episode?.isOpen == false) {
          episode = QueueEpisode(row, line: 1)
        } else {
          episode?.add(row)
        }
      }
    }
    return episode?.record
  }

  private func rows(
    of source: ByteSource, _ body: (QueueRow, _ line: Int) throws -> Void,
    problem: (ImportProblem) throws -> Void
  ) throws {
    if let table { return try table.rows(of: source, latest: latest, body, problem: problem) }
    var reader = LineReader()
    func take(_ line: LineReader.Line) throws {
      let bytes = line.number == 1 ? Self.withoutMark(line.bytes) : line.bytes
      if bytes.allSatisfy({ $0 == 32 || $0 == 13 || $0 == 9 }) { return }
      switch line.isTooLong
        ? .failure(QueueRow.Malformed(reason: .tooLong)) : QueueRow.parse(bytes, latest: latest)
      {
      case .success(let row): try body(row, line.number)
      case .failure(let malformed):
        try problem(ImportProblem(line: line.number, reason: malformed.reason, raw: line.raw))
      }
    }
    try source.forEachChunk { try reader.push($0, take) }
    try reader.finish(take)
  }

  private static func withoutMark(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? UnsafeRawBufferPointer(rebasing: bytes[3...]) : bytes
  }
}

/// A line of a call that two files share, in the order of events.
private struct QueueFragment: Comparable {
  let time: Int64
  /// Of lines of one second: entering comes first, an end last.
  let stage: Int
  let line: [UInt8]

  static func < (left: QueueFragment, right: QueueFragment) -> Bool {
    if (left.time, left.stage) != (right.time, right.stage) {
      return (left.time, left.stage) < (right.time, right.stage)
    }
    return left.line.lexicographicallyPrecedes(right.line)
  }
}
