import SQLite
public import VocDomain

extension Store {
  public func channels() throws -> [Channel] {
    try database.rows(
      "SELECT id, kind, name, zone, country FROM channel ORDER BY folded_name", element: channel(_:))
  }

  /// By name, whatever its case and accents.
  public func channel(named name: String) throws -> Channel? {
    try database.row(
      "SELECT id, kind, name, zone, country FROM channel WHERE folded_name = ?", Folding.folded(name),
      element: channel(_:))
  }

  public func channel(_ id: Int64) throws -> Channel? {
    try database.row(
      "SELECT id, kind, name, zone, country FROM channel WHERE id = ?", id, element: channel(_:))
  }

  private func channel(_ row: Row) throws -> Channel {
    Channel(
      id: row.int(0), kind: row.text(1), name: row.text(2), zone: row.text(3), country: row.optionalText(4),
      identities: try identities(of: row.int(0)))
  }

  private func identities(of channelID: Int64) throws -> [String] {
    try database.rows(
      "SELECT name FROM channel_identity WHERE channel_id = ? ORDER BY folded_name", channelID
    ) { $0.text(0) }
  }

  /// Adds the channel under the next free number, which it returns; `channel.id` is not looked at.
  public func insert(_ channel: Channel) throws -> Int64 {
    let id = try nextID("channel")
    try database.execute(
      "INSERT INTO channel (id, kind, name, folded_name, zone, country, batch_id) VALUES (?, ?, ?, ?, ?, ?, ?)",
      id, channel.kind, channel.name, Folding.folded(channel.name), channel.zone, channel.country, batchID)
    for name in channel.identities { try addIdentity(name, toChannel: id) }
    return id
  }

  public func addIdentity(_ name: String, toChannel id: Int64) throws {
    try database.execute(
      "INSERT OR IGNORE INTO channel_identity (channel_id, folded_name, name, batch_id) VALUES (?, ?, ?, ?)",
      id, Folding.folded(name), name, batchID)
  }

  public func removeIdentity(_ name: String, fromChannel id: Int64) throws {
    try database.execute(
      "DELETE FROM channel_identity WHERE channel_id = ? AND folded_name = ?", id, Folding.folded(name))
  }

  public func setKind(_ kind: String, ofChannel id: Int64) throws {
    try database.execute("UPDATE channel SET kind = ? WHERE id = ?", kind, id)
  }

  public func setCountry(_ country: String, ofChannel id: Int64) throws {
    try remember(.channel, id)
    try database.execute("UPDATE channel SET country = ? WHERE id = ?", country, id)
  }
}
