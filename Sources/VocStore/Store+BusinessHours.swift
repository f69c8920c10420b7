import SQLite
public import VocDomain

/// In which hours the figures of business time are counted.
extension Store {
  /// The versions up to a number that say something else of calendars and channels than the one before, the oldest first.
  public func hoursVersions(upTo id: Int64) throws -> [AppliedPolicy] {
    try database.rows(
      """
      SELECT id, at, actor, document FROM policy AS version
      WHERE id <= ? AND (document -> '$.calendars', document -> '$.usual_calendar', document -> '$.channels') IS NOT
        (SELECT document -> '$.calendars', document -> '$.usual_calendar', document -> '$.channels' FROM policy
          WHERE id = version.id - 1)
      ORDER BY id
      """, id, element: Store.policy(_:))
  }

  /// Up to which version of the policy figures of business time are counted; nil where none are.
  public func countedHours() throws -> Int64? {
    try database.value("SELECT policy_id FROM counted_hours")
  }

  public func setCountedHours(_ policy: Int64) throws {
    try database.execute("INSERT OR REPLACE INTO counted_hours (one, policy_id) VALUES (1, ?)", policy)
  }

  /// Forgets the histograms of these figures.
  public func forgetServiceCounts(_ measures: [ServiceMeasure]) throws {
    for measure in measures {
      try database.execute("DELETE FROM service_count WHERE measure = ?", measure.name)
    }
  }

  /// The kind of each channel, also of those that the running transaction has removed.
  public func channelKinds() throws -> [Int64: String] {
    var kinds = goneChannelKinds
    try database.statement("SELECT id, kind FROM channel").run([]) { kinds[$0.int(0)] = $0.text(1) }
    return kinds
  }

  func noteGoneChannel(_ id: Int64) throws { goneChannelKinds[id] = try channel(id)?.kind }
}
