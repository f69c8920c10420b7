import VocChannels
import VocDomain
import VocStore

/// Replies that were written here, and come again in an export of the channel on which a connector delivered them.
extension RecordIntake {
  /// Whether the record is such a reply, by the number that the connector told: then the reply stays as it was written
  /// here, whatever the channel made of it.
  func isDeliveredReply(_ record: MessageRecord, key: String, digest: Int64) throws -> Bool {
    let ticketID = try record.ticket.flatMap { try self.ticketID($0) }
    let channel = try ticketID.flatMap { try store.ticket($0) }?.channelID ?? context.channel.id
    guard let reply = try store.deliveredReply(key, on: channel) else { return false }
    // Two systems of one channel may number alike.
    if let ticketID, try store.message(reply)?.ticketID != ticketID { return false }
    guard var origin = try origin(.message, key) else {
      try remember(.message, key, rowID: reply, updatedAt: record.updatedAt, digest: digest)
      return true
    }
    if origin.rowID != reply { return false }
    if origin.isNews(digest: digest, updatedAt: record.updatedAt) {
      origin.learn(digest: digest, updatedAt: record.updatedAt)
      try store.update(origin)
    }
    return true
  }

  /// What became of a reply is told under the channel's number, of which nothing else may ever come.
  func knowDeliveredReply(_ key: String) throws {
    guard try origin(.message, key) == nil,
      let reply = try store.deliveredReply(key, on: context.channel.id)
    else { return }
    try remember(.message, key, rowID: reply)
  }
}
