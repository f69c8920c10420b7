public import VocDomain

/// Any table by a column map: messages, tickets or calls, whichever its columns tell.
///
/// Columns with usual Spanish, Portuguese or English names need no map; a map of numbers alone ("#1=id") is for
/// a table without header, as 3CX writes its call records.
public struct MappedTable: ExportReader {
  public static let format = ExportFormat.table

  /// What the rows are.
  enum Subject { case messages, tickets, calls }

  private let rows: MappedRows<TableField>
  private let subject: Subject
  private let options: ReadingOptions
  public private(set) var findings: ExportFindings

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    var subject: Subject?
    var senders = SenderCount(identities: options.identities)
    rows = try MappedRows(surveying: source, options: options, dates: TableField.dates, clock: .clock) {
      columns in
      guard let found = Self.subject(of: columns) else {
        throw UnreadableExport.missingColumns(
          needed: [TableField.text, .author].filter { !columns.has($0) }.map(\.rawValue),
          found: columns.columns)
      }
      subject = found
    } row: { row, columns in
      guard subject == .messages, !columns.tellsSides, let author = columns[.author] else { return }
      senders.add(row.trimmed(author))
    }
    guard let subject else { throw UnreadableExport.empty }
    self.subject = subject
    self.options = options
    findings = rows.findings
    findings.undecidedSenders = senders.undecided
    findings.isOfCalls = subject == .calls
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    var messages = MappedMessages(options: options)
    let tickets = MappedTickets(options: options)
    let calls = MappedCalls(options: options)
    var window = LegWindow<CallRecord>()
    try rows.read(source) { row in
      do {
        switch subject {
        case .messages: for made in try messages.records(of: row) { try record(made) }
        case .tickets: for made in try tickets.records(of: row) { try record(made) }
        case .calls:
          let call = try calls.call(of: row)
          guard let key = call.key else { return try record(.call(call)) }
          if let legs = window.add(call, key: key), let whole = CallRecord(joining: legs) {
            try record(.call(whole))
          }
        }
      } catch let trouble as CellTrouble {
        try problem(row.problem(trouble))
      }
    } problem: {
      try problem($0)
    }
    while let legs = window.removeOldest() {
      if let whole = CallRecord(joining: legs) { try record(.call(whole)) }
    }
  }

  /// Nil where the columns tell of nothing.
  static func subject(of columns: ColumnMap<TableField>) -> Subject? {
    let hasAny = { (fields: [TableField]) in fields.contains(where: columns.has) }
    if columns.has(.text) && hasAny([.author, .role, .direction, .from]) && !hasAny([.talk, .disposition]) {
      return .messages
    }
    let isOfCalls = hasAny([.direction, .disposition, .talk, .hold, .answered])
    let hasTicket = hasAny([.ticket, .id]) && hasAny([.status, .subject])
    if hasTicket && !isOfCalls && (columns.has(.ticket) || columns.has(.subject)) { return .tickets }
    if isOfCalls || hasAny([.duration, .wait, .wrapup, .agent, .queue]) { return .calls }
    return hasTicket ? .tickets : nil
  }
}

extension ColumnMap<TableField> {
  /// Some column tells who is customer and who is agent.
  var tellsSides: Bool { has(.role) || has(.direction) || has(.agent) }
}

/// How often each author wrote, for a table that does not say which of them the business is.
struct SenderCount {
  private static let limit = 1000

  private var counts: [String: Int] = [:]
  private let identities: Set<String>
  private var isDecided = false

  init(identities: [String]) { self.identities = Set(identities.map(Folding.folded)) }

  mutating func add(_ name: String) {
    if name.isEmpty || isDecided { return }
    if counts[name] == nil {
      if counts.count >= Self.limit { return }
      isDecided = identities.contains(Folding.folded(name)) || RoleWord(name) != nil
    }
    counts[name, default: 0] += 1
  }

  var undecided: [(name: String, count: Int)] {
    if isDecided { return [] }
    return counts.map { (name: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }
}
