import SQLite
public import VocDomain

/// What a record of another system became here (see the table `origin`).
public struct Origin: Equatable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case customer, agent, bot, ticket, chat, message, call, event, answer
  }

  public var id: Int64
  public var rowID: Int64
  public var updatedAt: Instant?
  public var digest: Int64
  /// Hashes of what it said before.
  public var seen: [Int64] = []
  public var batchID: Int64

  /// What a record of the same key is to the one that was read.
  ///
  /// The newest version wins. Of two records without a version (`isVersion`) the one that comes later does, unless it
  /// was read before, and none of them replaces one that has it.
  public func isNews(digest: Int64, updatedAt: Instant?, isVersion: Bool = true) -> Bool {
    // Of 0 only the key was known.
    if self.digest == 0 { return true }
    if isNewer(than: updatedAt) { return false }
    if updatedAt != self.updatedAt { return digest != self.digest }
    // Of two versions of one second, the same one whichever comes first.
    if updatedAt != nil && isVersion { return digest > self.digest }
    return digest != self.digest && !seen.contains(digest)
  }

  /// A version is newer than none.
  public func isNewer(than version: Instant?) -> Bool {
    guard let updatedAt else { return false }
    return version.map { $0 < updatedAt } ?? true
  }

  /// Takes over a newer record's version.
  public mutating func learn(digest: Int64, updatedAt: Instant?) {
    if self.digest != 0 && !seen.contains(self.digest) { seen = seen.suffix(63) + [self.digest] }
    self.digest = digest
    self.updatedAt = updatedAt ?? self.updatedAt
  }
}

/// A record of another system, by its id there.
public struct OriginKey: Hashable, Sendable {
  public var sourceID: Int64
  public var kind: Origin.Kind
  public var key: String

  public init(_ kind: Origin.Kind, _ key: String, ofSource sourceID: Int64) {
    self.sourceID = sourceID
    self.kind = kind
    self.key = key
  }
}

extension Store {
  /// The account of a system that an export is of, made where it is new.
  ///
  /// A file that does not say its account (a list of comments) is of the only one there is; the one that says it
  /// first names it.
  public func sourceID(format: String, account: String) throws -> Int64 {
    let known = try database.rows("SELECT id, account FROM source WHERE format = ? ORDER BY id", format) {
      (id: $0.int(0), account: $0.text(1))
    }
    if let same = known.first(where: { $0.account == account }) { return same.id }
    if known.count == 1, account.isEmpty || known[0].account.isEmpty {
      if !account.isEmpty {
        try remember(.source, known[0].id)
        try database.execute("UPDATE source SET account = ? WHERE id = ?", account, known[0].id)
      }
      return known[0].id
    }
    let id = try nextID("source")
    try database.execute(
      "INSERT INTO source (id, format, account, batch_id) VALUES (?, ?, ?, ?)", id, format, account, batchID)
    return id
  }

  public func hasSource(ofFormat format: String) throws -> Bool {
    try database.value("SELECT EXISTS (SELECT 1 FROM source WHERE format = ?)", format) == 1
  }

  /// The message of the first call whose key in a system of this format lies in a range.
  public func call(ofFormat format: String, from first: String, below end: String) throws -> Int64? {
    try database.value(
      """
      SELECT row_id FROM source CROSS JOIN origin ON source_id = source.id
      WHERE format = ? AND kind = 'call' AND key >= ? AND key < ? ORDER BY key LIMIT 1
      """, format, first, end)
  }

  public func nextOriginID() throws -> Int64 { try nextID("origin") }

  public func origin(_ key: OriginKey) throws -> Origin? {
    try database.row(
      "SELECT id, row_id, updated_at, digest, seen, batch_id FROM origin WHERE source_id = ? AND kind = ? AND key = ?",
      key.sourceID, key.kind.rawValue, key.key
    ) { row in
      Origin(
        id: row.int(0), rowID: row.int(1), updatedAt: row.optionalInt(2).map(Instant.init(unixSeconds:)),
        digest: row.int(3), seen: row.text(4).split(separator: " ").compactMap { Int64($0) },
        batchID: row.int(5))
    }
  }

