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
      let uses = try telling(TellingWords.candidates(in: said).prefix(16))
      var shared: [Int64: Set<String>] = [:]
      let messages = Desk.together(uses)
      for (message, ticket) in try store.solvedTickets(ofMessages: messages, besides: view.ticket.id) {
        shared[ticket, default: []].formUnion(uses.filter { $0.messages.contains(message) }.map(\.word))
      }
      let scores = shared.mapValues { words in
        uses.reduce(0) { $0 + (words.contains($1.word) ? $1.weight : 0) }
      }
      let best = scores.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.prefix(limit)
      return try best.map { id, _ in
        let ticket = try ticket(id)
        return SimilarTicket(
          ticket: ticket, assignee: try ticket.assigneeID.flatMap { try store.agent($0)?.name },
          words: uses.map(\.word).filter { shared[id]?.contains($0) ?? false },
          reply: Desk.mostTelling(try store.lastReplies(onTicket: id, limit: 5)))
      }
    }
  }

  /// A word and the messages that have it, of the last so many that came into the file.
  private struct WordUse {
    static let window: Int64 = 50_000
    var word: String
    var messages: Set<Int64>
    /// The logarithm of how rare it is.
    var weight: Double { log(Double(WordUse.window) / Double(messages.count)) }
  }

  /// The six rarest that another message has, too.
  private func telling(_ words: some Sequence<String>) throws -> [WordUse] {
    let start = try store.newestMessageID() - WordUse.window
    let uses = try words.map {
      WordUse(word: $0, messages: Set(try store.messages(saying: $0, behind: start)))
    }
    return uses.filter { $0.messages.count > 1 }
      .sorted { ($0.messages.count, $0.word) < ($1.messages.count, $1.word) }.prefix(6).map(\.self)
  }

  /// The last 400 messages with two of the words, or with the one that there is.
  private static func together(_ uses: [WordUse]) -> [Int64] {
    var counts: [Int64: Int] = [:]
    for use in uses {
      for message in use.messages { counts[message, default: 0] += 1 }
    }
    return counts.filter { $0.value >= min(uses.count, 2) }.keys.sorted(by: >).prefix(400).map(\.self)
  }

  /// A goodbye tells nothing; of two that tell as much the newer one.
  private static func mostTelling(_ replies: [String]) -> String? {
    let counted = replies.map { (text: $0, words: TellingWords.candidates(in: [$0]).count) }
    let most = counted.map(\.words).max()
    return counted.first { $0.words == most }?.text
  }
}
