public import VocDomain

/// What a first reading of a whole survey table found out; the second reading makes the answers.
public struct SurveyTableSurvey: Sendable {
  let plan: SurveyPlan
  /// Which column (from 0) holds which field.
  public let positions: [SurveyField: Int]

  init(plan: SurveyPlan) {
    self.plan = plan
    var positions = plan.layout.fields
    positions[.at] = plan.layout.dates.first
    positions[.comment] = plan.layout.comments.first
    for score in plan.layout.scores { positions[SurveyField(score.kind)] = score.cell }
    self.positions = positions
  }

  /// Encoding and delimiter.
  public var format: TableFormat { plan.format }
  /// The header's names as the file has them.
  public var columns: [String] { plan.layout.columns }
  /// The survey of rows that name none.
  public var survey: SurveyKind? { plan.survey }
  /// The order of day and month; nil where nothing decides it, and where there are no dates.
  public var order: DateOrder? { plan.order }
  /// What decided `order`.
  public var evidence: DateOrder.Evidence? { plan.evidence }
  /// Dates with the year last; without one of them no order is needed.
  public var datesToOrder: Int { plan.datesToOrder }
  /// Times without an offset are UTC, because the column's name says so.
  public var datesAreUTC: Bool { plan.layout.datesAreUTC }
  /// Rows below the header, malformed ones included, blank lines not.
  public var rows: Int { plan.rows }
  /// The header's bytes as they stand in the file, to head a file of rejects.
  public var rawHeader: [UInt8] { plan.header }

  /// Nobody can tell day from month in these dates: ask before reading.
  public var isOrderMissing: Bool { order == nil && datesToOrder > 0 }

  /// The columns that are not read.
  public var unusedColumns: [String] {
    let used = Set(positions.values)
    return columns.indices.filter { !used.contains($0) && !columns[$0].isEmpty }.map { columns[$0] }
  }
}

extension SurveyField {
  /// The field of a score; `score` itself where each row names its survey.
  init(_ kind: SurveyKind?) { self = kind.flatMap { SurveyField(rawValue: $0.rawValue) } ?? .score }
}
