public import VocDomain

/// The history of tickets of any system, one event a row: what process mining calls an event log.
///
/// A table; the fields are `EventField`'s. Which statuses the events stand for, options say.
public struct EventLog: ExportReader {
  public static let format = ExportFormat.events

  private let rows: MappedRows<EventField>
  private let reading: EventReading

  public var findings: ExportFindings { rows.findings }

  /// Whether case, event and time all stand in the header by their usual names.
  public static func recognises(_ head: ExportHead) -> Bool {
    guard let names = TableHead(head.bytes)?.header, !SurveyCSV.recognises(head),
      let columns = try? ColumnMap<EventField>(columns: names, map: [])
    else { return false }
    return EventField.needed.allSatisfy(columns.has)
  }

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    rows = try MappedRows(surveying: source, options: options, dates: [.time]) { columns in
      guard EventField.needed.allSatisfy(columns.has) else {
        throw UnreadableExport.missingColumns(
          needed: EventField.needed.map(\.rawValue), found: columns.columns)
      }
    }
    reading = EventReading(options: options)
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    var reading = reading
    try rows.read(source) { row in
      let event: EventRecord
      do {
        event = try reading.event(of: row)
      } catch let trouble as CellTrouble {
        return try problem(row.problem(trouble))
      }
      try record(.event(event))
    } problem: {
      try problem($0)
    }
  }
}

extension EventField {
  static let needed: [EventField] = [.case, .event, .time]
}
