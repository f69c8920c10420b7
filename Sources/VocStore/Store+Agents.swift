import SQLite
public import VocDomain

extension Store {
  public func agents() throws -> [Agent] {
    try database.rows("SELECT id, name, email FROM agent ORDER BY folded_name") {
      Agent(id: $0.int(0), name: $0.text(1), email: $0.optionalText(2))
    }
  }

  /// By name, whatever its case and accents.
  public func agent(named name: String) throws -> Agent? {
    try database.row("SELECT id, name, email FROM agent WHERE folded_name = ?", Folding.folded(name)) {
      Agent(id: $0.int(0), name: $0.text(1), email: $0.optionalText(2))
    }
  }

  public func agent(_ id: Int64) throws -> Agent? {
    try database.row("SELECT id, name, email FROM agent WHERE id = ?", id) {
      Agent(id: $0.int(0), name: $0.text(1), email: $0.optionalText(2))
    }
  }

  /// Adds the agent under the next free number, which it returns.
  public func insertAgent(name: String, email: String?) throws -> Int64 {
    let id = try nextID("agent")
    try database.execute(
      "INSERT INTO agent (id, name, folded_name, email, batch_id) VALUES (?, ?, ?, ?, ?)", id, name,
      Folding.folded(name), email, batchID)
    return id
  }

  /// Renames an agent whom an import made, unless another goes by that name.
  public func renameImportedAgent(_ id: Int64, to name: String) throws {
    guard try agent(named: name) == nil else { return }
    try remember(.agent, id)
    try database.execute(
      "UPDATE agent SET name = ?, folded_name = ? WHERE id = ? AND batch_id IS NOT NULL", name,
      Folding.folded(name), id)
  }
}
