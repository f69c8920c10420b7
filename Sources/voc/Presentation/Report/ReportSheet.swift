/// A report as what it says, whatever it is shown in: each figure stands here once and is only formatted elsewhere.
///
/// Desk values become a sheet; `ReportOutput` writes it as a terminal's page, JSON, CSV or Markdown, and pages in HTML
/// take their tables from it. That the same figure is the same everywhere follows from there being only one.
struct ReportSheet: Sendable {
  var title: String
  /// The period and whatever else is said beside the title.
  var subtitle = ""
  /// The whole in one sentence.
  var headline: String?
  /// What JSON tells besides the tables: since, until, zone, filter.
  var facts: [JSON.Member] = []
  /// The first is what a spreadsheet gets unless another is asked for.
  var tables: [ReportTable]
  /// Methods and names of formulas, at the end.
  var legend: [String] = []

  func table(_ key: String) -> ReportTable? { tables.first { $0.key == key } }
}

/// One table of a report: rows of values under columns that programs know by key and people by heading.
struct ReportTable: Sendable {
  struct Column: Sendable {
    enum Audience: Sendable { case everybody, people, programs, nobody }

    let key: String
    let heading: String
    var audience = Audience.everybody
    /// The column of a terminal's table that gives way.
    var isFlexible = false
    /// As in `TextTable.Column`.
    var rank: Int?

    init(
      _ key: String, _ heading: String, for audience: Audience = .everybody, isFlexible: Bool = false,
      rank: Int? = nil
    ) {
      (self.key, self.heading, self.audience) = (key, heading, audience)
      (self.isFlexible, self.rank) = (isFlexible, rank)
    }
  }

  /// The member of JSON and the name of `--table`.
  let key: String
  var heading: String
  var columns: [Column]
  var rows: [[ReportValue]] = []
  /// What stands in the place of a table without rows.
  var whenEmpty: String
  /// Sentences below the table.
  var remarks: [String] = []

  init(_ key: String, _ heading: String, columns: [Column], whenEmpty: String) {
    (self.key, self.heading, self.columns, self.whenEmpty) = (key, heading, columns, whenEmpty)
  }

  /// As many values as there are columns.
  mutating func add(_ row: [ReportValue]) {
    precondition(row.count == columns.count, "\(key): \(row.count) values for \(columns.count) columns")
    rows.append(row)
  }

  func columns(for reader: Column.Audience) -> [Int] {
    columns.indices.filter { columns[$0].audience == .everybody || columns[$0].audience == reader }
  }

  /// Numbers stand on the right.
  func isNumeric(_ column: Int) -> Bool {
    let values = rows.map { $0[column] }.filter { $0 != .none }
    return !values.isEmpty && values.allSatisfy(\.isNumeric)
  }

  var json: JSON {
    let shown = columns(for: .programs)
    return .array(
      rows.map { row in .object(shown.map { .init(columns[$0].key, row[$0].json) }) })
  }
}
