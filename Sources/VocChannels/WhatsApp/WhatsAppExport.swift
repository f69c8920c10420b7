public import VocDomain

/// Reads WhatsApp's "Export chat" text files.
///
/// The file names no zone, no message id and no author of the export; dates follow the phone's region and
/// notices the app's language. So the file is surveyed as a whole first, and read by what that proved:
/// ```swift
/// let survey = try WhatsAppExport.survey(source, country: "MX")
/// try WhatsAppExport.read(source, survey: survey, order: nil, record: { … }, problem: { … })
/// ```
public enum WhatsAppExport {
  /// True where the head of a file (its first 64 KiB) holds a line that is shaped like a header.
  public static func recognises(_ head: [UInt8]) -> Bool {
    var lines = LineReader()
    var isFound = false
    head.prefix(1 << 16).withUnsafeBytes { buffer in
      let take: (LineReader.Line) -> Void = { line in
        if !isFound { isFound = HeaderReader.read(ByteView(line.bytes))?.isPossible == true }
      }
      lines.push(buffer, take)
      lines.finish(take)
    }
    return isFound
  }

  /// Reads the whole file and says what it proves; throws `UnreadableExport`.
  ///
  /// `country` is the ISO code of the country whose phone exported, where somebody said it: with the language
  /// of the notices it is the last resort for the order of day and month.
  public static func survey(_ source: ByteSource, country: String?) throws -> WhatsAppSurvey {
    var scan = StructureScan()
    var head = FileHead()
    let lines = try forEachLine(of: source, chunk: { head.take($0) }, line: { scan.take($0) })
    let plan = scan.plan()
    try head.check(
      hasText: scan.hasText, hasHeader: plan != nil, hasForeignText: scan.hasForeignText)
    guard var plan else { throw UnreadableExport.noHeader }
    let title = ChatTitle.find(inFileName: source.name)
    var found = try countRecords(source, plan, title: title)
    if plan.shapes.contains(where: { $0.order == nil }) {
      let phones = found.table.senders.map(\.name).filter { $0.hasPrefix("+") }
      if let order = OrderEvidence.region(language: found.language, country: country, phones: phones) {
        plan.settle(order, evidence: .region)
        // Undecided dates were read day first; the other order may let other lines open a record.
        if order != .dmy, plan.shapes.count > 1 { found = try countRecords(source, plan, title: title) }
      }
    }
    if found.damagedRecords * 20 > found.records + found.damagedRecords {
      throw UnreadableExport.encoding("windows-1252")
    }
    let senders = found.table.senders
    return WhatsAppSurvey(
      order: plan.order, evidence: plan.evidence, senders: senders, title: title,
      isGroup: found.hasGroupNotice || senders.count > 2, records: found.records, lines: lines,
      bytes: head.size, plan: plan, table: found.table)
  }

  /// Hands out records and problems in the order of the file.
  ///
  /// `order` takes the place of what the survey found. Where neither knows, dates are read day first. What is told of a day
  /// that `now` makes impossible is a problem.
  public static func read(
    _ source: ByteSource, survey: WhatsAppSurvey, order: DateOrder?, now: Instant? = nil,
    record: (ChannelRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    try withoutActuallyEscaping(record) { record in
      try withoutActuallyEscaping(problem) { problem in
        let sink = ReadSink(
          reader: RecordReader(senders: survey.table), now: now, record: record, problem: problem)
        var assembler = RecordAssembler(plan: survey.plan.overridden(by: order), sink: sink)
        _ = try forEachLine(of: source, chunk: { _ in }, line: { try assembler.take($0) })
        _ = try assembler.finish()
      }
    }
  }

  private static func countRecords(
    _ source: ByteSource, _ plan: ReadPlan, title: String?
  ) throws -> SurveySink {
    var assembler = RecordAssembler(plan: plan, sink: SurveySink())
    _ = try forEachLine(of: source, chunk: { _ in }, line: { try assembler.take($0) })
    var sink = try assembler.finish()
    sink.settle(title: title)
    return sink
  }

  /// How many lines there were.
  private static func forEachLine(
    of source: ByteSource, chunk: (UnsafeRawBufferPointer) throws -> Void,
    line: (LineReader.Line) throws -> Void
  ) throws -> Int {
    var reader = LineReader()
    try source.forEachChunk { bytes in
      try chunk(bytes)
      try reader.push(bytes, line)
    }
    try reader.finish(line)
    return reader.lineCount
  }
}
