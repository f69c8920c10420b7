import CSQLite

/// What SQLite answered when it could not do what it was asked.
public struct SQLiteError: Error, Equatable, CustomStringConvertible {
  /// The primary result code (https://www.sqlite.org/rescode.html): 5 busy, 8 read-only, 11 corrupt, 13 full…
  public let code: Int32
  public let extendedCode: Int32
  public let message: String
  public let sql: String?

  init(code: Int32, message: String, sql: String?) {
    self.code = code & 0xFF
    self.extendedCode = code
    self.message = message
    self.sql = sql
  }

  init(_ connection: OpaquePointer?, sql: String?) {
    self.init(
      code: sqlite3_extended_errcode(connection), message: String(cString: sqlite3_errmsg(connection)),
      sql: sql)
  }

  /// A row refers to one that is not there, found by other means than SQLite's.
  public init(brokenReference: String) {
    self.init(code: SQLITE_CONSTRAINT | 3 << 8, message: brokenReference, sql: nil)
  }

  public var description: String { "SQLite \(extendedCode): \(message)" }

  public static let busy: Int32 = SQLITE_BUSY
  public static let readOnly: Int32 = SQLITE_READONLY
  public static let inputOutput: Int32 = SQLITE_IOERR
  public static let corrupt: Int32 = SQLITE_CORRUPT
  public static let full: Int32 = SQLITE_FULL
  public static let cannotOpen: Int32 = SQLITE_CANTOPEN
  public static let notADatabase: Int32 = SQLITE_NOTADB
  public static let constraint: Int32 = SQLITE_CONSTRAINT
}
