import Testing
import VocDomain
import VocTesting

@testable import SQLite
@testable import VocStore

/// Searches against a plain reading of all messages, in files whose imports brought old messages late.
@Suite struct SearchTests {
  private let store: Store
  private let setting: FilterSetting
  private static let words = ["reembolso", "pedido", "llega", "tarde", "gracias"]
  private static let statuses = ["open", "solved"]

  private struct Said {
    var id: Int64
    var ticket: Int64?
    var at: Int64
    var words: [String]
  }

  init() throws {
    store = try Store()
    let context = FilterContext(
      now: Instant(unixSeconds: 1_775_001_600), zone: try ZoneClock(named: "UTC"), me: nil)
    setting = FilterSetting(context: context)
    try store.transaction {
      _ = try store.insert(Channel(id: 0, kind: "whatsapp", name: "Ventas", zone: "UTC"))
      try store.database.executeScript(
        """
        INSERT INTO customer (id, name, folded_name, created_at) VALUES (1, 'Eva', 'eva', 0), (2, 'Leo', 'leo', 0);
        WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 40)
        INSERT INTO ticket (id, status, priority, subject, customer_id, channel_id, created_at, updated_at, solved_at)
        SELECT n, CASE n % 3 WHEN 0 THEN 'open' ELSE 'solved' END, 2, '', 1 + n % 2, 1, n, n, CASE n % 3 WHEN 0 THEN NULL ELSE n END
        FROM n;
        """)
    }
  }

  /// Messages of several imports, spread over many spans of numbers; each import goes forth in time from some day on.
  private func fill(_ chance: inout Chance) throws -> [Said] {
    var said: [Said] = []
    var id: Int64 = 1
    try store.transaction {
      for _ in 0..<chance.number(1...5) {
        var at = Int64(chance.number(0...1_000))
        let first = id
        for _ in 0..<chance.number(1...60) {
          let words = (0..<chance.number(1...4)).map { _ in Self.words[chance.number(0...4)] }
          let ticket = chance.isTrue(oneIn: 12) ? nil : Int64(chance.number(1...40))
          said.append(Said(id: id, ticket: ticket, at: at, words: words))
          try store.insert(
            Message(
              id: id, ticketID: ticket, at: Instant(unixSeconds: at),
              author: ticket == nil ? .system : .customer,
              authorName: "Eva", isPublic: true, body: words.joined(separator: " ").uppercased()))
          id += Int64(chance.number(1...4_000))
          at += Int64(chance.number(0...20))
        }
        try store.indexMessages(from: first)
      }
    }
    return said
  }

  private func search(_ text: String, limit: Int, few: Int = 0) throws -> SearchQuery {
    let search = try MessageSearch(TicketFilter.parse(text))
    var query = SearchQuery(
      try #require(search.words), condition: try store.condition(of: search.filter, in: setting), limit: limit
    )
    query.few = few
    return query
  }

