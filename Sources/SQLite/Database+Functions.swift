import CSQLite

/// Functions of our own that SQL may call beside SQLite's.
extension Database {
  /// Lets SQL call `name(text)`; NULL stays NULL. The same text must always give the same one.
  ///
  /// https://www.sqlite.org/appfunc.html
  public func define(_ name: String, _ transform: @escaping (String) -> String) throws {
    let function = Unmanaged.passRetained(TextFunction(transform))
    let code = sqlite3_create_function_v2(
      connection, name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, function.toOpaque(),
      { context, _, values in
        guard let data = sqlite3_user_data(context), let value = values?[0],
          let start = sqlite3_value_text(value)
        else { return sqlite3_result_null(context) }
        let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
        let function = Unmanaged<TextFunction>.fromOpaque(data).takeUnretainedValue()
        var result = function.transform(String(decoding: bytes, as: UTF8.self))
        result.withUTF8 { text in
          guard let start = text.baseAddress else {
            return sqlite3_result_text64(context, "", 0, copied, UInt8(SQLITE_UTF8))
          }
          start.withMemoryRebound(to: CChar.self, capacity: text.count) {
            sqlite3_result_text64(context, $0, UInt64(text.count), copied, UInt8(SQLITE_UTF8))
          }
        }
      }, nil, nil,
      // SQLite calls it where this fails, too.
      { data in if let data { Unmanaged<TextFunction>.fromOpaque(data).release() } })
    if code != SQLITE_OK { throw SQLiteError(connection, sql: nil) }
  }
}

private final class TextFunction {
  let transform: (String) -> String

  init(_ transform: @escaping (String) -> String) { self.transform = transform }
}
