import SQLite
import Testing
import VocDesk
import VocDomain
import VocTesting

/// What is promised, as it is kept beside the tickets.
@Suite struct SLADeskTests {
  static let start = Instant(unixSeconds: 1_775_001_600)
  static let four = """
    {"sla": [{"name": "todo", "targets": {"first_reply": "1h", "next_reply": "30m", "resolution": "4h",
      "requester_wait": "6h"}}]}
    """

  /// "3600" seconds after the start, "3600!" with a breach, "-" while nothing runs; nil: nothing is kept.
  private func kept(_ centre: Centre, _ id: Int64 = 1) throws -> String? {
    try centre.fixture.rows(
      """
      SELECT coalesce(due_at - \(Self.start.unixSeconds), '-') || CASE is_breached WHEN 1 THEN '!' ELSE '' END
      FROM ticket_sla WHERE ticket_id = \(id)
      """
    ).first
  }

  private func firstReply(_ centre: Centre) throws -> SLAClock {
    try #require(try centre.desk().slaView(ticket: 1).clocks.first { $0.measure == .firstReply })
  }

  struct Step: Sendable {
    var at: Int64
    var change: Desk.TicketChange
    var kept: String?
  }

  static let stories: [[Step]] = [
    [
      Step(at: 600, change: .reply("Va"), kept: "14400"), Step(at: 1200, change: .pend, kept: "-"),
      Step(at: 3000, change: .hold, kept: "23400"), Step(at: 3600, change: .solve(cause: nil), kept: nil),
      Step(at: 7200, change: .reopen, kept: "20400"),
    ],
    // "Gracias" needs no reply, but the first one is owed all the same.
    [Step(at: 60, change: .noReply, kept: "3600"), Step(at: 120, change: .note("x"), kept: "3600")],
    [Step(at: 4000, change: .reply("Tarde"), kept: "14400!"), Step(at: 5000, change: .pend, kept: "-!")],
    [Step(at: 60, change: .take, kept: "3600"), Step(at: 90, change: .release, kept: "3600")],
    [
      Step(at: 60, change: .solve(cause: nil), kept: nil), Step(at: 70, change: .close, kept: nil),
      Step(at: 80, change: .addTag("x"), kept: nil), Step(at: 90, change: .priority(.low), kept: nil),
    ],
    // Reopened after the reopening's days it is another promise.
    [
      Step(at: 60, change: .reply("Va"), kept: "14400"), Step(at: 90, change: .solve(cause: nil), kept: nil),
      Step(at: 8 * 86_400, change: .reopen, kept: "\(8 * 86_400 + 14_400)"),
    ],
  ]

  @Test(arguments: stories.indices) func actsMoveWhatIsDue(story: Int) throws {
    let centre = try Centre(Self.four)
    try centre.create("Correo")
    #expect(try kept(centre) == "3600")
    for step in Self.stories[story] {
      centre.fixture.clock = Self.start + step.at
      try centre.perform(step.change, on: 1)
      #expect(try kept(centre) == step.kept, "\(step)")
      #expect(try centre.wrong() == [], "\(step)")
    }
  }

