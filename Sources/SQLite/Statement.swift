import CSQLite

/// A prepared statement, kept for many runs. Belongs to one `Database` and its thread.
public final class Statement {
  private let connection: OpaquePointer
  private let statement: OpaquePointer
  let sql: String

  init(_ sql: String, connection: OpaquePointer) throws {
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK, let prepared else { throw SQLiteError(connection, sql: sql) }
    self.connection = connection
    self.statement = prepared
    self.sql = sql
  }

  deinit { sqlite3_finalize(statement) }

  /// Runs once with these values, handing over each row; always leaves the statement ready for its next run.
  public func run(_ values: [(any Bindable)?], row: (Row) throws -> Void = { _ in }) throws {
    precondition(
      Int(sqlite3_bind_parameter_count(statement)) == values.count,
      "\(values.count) values for: \(sql)")
    defer {
      // Its code repeats the error that step has already thrown.
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
    for (index, value) in values.enumerated() {
      let position = Int32(index + 1)
      let code = value?.bind(to: statement, at: position) ?? sqlite3_bind_null(statement, position)
      if code != SQLITE_OK { throw SQLiteError(connection, sql: sql) }
    }
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: try row(Row(statement: statement))
      case SQLITE_DONE: return
      default: throw SQLiteError(connection, sql: sql)
      }
    }
  }
}

@available(*, unavailable)
extension Statement: Sendable {}
