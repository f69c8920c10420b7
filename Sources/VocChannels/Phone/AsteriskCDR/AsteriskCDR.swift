public import VocDomain

/// Reads Asterisk's call detail records in CSV (cdr-csv and cdr-custom): one call for all legs of a linkedid.
///
/// Times are the server's wall clock, but the channels' ids hold instants: their difference is the offset, so
/// that calls have instants wherever the file has ids. `<accountcode>.csv` beside Master.csv holds the same
/// rows again; the keys say so. Calls come some hours of the file's time after they end, so their lines do
/// not only grow. Whatever was under way near the file's first or last hour has `fragments`: a rotated file
/// may hold the rest.
///
/// Source: Asterisk, cdr/cdr_csv.c, cdr/cdr_custom.c, main/cdr.c.
public struct AsteriskCDR: ExportReader {
  /// How near a file's ends another file may hold legs of the same call, in seconds.
  private static let margin = Seconds.hour

  public static var format: ExportFormat { .asteriskCDR }

  public private(set) var findings = ExportFindings()
  private var offset = CDROffset()
  private let ownNumbers: OwnNumbers
  private let latest: Int64
  /// The first and the last end of a leg, on the wall clock.
  private var ends: (first: Int64, last: Int64) = (.max, .min)

  public static func recognises(_ head: ExportHead) -> Bool {
    head.isMadeOfRows { bytes in
      guard case .success(let row) = CDRRow.parse(bytes) else { return false }
      return row.disposition != .other
    }
  }

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    ownNumbers = OwnNumbers(options.identities)
    latest = RecordTime.latest(at: options.now)
    var offset = CDROffset()
    var findings = ExportFindings()
    var ends: (first: Int64, last: Int64) = (.max, .min)
    try source.refuseEmpty()
    try Self.rows(of: source, latest: latest) { row, _ in
      findings.records += 1
      if let difference = row.offset { offset.add(difference) }
      ends = (min(ends.first, row.end), max(ends.last, row.end))
    } problem: { _ in
      findings.records += 1
    }
    findings.offset = offset.usual
    findings.hasLocalTimes = offset.usual == nil && ends.last >= ends.first
    self.offset = offset
    self.ends = ends
    self.findings = findings
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    var calls = CDRCalls()
    try Self.rows(of: source, latest: latest) { row, line in
      try calls.add(row, line: line) { call in
        if let made = self.record(of: call) { try record(.call(made)) }
      }
    } problem: {
      try problem($0)
    }
    try calls.finish { call in
      if let made = self.record(of: call) { try record(.call(made)) }
    }
  }

  private func record(of call: CDRCalls.Call) -> CallRecord? {
    call.withRows { rows in
      guard let legs = CDRCall(rows, ownNumbers: ownNumbers) else { return nil }
      let offset = offset.offset(of: legs.head.offset)
      var record = legs.record(line: call.line) { Self.time($0, offset) }
      let isNearAnEnd =
        legs.legs[0].start < ends.first + Self.margin || call.last > ends.last - Self.margin
      // A call among agents stays one, whatever else comes, once it has its head.
      let mayTurnOut = record.direction != .internal || !legs.head.isOfFirstChannel
      if record.key != nil && isNearAnEnd && mayTurnOut {
        record.fragments = legs.legs.map { Self.fragment($0, offset, ownNumbers) }
      }
      return record
    }
  }

  private static func time(_ wall: Int64, _ offset: Int64?) -> RecordTime {
    offset.map { .instant(Instant(unixSeconds: wall - $0)) } ?? .local(LocalTime(wallSeconds: wall))
  }

  private static func rows(
    of source: ByteSource, latest: Int64, _ body: (CDRRow, _ line: Int) throws -> Void,
    problem: (ImportProblem) throws -> Void
  ) throws {
    var reader = LineReader()
    func take(_ line: LineReader.Line) throws {
      let isMarked = line.number == 1 && line.bytes.starts(with: [0xEF, 0xBB, 0xBF])
      let bytes = isMarked ? UnsafeRawBufferPointer(rebasing: line.bytes[3...]) : line.bytes
      if bytes.allSatisfy({ $0 == 32 || $0 == 13 || $0 == 9 }) { return }
      switch line.isTooLong
        ? .failure(CDRRow.Malformed(reason: .tooLong)) : CDRRow.parse(bytes, latest: latest)
      {
      case .success(let row): try body(row, line.number)
      case .failure(let malformed):
        try problem(ImportProblem(line: line.number, reason: malformed.reason, raw: line.raw))
      }
    }
    try source.forEachChunk { try reader.push($0, take) }
    try reader.finish(take)
  }
}
