import SQLite
public import VocDomain

extension Store {
  /// What keeps the database from serving, when an error means that; nil for any other error.
  public static func trouble(of error: any Error) -> StorageTrouble? {
    guard let error = error as? SQLiteError else { return nil }
    return switch error.code {
    case SQLiteError.busy: .locked
    case SQLiteError.readOnly: .readOnly
    case SQLiteError.full: .full
    case SQLiteError.corrupt: .corrupt
    case SQLiteError.notADatabase: .notADatabase
    case SQLiteError.cannotOpen: .cannotOpen
    case SQLiteError.inputOutput: .inputOutput(error.extendedCode)
    default: nil
    }
  }
}
