public import VocDomain
import VocStore

/// Finding what was said.
extension Desk {
  public enum SearchOrder: Sendable {
    case newest
    /// By bm25; on a common word it takes as long as there are messages with it.
    case best
  }

  /// The messages that say what a filter's texts ask for, on the tickets that the rest of it asks for; all statuses
  /// unless it names some. Without a text all that was said on them, where they are few.
  ///
  /// `filter`: see `Desk.filter`. Throws `VocError` where it asks for nothing that can be found.
  public func search(
    _ filter: TicketFilter, _ order: SearchOrder = .newest, limit: Int
  ) throws -> [MessageHit] {
    let search = try MessageSearch(filter)
    return try store.snapshot {
      var hits = try hits(search, order, limit: limit)
      for (index, message) in try named(hits.map(\.message)).enumerated() { hits[index].message = message }
      return hits
    }
  }

  private func hits(_ search: MessageSearch, _ order: SearchOrder, limit: Int) throws -> [MessageHit] {
    let condition = search.filter == .everything ? nil : try condition(of: search.filter)
    if let words = search.words {
      let query = SearchQuery(words, condition: condition, limit: limit)
      return try order == .newest ? store.newestHits(query) : store.bestHits(query)
    }
    guard let condition, let hits = try store.newestMessages(condition, limit: limit) else {
      throw VocError.searchWithoutWords
    }
    return hits
  }
}
