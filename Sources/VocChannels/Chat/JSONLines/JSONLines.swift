public import VocDomain

/// JSON objects without a system's shape: one a line or in an array, each a message, an answer, a call or a ticket.
///
/// Fields go by voc's own names ("at", "author", "text"…) or the usual Spanish, Portuguese and English ones;
/// `options.map` names others, with dotted paths. A score makes an answer; a disposition or a length of time
/// without a text makes a call; a status or subject without a text makes a ticket.
public struct JSONLines: ExportReader {
  public static var format: ExportFormat { .jsonLines }

  private let options: ReadingOptions
  private let names: JSONLineNames
  public private(set) var findings = ExportFindings()

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    self.options = options
    names = try JSONLineNames(map: options.map)
    var survey = JSONLinesSurvey(options: options, names: names)
    try JSONStream.read(source) { element in
      survey.add(element.value)
    } problem: { _ in
      survey.findings.records += 1
    }
    findings = try survey.finished()
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    var names = names
    var reader = JSONLineReader(options: options)
    try JSONStream.read(source) { element in
      guard case .object = element.value else { return try problem(element.problem(.shape)) }
      let line = JSONLine(
        element.value, line: element.line, names: &names, order: findings.order, now: options.now)
      do {
        for made in try reader.records(of: line) { try record(made) }
      } catch let trouble as CellTrouble {
        try problem(element.problem(trouble.reason))
      }
    } problem: {
      try problem($0)
    }
  }
}

/// What the first reading of JSON lines finds out.
struct JSONLinesSurvey {
  var findings = ExportFindings()
  private let options: ReadingOptions
  private var names: JSONLineNames
  private var dates = DateColumns(count: TableField.dates.count)
  private var senders: SenderCount
  private var tellsSides = false
  /// Paths of the map that no object has had so far.
  private var missing: [String]
  private var columns: Set<String> = []

  init(options: ReadingOptions, names: JSONLineNames) {
    self.options = options
    self.names = names
    missing = names.mapped.map(\.path)
    senders = SenderCount(identities: options.identities)
  }

  mutating func add(_ value: JSONValue) {
    findings.records += 1
    let line = JSONLine(value, line: 0, names: &names, order: nil)
    for (index, field) in TableField.dates.enumerated() where line.has(field) {
      guard case .date(let date) = line.cellTime(field) else { continue }
      dates.add(date, column: index)
      if !findings.hasLocalTimes, !date.hasOffset { findings.hasLocalTimes = true }
    }
    if !missing.isEmpty {
      missing.removeAll { value.has($0) || !value[path: $0].isNull }
      if columns.count < 100 { columns.formUnion(value.members.map(\.name)) }
    }
    if tellsSides { return }
    tellsSides = line.has(.role) || line.has(.direction) || line.has(.agent)
    if !tellsSides, let author = line[.author] { senders.add(author) }
  }

  func finished() throws -> ExportFindings {
    if let path = missing.first, findings.records > 0 {
      throw UnreadableExport.unknownColumn(path, nearest: Nearest.names(to: path, among: columns.sorted()))
    }
    var findings = findings
    let verdict = options.order.map { (order: $0, evidence: DateOrder.Evidence.given) } ?? dates.verdict
    findings.order = verdict?.order
    findings.evidence = verdict?.evidence
    findings.isOrderMissing = verdict == nil && dates.needOrder
    if !tellsSides { findings.undecidedSenders = senders.undecided }
    return findings
  }
}
