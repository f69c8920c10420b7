import Testing
import VocDomain

@testable import SQLite
@testable import VocStore

/// How SQLite runs lists with filters: never through a whole table that grows, but in the order of the list.
@Suite struct FilterPlanTests {
  let store: Store
  let setting: FilterSetting

  init() throws {
    store = try Store()
    let context = FilterContext(
      now: Instant(unixSeconds: 1_775_001_600), zone: try ZoneClock(named: "UTC"), me: "Ana")
    setting = FilterSetting(
      context: context,
      queues: [QueueCondition(name: "ventas", filter: try TicketFilter.parse("tag:vip OR segment:A"))])
    try store.transaction {
      _ = try store.insertAgent(name: "Ana", email: nil)
      _ = try store.insertAgent(name: "Luis", email: nil)
      _ = try store.insert(Channel(id: 0, kind: "whatsapp", name: "Ventas", zone: "UTC"))
      try store.database.executeScript(
        """
        INSERT INTO customer (id, name, folded_name, created_at) VALUES (1, 'Eva', 'eva', 0);
        INSERT INTO ticket (id, status, priority, subject, customer_id, channel_id, created_at, updated_at)
          VALUES (1, 'open', 2, '', 1, 1, 0, 0);
        INSERT INTO ticket_tag (ticket_id, tag) VALUES (1, 'vip');
        """)
    }
  }

  private func query(_ text: String, _ statuses: [Ticket.Status] = Ticket.Status.unsolved) throws
    -> TicketQuery
  {
    var query = TicketQuery()
    query.statuses = statuses
    query.condition = try store.condition(of: TicketFilter.parse(text), in: setting)
    return query
  }

