public import VocDomain
import VocStore

/// Replies on their way to customers. voc sends nothing itself: connectors claim what is pending, deliver it and tell
/// what became of it.
extension Desk {
  /// A reply with what a connector needs to deliver it.
  public struct OutboxLine: Sendable {
    public var entry: OutboxEntry
    /// Whether a connector has it in hand.
    public var isClaimed: Bool
    public var ticketID: Int64
    public var subject: String
    public var customer: String
    public var channel: Channel
    /// Where the customer is reached on that channel, the best first; empty where nothing is known.
    public var addresses: [ContactPoint]
    /// Who wrote it.
    public var author: String
    public var text: String
  }

  /// What connectors told of replies: those noted, and why the others were not.
  public struct OutboxReport: Sendable {
    public var lines: [OutboxLine] = []
    public var refused: [VocError] = []
  }

  /// What a connector tells of a reply.
  public enum OutboxNews: Sendable {
    case sent(externalID: String?)
    case failed(reason: String)
    /// To be tried again.
    case retry
  }

  /// The oldest first; a state or channel of nil: any.
  public func outbox(state: OutboxEntry.State?, channel name: String?, limit: Int) throws -> [OutboxLine] {
    try store.snapshot {
      let channel = try name.map { try self.channel(named: $0) }
      return try lines(try store.outbox(state: state, channel: channel?.id, limit: limit))
    }
  }

  /// How many replies failed and wait for somebody to decide.
  public func failedReplies() throws -> Int { try store.failedReplies() }

  /// Gives the actor pending replies that no other connector has in hand, the oldest first; nobody else is given them
  /// for so many seconds.
  public func claimReplies(channel name: String?, limit: Int, seconds: Int64) throws -> [OutboxLine] {
    try store.transaction {
      let moment = now()
      let channel = try name.map { try self.channel(named: $0) }
      var rows = try store.outbox(state: .pending, channel: channel?.id, freeAt: moment, limit: limit)
      for index in rows.indices {
        rows[index].entry.claim(by: actor, until: moment + seconds, at: moment)
        try store.update(rows[index].entry)
      }
      return try lines(rows)
    }
  }

  /// Notes what became of replies, each by itself: what one contradicts keeps no other from being noted, because it
  /// happened all the same.
  public func note(_ news: OutboxNews, ofReplies ids: [Int64]) throws -> OutboxReport {
    try store.transaction {
      let moment = now()
      var report = OutboxReport()
      for id in ids {
        do {
          guard var row = try store.outboxRow(ofMessage: id) else { throw VocError.unknownReply(id) }
          let before = row.entry
          switch news {
          case .sent(let externalID): try row.entry.acknowledge(externalID: externalID, at: moment)
          case .failed(let reason): try row.entry.fail(reason: Desk.storable(reason), by: actor, at: moment)
          case .retry: try row.entry.retry(at: moment)
          }
          if row.entry != before { try store.update(row.entry) }
          report.lines += try lines([row])
        } catch let error as VocError {
          report.refused.append(error)
        }
      }
      return report
    }
  }

  /// Those of the tickets whose channel a connector serves and whose customer has no address on it.
  public func unaddressed(_ tickets: [Int64]) throws -> [Int64] {
    try store.snapshot {
      try tickets.filter { id in
        let ticket = try ticket(id)
        let channel = try channel(ticket.channelID)
        guard channel.takesReplies else { return false }
        return try addresses(ofCustomer: ticket.customerID, onTicket: id, channel).isEmpty
      }
    }
  }

  private func addresses(
    ofCustomer customer: Int64, onTicket ticket: Int64, _ channel: Channel
  ) throws -> [ContactPoint] {
    let known = try store.addresses(ofCustomer: customer, onTicket: ticket)
    return channel.addressKinds.flatMap { kind in known.filter { $0.kind == kind } }
  }

  private func lines(_ rows: [OutboxRow]) throws -> [OutboxLine] {
    let moment = now()
    var channels: [Int64: Channel] = [:]
    return try rows.map { row in
      let channel = try channels[row.entry.channelID] ?? self.channel(row.entry.channelID)
      channels[channel.id] = channel
      return OutboxLine(
        entry: row.entry, isClaimed: row.entry.claim.map { $0.until > moment } ?? false,
        ticketID: row.ticketID, subject: row.subject, customer: row.customer,
        channel: channel,
        addresses: try addresses(ofCustomer: row.customerID, onTicket: row.ticketID, channel),
        author: row.author,
        text: row.text)
    }
  }
}
