import SQLite
public import VocDomain

/// What to look for, in how many messages at the most.
public struct SearchQuery: Sendable {
  public var words: MessageSearch.Words
  /// What must hold of the ticket; nil: nothing.
  public var condition: TicketCondition?
  public var limit: Int
  /// Up to so many hits are few.
  var few = 2_000

  public init(_ words: MessageSearch.Words, condition: TicketCondition? = nil, limit: Int) {
    self.words = words
    self.condition = condition
    self.limit = limit
  }
}

extension Store {
  /// The newest messages that say it, the newest first. Throws `VocError.filterTooLong`.
  ///
  /// Few hits are all read and sorted. Of many the numbers tell when a message came into the file, not when it was
  /// said: spans of numbers are searched in the order of their newest message, four times as many at each step, until no
  /// other can hold a newer one.
  public func newestHits(_ query: SearchQuery) throws -> [MessageHit] {
    if query.condition?.sql.isNever ?? false { return [] }
    let hits = try fewHits(query) ?? manyHits(query)
    return try details(hits.map(\.id), of: query)
  }

  /// Nil where there are many. FTS5 goes on to the next hit even if it lies behind the span that was asked for: where
  /// hits are rare one look at everything is quickest.
  private func fewHits(_ query: SearchQuery) throws -> [Hit]? {
    let ids = try database.rows(
      "SELECT rowid FROM message_search WHERE message_search MATCH ? LIMIT ?", query.words.match,
      query.few + 1
    ) { $0.int(0) }
    if ids.count > query.few { return nil }
    let asked = Store.asked(query)
    return try database.rows(
      """
      SELECT message.at, message.id FROM json_each(?) CROSS JOIN message ON message.id = json_each.value \(asked.source)
      WHERE \(asked.condition.text) ORDER BY message.at DESC, message.id DESC LIMIT ?
      """, [Store.list(ids)] + asked.condition.bound(query.limit), element: Hit.init(_:))
  }

  private func manyHits(_ query: SearchQuery) throws -> [Hit] {
    let few = try query.condition.flatMap { try fewTickets($0) }
    var spans = try spans()[...]
    var found: [Hit] = []
    var step = few == nil ? 1 : spans.count
    while let next = spans.first {
      if found.count >= query.limit, let oldest = found.last, oldest.at > next.newest { break }
      for range in Store.ranges(spans.prefix(step).map(\.span), bridging: step) {
        let (first, end) = (range.lowerBound * Store.spanLength, range.upperBound * Store.spanLength)
        found += try hits(query, among: few, from: first, to: end)
      }
      found = Array(Set(found).sorted { ($0.at, $0.id) > ($1.at, $1.id) }.prefix(query.limit))
      spans = spans.dropFirst(step)
      step *= 4
    }
    return found
  }

  private struct Hit: Hashable {
    var at: Int64
    var id: Int64

    init(_ row: Row) { (at, id) = (row.int(0), row.int(1)) }
  }

  static func list(_ ids: [Int64]) -> String { "[\(ids.map(String.init).joined(separator: ","))]" }

  /// The messages that say it most, by bm25 (https://www.sqlite.org/fts5.html#the_bm25_function), whatever their age.
  public func bestHits(_ query: SearchQuery) throws -> [MessageHit] {
    if query.condition?.sql.isNever ?? false { return [] }
    let asked = Store.asked(query)
    let ids = try database.rows(
      """
      SELECT message.id FROM message_search CROSS JOIN message ON message.id = message_search.rowid \(asked.source)
      WHERE message_search MATCH ? AND \(asked.condition.text) ORDER BY message_search.rank, message.id DESC LIMIT ?
      """, [query.words.match] + asked.condition.bound(query.limit)
    ) { $0.int(0) }
    return try details(ids, of: query)
  }

  private func spans() throws -> [(span: Int64, newest: Int64)] {
    try database.rows("SELECT span, newest_at FROM message_search_span ORDER BY newest_at DESC, span DESC") {
      ($0.int(0), $0.int(1))
    }
  }

  /// From a span up to before another. Where no more than `bridging` lie between two they are read, too, though they
  /// were read before: FTS5 takes longer to begin than to go on for a while.
  private static func ranges(_ spans: [Int64], bridging most: Int) -> [Range<Int64>] {
    spans.sorted().reduce(into: []) { ranges, span in
      if let last = ranges.last, span - last.upperBound <= most {
        ranges[ranges.count - 1] = last.lowerBound..<span + 1
      } else {
        ranges.append(span..<span + 1)
      }
    }
  }

  private func hits(
    _ query: SearchQuery, among few: SQLFragment?, from first: Int64, to end: Int64
  ) throws -> [Hit] {
    let asked = Store.asked(query)
    // The plus keeps FTS5 from being asked anew for each number.
    let among = few?.wrapped(
      " AND +message_search.rowid IN (SELECT said.id FROM message AS said WHERE said.ticket_id IN (", "))")
    return try database.rows(
      """
      SELECT message.at, message.id FROM message_search
      CROSS JOIN message ON message.id = message_search.rowid \(asked.source)
      WHERE message_search MATCH ? AND message_search.rowid >= ? AND message_search.rowid < ?
        \(among?.text ?? "") AND \(asked.condition.text)
      ORDER BY message.at DESC, message.id DESC LIMIT ?
      """, [query.words.match, first, end] + (among?.bound() ?? []) + asked.condition.bound(query.limit),
      element: Hit.init(_:))
  }