  @Test func aPolicyThatComesLateCountsFromTheCreation() throws {
    let centre = try Centre()
    try centre.create("Correo")
    try centre.create("Correo")
    try centre.perform(.solve(cause: nil), on: 2)
    centre.wait(1800)
    #expect(try centre.apply(Self.four).changedTickets == 1)
    #expect(try (kept(centre), kept(centre, 2)) == ("3600", nil))
    centre.wait(1799)
    #expect(try firstReply(centre).state(at: centre.fixture.clock) == .running)
    centre.wait(1)
    #expect(try firstReply(centre).state(at: centre.fixture.clock) == .breached)
    // One whose time is up already is broken when the promise comes, not before.
    let late = try Centre()
    try late.create("Correo")
    late.wait(7200)
    try late.apply(Self.four)
    let clock = try firstReply(late)
    #expect(
      clock.due == Self.start + 3600 && clock.firstBreachAt(by: late.fixture.clock) == Self.start + 7200)
    #expect(try late.wrong() == [])
  }

  /// zammad#5624, glpi#6902.
  @Test func anotherPolicyOrPriorityKeepsWhatHasElapsed() throws {
    let centre = try Centre(
      #"{"sla": [{"name": "s", "targets": {"resolution": {"normal": "8h", "urgent": "3h"}}}]}"#)
    try centre.create("Correo")
    centre.wait(3600)
    try centre.perform(.pend, on: 1)
    centre.wait(7200)
    try centre.perform(.solve(cause: nil), .reopen, on: 1)
    #expect(try kept(centre) == "\(8 * 3600 + 7200)")
    try centre.perform(.priority(.urgent), on: 1)
    #expect(try kept(centre) == "\(3 * 3600 + 7200)")
    #expect(
      try centre.apply(#"{"sla": [{"name": "s", "targets": {"resolution": "5h"}}]}"#).changedTickets == 1)
    #expect(try kept(centre) == "\(5 * 3600 + 7200)")
    try centre.perform(.priority(.low), on: 1)
    #expect(try kept(centre) == "\(5 * 3600 + 7200)")
    // Nothing that matters to any promise.
    #expect(try centre.apply(#"{"routing": {"idle": "1h"}}"#).changedTickets == 0)
    #expect(try centre.wrong() == [])
  }

  @Test func aBreachIsForEver() throws {
    let centre = try Centre(#"{"sla": [{"name": "s", "targets": {"first_reply": "1h"}}]}"#)
    try centre.create("Correo")
    centre.wait(7200)
    try centre.apply(#"{"sla": [{"name": "s", "targets": {"first_reply": "4h"}}]}"#)
    #expect(try kept(centre) == "14400!")
    let clock = try firstReply(centre)
    #expect(clock.state(at: centre.fixture.clock) == .breached)
    #expect(clock.firstBreachAt(by: centre.fixture.clock) == Self.start + 3600)
    // Not even the end of all promises takes it back.
    try centre.apply(#"{"sla": [{"name": "s", "remove": true}]}"#)
    #expect(try kept(centre) == "-!")
    #expect(try centre.wrong() == [])
    try centre.create("Correo")
    #expect(try kept(centre, 2) == nil)
    try centre.perform(.reply("Va"), .solve(cause: nil), on: 1)
    #expect(try kept(centre) == nil)
    #expect(try centre.wrong() == [])
    try centre.perform(.reopen, on: 1)
    #expect(try centre.wrong() == [])
  }

  /// Conditions that ask whether a promise is broken see one that is just now.
  @Test func whatIsOverdueIsBreachedForConditions() throws {
    let centre = try Centre(
      """
      {"sla": [{"name": "s", "targets": {"first_reply": "1h"}}],
       "queues": [{"name": "rescate", "condition": "is:breached"}]}
      """, online: false)
    try centre.create("Correo")
    #expect(try centre.desk().routeWhy(ticket: 1).queue == "general")
    centre.wait(3600)
    #expect(try centre.desk().routeWhy(ticket: 1).queue == "rescate")
    #expect(try centre.desk().queues().map(\.waiting) == [1, 0])
  }

  @Test func theFirstPolicyWhoseConditionHoldsIsInForce() throws {
    let centre = try Centre(
      """
      {"sla": [{"name": "resto", "targets": {"resolution": "9h"}},
        {"name": "vip", "condition": "tag:vip", "targets": {"resolution": "1h"}},
        {"name": "ventas", "condition": "queue:ventas", "targets": {"resolution": "2h"}}],
       "queues": [{"name": "ventas", "condition": "tag:compra"}]}
      """)
    try centre.create("Correo")
    let steps: [(Desk.TicketChange, String, Int)] = [
      (.addTag("compra"), "ventas", 2), (.addTag("vip"), "vip", 1), (.removeTag("compra"), "vip", 1),
      (.removeTag("vip"), "resto", 9), (.move("ventas"), "ventas", 2), (.move(nil), "resto", 9),
    ]
    for (change, name, hours) in steps {
      centre.wait(60)
      try centre.perform(change, on: 1)
      #expect(try centre.desk().slaView(ticket: 1).policyName == name, "\(change)")
      #expect(try kept(centre) == "\(hours * 3600)", "\(change)")
      #expect(try centre.wrong() == [])
    }
  }

  @Test func claimsAndReturnsOfTheRouterLeaveThePromises() throws {
    let centre = try Centre(Self.four)
    try centre.create()
    try centre.create("Chat")
    #expect(try centre.route() == ["1 > Lucia", "2 ? Pedro"])
    centre.wait(15 * 60)
    #expect(
      try centre.route() == ["2 < Pedro expired", "1 < Lucia unanswered", "1 > Pedro", "2 > Lucia"])
    #expect(try (kept(centre), kept(centre, 2)) == ("3600", "3600"))
    #expect(try centre.wrong() == [])
  }
}
