import Testing
import VocDomain

@testable import SQLite
@testable import VocStore

/// How SQLite runs each query that a person waits for: never through a whole table that grows.
@Suite struct QueryPlanTests {
  let store: Store

  init() throws { store = try Store() }

  /// A list: what is asked, the plan's line for the ticket table, and whether SQLite sorts.
  struct List: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var query: TicketQuery
    var ticket: String
    var sorts: Bool

    init(
      _ name: String, ticket: String, sorts: Bool = false, _ change: (inout TicketQuery) -> Void = { _ in }
    ) {
      testDescription = name
      query = TicketQuery()
      change(&query)
      self.ticket = ticket
      self.sorts = sorts
    }
  }

  // SCAN … USING INDEX walks an index in the order of the list and stops at its limit.
  static let lists = [
    // What the index alone tells is asked of it first; sorted again are the few that the list shows.
    List("default", ticket: "SCAN ticket USING COVERING INDEX ticket_pressing", sorts: true),
    List("one status", ticket: "SCAN ticket USING COVERING INDEX ticket_pressing", sorts: true) {
      $0.statuses = [.open]
    },
    List("two statuses", ticket: "SCAN ticket USING COVERING INDEX ticket_pressing", sorts: true) {
      $0.statuses = [.new, .open]
    },
    List("channel", ticket: "SCAN ticket USING COVERING INDEX ticket_pressing", sorts: true) {
      $0.channelID = 1
    },
    List("assignee", ticket: "SEARCH ticket USING INDEX ticket_assignee_pressing (assignee_id=?)") {
      $0.assignee = .agent(1)
    },
    List("nobody", ticket: "SEARCH ticket USING INDEX ticket_assignee_pressing (assignee_id=?)") {
      $0.assignee = .nobody
    },
    List("customer", ticket: "SEARCH ticket USING INDEX ticket_customer (customer_id=?)", sorts: true) {
      $0.customerID = 1
    },
    List("solved", ticket: "SEARCH ticket USING INDEX ticket_status_updated (status=?)") {
      $0.statuses = [.solved]
    },
    List("closed, newest", ticket: "SCAN ticket USING INDEX ticket_created") {
      ($0.statuses, $0.sort) = ([.closed], .newest)
    },
    List("all", ticket: "SCAN ticket USING INDEX ticket_updated") { $0.statuses = Ticket.Status.allCases },
    List("solved and closed", ticket: "SCAN ticket USING INDEX ticket_updated") {
      $0.statuses = [.solved, .closed]
    },
    List(
      "all of a customer", ticket: "SEARCH ticket USING INDEX ticket_customer (customer_id=?)", sorts: true
    ) {
      ($0.statuses, $0.customerID) = (Ticket.Status.allCases, 1)
    },
    List("all newest", ticket: "SCAN ticket USING INDEX ticket_created") {
      ($0.statuses, $0.sort) = (Ticket.Status.allCases, .newest)
    },
    List("all oldest", ticket: "SCAN ticket USING INDEX ticket_created") {
      ($0.statuses, $0.sort) = (Ticket.Status.allCases, .oldest)
    },
    List("all by number", ticket: "SCAN ticket") {
      ($0.statuses, $0.sort) = (Ticket.Status.allCases, .number)
    },
    // Only the unsolved ones are read and sorted, however many are solved.
    List("unsolved newest", ticket: "SEARCH ticket USING INDEX ticket_status_updated (status=?)", sorts: true)
    {
      $0.sort = .newest
    },
    List(
      "unsolved by number", ticket: "SEARCH ticket USING INDEX ticket_status_updated (status=?)", sorts: true
    ) {
      $0.sort = .number
    },
  ]

  @Test(arguments: lists)
  func aListIsReadFromItsIndex(list: List) throws {
    let plan = try store.plan { _ = try store.tickets(list.query) }
    let ticket = plan.first {
      $0.hasPrefix("SCAN ticket") || $0.hasPrefix("SEARCH ticket") && !$0.contains("_tag")
    }
    #expect(ticket == list.ticket, "\(plan)")
    #expect(plan.count { $0 == "USE TEMP B-TREE FOR ORDER BY" } == (list.sorts ? 1 : 0), "\(plan)")
    for name in ["customer", "channel", "agent"] {
      #expect(plan.contains { $0.hasPrefix("SEARCH \(name) USING INTEGER PRIMARY KEY (rowid=?)") }, "\(plan)")
    }
  }

  /// Every filter the desk can make, in every order: what is sorted are the rows of a customer, of a tag or the
  /// unsolved ones; everything else is walked in its order. (Planning fails where INDEXED BY does not serve.)
  @Test func noFilterSortsAWholeTable() throws {
    let statuses: [[Ticket.Status]] =
      Ticket.Status.allCases.map { [$0] } + [
        Ticket.Status.unsolved, Ticket.Status.allCases, [.open, .solved],
      ]
    for status in statuses {
      for assignee in [TicketQuery.Assignee.anybody, .nobody, .agent(1)] {
        for bits in 0..<4 {
          for sort in TicketQuery.Sort.allCases.map(Optional.some) + [nil] {
            var query = TicketQuery()
            (query.statuses, query.assignee, query.sort) = (status, assignee, sort)
            if bits & 1 != 0 { query.channelID = 1 }
            if bits & 2 != 0 { query.customerID = 1 }
            _ = try store.tickets(query)
            _ = try store.countTickets(query)
          }
        }
      }
    }
    var checked = 0
    for sql in store.database.prepared.keys where sql.contains("FROM ticket ") && !sql.contains("count(*)") {
      let plan = try store.plan(of: sql)
      let isFew = ["ticket.customer_id = ?", "ticket.status IN ('new'"].contains(
        where: sql.contains)
      // Solved tickets by urgency: nobody needs it, it may take its time.
      if isFew || sql.contains("ORDER BY (ticket.waiting_since IS NULL)") {
        continue
      }
      checked += 1
      #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(sql) \(plan)")
    }
    #expect(checked > 50)
  }

  static let counts = [
    List("default", ticket: "SCAN ticket USING COVERING INDEX ticket_pressing"),
    List("channel", ticket: "SCAN ticket USING COVERING INDEX ticket_pressing") { $0.channelID = 1 },
    List("customer", ticket: "SEARCH ticket USING INDEX ticket_customer (customer_id=?)") {
      $0.customerID = 1
    },
  ]

  @Test(arguments: counts)
  func aCountReadsOnlyItsIndex(list: List) throws {
    let plan = try store.plan { _ = try store.countTickets(list.query) }
    #expect(plan.filter { $0.contains(" ticket ") } == [list.ticket], "\(plan)")
  }

  /// What is not told by few rows is counted no further than a limit.
  @Test(arguments: [
    List("assignee", ticket: "SEARCH ticket USING INDEX ticket_assignee_pressing (assignee_id=?)") {
      $0.assignee = .agent(1)
    },
    List("solved", ticket: "SEARCH ticket USING COVERING INDEX ticket_status_updated (status=?)") {
      $0.statuses = [.solved]
    },
    List("all", ticket: "SCAN ticket USING COVERING INDEX ticket_updated") {
      $0.statuses = Ticket.Status.allCases
    },
    List("solved of a channel", ticket: "SEARCH ticket USING INDEX ticket_status_updated (status=?)") {
      ($0.statuses, $0.channelID) = ([.solved], 1)
    },
  ])
  func aLongCountStops(list: List) throws {
    let plan = try store.plan { _ = try store.countTickets(list.query) }
    #expect(plan.first { $0.contains(" ticket") } == list.ticket, "\(plan)")
    #expect(store.database.prepared.keys.contains { $0.contains("LIMIT ?)") })
  }

  @Test func aTicketsPageIsReadByKeys() throws {
    let expected: [(String, () throws -> Void, [String])] = [
      ("ticket", { _ = try store.ticket(1) }, ["SEARCH ticket USING INTEGER PRIMARY KEY (rowid=?)"]),
      ("customer", { _ = try store.customer(1) }, ["SEARCH customer USING INTEGER PRIMARY KEY (rowid=?)"]),
      (
        "messages", { _ = try store.messages(ofTicket: 1) },
        ["SEARCH message USING INDEX message_ticket (ticket_id=?)"]
      ),
      (
        "events", { _ = try store.events(ofTicket: 1) },
        ["SEARCH event USING INDEX event_ticket (ticket_id=?)", "USE TEMP B-TREE FOR ORDER BY"]
      ),
      (
        "tags", { _ = try store.tags(ofTicket: 1) },
        ["SEARCH ticket_tag USING COVERING INDEX ticket_tag_ticket (ticket_id=?)"]
      ),
      (
        "answers", { _ = try store.answers(ofTicket: 1) },
        ["SEARCH answer USING INDEX answer_ticket (ticket_id=?)", "USE TEMP B-TREE FOR ORDER BY"]
      ),
      (
        "contact points", { _ = try store.contactPoints(ofCustomer: 1) },
        ["SEARCH contact_point USING INDEX contact_point_customer (customer_id=?)"]
      ),
      (
        "other tickets", { _ = try store.newestTickets(ofCustomer: 1, limit: 11) },
        ["SEARCH ticket USING INDEX ticket_customer (customer_id=?)"]
      ),
      (
        "the last reply", { _ = try store.lastReplyAgent(ticket: 1) },
        ["SEARCH message USING INDEX message_ticket (ticket_id=? AND at<?)"]
      ),
      (
        "what we said last", { _ = try store.lastReplies(onTicket: 1, limit: 5) },
        ["SEARCH message USING INDEX message_ticket (ticket_id=?)"]
      ),
      (
        "messages with a word", { _ = try store.messages(saying: "pedido", behind: 9) },
        ["SCAN message_search VIRTUAL TABLE INDEX 0:M1>"]
      ),
      (
        "solved tickets about the same", { _ = try store.solvedTickets(ofMessages: [1, 2], besides: 1) },
        [
          "SCAN json_each VIRTUAL TABLE INDEX 1:", "SEARCH message USING INTEGER PRIMARY KEY (rowid=?)",
          "SEARCH ticket USING INTEGER PRIMARY KEY (rowid=?)",
        ]
      ),
      (
        "a group's stretches", { _ = try store.stretches(of: .group(1)) },
        ["SEARCH ticket USING INDEX ticket_group (group_id=?)"]
      ),
      (
        "a customer's stretches", { _ = try store.stretches(of: .customer(1)) },
        [
          "SEARCH ticket USING INDEX ticket_customer (customer_id=?)"
        ]
      ),
      (
        "newest imported", { _ = try store.newestImported(conversation: 1) },
        ["SEARCH message USING COVERING INDEX message_import_key (conversation_id=?)"]
      ),
      (
        "import key",
        {
          _ = try store.message(
            at: ImportKey(conversationID: 1, at: Instant(unixSeconds: 0), fingerprint: 1, ordinal: 0))
        },
        [
          "SEARCH message USING INDEX message_import_key (conversation_id=? AND at=? AND fingerprint=? AND ordinal=?)"
        ]
      ),
      (
        "answer key", { _ = try store.answer(at: AnswerKey(fingerprint: 1, ordinal: 0)) },
        ["SEARCH answer USING INDEX answer_import_key (fingerprint=? AND ordinal=?)"]
      ),
    ]
    for (name, body, wanted) in expected { #expect(try store.plan(body) == wanted, "\(name)") }
    for body in [
      { _ = try store.calls(ofTicket: 1) }, { _ = try store.reactions(ofTicket: 1) },
      { _ = try store.deliveries(ofTicket: 1) }, { _ = try store.otherChannels(ofTicket: 1) },
    ] as [() throws -> Void] {
      let plan = try store.plan(body)
      #expect(plan.contains { $0.hasSuffix("INDEX message_ticket (ticket_id=?)") }, "\(plan)")
      #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
    }
    for line in try store.plan({ _ = try store.waitingSince(ticket: 1) }) {
      #expect(!line.contains("SCAN message"), "\(line)")
    }
  }
}
