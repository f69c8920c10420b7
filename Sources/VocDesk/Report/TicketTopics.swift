import VocDomain
import VocStore

/// The tags and causes of tickets: what each ticket is about, and how many there are of each. Tickets that were merged
/// into others, and those that we opened ourselves, are about nothing.
struct TicketTopics {
  struct Topic {
    let kind: Store.TopicKind
    let name: String
    /// How many of the tickets have it.
    var tickets = 0
  }

  private(set) var topics: [Topic] = []
  private var numbers: [Store.TopicKind: [String: Int]] = [:]
  private var topicsOfTickets = NumbersByID()

  /// Looking up the topics of more takes longer than reading all.
  private static let fewTickets = 100_000

  /// Of these tickets, or of all, without those that stand apart (`Store.ticketsApart`).
  init(_ store: Store, of tickets: Set<Int64>?, without apart: Set<Int64>) throws {
    if let tickets, tickets.count <= TicketTopics.fewTickets {
      for ticket in tickets.subtracting(apart).sorted() {
        try store.eachTopic(ofTicket: ticket) { kind, name in add(number(kind, name), to: ticket) }
      }
      return
    }
    let all = tickets == nil && apart.isEmpty
    for kind in Store.TopicKind.allCases {
      try store.eachTopic(kind) { name, found in
        let topic = number(kind, name)
        for ticket in found where all || tickets?.contains(ticket) ?? true && !apart.contains(ticket) {
          add(topic, to: ticket)
        }
      }
    }
  }

  /// The numbers of a ticket's topics in `topics`.
  func each(ofTicket ticket: Int64, _ body: (Int) -> Void) {
    topicsOfTickets.each(of: ticket, body)
  }

  func has(_ kind: Store.TopicKind, ticket: Int64) -> Bool {
    var isFound = false
    each(ofTicket: ticket) { if topics[$0].kind == kind { isFound = true } }
    return isFound
  }

  private mutating func number(_ kind: Store.TopicKind, _ name: String) -> Int {
    if let number = numbers[kind]?[name] { return number }
    numbers[kind, default: [:]][name] = topics.count
    topics.append(Topic(kind: kind, name: name))
    return topics.count - 1
  }

  private mutating func add(_ topic: Int, to ticket: Int64) {
    topics[topic].tickets += 1
    topicsOfTickets.add(topic, to: ticket)
  }
}
