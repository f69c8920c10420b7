import CSQLite

/// A Swift value that SQLite can store; nil is NULL.
public protocol Bindable {
  func bind(to statement: OpaquePointer, at position: Int32) -> Int32
}

extension Int64: Bindable {
  public func bind(to statement: OpaquePointer, at position: Int32) -> Int32 {
    sqlite3_bind_int64(statement, position, self)
  }
}

extension Int: Bindable {
  public func bind(to statement: OpaquePointer, at position: Int32) -> Int32 {
    sqlite3_bind_int64(statement, position, Int64(self))
  }
}

extension Bool: Bindable {
  public func bind(to statement: OpaquePointer, at position: Int32) -> Int32 {
    sqlite3_bind_int64(statement, position, self ? 1 : 0)
  }
}

extension Double: Bindable {
  public func bind(to statement: OpaquePointer, at position: Int32) -> Int32 {
    sqlite3_bind_double(statement, position, self)
  }
}

/// SQLITE_TRANSIENT, which C spells as a cast that Swift cannot import: SQLite copies before bind returns.
let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

extension String: Bindable {
  public func bind(to statement: OpaquePointer, at position: Int32) -> Int32 {
    var text = self
    return text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else {
        return sqlite3_bind_text(statement, position, "", 0, copied)
      }
      return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        sqlite3_bind_text64(statement, position, $0, UInt64(bytes.count), copied, UInt8(SQLITE_UTF8))
      }
    }
  }
}

/// A BLOB.
extension [UInt8]: Bindable {
  public func bind(to statement: OpaquePointer, at position: Int32) -> Int32 {
    withUnsafeBytes { bytes in
      // A pointer of nothing would bind NULL (https://www.sqlite.org/c3ref/bind_blob.html).
      bytes.isEmpty
        ? sqlite3_bind_zeroblob(statement, position, 0)
        : sqlite3_bind_blob64(statement, position, bytes.baseAddress, UInt64(bytes.count), copied)
    }
  }
}