  /// Remembers what a record has become.
  public func insert(_ key: OriginKey, rowID: Int64, updatedAt: Instant? = nil, digest: Int64 = 0) throws {
    let id = try takeID(of: .origin)
    let insertion = try insertion(into: .origin)
    insertion.bind(id)
    insertion.bind(key.sourceID)
    insertion.bind(key.kind.rawValue)
    insertion.bind(key.key)
    insertion.bind(rowID)
    insertion.bind(updatedAt?.unixSeconds)
    insertion.bind(digest)
    insertion.bind(batchID)
    try insertion.run()
  }

  /// Remembers that a newer version has been read.
  public func update(_ origin: Origin) throws {
    try remember(.origin, origin.id)
    try database.execute(
      "UPDATE origin SET row_id = ?, updated_at = ?, digest = ?, seen = ? WHERE id = ?", origin.rowID,
      origin.updatedAt?.unixSeconds, origin.digest, origin.seen.map(String.init).joined(separator: " "),
      origin.id)
  }
}

/// What a record waits for that another file brings, or why it is kept apart.
public struct PendingReason: Hashable, Sendable {
  /// An `Origin.Kind`, "party" for a person in any role, "partial" or "test".
  public var kind: String
  public var key: String

  public init(kind: String, key: String) {
    self.kind = kind
    self.key = key
  }
}

extension Store {
  /// Keeps a record until what it waits for comes; false where it is kept already.
  public func pend(
    _ content: String, digest: Int64, until reason: PendingReason, ofSource sourceID: Int64
  ) throws -> Bool {
    try database.execute(
      """
      INSERT OR IGNORE INTO import_pending (id, source_id, waits_kind, waits_key, digest, content, batch_id)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """, try nextID("import_pending"), sourceID, reason.kind, reason.key, digest, content, batchID)
    return database.changes > 0
  }

  /// The oldest records whose ticket, person, chat or message has come, from this number on.
  public func readyRecords(
    ofSource sourceID: Int64, after id: Int64, limit: Int
  ) throws -> [(id: Int64, content: String)] {
    try database.rows(
      """
      SELECT id, content FROM import_pending
      WHERE source_id = ?1 AND id > ?2 AND EXISTS (
        SELECT 1 FROM origin WHERE source_id = ?1 AND key = waits_key
          AND (kind = waits_kind OR waits_kind = 'party' AND kind IN ('customer', 'agent', 'bot')))
      ORDER BY id LIMIT ?3
      """, sourceID, id, limit
    ) { ($0.int(0), $0.text(1)) }
  }

  public func hasPending(ofSource sourceID: Int64) throws -> Bool {
    try database.value(
      """
      SELECT EXISTS (SELECT 1 FROM import_pending
        WHERE source_id = ? AND waits_kind <> 'partial' AND waits_kind <> 'test')
      """, sourceID) == 1
  }

  public func removePending(_ id: Int64) throws {
    try remember(.pending, id)
    try database.execute("DELETE FROM import_pending WHERE id = ?", id)
  }

  /// Forgets what was kept apart under this key, because the whole has come.
  public func removePending(_ reason: PendingReason, ofSource sourceID: Int64) throws {
    let ids = try database.rows(
      "SELECT id FROM import_pending WHERE source_id = ? AND waits_kind = ? AND waits_key = ?", sourceID,
      reason.kind, reason.key
    ) { $0.int(0) }
    for id in ids { try removePending(id) }
  }

  /// How many records wait for what, the most first: kinds and numbers.
  public func pendingCounts(ofSource sourceID: Int64) throws -> [(
    kind: String, records: Int64, keys: [String]
  )] {
    let kinds = try database.rows(
      """
      SELECT waits_kind, count(*) FROM import_pending WHERE source_id = ? GROUP BY waits_kind ORDER BY 2 DESC, 1
      """, sourceID
    ) { ($0.text(0), $0.int(1)) }
    return try kinds.map { kind, records in
      let keys = try database.rows(
        "SELECT DISTINCT waits_key FROM import_pending WHERE source_id = ? AND waits_kind = ? LIMIT 4",
        sourceID,
        kind
      ) { $0.text(0) }
      return (kind, records, keys)
    }
  }
}
