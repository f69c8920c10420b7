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
  /// unless it names some.
  ///
  /// `filter`: see `Desk.filter`. Throws `VocError` where no word is to be found in it.
  public func search(
    _ filter: TicketFilter, _ order: SearchOrder = .newest, limit: Int
  ) throws -> [MessageHit] {
    let search = try MessageSearch(filter)
    return try store.snapshot {
      let condition = search.filter == .everything ? nil : try condition(of: search.filter)
      let query = SearchQuery(search.words, condition: condition, limit: limit)
      var hits = try order == .newest ? store.newestHits(query) : store.bestHits(query)
      for (index, message) in try named(hits.map(\.message)).enumerated() { hits[index].message = message }
      return hits
    }
  }
}
