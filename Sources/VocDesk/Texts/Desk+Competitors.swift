import VocDomain
import VocStore

/// The names of competitors, by which messages that mention one are flagged.
extension Desk {
  /// More would slow down the reading of every text.
  public static let mostCompetitors = 100

  /// In the order of the alphabet.
  public func competitors() throws -> [String] { try store.competitors() }

  /// Adds a name, in any spelling; false where it is there. Texts of before are to be read again then.
  public func addCompetitor(_ name: String) throws -> Bool {
    try changing { try store.addCompetitor(Desk.storable(name)) }
  }

  /// Takes a name off; false where it is not there.
  public func removeCompetitor(_ name: String) throws -> Bool {
    try changing { try store.removeCompetitor(Desk.storable(name)) }
  }

  private func changing(_ change: () throws -> Bool) throws -> Bool {
    try store.transaction {
      let hasChanged = try change()
      if hasChanged { try makeTextsUnread() }
      return hasChanged
    }
  }
}
