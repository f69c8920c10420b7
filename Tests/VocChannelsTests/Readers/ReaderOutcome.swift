import Testing
import VocChannels
import VocDomain

/// All that a reader makes of a file.
struct ReaderOutcome: Equatable {
  var records: [ExportRecord] = []
  var problems: [ImportProblem] = []
  var findings = ExportFindings()

  /// Surveys and reads the bytes, as one chunk or in chunks of a length.
  init(
    _ reader: any ExportReader.Type, _ bytes: [UInt8], options: ReadingOptions = ReadingOptions(),
    name: String = "-", chunk: Int? = nil
  ) throws {
    let source = ByteSource(name: name) { body in
      for start in stride(from: 0, to: bytes.count, by: chunk ?? max(1, bytes.count)) {
        try bytes[start..<min(start + (chunk ?? bytes.count), bytes.count)].withUnsafeBytes(body)
      }
    }
    let survey = try reader.init(surveying: source, options: options)
    findings = survey.findings
    try survey.read(source) {
      records.append($0)
    } problem: {
      problems.append($0)
    }
  }

  init(
    _ reader: any ExportReader.Type, _ text: String, options: ReadingOptions = ReadingOptions()
  ) throws {
    try self.init(reader, Array(text.utf8), options: options)
  }

  init(_ reader: any ExportReader.Type, _ fixture: ExportFixture, options: ReadingOptions = ReadingOptions())
    throws
  {
    try self.init(reader, try fixture.bytes, options: options, name: fixture.name)
  }

  static func == (one: ReaderOutcome, other: ReaderOutcome) -> Bool {
    one.records == other.records && one.problems == other.problems
      && one.findings.records == other.findings.records && one.findings.account == other.findings.account
      && one.findings.hasLocalTimes == other.findings.hasLocalTimes
      && one.findings.offset == other.findings.offset && one.findings.order == other.findings.order
      && one.findings.header == other.findings.header && one.findings.encoding == other.findings.encoding
      && one.findings.scores == other.findings.scores
      && one.findings.unanswered == other.findings.unanswered
      && one.findings.doubtfulText == other.findings.doubtfulText
      && one.findings.unusedColumns == other.findings.unusedColumns
  }

  /// The records of one kind, for `outcome.all(\.message)`.
  func all<Record>(_ kind: (ExportRecord) -> Record?) -> [Record] { records.compactMap(kind) }

  var messages: [MessageRecord] { all { if case .message(let record) = $0 { record } else { nil } } }
  var changes: [MessageChangeRecord] { all { if case .change(let record) = $0 { record } else { nil } } }
  var tickets: [TicketRecord] { all { if case .ticket(let record) = $0 { record } else { nil } } }
  var calls: [CallRecord] { all { if case .call(let record) = $0 { record } else { nil } } }
  var events: [EventRecord] { all { if case .event(let record) = $0 { record } else { nil } } }
  var answers: [AnswerRecord] { all { if case .answer(let record) = $0 { record } else { nil } } }
  var agentStates: [AgentStateRecord] { all { if case .agentState(let record) = $0 { record } else { nil } } }
  var parties: [PartyRecord] { all { if case .party(let party, _, _) = $0 { party } else { nil } } }
}
