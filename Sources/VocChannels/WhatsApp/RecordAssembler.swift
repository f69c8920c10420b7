import VocDomain

/// Puts lines together to records.
///
/// Memory stays flat: one open record of at most 1 MiB, and a short chain of records whose header is not yet
/// believed because it has another shape than most of the file.
struct RecordAssembler<Sink: RecordSink> {
  /// Clocks of two phones, and WhatsApp's own sorting, differ by this many seconds at most.
  static var tolerance: Int64 { 5 * Seconds.minute }
  private static var heldLimit: Int { 64 }

  private let plan: ReadPlan
  private(set) var sink: Sink
  private var record = RawRecord()
  private var isOpen = false
  /// Records after the open one that wait for the next trusted header.
  private var held: [RawRecord] = []
  private var heldBytes = 0
  private var preamble: ImportProblem?
  /// Blank lines at the top; the first record counts them, and only without one they are a problem.
  private var blank: ImportProblem?
  /// Why the header was lost that the coming lines belong to.
  private var orphanReason: ImportProblem.Reason?
  private var previousEnding = LineReader.Ending.crlf

  init(plan: ReadPlan, sink: Sink) {
    self.plan = plan
    self.sink = sink
  }

  mutating func take(_ line: LineReader.Line) throws {
    let canOpen = !plan.isRecordMode || previousEnding == .crlf
    previousEnding = line.ending
    let bytes = ByteView(line.bytes)
    let header = canOpen ? HeaderReader.read(bytes) : nil
    let shape = header.flatMap { plan.shape(of: $0) }
    if line.isTooLong || TextCheck.isBinary(bytes) {
      return try spoil(line, isHeader: shape?.isTrusted == true)
    }
    guard let header, let shape else { return try continueRecord(line) }
    guard let time = header.time(in: shape.order ?? .dmy) else {
      return try takeImpossible(line, isHeader: shape.isTrusted && !header.isPossible)
    }
    if shape.isTrusted {
      try settleHeld(before: time)
      try close()
      begin(header, at: time, line)
    } else if fits(time) {
      try hold(header, at: time, line)
    } else {
      try continueRecord(line)
    }
  }

  /// Hands out what is still open, and the sink.
  mutating func finish() throws -> Sink {
    try commitHeld()
    try close()
    try flushTop()
    return sink
  }

  // MARK: Records

  private mutating func begin(_ header: Header, at time: LocalTime, _ line: LineReader.Line) {
    record.open(header, at: time, line)
    markOpen()
  }

  private mutating func markOpen() {
    record.lineCount += blank?.lineCount ?? 0
    blank = nil
    isOpen = true
    orphanReason = nil
  }

  private mutating func close() throws {
    guard isOpen else { return try flushPreamble() }
    isOpen = false
    try sink.take(record)
    for problem in record.problems { try sink.take(problem) }
  }

  private mutating func continueRecord(_ line: LineReader.Line) throws {
    if let last = held.indices.last {
      heldBytes += line.bytes.count + 2
      if !held[last].append(line) { try addProblem(.tooLong, line) }
      if heldBytes > RawRecord.limit { try commitHeld() }
    } else if isOpen {
      if !record.append(line) { try addProblem(.tooLong, line) }
    } else if let orphanReason {
      try sink.take(ImportProblem(line: line.number, reason: orphanReason, raw: line.raw))
    } else {
      try addToPreamble(line)
    }
  }

  // MARK: Headers of another shape

  private func fits(_ time: LocalTime) -> Bool {
    guard let before = held.last?.at ?? (isOpen ? record.at : nil) else { return true }
    return time.wallSeconds >= before.wallSeconds - Self.tolerance
  }

  private mutating func hold(_ header: Header, at time: LocalTime, _ line: LineReader.Line) throws {
    var next = RawRecord()
    next.open(header, at: time, line)
    held.append(next)
    heldBytes += next.raw.count
    if held.count > Self.heldLimit || heldBytes > RawRecord.limit { try commitHeld() }
  }

