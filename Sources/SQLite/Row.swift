import CSQLite
import Foundation

/// The row that a statement stands on; valid only inside the closure that is given it.
public struct Row {
  let statement: OpaquePointer

  public func int(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  public func double(_ column: Int32) -> Double { sqlite3_column_double(statement, column) }

  public func bool(_ column: Int32) -> Bool { sqlite3_column_int64(statement, column) != 0 }

  /// The column's text, "" for NULL.
  public func text(_ column: Int32) -> String {
    guard let start = sqlite3_column_text(statement, column) else { return "" }
    let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The column's bytes, none for NULL.
  public func bytes(_ column: Int32) -> [UInt8] {
    guard let start = sqlite3_column_blob(statement, column) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
  }

  /// Which of some texts the column has, nil for another: for columns of few words that are read by the million, no text
  /// is made of it.
  public func place(_ column: Int32, among texts: [[UInt8]]) -> Int? {
    guard let start = sqlite3_column_blob(statement, column) else { return nil }
    let length = Int(sqlite3_column_bytes(statement, column))
    return texts.firstIndex { $0.count == length && memcmp($0, start, length) == 0 }
  }

  public func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

  public func optionalInt(_ column: Int32) -> Int64? { isNull(column) ? nil : int(column) }

  public func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }
}
