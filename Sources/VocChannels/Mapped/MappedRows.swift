import VocDomain

/// The rows of a table whose columns a map or their names tell.
///
/// The first reading, in `init`, settles columns, encoding and the order of day and month.
struct MappedRows<Field: ColumnField>: Sendable {
  let columns: ColumnMap<Field>
  private(set) var findings = ExportFindings()
  private let format: TableFormat
  private let hasHeader: Bool
  private let dateFields: [Field]
  private let utcFields: Set<Field>
  private let now: Instant?

  /// - Parameters:
  ///   - clock: the field of the hours, where a table keeps them apart from the days of the first of `dates`.
  ///   - check: throws where the columns are not enough.
  init(
    surveying source: ByteSource, options: ReadingOptions, dates dateFields: [Field], clock: Field? = nil,
    check: (ColumnMap<Field>) throws -> Void, row body: (TableRow, ColumnMap<Field>) -> Void = { _, _ in }
  ) throws {
    hasHeader = !ColumnMap<Field>.isHeaderless(options.map)
    now = options.now
    self.dateFields = dateFields
    let hasHeader = hasHeader
    var found: ColumnMap<Field>?
    var dates = DateColumns(count: dateFields.count)
    var findings = ExportFindings()
    var utcFields: Set<Field> = []
    format = try TableReader.read(source) { row in
      guard let columns = found else {
        if row.holdsControlBytes { throw UnreadableExport.binary }
        let names = (0..<row.count).map { hasHeader ? row.trimmed($0) : "\($0 + 1)" }
        let columns = try ColumnMap<Field>(columns: names, map: options.map)
        try check(columns)
        found = columns
        utcFields = Set(dateFields.filter { columns[$0].map { columns.columns[$0].isOfUTC } ?? false })
        if hasHeader {
          findings.header = row.mark + row.raw
        } else {
          findings.records += 1
          body(row, columns)
          Self.add(row, columns, dateFields, clock, utcFields, to: &dates, &findings)
        }
        return
      }
      findings.records += 1
      body(row, columns)
      Self.add(row, columns, dateFields, clock, utcFields, to: &dates, &findings)
    } problem: { problem in
      guard found != nil else {
        throw problem.reason == .binary ? UnreadableExport.binary : UnreadableExport.noHeader
      }
      findings.records += 1
    }
    guard let found else { throw UnreadableExport.empty }
    columns = found
    let verdict = options.order.map { (order: $0, evidence: DateOrder.Evidence.given) } ?? dates.verdict
    findings.order = verdict?.order
    findings.evidence = verdict?.evidence
    findings.isOrderMissing = verdict == nil && dates.needOrder
    if format.encoding != .utf8 { findings.encoding = format.encoding }
    self.findings = findings
    self.utcFields = utcFields
    self.clock = clock
  }

  private let clock: Field?

  private static func add(
    _ row: TableRow, _ columns: ColumnMap<Field>, _ dateFields: [Field], _ clock: Field?,
    _ utcFields: Set<Field>, to dates: inout DateColumns, _ findings: inout ExportFindings
  ) {
    for (index, field) in dateFields.enumerated() {
      guard let cell = columns[field] else { continue }
      let hours = index == 0 ? clock.flatMap { columns[$0] } : nil
      guard case .date(let date) = row.time(cell, clock: hours) else { continue }
      dates.add(date, column: index)
      if !findings.hasLocalTimes, !utcFields.contains(field),
        case .local? = date.time(.dmy) ?? date.time(.mdy) ?? date.time(.ymd)
      {
        findings.hasLocalTimes = true
      }
    }
  }

  /// Reads the file again; throws `UnreadableExport.noHeader` for another file than the one surveyed.
  func read(
    _ source: ByteSource, row body: (Row) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    var isHeader = hasHeader
    try TableReader.read(source, format: format) { row in
      if isHeader {
        isHeader = false
        if row.count != columns.columns.count { throw UnreadableExport.noHeader }
        return
      }
      try body(Row(table: row, columns: columns, rows: self))
    } problem: {
      try problem($0)
    }
  }

  /// One row, its cells by field.
  struct Row {
    let table: TableRow
    fileprivate let columns: ColumnMap<Field>
    fileprivate let rows: MappedRows

    var line: Int { table.line }

    func has(_ field: Field) -> Bool { columns.has(field) }

    /// Nil for a blank cell, and for a field without a column.
    subscript(field: Field) -> String? {
      guard let cell = columns[field] else { return nil }
      let text = table.trimmed(cell)
      return text.isEmpty ? nil : text
    }

    /// Nil for a blank cell, for a field without a column, and for what has not come to pass, of which tables say a date
    /// before 1990; throws a `CellTrouble` for a date that is none, or that cannot have been yet.
    func time(_ field: Field) throws -> RecordTime? {
      guard let cell = columns[field] else { return nil }
      let hours = field == rows.dateFields.first ? rows.clock.flatMap { columns[$0] } : nil
      let read = table.time(cell, clock: hours)
      if read == .blank { return nil }
      guard let time = read.time(rows.findings.order, isUTC: rows.utcFields.contains(field)) else {
        throw trouble(.date, field)
      }
      if time.isNone && field.isLater { return nil }
      if !time.isPossible(at: rows.now) { throw trouble(.impossibleDate, field) }
      return time
    }

    func trouble(_ reason: ImportProblem.Reason, _ field: Field) -> CellTrouble {
      CellTrouble(reason: reason, cell: columns[field])
    }

    func problem(_ trouble: CellTrouble) -> ImportProblem {
      ImportProblem(
        line: table.line, column: trouble.cell.flatMap { table.column(of: $0) }, lineCount: table.lineCount,
        reason: trouble.reason, raw: table.raw)
    }
  }
}

/// What is wrong with a row, and in which cell: nothing of the row is used, so that it can be mended and fed again.
struct CellTrouble: Error {
  let reason: ImportProblem.Reason
  var cell: Int?
}

extension TableRow {
  func time(_ cell: Int, clock: Int?) -> CellTime {
    guard let clock else { return CellTime(trimmed(cell)) }
    let hours = trimmed(clock)
    let day = trimmed(cell)
    return CellTime(day.isEmpty || hours.isEmpty ? day : "\(day) \(hours)")
  }

  var holdsControlBytes: Bool {
    bytes.contains { $0 < 32 && !(9...13).contains($0) && $0 != 27 }
  }
}

extension String {
  /// A column's name that says that its times are UTC.
  fileprivate var isOfUTC: Bool {
    let key = HeaderKey.fold(self)
    return key.hasSuffix("utc") || key.hasSuffix("gmt")
  }
}