  @Test(arguments: 0..<60)
  func theNewestAreFoundAsAReadingOfAllFindsThem(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let said = try fill(&chance)
    for _ in 0..<20 {
      let (one, other, third) = (
        Self.words[chance.number(0...4)], Self.words[chance.number(0...4)], Self.words[chance.number(0...4)]
      )
      let fields: [(String, (Int64) -> Bool)] = [
        ("", { _ in true }), (" status:open", { $0 % 3 == 0 }), (" customer:leo", { $0 % 2 == 1 }),
        (" id:3..5", { (3...5).contains($0) }), (" is:unassigned status:open", { $0 % 3 == 0 }),
      ]
      let (field, fits) = fields[chance.number(0...4)]
      let shapes: [(String, ([String]) -> Bool)] = [
        (one, { $0.contains(one) }),
        ("\(one) \(other)", { $0.contains(one) && $0.contains(other) }),
        ("(\(one) OR \(other))", { $0.contains(one) || $0.contains(other) }),
        ("\(one) -\(other)", { $0.contains(one) && !$0.contains(other) }),
        (
          "\(one.prefix(3))* -(\(other) OR \(third))",
          {
            $0.contains(one) && !$0.contains(other) && !$0.contains(third)
          }
        ),
        ("\"\(one) \(other)\"", { words in zip(words, words.dropFirst()).contains { $0 == (one, other) } }),
      ]
      let (asked, holds) = shapes[chance.number(0...5)]
      let limit = chance.number(1...30)
      let expected = said.filter { holds($0.words) && ($0.ticket.map(fits) ?? false) }
        .sorted { ($0.at, $0.id) > ($1.at, $1.id) }.map(\.id)
      let query = try search(asked + field, limit: limit, few: chance.number(0...2) * 10)
      #expect(
        try store.newestHits(query).map(\.message.id) == Array(expected.prefix(limit)), "\(asked)\(field)")
      #expect(
        try Set(store.bestHits(try search(asked + field, limit: 1_000)).map(\.message.id)) == Set(expected))
    }
    #expect(try store.searchIndexIsSound())
  }

  @Test func allThatWasSaidOnFewTicketsIsFoundWithoutWords() throws {
    var chance = Chance(seed: 3)
    let said = try fill(&chance)
    let condition = try store.condition(of: TicketFilter.parse("customer:leo"), in: setting)
    let expected = said.filter { ($0.ticket ?? 0) % 2 == 1 }.sorted { ($0.at, $0.id) > ($1.at, $1.id) }
    #expect(
      try store.newestMessages(condition, limit: 20)?.map(\.message.id) == expected.prefix(20).map(\.id))
    let many = try store.condition(of: TicketFilter.parse("channel:whatsapp"), in: setting)
    #expect(try store.newestMessages(many, limit: 20) == nil)
    let sql = try #require(store.database.prepared.keys.first { $0.contains("INDEXED BY message_ticket") })
    #expect(try !store.plan(of: sql).contains { $0.hasPrefix("SCAN") && !$0.contains("(subquery") })
  }

  @Test func theIndexKnowsWhatItsBoundMisses() throws {
    var chance = Chance(seed: 7)
    _ = try fill(&chance)
    #expect(try store.searchIndexIsSound())
    try store.database.execute("UPDATE message_search_span SET newest_at = newest_at - 1 WHERE span = 0")
    #expect(try !store.searchIndexIsSound())
    try store.database.execute("DELETE FROM message_search_span")
    #expect(try !store.searchIndexIsSound())
    try store.transaction { try store.rebuildSearch() }
    #expect(try store.searchIndexIsSound())
  }

  @Test func whatWasFoundStandsInBrackets() throws {
    try store.transaction {
      try store.insert(
        Message(
          id: 1, ticketID: 1, at: Instant(unixSeconds: 9), author: .customer, authorName: "Eva",
          isPublic: true, body: "¡La DEVOLUCIÓN, «la devolución» del pedido!"))
      try store.indexMessages(from: 1)
    }
    let hit = try #require(store.newestHits(search("devolucion", limit: 9)).first)
    #expect(hit.snippet.marked == "¡La [DEVOLUCIÓN], «la [devolución]» del pedido!")
    #expect(hit.ticketID == 1 && hit.customer == "Leo" && hit.channel == "Ventas")
  }

  /// The words come first and tell the messages; of the rest nothing is read from end to end but the list of spans.
  @Test(arguments: [
    ("pedido", []), ("pedido status:open", ["SEARCH ticket USING INTEGER PRIMARY KEY (rowid=?)"]),
    (
      "pedido customer:eva",
      [
        "SEARCH ticket USING INTEGER PRIMARY KEY (rowid=?)", "LIST SUBQUERY 2",
        "SEARCH said USING COVERING INDEX message_ticket (ticket_id=?)",
      ]
    ),
  ])
  func searchesAreLedByTheWords(text: String, also: [String]) throws {
    var chance = Chance(seed: 1)
    _ = try fill(&chance)
    let known = Set(store.database.prepared.keys)
    _ = try store.newestHits(try search(text, limit: 5))
    let sql = try #require(
      store.database.prepared.keys.first {
        !known.contains($0) && $0.contains("message_search.rowid >=")
      })
    let plan = try store.plan(of: sql)
    #expect(plan.first == "SCAN message_search VIRTUAL TABLE INDEX 0:M1><", "\(plan)")
    #expect(!plan.dropFirst().contains { $0.hasPrefix("SCAN") }, "\(plan)")
    for line in also { #expect(plan.contains(line), "\(plan)") }
  }
}
