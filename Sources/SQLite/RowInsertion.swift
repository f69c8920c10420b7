import CSQLite

/// An INSERT for the inner loop of an import: values are bound one by one, in order, without an allocation.
///
/// Texts are packed into one buffer of its own and handed to SQLite in place, where `Statement.run` has SQLite
/// copy each.
public final class RowInsertion {
  private let connection: OpaquePointer
  private let statement: OpaquePointer
  private let sql: String
  private let count: Int32
  private var position: Int32 = 0
  private var bytes: UnsafeMutableRawBufferPointer
  private var used = 0
  private var texts: [(position: Int32, start: Int, count: Int, isBlob: Bool)] = []

  init(_ sql: String, connection: OpaquePointer) throws {
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK, let prepared else { throw SQLiteError(connection, sql: sql) }
    self.connection = connection
    statement = prepared
    self.sql = sql
    count = sqlite3_bind_parameter_count(prepared)
    bytes = .allocate(byteCount: 1 << 12, alignment: 1)
  }

  deinit {
    sqlite3_finalize(statement)
    bytes.deallocate()
  }

  public func bind(_ value: Int64?) {
    position += 1
    if let value {
      sqlite3_bind_int64(statement, position, value)
    } else {
      sqlite3_bind_null(statement, position)
    }
  }

  public func bind(_ value: String?) {
    position += 1
    guard var value else {
      sqlite3_bind_null(statement, position)
      return
    }
    value.withUTF8 { pack(UnsafeRawBufferPointer($0), isBlob: false) }
  }

  public func bind(_ value: [UInt8]) {
    position += 1
    value.withUnsafeBytes { pack($0, isBlob: true) }
  }

  private func pack(_ value: UnsafeRawBufferPointer, isBlob: Bool) {
    reserve(value.count)
    texts.append((position, used, value.count, isBlob))
    UnsafeMutableRawBufferPointer(rebasing: bytes[used...]).copyMemory(from: value)
    used += value.count
  }

  /// Inserts the row of the values bound since the last time; all of the statement's must have been.
  public func run() throws {
    precondition(position == count, "\(position) values for: \(sql)")
    for text in texts {
      // SQLITE_STATIC: the buffer stays as it is until the statement has been reset.
      let start = bytes.baseAddress.map { $0 + text.start }
      if text.isBlob {
        sqlite3_bind_blob64(statement, text.position, start, UInt64(text.count), nil)
      } else {
        sqlite3_bind_text64(
          statement, text.position, start?.assumingMemoryBound(to: CChar.self), UInt64(text.count), nil,
          UInt8(SQLITE_UTF8))
      }
    }
    defer {
      sqlite3_reset(statement)
      position = 0
      used = 0
      texts.removeAll(keepingCapacity: true)
    }
    if sqlite3_step(statement) != SQLITE_DONE { throw SQLiteError(connection, sql: sql) }
  }

  private func reserve(_ count: Int) {
    guard used + count > bytes.count else { return }
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(2 * bytes.count, used + count), alignment: 1)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<used]))
    bytes.deallocate()
    bytes = larger
  }
}

@available(*, unavailable)
extension RowInsertion: Sendable {}
