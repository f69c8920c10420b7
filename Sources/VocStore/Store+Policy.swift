import SQLite
public import VocDomain
import VocSchema

/// A policy document as it was applied.
public struct AppliedPolicy: Sendable {
  public var id: Int64
  public var at: Instant
  public var actor: String
  /// Canonical JSON.
  public var document: String
}

extension Store {
  /// The policy in force; nil before any was applied.
  public func policy() throws -> AppliedPolicy? {
    try database.row(
      "SELECT id, at, actor, document FROM policy ORDER BY id DESC LIMIT 1", element: Store.policy(_:))
  }

  /// All that were applied, the oldest first.
  public func policies() throws -> [AppliedPolicy] {
    try database.rows("SELECT id, at, actor, document FROM policy ORDER BY id", element: Store.policy(_:))
  }

  /// The version of that number; nil where there is none.
  public func policy(_ id: Int64) throws -> AppliedPolicy? {
    try database.row(
      "SELECT id, at, actor, document FROM policy WHERE id = ?", id, element: Store.policy(_:))
  }

  /// When each version was applied, the oldest first.
  public func policyTimes() throws -> [(id: Int64, at: Instant)] {
    try database.rows("SELECT id, at FROM policy ORDER BY id") {
      ($0.int(0), Instant(unixSeconds: $0.int(1)))
    }
  }

  /// Whether any version ever promised anything: what was promised and broken stays kept.
  public func hasPromised() throws -> Bool {
    try database.value("SELECT EXISTS (SELECT 1 FROM policy WHERE json_array_length(document, '$.sla') > 0)")
      == 1
  }

  /// The number of the policy in force, 0 before any was applied.
  public func policyID() throws -> Int64 { try database.value("SELECT max(id) FROM policy") ?? 0 }

  public func insertPolicy(_ document: String, actor: String, at moment: Instant) throws -> Int64 {
    let id = try policyID() + 1
    try database.execute(
      "INSERT INTO policy (id, at, actor, document) VALUES (?, ?, ?, ?)", id, moment.unixSeconds, actor,
      document)
    return id
  }

  /// The documents that come with voc: deadlines that laws set, each with the law's name in its note.
  public static let shippedPolicies: [(name: String, json: String)] = Schema.policies

  static func policy(_ row: Row) -> AppliedPolicy {
    AppliedPolicy(
      id: row.int(0), at: Instant(unixSeconds: row.int(1)), actor: row.text(2), document: row.text(3))
  }
}