  private static func asked(_ query: SearchQuery) -> (source: String, condition: SQLFragment) {
    guard let condition = query.condition else {
      return ("", SQLFragment("message.ticket_id IS NOT NULL"))
    }
    return ("CROSS JOIN ticket ON ticket.id = message.ticket_id", condition.sql)
  }

  /// In the order of `ids`.
  private func details(_ ids: [Int64], of query: SearchQuery) throws -> [MessageHit] {
    let hits = try Store.neighbourhoods(ids).flatMap { try neighbours($0, of: query) }
    let byID = Dictionary(hits.map { ($0.message.id, $0) }) { first, _ in first }
    return ids.compactMap { byID[$0] }
  }

  /// Ascending, cut where a span or more lies between two.
  private static func neighbourhoods(_ ids: [Int64]) -> [[Int64]] {
    ids.sorted().reduce(into: []) { groups, id in
      if let last = groups.last?.last, id - last < spanLength {
        groups[groups.count - 1].append(id)
      } else {
        groups.append([id])
      }
    }
  }

  private func neighbours(_ ids: [Int64], of query: SearchQuery) throws -> [MessageHit] {
    guard let first = ids.first, let last = ids.last else { return [] }
    return try database.rows(
      """
      SELECT \(Store.hitColumns), snippet(message_search, 0, '\(Store.found.begin)', '\(Store.found.end)', '…', 24)
      FROM message_search CROSS JOIN message ON message.id = message_search.rowid \(Store.hitNames)
      WHERE message_search MATCH ? AND message_search.rowid BETWEEN ? AND ?
        AND +message_search.rowid IN (SELECT value FROM json_each(?))
      """, query.words.match, first, last, Store.list(ids), element: Store.hit(_:))
  }

  /// The newest messages on the tickets for which the condition holds, where these are known to be few; nil elsewhere.
  public func newestMessages(_ condition: TicketCondition, limit: Int) throws -> [MessageHit]? {
    if condition.sql.isNever { return [] }
    guard let few = try fewTickets(condition) else { return nil }
    return try database.rows(
      """
      SELECT \(Store.hitColumns), message.body
      FROM (SELECT message.id AS said FROM message INDEXED BY message_ticket
        WHERE message.ticket_id IN (\(few.text)) AND message.author <> 'system'
        ORDER BY message.at DESC, message.id DESC LIMIT ?)
      CROSS JOIN message ON message.id = said \(Store.hitNames)
      ORDER BY message.at DESC, message.id DESC
      """, few.bound(limit), element: Store.hit(_:))
  }

  private static let hitColumns =
    messageColumns("message.") + ", ticket.id, ticket.status, ticket.subject, customer.name, channel.name"
  private static let hitNames = """
    CROSS JOIN ticket ON ticket.id = message.ticket_id
    CROSS JOIN customer ON customer.id = ticket.customer_id
    CROSS JOIN channel ON channel.id = ticket.channel_id
    """

  /// Around what was found: of Unicode's private use, which no customer's text has.
  private static let found: (begin: Character, end: Character) = ("\u{E000}", "\u{E001}")

  private static func snippet(_ text: String) -> MessageHit.Snippet {
    let pieces = text.split(separator: found.begin, omittingEmptySubsequences: false)
    let parts = pieces.enumerated().flatMap { index, piece -> [MessageHit.Snippet.Part] in
      guard index > 0, let end = piece.firstIndex(of: found.end) else { return [.init(String(piece))] }
      return [
        .init(String(piece[..<end]), isFound: true), .init(String(piece[piece.index(after: end)...])),
      ]
    }
    return MessageHit.Snippet(parts.filter { !$0.text.isEmpty })
  }

  private static func hit(_ row: Row) -> MessageHit {
    MessageHit(
      message: message(row), ticketID: row.int(13), status: Ticket.Status(rawValue: row.text(14)) ?? .open,
      subject: row.text(15), customer: row.text(16), channel: row.text(17), snippet: snippet(row.text(18)))
  }
}

extension MessageSearch.Words {
  /// As FTS5 reads it (https://www.sqlite.org/fts5.html#full_text_query_syntax).
  var match: String {
    switch self {
    case .phrase(let text, let isBeginning):
      "\"" + text.replacing("\"", with: "\"\"") + "\"" + (isBeginning ? " *" : "")
    case .all(let parts): "(" + parts.map(\.match).joined(separator: " AND ") + ")"
    case .any(let parts): "(" + parts.map(\.match).joined(separator: " OR ") + ")"
    case .but(let found, let missing): "(\(found.match) NOT \(missing.match))"
    }
  }
}
