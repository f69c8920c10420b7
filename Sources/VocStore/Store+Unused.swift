import Foundation
import SQLite

extension Store {
  /// Removes the file that opening made, where nobody wrote anything and nobody else has it open; not to be used after.
  public func removeIfUnused(path: String) throws {
    guard isNew, !hasWritten, try dataVersion() == firstVersion else { return }
    // Leaving the write-ahead log needs the file for oneself (https://www.sqlite.org/pragma.html#pragma_journal_mode).
    let mode = try database.row("PRAGMA journal_mode = DELETE") { $0.text(0) }
    if mode == "delete" { try FileManager.default.removeItem(atPath: path) }
  }
}
