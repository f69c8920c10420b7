import Testing
import VocDomain

@testable import SQLite
@testable import VocStore

/// How SQLite finds the answers of some tickets, and the tickets themselves.
@Suite struct FilteredAnswerPlanTests {
  let store: Store
  let always = Instant(unixSeconds: .min)...Instant(unixSeconds: .max)

  init() throws {
    store = try Store()
    try store.transaction {
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

  @Test(arguments: ReportGroup.allCases)
  func thoseOfFewTicketsAreLookedUp(group: ReportGroup) throws {
    let plan = try store.plan {
      try store.eachAnswer(ofTickets: [1, 2], within: always, by: group) { _ in }
    }
    #expect(plan.first == "SEARCH answer USING INDEX answer_ticket (ticket_id=?)")
    #expect(!plan.contains { $0.contains("SCAN") }, "\(plan)")
    let measures = try store.plan {
      try store.eachMeasure(ofTickets: [1, 2], createdUpTo: always.upperBound, by: group) { _, _ in }
    }
    #expect(measures.first == "SEARCH ticket_measure USING INTEGER PRIMARY KEY (rowid=?)")
    #expect(!measures.contains { $0.contains("SCAN") }, "\(measures)")
  }

  @Test(arguments: ReportGroup.allCases)
  func membersOfARowAreLookedUpAndThoseOfAllReadInOnePass(group: ReportGroup) throws {
    let one = try store.plan(of: group.membersOfRow)
    #expect(
      one.contains { $0.contains("SEARCH") }
        && one.allSatisfy { !$0.contains("SCAN") || $0.contains("CONSTANT") }, "\(one)")
    let all = try store.plan(of: group.everyMember)
    #expect(!all.contains { $0.contains("TEMP B-TREE") || $0.contains("rowid=?") }, "\(all)")
  }

  @Test func thoseOfManyTicketsAreSoughtInOnePass() throws {
    let many = Array(1...Int64(Store.fewTickets + 1))
    let plan = try store.plan {
      try store.eachAnswer(ofTickets: many, within: always, by: .agent) { _ in }
    }
    #expect(plan == ["SCAN answer"])
    #expect(
      try store.plan { try store.eachAnswerWithoutTicket(within: always) { _ in } }
        == ["SEARCH answer USING COVERING INDEX answer_ticketless (at>? AND at<?)"])
  }

  @Test func thoseOfNPSAndCSATAreAStretchOfAnIndex() throws {
    #expect(
      try store.plan { try store.eachJudgedAnswer(within: always) { _, _, _, _ in } }
        == ["SEARCH answer USING INDEX answer_judged (at>? AND at<?)"])
  }

  @Test func whoNamesCompetitorsIsFoundByCuesAndWhoWasHeardInOnePass() throws {
    let known = Set(store.database.prepared.keys)
    try store.eachCompetitorText { _ in }
    let plans = try store.database.prepared.keys.filter { !known.contains($0) }.map(store.plan(of:))
    #expect(plans.count == 2)
    for plan in plans {
      #expect(
        plan.first == "SCAN signal" || plan.first == "SCAN signal USING INDEX message_signal_cues", "\(plan)")
      #expect(plan.dropFirst().allSatisfy { $0.hasSuffix("USING INTEGER PRIMARY KEY (rowid=?)") }, "\(plan)")
    }
    #expect(try store.plan { try store.eachConversation { _, _, _ in } } == ["SCAN ticket"])
    let commenters = try store.plan { try store.eachCommenter(within: always) { _, _ in } }
    #expect(commenters.count == 1 && commenters[0].hasSuffix("INDEX answer_commented (at>? AND at<?)"))
  }

  @Test(arguments: [
    ("customer:eva", ["SEARCH few USING COVERING INDEX ticket_customer (customer_id=?)"]),
    ("tag:vip -status:solved", ["SEARCH few USING PRIMARY KEY (tag=?)"]),
    ("created:2026-10", ["SEARCH few USING COVERING INDEX ticket_created (created_at>? AND created_at<?)"]),
    ("status:open channel:whatsapp", []),
  ])
  func ticketsOfAFilterAreLookedUpWhereTheyAreFew(text: String, few: [String]) throws {
    let setting = FilterSetting(
      context: FilterContext(
        now: Instant(unixSeconds: 1_775_001_600), zone: try ZoneClock(named: "UTC"), me: nil))
    let condition = try store.condition(of: TicketFilter.parse(text), in: setting)
    let known = Set(store.database.prepared.keys)
    _ = try store.ticketIDs(matching: condition)
    let sql = try #require(
      store.database.prepared.keys.first { !known.contains($0) && $0.contains("ORDER BY ticket.id") })
    let plan = try store.plan(of: sql)
    let byNumber = "SEARCH ticket USING INTEGER PRIMARY KEY (rowid=?)"
    #expect(plan.first == (few.isEmpty ? "SCAN ticket" : byNumber))
    #expect(plan.filter { $0.contains(" few ") } == few)
    #expect(!plan.contains { $0.contains("TEMP B-TREE") })
  }
}
