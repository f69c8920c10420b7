import Foundation
public import VocDomain
import VocStore

extension Desk {
  /// A ticket about the same that is over, and how it ended.
  public struct SimilarTicket: Sendable {
    public var ticket: Ticket
    public var assignee: String?
    /// What both have in common, folded, the rarest first.
    public var words: [String]
    /// Of the last things that we said to the customer, the one that tells most.
    public var reply: String?
  }

  /// The solved tickets whose customers wrote most like this one's, the most like it first; none for a ticket that is
  /// over itself.
  ///
  /// Two words in common at least, weighed by how few messages have them; of a ticket with a single word that tells
  /// anything, that one.
  public func similarSolved(to view: TicketView, limit: Int = 3) throws -> [SimilarTicket] {
    guard Ticket.Status.unsolved.contains(view.ticket.status) else { return [] }
    let said = view.messages.filter { $0.author == .customer && $0.kind == .message }.prefix(8).map(\.body)
    return try store.snapshot {
      let newest = try store.newestMessageID()
      let weights = try telling(TellingWords.candidates(in: said).prefix(24), behind: newest - 20_000)
      guard let words = Desk.together(weights.map(\.word)) else { return [] }
      var shared: [Int64: Set<String>] = [:]
      let similar = try store.solvedMessages(
        saying: words, behind: newest - 500_000, besides: view.ticket.id)
      for message in similar {
        let spoken = Set(TellingWords.words(of: message.body).map(String.init))
        shared[message.ticketID, default: []].formUnion(weights.map(\.word).filter(spoken.contains))
      }
      let scores = shared.mapValues { words in
        weights.reduce(0) { $0 + (words.contains($1.word) ? $1.weight : 0) }
      }
      let best = scores.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.prefix(limit)
      return try best.map { id, _ in
        let ticket = try ticket(id)
        return SimilarTicket(
          ticket: ticket, assignee: try ticket.assigneeID.flatMap { try store.agent($0)?.name },
          words: weights.map(\.word).filter { shared[id]?.contains($0) ?? false },
          reply: Desk.mostTelling(try store.lastReplies(onTicket: id, limit: 5)))
      }
    }
  }

  /// The six rarest that other messages have, too, with the logarithm of how rare they are.
  private func telling(
    _ words: some Sequence<String>, behind number: Int64
  ) throws -> [(word: String, weight: Double)] {
    let used = try words.compactMap { word in
      try store.use(of: word, behind: number).map { (word, uses: $0) }
    }
    return used.sorted { ($0.uses, $0.0) < ($1.uses, $1.0) }.prefix(6).map { word, uses in
      (word, log(20_001 / Double(uses + 1)))
    }
  }

  /// A goodbye tells nothing; of two that tell as much the newer one.
  private static func mostTelling(_ replies: [String]) -> String? {
    let counted = replies.map { (text: $0, words: TellingWords.candidates(in: [$0]).count) }
    let most = counted.map(\.words).max()
    return counted.first { $0.words == most }?.text
  }

  /// Any two of them in one message.
  private static func together(_ words: [String]) -> MessageSearch.Words? {
    let phrases = words.map { MessageSearch.Words.phrase($0, isBeginning: false) }
    if phrases.count < 2 { return phrases.first }
    return .any(
      phrases.indices.flatMap { one in phrases[(one + 1)...].map { .all([phrases[one], $0]) } })
  }
}
