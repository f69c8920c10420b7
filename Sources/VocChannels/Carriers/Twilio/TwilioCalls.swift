public import VocDomain

/// Twilio's calls: the API's lists (a page, an array, one call a line), the console's CSV, connectors' tables.
///
/// Legs of one call carry its parent's sid as key and stand in its fragments, in whichever files they come.
public struct TwilioCalls: ExportReader {
  public static let format = ExportFormat.twilio

  /// Nil for JSON.
  private let table: MappedRows<TwilioField>?
  public private(set) var findings: ExportFindings

  public static func recognises(_ head: ExportHead) -> Bool {
    if let call = JSONHead.element(in: head.bytes, of: ["calls"]) {
      return call["sid"].string?.hasPrefix("CA") ?? false && call.has("account_sid") && call.has("direction")
    }
    guard let table = TableHead(head.bytes),
      let columns = try? ColumnMap<TwilioField>(columns: table.header, map: []), let sid = columns[.sid]
    else { return false }
    let needed: [TwilioField] = [.direction, .from, .to, .status, .duration]
    let isNamed = ["sid", "callsid"].contains(HeaderKey.fold(table.header[sid])) || columns.has(.parent)
    return isNamed && needed.allSatisfy(columns.has) && (columns.has(.start) || columns.has(.created))
      && table.body.allSatisfy { $0[sid].hasPrefix("CA") }
  }

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    if let first = JSONHead.element(in: try source.head(), of: ["calls"]) {
      table = nil
      findings = ExportFindings()
      findings.account = first["account_sid"].text
      return
    }
    var account: String?
    let rows = try MappedRows<TwilioField>(surveying: source, options: options, dates: TwilioField.dates) {
      let needed: [TwilioField] = [.sid, .direction, .status]
      guard needed.allSatisfy($0.has) else {
        throw UnreadableExport.missingColumns(needed: needed.map(\.rawValue), found: $0.columns)
      }
    } row: { row, columns in
      if account == nil, let cell = columns[.account] { account = row.trimmed(cell) }
    }
    table = rows
    findings = rows.findings
    findings.account = account.flatMap { $0.isEmpty ? nil : $0 }
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    var window = LegWindow<TwilioLeg>()
    func add(_ leg: TwilioLeg) throws {
      if let legs = window.add(leg, key: leg.key) { try finish(legs) }
    }
    func finish(_ legs: [TwilioLeg]) throws {
      if let call = CallRecord(twilio: legs) { try record(.call(call)) }
    }
    if let table {
      try table.read(source) { row in
        do {
          try add(TwilioLeg(line: row.line, text: { row[$0] }, time: row.time))
        } catch let trouble as CellTrouble {
          try problem(row.problem(trouble))
        }
      } problem: {
        try problem($0)
      }
    } else {
      try JSONStream.read(source, splitting: ["calls"]) { element in
        let call = element.value
        // The page around its calls.
        if element.path.isEmpty && call.has("page_size") && !call.has("sid") { return }
        do {
          try add(
            TwilioLeg(line: element.line, text: { call[$0.member].text }) { field in
              guard call[field.member].text != nil else { return nil }
              guard let time = call[field.member].time else { throw CellTrouble(reason: .date) }
              return time
            })
        } catch let trouble as CellTrouble {
          try problem(element.problem(trouble.reason))
        }
      } problem: {
        try problem($0)
      }
    }
    while let legs = window.removeOldest() { try finish(legs) }
  }

  public static func call(fragments: [String]) -> CallRecord? {
    CallRecord(twilio: fragments.sorted().compactMap { TwilioLeg(fragment: $0) })
  }
}
