import VocDomain

/// One record of an export without shape of its own, its texts by field: a table's row, or a JSON object.
protocol FieldRow {
  /// Where it begins in its file, from 1.
  var line: Int { get }

  /// Whether there is a place for the field, blank or not.
  func has(_ field: TableField) -> Bool

  /// Nil for what is blank or not there.
  subscript(field: TableField) -> String? { get }

  /// Nil for what is blank or not there; throws a `CellTrouble` for a date that is none.
  func time(_ field: TableField) throws -> RecordTime?

  func trouble(_ reason: ImportProblem.Reason, _ field: TableField) -> CellTrouble
}

extension MappedRows.Row: FieldRow where Field == TableField {}
