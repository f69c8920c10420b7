import Testing
import VocDomain

@testable import SQLite
@testable import VocStore

/// Journeys are read a ticket at a time: its period by an index, then what happened on it by indices.
@Suite struct JourneyPlanTests {
  private let store: Store
  private let ticket = JourneyTicket(
    id: 1, createdAt: Instant(unixSeconds: 0), customerID: 1, channelID: 1, isOfGroup: false)

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

  /// The plan of the statement that holds these words, among those that `body` prepares.
  private func plan(_ words: String, _ body: () throws -> Void) throws -> [String] {
    let known = Set(store.database.prepared.keys)
    try body()
    let sql = try #require(store.database.prepared.keys.first { $0.contains(words) && !known.contains($0) })
    return try store.plan(of: sql)
  }

  private func condition(_ text: String) throws -> TicketCondition {
    let setting = FilterSetting(
      context: FilterContext(
        now: Instant(unixSeconds: 1_775_001_600), zone: try ZoneClock(named: "UTC"), me: nil))
    return try store.condition(of: TicketFilter.parse(text), in: setting)
  }

  @Test func thePeriodIsReadByItsIndexAndInItsOrder() throws {
    let period = Instant(unixSeconds: 0)..<Instant(unixSeconds: 1)
    let byPeriod = "SEARCH ticket USING INDEX ticket_created (created_at>? AND created_at<?)"
    var ids: [Int64] = []
    let all = try plan("group_id IS NOT NULL") {
      try store.eachJourneyTicket(createdIn: period) { ids.append($0.id) }
    }
    #expect(ids == [1] && all == [byPeriod])
    let filtered = try plan("FROM ticket INDEXED") {
      try store.eachJourneyTicket(createdIn: period, matching: condition("tag:vip")) { _ in }
    }
    #expect(filtered.first == byPeriod, "\(filtered)")
  }

  @Test func withoutAPeriodAFilterTellsWhereToLook() throws {
    var ids: [Int64] = []
    let plan = try plan("FROM ticket NOT INDEXED") {
      try store.eachJourneyTicket(createdIn: nil, matching: condition("tag:vip")) { ids.append($0.id) }
    }
    #expect(ids == [1])
    #expect(plan.first == "SEARCH ticket USING INTEGER PRIMARY KEY (rowid=?)", "\(plan)")
  }

  @Test func whatHappenedIsReadByTicket() throws {
    let messages = try plan("FROM message") { _ = try store.journeyFacts(ofTicket: 1) }
    #expect(messages == ["SEARCH message USING INDEX message_ticket (ticket_id=?)"])
    let fresh = try JourneyPlanTests()
    let events = try fresh.plan("FROM event") { _ = try fresh.store.journeyFacts(ofTicket: 1) }
    #expect(events.first == "SEARCH event USING INDEX event_ticket (ticket_id=?)", "\(events)")
    #expect(!events.contains { $0.contains("SCAN") || $0.contains("TEMP B-TREE") }, "\(events)")
  }

  @Test func theNextTicketIsOneSeek() throws {
    let next = try plan("LIMIT 1") { _ = try store.nextTicket(after: ticket, within: 60) }
    #expect(
      next == [
        "SEARCH ticket USING INDEX ticket_customer (customer_id=? AND created_at>? AND created_at<?)",
        "CORRELATED SCALAR SUBQUERY 1",
        "SEARCH follow_up USING COVERING INDEX sqlite_autoindex_follow_up_1 (ticket_id=?)",
      ])
    let nobodies = try plan("contact_point") { _ = try store.nobodies() }
    #expect(
      nobodies.last
        == "SEARCH contact_point USING INDEX contact_point_channel_value (channel_id=? AND kind=? AND value=?)",
      "\(nobodies)")
  }
}
