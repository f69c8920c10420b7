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

/// What must hold for every reader on every file.
enum ReaderInvariants {
  /// The bytes give the same in chunks of any length.
  static func chunks(
    _ reader: any ExportReader.Type, _ bytes: [UInt8], options: ReadingOptions = ReadingOptions(),
    _ note: Comment? = nil
  ) {
    let whole = try? ReaderOutcome(reader, bytes, options: options)
    for chunk in [1, 2, 3, 7, 64] {
      let pieces = try? ReaderOutcome(reader, bytes, options: options, chunk: chunk)
      #expect(pieces == whole, note ?? "chunks of \(chunk)")
    }
  }

  /// Nothing traps on damaged files, and what is handed out stands on lines that the file has.
  static func mutations(
    _ reader: any ExportReader.Type, _ files: [[UInt8]], options: ReadingOptions = ReadingOptions(),
    rounds: Int = 150, seed: UInt64 = 20_261_121
  ) throws {
    var random = SplitMix(state: seed)
    for (index, original) in files.enumerated() {
      for round in 0..<rounds {
        var bytes = original
        for _ in 0..<Int.random(in: 1...6, using: &random) { damage(&bytes, &random) }
        let note: Comment = "file \(index) seed \(seed) round \(round)"
        _ = reader.recognises(ExportHead(bytes: Array(bytes.prefix(1 << 16)), fileName: "-"))
        do {
          let outcome = try ReaderOutcome(reader, bytes, options: options)
          check(outcome, bytes, note)
          if round % 10 == 0 {
            #expect(try ReaderOutcome(reader, bytes, options: options, chunk: 5) == outcome, note)
          }
        } catch is UnreadableExport {
          continue
        }
      }
    }
  }

  private static func check(_ outcome: ReaderOutcome, _ bytes: [UInt8], _ note: Comment) {
    // An encoding of two bytes, or lone CRs, can only make fewer lines of the same bytes.
    let lines = 1 + bytes.count { $0 == 10 || $0 == 13 }
    #expect(outcome.records.allSatisfy { (1...lines).contains($0.line) }, note)
    #expect(
      outcome.problems.allSatisfy {
        $0.line >= 1 && $0.lineCount >= 1 && $0.line + $0.lineCount - 1 <= lines
      },
      note)
  }

  private static func damage(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    guard !bytes.isEmpty else { return }
    let spice: [UInt8] = Array("\0\n\r\"\",;|{}[]:\\019-+. \t".utf8) + [0x80, 0xC3, 0xD8, 0xFF]
    let start = Int.random(in: bytes.indices, using: &random)
    let end = min(bytes.count, start + Int.random(in: 0...40, using: &random))
    switch Int.random(in: 0..<7, using: &random) {
    case 0: bytes[start] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes[start] = spice.randomElement(using: &random) ?? 0
    case 2: bytes.insert(spice.randomElement(using: &random) ?? 0, at: start)
    case 3: bytes.removeSubrange(start..<end)
    case 4: bytes.insert(contentsOf: bytes[start..<end], at: start)
    case 5: bytes.remove(at: start)
    default: if Int.random(in: 0..<4, using: &random) == 0 { bytes.removeSubrange(start...) }
    }
  }
}
