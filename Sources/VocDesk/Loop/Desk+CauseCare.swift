public import VocDomain
import VocStore

/// Who looks after the causes of tickets.
extension Desk {
  /// Says who looks after a cause, one that is listed or stands on tickets; nil: nobody does.
  public func setOwner(ofCause text: String, to agent: String?) throws -> CauseLine {
    try changeCare(ofCause: text) { $0.ownerID = try agent.map { try self.agent(named: $0).id } }
  }

  /// Takes back that something was done about a cause.
  public func unmarkFixed(cause text: String) throws -> CauseLine {
    try changeCare(ofCause: text) { $0.fixedOn = nil }
  }

  /// Says on which day something was done about a cause; nil for today. Throws `VocError.dayToCome`.
  public func markFixed(cause text: String, on day: CivilDate?) throws -> CauseLine {
    let day = try dayDone(day)
    return try changeCare(ofCause: text) { $0.fixedOn = day }
  }

  private func changeCare(ofCause text: String, _ change: (inout CauseCare) throws -> Void) throws
    -> CauseLine
  {
    try store.transaction {
      let lines = try causes()
      let folded = Folding.folded(text.trimmed)
      guard let line = lines.first(where: { Folding.folded($0.name) == folded }) else {
        throw VocError.noSuchCause(text, nearest: Desk.nearest(to: text, among: lines.map(\.name)))
      }
      var care =
        try store.causeCares().first { Folding.folded($0.name) == folded } ?? CauseCare(name: line.name)
      try change(&care)
      try store.keep(care)
      return line
    }
  }
}
