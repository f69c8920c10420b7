import CSQLite
import Foundation

/// One connection to one SQLite file.
///
/// Not Sendable: one thread, one connection. Several processes may share the file, and a thread that only reads
/// (`reader`).
public final class Database {
  let connection: OpaquePointer
  private(set) var prepared: [String: Statement] = [:]
  /// The same by where their texts lie in memory: a literal is found by its place, without hashing all of it.
  private var placed: [UnsafePointer<UInt8>: Statement] = [:]
  let path: String
  let access: Access
  private let patience: Patience
  private var depth = 0
  private static let configuration = sqlite3_config_no_memory_statistics()

  public enum Access: Sendable {
    case readWrite
    /// Only reads; for files and folders that we may not write.
    case readOnly
    /// Only reads, and takes it that nobody writes meanwhile: a database in WAL mode can be read no other way where
    /// its folder takes no -shm file (https://www.sqlite.org/uri.html#uriimmutable).
    case immutable
  }

  /// Opens an existing file, or ":memory:"; waits up to `patience` seconds for other writers.
  public init(path: String, access: Access = .readWrite, patience seconds: Double = 10) throws {
    _ = Database.configuration
    var opened: OpaquePointer?
    let flags =
      switch access {
      case .readWrite: SQLITE_OPEN_READWRITE
      case .readOnly: SQLITE_OPEN_READONLY
      case .immutable: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      }
    let name = access == .immutable ? Database.immutableURI(path) : path
    let code = sqlite3_open_v2(name, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let opened else {
      let error = SQLiteError(opened, sql: nil)
      sqlite3_close_v2(opened)
      throw error
    }
    connection = opened
    (self.path, self.access) = (path, access)
    patience = Patience(seconds: seconds)
    sqlite3_extended_result_codes(opened, 1)
    sqlite3_busy_handler(
      opened,
      { context, attempt in
        guard let context else { return 0 }
        return Unmanaged<Patience>.fromOpaque(context).takeUnretainedValue().wait(attempt: attempt) ? 1 : 0
      }, Unmanaged.passUnretained(patience).toOpaque())
  }

  /// A slash before a path keeps its first folder from being taken for a host.
  private static func immutableURI(_ path: String) -> String {
    let plain = Set("/-_.~".utf8)
    let escaped = path.utf8.map { byte in
      let isPlain = plain.contains(byte) || (byte < 128 && Character(Unicode.Scalar(byte)).isLetterOrDigit)
      return isPlain ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return "file:" + (path.hasPrefix("/") ? "//" : "") + escaped.joined() + "?immutable=1"
  }

  deinit {
    placed.removeAll()
    prepared.removeAll()
    sqlite3_close_v2(connection)
  }

  /// The statement for this text, prepared the first time and kept.
  public func statement(_ sql: String) throws -> Statement {
    let place = sql.utf8.withContiguousStorageIfAvailable(\.baseAddress) ?? nil
    if let place, let known = placed[place], known.sql == sql { return known }
    let statement: Statement
    if let known = prepared[sql] {
      statement = known
    } else {
      statement = try Statement(sql, connection: connection)
      prepared[sql] = statement
    }
    if let place {
      // Texts put together anew come to lie anywhere.
      if placed.count > 1_000 { placed.removeAll() }
      placed[place] = statement
    }
    return statement
  }

  /// An INSERT to run for many rows; the caller keeps it no longer than this database.
  public func rowInsertion(_ sql: String) throws -> RowInsertion {
    try RowInsertion(sql, connection: connection)
  }

  public func execute(_ sql: String, _ values: (any Bindable)?...) throws {
    try statement(sql).run(values)
  }

  /// Runs several statements without values, as a migration has them.
  public func executeScript(_ sql: String) throws {
    if sqlite3_exec(connection, sql, nil, nil, nil) != SQLITE_OK { throw SQLiteError(connection, sql: sql) }
  }

  public func rows<Element>(
    _ sql: String, _ values: (any Bindable)?..., element: (Row) throws -> Element
  ) throws -> [Element] {
    try rows(sql, values, element: element)
  }

  public func rows<Element>(
    _ sql: String, _ values: [(any Bindable)?], element: (Row) throws -> Element
  ) throws -> [Element] {
    var elements: [Element] = []
    try statement(sql).run(values) { elements.append(try element($0)) }
    return elements
  }

  /// The first row, or nil where there is none.
  public func row<Element>(
    _ sql: String, _ values: (any Bindable)?..., element: (Row) throws -> Element
  ) throws -> Element? {
    try rows(sql, values, element: element).first
  }

  /// The first column of the first row as a number; nil for no row and for NULL.
  public func value(_ sql: String, _ values: (any Bindable)?...) throws -> Int64? {
    try rows(sql, values) { $0.optionalInt(0) }.first ?? nil
  }

  /// How many rows the last statement changed.
  public var changes: Int { Int(sqlite3_changes(connection)) }

  public var isInTransaction: Bool { depth > 0 }

  /// Runs the body as one transaction: all of it is kept, or none.
  ///
  /// IMMEDIATE, because a transaction that reads before it writes loses to any other writer at once,
  /// whatever the busy handler (https://www.sqlite.org/lang_transaction.html). A nested call joins the outer one.
  public func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    if depth > 0 { return try body() }
    try executeScript("BEGIN IMMEDIATE")
    depth += 1
    defer { depth -= 1 }
    do {
      let result = try body()
      try executeScript("COMMIT")
      return result
    } catch {
      // A full disk has SQLite roll back by itself; then this fails, and the first error is the one to tell.
      try? executeScript("ROLLBACK")
      throw error
    }
  }

  /// Runs reads on one snapshot of the database (a deferred transaction: it takes no lock to write).
  public func snapshot<Result>(_ body: () throws -> Result) throws -> Result {
    if depth > 0 { return try body() }
    try executeScript("BEGIN DEFERRED")
    depth += 1
    defer { depth -= 1 }
    // Nothing was written that a rollback could lose.
    defer { try? executeScript("ROLLBACK") }
    return try body()
  }
}

extension Character {
  fileprivate var isLetterOrDigit: Bool { isLetter || isNumber }
}

@available(*, unavailable)
extension Database: Sendable {}

/// Waits for other writers in short jittered sleeps, for a limited time in all.
private final class Patience {
  private let seconds: Double
  private var deadline = Date.distantPast

  init(seconds: Double) { self.seconds = seconds }

  func wait(attempt: Int32) -> Bool {
    let now = Date()
    if attempt == 0 { deadline = now + seconds }
    guard now < deadline else { return false }
    // An import leaves a moment only between two of its transactions.
    usleep(UInt32.random(in: 100...1_000))
    return true
  }
}