  /// Drops the held headers that are later than the trusted header which follows them, believes the others.
  private mutating func settleHeld(before time: LocalTime) throws {
    if held.isEmpty { return }
    let isRunningBackwards = isOpen && time.wallSeconds < record.at.wallSeconds - Self.tolerance
    while !isRunningBackwards, let last = held.last, last.at.wallSeconds > time.wallSeconds + Self.tolerance {
      held.removeLast()
      if let before = held.indices.last {
        if !held[before].append(last) { try dissolve(last) }
      } else if isOpen {
        if !record.append(last) { try dissolve(last) }
      } else {
        try dissolve(last)
      }
    }
    try commitHeld()
  }

  /// A record that cannot join the one before it.
  private mutating func dissolve(_ lost: RawRecord) throws {
    let reason: ImportProblem.Reason = isOpen ? .tooLong : .beforeFirstRecord
    let problem = ImportProblem(line: lost.line, lineCount: lost.lineCount, reason: reason, raw: lost.raw)
    if !isOpen { try flushTop() }
    for problem in [problem] + lost.problems {
      if !(isOpen && record.append(problem)) { try sink.take(problem) }
    }
  }

  private mutating func commitHeld() throws {
    if held.isEmpty { return }
    for next in held {
      try close()
      record = next
      markOpen()
    }
    held.removeAll(keepingCapacity: true)
    heldBytes = 0
  }

  // MARK: Problems

  /// Takes a line that is no text.
  ///
  /// Where it was a header, the lines after it have no record to go to.
  private mutating func spoil(_ line: LineReader.Line, isHeader: Bool) throws {
    let reason: ImportProblem.Reason = line.isTooLong ? .tooLong : .binary
    if isHeader {
      try commitHeld()
      if isOpen { try close() } else { try flushTop() }
      orphanReason = reason
    }
    try addProblem(reason, line)
  }

  /// Takes a line like a header with a date that does not exist.
  ///
  /// Where it exists in no order the lines after it have no record to go to: they are not of the message before it. A date
  /// of another order was copied from another phone.
  private mutating func takeImpossible(_ line: LineReader.Line, isHeader: Bool) throws {
    if !isHeader && (isOpen || !held.isEmpty) { return try continueRecord(line) }
    try commitHeld()
    if isOpen { try close() }
    try flushTop()
    try sink.take(ImportProblem(line: line.number, column: 1, reason: .date, raw: line.raw))
    orphanReason = .date
  }

  private mutating func addProblem(_ reason: ImportProblem.Reason, _ line: LineReader.Line) throws {
    let problem = ImportProblem(line: line.number, reason: reason, raw: line.raw)
    if let last = held.indices.last {
      if held[last].append(problem) { return }
    } else if isOpen {
      if record.append(problem) { return }
    } else {
      try flushTop()
    }
    try sink.take(problem)
  }

  private mutating func addToPreamble(_ line: LineReader.Line) throws {
    if preamble == nil, ByteView(line.bytes).isBlank {
      if blank == nil {
        blank = ImportProblem(line: line.number, lineCount: 0, reason: .beforeFirstRecord, raw: [])
      }
      blank?.lineCount += 1
      if let size = blank?.raw.count, size + line.bytes.count < RawRecord.limit {
        blank?.raw.append(contentsOf: line.raw)
      }
      return
    }
    if let size = preamble?.raw.count, size + line.bytes.count > RawRecord.limit { try flushPreamble() }
    if preamble == nil {
      preamble = ImportProblem(line: line.number, lineCount: 0, reason: .beforeFirstRecord, raw: [])
    }
    preamble?.lineCount += 1
    preamble?.raw.append(contentsOf: line.raw)
  }

  /// Hands out what stands at the top, because something else than a record comes next.
  private mutating func flushTop() throws {
    if let problem = blank {
      blank = nil
      try sink.take(problem)
    }
    try flushPreamble()
  }

  private mutating func flushPreamble() throws {
    guard let problem = preamble else { return }
    preamble = nil
    try sink.take(problem)
  }
}
