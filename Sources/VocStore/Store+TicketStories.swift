import SQLite
public import VocDomain

/// What figures of service are folded from.
extension Store {
  /// The stories of these tickets, in the order of their numbers; those that are gone, merged into another or opened by
  /// ourselves have none.
  ///
  /// Numbers in a row are read in one go: an import makes thousands of tickets at a time.
  public func ticketStories(_ ids: [Int64]) throws -> [TicketStory] {
    var stories: [TicketStory] = []
    for range in Store.ranges(of: ids) {
      var found = try storyHeads(range)
      var places: [Int64: Int] = [:]
      for (place, story) in found.enumerated() { places[story.ticketID] = place }
      var facts: [[RankedFact]] = found.map { _ in [] }
      func add(_ ticket: Int64, _ fact: RankedFact) {
        if let place = places[ticket] { facts[place].append(fact) }
      }
      try eachSaid(range, add)
      try eachChange(range, add)
      for (place, facts) in facts.enumerated() {
        found[place].facts = facts.enumerated().sorted { left, right in
          (left.element.moment.at, left.element.rank, left.offset)
            < (right.element.moment.at, right.element.rank, right.offset)
        }.map(\.element.moment)
      }
      stories += found
    }
    return stories
  }

  /// Messages come before what they led to at the same second.
  private struct RankedFact {
    var moment: TicketStory.Moment
    var rank: Int
  }

  /// Numbers without gaps, together.
  static func ranges(of ids: [Int64]) -> [ClosedRange<Int64>] {
    var ranges: [ClosedRange<Int64>] = []
    for id in ids.sorted() {
      if let last = ranges.last, last.upperBound + 1 >= id {
        ranges[ranges.count - 1] = last.lowerBound...max(id, last.upperBound)
      } else {
        ranges.append(id...id)
      }
    }
    return ranges
  }

  private func storyHeads(_ range: ClosedRange<Int64>) throws -> [TicketStory] {
    try database.rows(
      """
      SELECT id, customer_id, channel_id, created_at, status, solved_at, is_settled, cause, assignee_id,
        EXISTS (SELECT 1 FROM contact_point
          WHERE contact_point.customer_id = ticket.customer_id AND contact_point.kind = ? AND value = ?)
      FROM ticket WHERE id BETWEEN ? AND ? AND merged_into_id IS NULL AND \(Store.customersOpened) ORDER BY id
      """, ContactPoint.nobody.kind.rawValue, ContactPoint.nobody.value, range.lowerBound, range.upperBound
    ) { row in
      var story = TicketStory(
        ticketID: row.int(0), customerID: row.int(1), channelID: row.int(2),
        createdAt: Instant(unixSeconds: row.int(3)),
        status: Ticket.Status(rawValue: row.text(4)) ?? .open)
      story.solvedAt = row.optionalInt(5).map(Instant.init(unixSeconds:))
      story.isSettled = row.bool(6)
      story.cause = row.optionalText(7)
      story.assigneeID = row.optionalInt(8)
      story.isNobodys = row.bool(9)
      return story
    }
  }

  private func eachSaid(_ range: ClosedRange<Int64>, _ body: (Int64, RankedFact) -> Void) throws {
    try database.statement(
      """
      SELECT ticket_id, at, author, is_public, flags, call.message_id IS NOT NULL, agent_id, \(Store.callColumns)
      FROM message INDEXED BY message_ticket
      LEFT JOIN call ON kind = 'call' AND call.message_id = message.id
      WHERE ticket_id BETWEEN ? AND ? ORDER BY ticket_id, at, message.id
      """
    ).run([range.lowerBound, range.upperBound]) { row in
      let at = Instant(unixSeconds: row.int(1))
      let author = Message.Author(rawValue: row.text(2)) ?? .system
      let flags = ChannelRecord.Flags(rawValue: Int(row.int(4)))
      let side = Message.side(author: author, isPublic: row.bool(3), flags: flags)
      let fact: TicketStory.Fact? =
        if row.bool(5) {
          .called(Call(row, from: 7), row.optionalInt(6))
        } else {
          switch side {
          case .customer: .customerSaid
          case .us: .agentSaid(row.optionalInt(6))
          case .both: .called(.ofUnknownLength, row.optionalInt(6))
          case .neither: author == .bot && row.bool(3) ? .botSaid : nil
          case nil: nil
          }
        }
      if let fact { body(row.int(0), RankedFact(moment: .init(at, fact), rank: 0)) }
    }
  }

  private func eachChange(_ range: ClosedRange<Int64>, _ body: (Int64, RankedFact) -> Void) throws {
    try database.statement(
      """
      SELECT ticket_id, at, kind, from_value, to_value FROM event INDEXED BY event_ticket
      WHERE ticket_id BETWEEN ? AND ?
        AND (kind = 'status' OR kind = 'created' OR kind = 'activity' OR kind = 'assignee' OR kind = 'queue'
          OR kind = 'no_reply')
        AND \(Store.eventCounts)
      ORDER BY ticket_id, id
      """
    ).run([range.lowerBound, range.upperBound]) { row in
      guard let fact = Store.change(row) else { return }
      body(row.int(0), RankedFact(moment: .init(Instant(unixSeconds: row.int(1)), fact), rank: 1))
    }
  }

  private static func change(_ row: Row) -> TicketStory.Fact? {
    func status(_ column: Int32) -> TicketStory.Fact? {
      row.optionalText(column).flatMap(Ticket.Status.init(rawValue:)).map(TicketStory.Fact.status)
    }
    switch row.text(2) {
    case "no_reply": return .noReplyNeeded
    case "queue": return .queued
    case "assignee":
      guard let to = row.optionalText(4) else { return nil }
      return row.optionalText(3).map { $0 == to ? .assigned : .handedOff } ?? .assigned
    case "activity": return status(3)
    default: return status(4)
    }
  }
}

extension Call {
  /// Both sides spoke; no export tells how long anybody waited.
  fileprivate static let ofUnknownLength = Call(direction: .inbound, disposition: .answered)
}
