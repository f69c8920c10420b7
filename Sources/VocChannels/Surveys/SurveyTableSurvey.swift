public import VocDomain

/// What a first reading of a whole survey table found out; the second reading makes the answers.
public struct SurveyTableSurvey: Sendable {
  /// Encoding and delimiter.
  public let format: TableFormat
  /// The header's names as the file has them.
  public let columns: [String]
  /// Which column (from 0) holds which field.
  public let positions: [SurveyField: Int]
  /// The survey of rows that name none.
  public let survey: SurveyKind?
  /// The order of day and month; nil where nothing decides it, and where there are no dates.
  public let order: DateOrder?
  /// What decided `order`.
  public let evidence: DateOrder.Evidence?
  /// Dates with the year last; without one of them no order is needed.
  public let datesToOrder: Int
  /// Times without an offset are UTC, because the column's name says so.
  public let datesAreUTC: Bool
  /// Rows below the header, malformed ones included, blank lines not.
  public let rows: Int
  /// The header's bytes as they stand in the file, to head a file of rejects.
  public let rawHeader: [UInt8]

  /// Nobody can tell day from month in these dates: ask before reading.
  public var isOrderMissing: Bool { order == nil && datesToOrder > 0 }

  /// The columns that are not read.
  public var unusedColumns: [String] {
    let used = Set(positions.values)
    return columns.indices.filter { !used.contains($0) && !columns[$0].isEmpty }.map { columns[$0] }
  }
}
