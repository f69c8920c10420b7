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

  /// The number of the agent whose name is folded to this.
  func agent(foldedName name: String) throws -> Int64? {
    try database.value("SELECT id FROM agent WHERE folded_name = ?", name)
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

  /// Gives an agent whom an import knew by a number only their name, and says who they are: where an agent of that
  /// name is here already, they are that one, and everything of theirs becomes that one's.
  public func rename(importedAgent id: Int64, to name: String) throws -> Int64 {
    guard let other = try agent(named: name) else {
      try remember(.agent, id)
      try database.execute(
        "UPDATE agent SET name = ?, folded_name = ? WHERE id = ? AND batch_id IS NOT NULL", name,
        Folding.folded(name), id)
      return id
    }
    if try other.id == id || !isImported(agent: id) { return id }
    for (entity, column) in Store.agentColumns {
      let table = entity.rawValue
      let rows = try database.rows("SELECT id FROM \(table) WHERE \(column) = ?", id) { $0.int(0) }
      for row in rows {
        try remember(entity, row)
        try database.execute("UPDATE \(table) SET \(column) = ? WHERE id = ?", other.id, row)
      }
    }
    try remember(.agent, id)
    for table in Store.rosterTables {
      try database.execute("UPDATE OR IGNORE \(table) SET agent_id = ? WHERE agent_id = ?", other.id, id)
      try database.execute("DELETE FROM \(table) WHERE agent_id = ?", id)
    }
    try database.execute("DELETE FROM agent WHERE id = ?", id)
    return other.id
  }

  /// Keeps the address of an agent of whom none was known.
  public func setEmail(_ email: String, ofAgent id: Int64) throws {
    try remember(.agent, id)
    try database.execute("UPDATE agent SET email = ? WHERE id = ? AND batch_id IS NOT NULL", email, id)
  }

  /// Gives messages the author's name, where they had what stood for it until somebody told it.
  public func renameAuthor(_ author: Message.Author, _ id: Int64, from old: String, to new: String) throws {
    let sql =
      author == .customer
      ? """
      SELECT id FROM message
      WHERE customer_id = ? AND author_name = ? AND fingerprint IS NULL AND customer_id IS NOT NULL
      """ : "SELECT id FROM message WHERE agent_id = ? AND author_name = ?"
    for message in try database.rows(sql, id, old, element: { $0.int(0) }) {
      try remember(.message, message)
      try database.execute("UPDATE message SET author_name = ? WHERE id = ?", new, message)
    }
  }

  /// The tables of what routing knows of agents, each with its `agent_id`.
  static let rosterTables = [
    "agent_presence", "agent_skill", "agent_capacity", "agent_group", "agent_turn", "assignment", "offer",
    "exclusion",
    "route_decision", "quality_score",
  ]

  private static let agentColumns: [(Entity, String)] = [
    (.ticket, "assignee_id"), (.message, "agent_id"), (.answer, "agent_id"), (.answer, "last_reply_agent_id"),
  ]

  private func isImported(agent id: Int64) throws -> Bool {
    try database.value("SELECT batch_id IS NOT NULL FROM agent WHERE id = ?", id) == 1
  }
}
