import VocDomain
import VocStore

/// What tickets are solved with: any text, or one of a list.
extension Desk {
  public struct CauseLine: Sendable {
    public var name: String
    /// Solved and closed ones.
    public var tickets: Int
    /// False for what stands on tickets and not in the list.
    public var isListed: Bool
  }

  /// The list by name, then what else stands on solved tickets, the most frequent first.
  public func causes() throws -> [CauseLine] {
    try store.snapshot {
      var counts = try store.solvedTicketsByCause()
      let listed = try store.causes().map { name in
        // Tickets that were solved before the list may spell it otherwise.
        let spelt = counts.filter { Folding.folded($0.key) == Folding.folded(name) }
        for word in spelt.keys { counts[word] = nil }
        return CauseLine(name: name, tickets: spelt.values.reduce(0, +), isListed: true)
      }
      let others = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      return listed + others.map { CauseLine(name: $0.key, tickets: $0.value, isListed: false) }
    }
  }

  public func addCause(_ name: String) throws -> CauseLine {
    try store.transaction {
      let name = Desk.storable(name)
      if let known = try listedCause(name) { throw VocError.duplicateName(known) }
      try store.insertCause(name)
    }
    return try cause(named: name)
  }

  /// Takes a cause off the list; tickets keep it.
  public func removeCause(_ name: String) throws -> CauseLine {
    try store.transaction {
      guard let known = try listedCause(name) else { throw try unknownCause(name) }
      let line = try cause(named: known)
      try store.removeCause(known)
      return line
    }
  }

  /// The cause as the list spells it; without a list as it is given. Throws `VocError.unknownCause`.
  func cause(given text: String) throws -> String {
    if let listed = try listedCause(text) { return listed }
    if try store.causes().isEmpty { return Desk.storable(text) }
    throw try unknownCause(text)
  }

  private func cause(named name: String) throws -> CauseLine {
    try causes().first { $0.isListed && Folding.folded($0.name) == Folding.folded(name) }
      ?? CauseLine(name: name, tickets: 0, isListed: true)
  }

  private func listedCause(_ name: String) throws -> String? {
    try store.causes().first { Folding.folded($0) == Folding.folded(name) }
  }

  private func unknownCause(_ name: String) throws -> VocError {
    .unknownCause(name, nearest: Desk.nearest(to: name, among: try store.causes()))
  }

  /// The names that somebody probably meant, who minds neither accents nor case.
  static func nearest(to name: String, among names: [String]) -> [String] {
    let byFolded = Dictionary(names.map { (Folding.folded($0), $0) }, uniquingKeysWith: { first, _ in first })
    return Nearest.names(to: Folding.folded(name), among: byFolded.keys.sorted()).compactMap { byFolded[$0] }
  }
}
