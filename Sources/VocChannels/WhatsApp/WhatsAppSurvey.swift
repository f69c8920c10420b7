public import VocDomain

/// What a whole export proves about itself, before any of it is imported.
public struct WhatsAppSurvey: Sendable {
  /// How dates are written; nil while nothing proves one order, and the orders give different dates.
  public var order: DateOrder?
  /// What decided `order`.
  public var evidence: DateOrder.Evidence?
  /// Normalised names of those who speak, system notices left out, most talkative first.
  public var senders: [(name: String, count: Int)]
  /// The chat's name from the file's name; nil where the file was renamed or is an iOS "_chat.txt".
  public var title: String?
  /// A notice that only groups have, or more than two senders.
  public var isGroup: Bool
  public var records: Int
  public var lines: Int
  public var bytes: Int

  var plan: ReadPlan
  var table: SenderTable
}

/// Second pass over an export: counts records and learns who speaks.
struct SurveySink: RecordSink {
  private(set) var table = SenderTable()
  private(set) var records = 0
  private(set) var damagedRecords = 0
  private(set) var hasGroupNotice = false
  private var languages: [SystemPhrase.Language: Int] = [:]

  mutating func take(_ record: borrowing RawRecord) throws {
    record.raw.withUnsafeBytes { buffer in
      let bytes = ByteView(buffer)
      guard TextCheck.isUTF8(bytes) else {
        damagedRecords += 1
        return
      }
      records += 1
      let rest = RecordReader.rest(record, in: bytes)
      let split = AuthorSplit(rest)
      guard let author = split.author else { return count(notice: rest) }
      if record.header.shape.isIOS, rest.hasPrefix([0xE2, 0x80, 0x8E], at: split.bodyStart) {
        let body = RecordReader.content(bytes).from(record.header.restStart + split.bodyStart)
        if BodyReader.read(body, isIOS: true).kind == .system { return count(notice: body) }
      }
      table.add(author, longer: split.longer)
    }
  }

  mutating func take(_ problem: ImportProblem) throws {}

  mutating func settle(title: String?) {
    table.settle(title: title)
    for entry in table.entries where entry.verdict == .system {
      entry.raw.withUnsafeBytes { count(notice: ByteView($0)) }
    }
  }

  private mutating func count(notice: ByteView) {
    guard let phrase = SystemPhrase.match(notice) else { return }
    languages[phrase.language, default: 0] += 1
    if phrase.isGroup { hasGroupNotice = true }
  }

  /// The language that most notices are in.
  var language: SystemPhrase.Language? {
    SystemPhrase.Language.allCases.filter { languages[$0] != nil }
      .max { languages[$0, default: 0] < languages[$1, default: 0] }
  }
}

/// Last pass: makes raw records into channel records and hands them out.
struct ReadSink: RecordSink {
  private let reader: RecordReader
  private let record: (ChannelRecord) throws -> Void
  private let problem: (ImportProblem) throws -> Void
  private let now: Instant?
  private var previous: LocalTime?

  init(
    reader: RecordReader, now: Instant?, record: @escaping (ChannelRecord) throws -> Void,
    problem: @escaping (ImportProblem) throws -> Void
  ) {
    self.reader = reader
    self.now = now
    self.record = record
    self.problem = problem
  }

  mutating func take(_ raw: borrowing RawRecord) throws {
    if let now, !RecordTime.local(raw.at).isPossible(at: now) {
      let raw = ImportProblem(
        line: raw.line, column: 1, lineCount: raw.lineCount, reason: .impossibleDate, raw: raw.raw)
      return try problem(raw)
    }
    let before = previous
    previous = raw.at
    guard raw.raw.withUnsafeBytes({ TextCheck.isUTF8(ByteView($0)) }) else {
      let raw = ImportProblem(line: raw.line, lineCount: raw.lineCount, reason: .encoding, raw: raw.raw)
      return try problem(raw)
    }
    var flags: ChannelRecord.Flags = []
    if let before, raw.at.wallSeconds < before.wallSeconds - RecordAssembler<ReadSink>.tolerance {
      flags.insert(.backwardsTime)
    }
    try record(reader.read(raw, flags: flags))
  }

  mutating func take(_ problem: ImportProblem) throws { try self.problem(problem) }
}