  /// The lines for the tickets, and for what finds few of them.
  private func plan(_ query: TicketQuery) throws -> [String] {
    let known = Set(store.database.prepared.keys)
    _ = try store.tickets(query)
    let sql = try #require(
      store.database.prepared.keys.first {
        !known.contains($0) && $0.contains("ORDER BY") && $0.contains("customer.name")
      })
    return try store.plan(of: sql).filter { $0.contains(" ticket ") || $0.contains(" few ") }
  }

  private static let byNumber = "SEARCH ticket USING INTEGER PRIMARY KEY (rowid=?)"

  @Test(arguments: [
    ("status:open channel:whatsapp -tag:vip", "SCAN ticket USING INDEX ticket_pressing"),
    ("pedido segment:A", "SCAN ticket USING INDEX ticket_pressing"),
    ("queue:ventas", "SCAN ticket USING INDEX ticket_pressing"),
    ("tag:vip OR due:<2h", "SCAN ticket USING INDEX ticket_pressing"),
    ("assignee:@me", "SEARCH ticket USING INDEX ticket_assignee_pressing (assignee_id=?)"),
    ("is:unassigned", "SEARCH ticket USING INDEX ticket_assignee_pressing (assignee_id=?)"),
  ])
  func aWalkStopsAtTheLimit(text: String, ticket: String) throws {
    #expect(try plan(query(text)) == [ticket])
  }

  /// What the index tells is asked before any ticket is looked up.
  @Test(arguments: ["status:open", "priority:high channel:whatsapp", "status:new waiting:>2h"])
  func whatTheIndexTellsNeedsNoTicket(text: String) throws {
    #expect(try plan(query(text)) == ["SCAN ticket USING COVERING INDEX ticket_pressing", Self.byNumber])
  }

  @Test(arguments: [
    ("due:<2h", "SEARCH few USING COVERING INDEX ticket_sla_due (due_at>? AND due_at<?)"),
    (
      "status:open channel:whatsapp due:1h..2h",
      "SEARCH few USING COVERING INDEX ticket_sla_due (due_at>? AND due_at<?)"
    ),
    ("customer:eva", "SEARCH few USING COVERING INDEX ticket_customer (customer_id=?)"),
    ("customer:eva,#1", "SEARCH few USING COVERING INDEX ticket_customer (customer_id=?)"),
    ("tag:vip", "SEARCH few USING PRIMARY KEY (tag=?)"),
    ("id:7", "SEARCH few USING INTEGER PRIMARY KEY (rowid=?)"),
    ("created:today", "SEARCH few USING COVERING INDEX ticket_created (created_at>? AND created_at<?)"),
    ("cue:legal", "SCAN few USING COVERING INDEX message_signal_cues"),
    ("is:promised", "SEARCH few USING COVERING INDEX ticket_pending_until (pending_until>?)"),
    ("updated:<-7d", "SEARCH few USING COVERING INDEX ticket_updated (updated_at<?)"),
    ("assignee:ana,luis", "SEARCH few USING INDEX ticket_assignee_pressing (assignee_id=?)"),
  ])
  func whatFewTicketsFulfilIsLookedUp(text: String, few: String) throws {
    #expect(try plan(query(text)) == [Self.byNumber, few])
  }

  /// Their own index is what IN goes through.
  @Test func followUpsAreLookedUp() throws {
    #expect(try plan(query("is:follow-up")) == [Self.byNumber])
  }

  @Test(arguments: [
    ("status:solved", "SEARCH ticket USING INDEX ticket_status_updated (status=?)"),
    ("status:solved,closed pedido", "SCAN ticket USING INDEX ticket_updated"),
    ("-status:open", "SCAN ticket USING INDEX ticket_updated"),
    ("assignee:ana,luis", "SCAN ticket USING INDEX ticket_updated"),
  ])
  func solvedTicketsAreWalkedFromTheNewest(text: String, ticket: String) throws {
    #expect(try plan(query(text, Ticket.Status.allCases)) == [ticket])
  }

  /// A page of an export begins where the last one ended, whatever else is asked.
  @Test(arguments: [
    "", "status:open", "pedido channel:whatsapp", "-status:open", "is:unassigned", "due:none",
  ])
  func aPageGoesOnByNumber(text: String) throws {
    var query = try query(text, Ticket.Status.allCases)
    (query.sort, query.after) = (.number, 7)
    #expect(try plan(query) == ["SEARCH ticket USING INTEGER PRIMARY KEY (rowid>?)"])
  }

  @Test func aPageOfFewTicketsLooksThemUp() throws {
    var query = try query("customer:eva", Ticket.Status.allCases)
    (query.sort, query.after) = (.number, 7)
    #expect(
      try plan(query) == [
        Self.byNumber, "SEARCH few USING COVERING INDEX ticket_customer (customer_id=?)",
      ])
  }

  /// A tag that every other ticket carries is no shortcut.
  @Test func whatManyFulfilIsWalked() throws {
    try store.database.executeScript(
      """
      WITH RECURSIVE n (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM n WHERE n < 2000)
      INSERT INTO ticket (id, status, priority, subject, customer_id, channel_id, created_at, updated_at)
      SELECT n, 'open', 2, '', 1, 1, n, n FROM n;
      INSERT INTO ticket_tag (ticket_id, tag) SELECT id, 'vip' FROM ticket WHERE id > 1;
      """)
    let query = try query("tag:vip")
    #expect(try plan(query) == ["SCAN ticket USING INDEX ticket_pressing"])
    #expect(try store.countTickets(query) == TicketCount(number: 1_500, isLeast: true))
  }

  @Test func nothingScansWhatGrows() throws {
    let filters = [
      "status:open channel:whatsapp -tag:vip assignee:@me due:<2h created:>=2026-11-01 pedido", "is:breached",
      "queue:ventas country:MX language:es OR stage:land", "-(customer:eva OR cause:x) waiting:>2h",
      "-due:none",
      "tag:none solved:>-7d", "id:1..9 priority:>=high", "due:none -assignee:none",
    ]
    for text in filters {
      for statuses in [Ticket.Status.unsolved, Ticket.Status.allCases] {
        for sort in [nil, TicketQuery.Sort.due, .newest, .oldest, .updated, .number] {
          var query = try query(text, statuses)
          query.sort = sort
          _ = try store.tickets(query)
          _ = try store.countTickets(query)
        }
      }
    }
    let inOrder = [
      "SCAN ticket USING", "SCAN ticket_sla USING", "SCAN (subquery", "SCAN CONSTANT", "SCAN channel",
      "SCAN found",
    ]
    var checked = 0
    for sql in store.database.prepared.keys where sql.contains("FROM ticket") {
      checked += 1
      for line in try store.plan(of: sql) where line.hasPrefix("SCAN") {
        // By number all tickets stand in the order of the list.
        let isByNumber = line == "SCAN ticket" && sql.contains("NOT INDEXED")
        #expect(isByNumber || inOrder.contains(where: line.hasPrefix), "\(sql): \(line)")
      }
    }
    #expect(checked > 60)
  }
}
