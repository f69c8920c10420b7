import Testing
import VocDesk
import VocDomain
import VocTesting

/// Runs of the router on a desk: what is given, kept and written.
@Suite struct RouteTests {
  @Test func whatWaitsIsGivenAndASecondRunDoesNothing() throws {
    let centre = try Centre()
    for _ in 1...3 { try centre.create() }
    #expect(try centre.route() == ["1 > Lucia", "2 > Pedro", "3 > Lucia"])
    #expect(
      try centre.events(1).dropFirst() == ["router: status new → open", "router: assignee - → Lucia"])
    #expect(try (1...3).map(centre.holder(of:)) == ["open Lucia", "open Pedro", "open Lucia"])
    #expect(
      try centre.fixture.rows("SELECT ticket_id || ' ' || agent_id || ' ' || at FROM assignment")
        == ["1 1 \(centre.fixture.clock.unixSeconds)", "2 2 \(centre.fixture.clock.unixSeconds)"]
        + ["3 1 \(centre.fixture.clock.unixSeconds)"])
    #expect(try centre.profile("Pedro").lastAssigned == ["whatsapp": centre.fixture.clock])
    let before = try centre.fixture.dump()
    #expect(try centre.route() == [])
    #expect(try centre.fixture.dump() == before)
    #expect(try centre.wrong() == [])
  }

  @Test func aDryRunShowsAllAndWritesNothing() throws {
    let centre = try Centre(#"{"routing": {"idle": "20m"}}"#, agents: ["Lucia", "Pedro", "Eva"])
    try centre.create("Fono")
    #expect(try centre.route() == ["1 ? Lucia"])
    centre.wait(30 * 60)
    for agent in ["Pedro", "Lucia"] { try centre.perform(.note("Aquí"), on: 1, as: agent) }
    try centre.create()
    let before = try centre.fixture.dump()
    let shown = try centre.route(dryRun: true)
    #expect(shown == ["1 < Lucia expired", "1 > Pedro", "2 > Lucia", "Eva: away"])
    #expect(try centre.fixture.dump() == before)
    #expect(try centre.route() == shown)
    #expect(try centre.fixture.dump() != before)
  }

  @Test func capacityHoldsAcrossRunsAndAFreeSlotGoesToTheOldest() throws {
    let centre = try Centre(#"{"channels": {"whatsapp": {"capacity": 1, "no_answer": "none"}}}"#)
    for _ in 1...3 {
      try centre.create()
      centre.wait(60)
    }
    #expect(try centre.route() == ["1 > Lucia", "2 > Pedro"])
    for _ in 1...3 { #expect(try centre.route() == []) }
    #expect(try centre.desk().route().waiting == 1)
    // The next to come is not before the one that waits (chatwoot#10583).
    try centre.create()
    try centre.perform(.reply("Listo"), .solve(cause: nil), on: 2, as: "Pedro")
    #expect(try centre.route() == ["3 > Pedro"])
    try centre.perform(.pend, on: 1)
    #expect(try centre.route() == ["4 > Lucia"])
    // Awake again, by hand beyond capacity: nothing more is given until it is below.
    try centre.perform(.solve(cause: nil), .reopen, on: 1)
    try centre.create()
    #expect(try centre.route() == [])
    #expect(try centre.wrong() == [])
  }

  @Test func byHandBeyondCapacityAndThenNothingMore() throws {
    let centre = try Centre(
      #"{"channels": {"email": {"capacity": 1}}}"#, agents: ["Lucia"])
    for _ in 1...3 { try centre.create("Correo") }
    try centre.perform(.assign("Lucia"), on: 1, 2, as: "Pedro")
    #expect(try centre.route() == [])
    try centre.perform(.solve(cause: nil), on: 1)
    #expect(try centre.route() == [])
    try centre.perform(.solve(cause: nil), on: 2)
    #expect(try centre.route() == ["3 > Lucia"])
  }

  @Test func anAgentsOwnCapacityAndStateCount() throws {
    let centre = try Centre()
    _ = try centre.desk().setCapacity(["whatsapp": 0], ofAgent: "Lucia")
    try centre.create()
    #expect(try centre.route() == ["1 > Pedro"])
    _ = try centre.desk().setCapacity(["whatsapp": nil], ofAgent: "Lucia")
    try centre.set("away", "Lucia")
    try centre.create()
    try centre.create("Correo")
    // Away takes e-mail only.
    #expect(try centre.route() == ["2 > Pedro", "3 > Lucia"])
    try centre.set("offline", "Lucia", "Pedro")
    try centre.create()
    let report = try centre.desk().route()
    // Nobody online is told (chatwoot#5672), and nobody waits for those who have left (zammad#3029).
    #expect((report.onlineAgents, report.waiting, report.given.count) == (0, 4, 0))
    #expect(report.returned.map(\.ticketID) == [1, 2, 3])
    #expect(throws: VocError.self) { try centre.set("unresponsive", "Lucia") }
    #expect(throws: VocError.self) { try centre.set("dormida", "Lucia") }
  }

  @Test func idleAgentsTurnAwayAndAskingIsAnAct() throws {
    let centre = try Centre(
      #"{"routing": {"idle": "30m"}, "channels": {"whatsapp": {"no_answer": "none"}}}"#)
    try centre.create()
    centre.wait(20 * 60)
    try centre.perform(.note("Ojo"), on: 1, as: "Pedro")
    centre.wait(10 * 60)
    #expect(try centre.route() == ["1 > Pedro", "Lucia: away"])
    try centre.create()
    centre.wait(31 * 60)
    // Whoever asks for a ticket is not idle.
    #expect(try centre.next("Pedro") == 2)
    #expect(try centre.profile("Pedro").state == "online")
  }

  @Test func theLastAgentServesTheCustomerAgain() throws {
    let centre = try Centre(#"{"routing": {"affinity": "10m"}}"#)
    try centre.create(customer: "Ana Mora")
    try centre.perform(.take, .reply("Va"), .solve(cause: nil), on: 1, as: "Pedro")
    centre.wait(60)
    try centre.create(customer: "Ana Mora")
    #expect(try centre.route() == ["2 > Pedro"])
    try centre.perform(.reply("Va"), .solve(cause: nil), on: 2, as: "Pedro")
    try centre.set("away", "Pedro")
    try centre.create(customer: "Ana Mora")
    // Away: the ticket is kept for them for a while.
    #expect(try centre.left() == ["affinity_hold": 1])
    centre.wait(10 * 60)
    #expect(try centre.route() == ["3 > Lucia"])
    try centre.perform(.solve(cause: nil), on: 3)
    // Nobody is kept waiting for one who has gone (chatwoot#4158).
    try centre.set("offline", "Pedro")
    try centre.create(customer: "Ana Mora")
    #expect(try centre.route() == ["4 > Lucia"])
  }

  @Test func chatwoot12478_aTagPutsATicketIntoItsQueue() throws {
    let centre = try Centre(
      #"{"queues": [{"name": "ventas", "condition": "tag:compra", "groups": ["ventas"]}]}"#)
    _ = try centre.desk().changeMembers(ofQueue: "ventas", group: nil, adding: ["Pedro"], removing: [])
    try centre.create(tags: ["compra"])
    try centre.create()
    try centre.perform(.addTag("compra"), on: 2)
    #expect(try centre.route() == ["1 > Pedro", "2 > Pedro"])
  }

  @Test func tagsAndQueuesByHandDecide() throws {
    let centre = try Centre(
      """
      {"queues": [
        {"name": "ventas", "condition": "tag:compra", "groups": ["vendedores"]},
        {"name": "soporte", "condition": "channel:correo", "groups": ["técnicos"]}
      ]}
      """, agents: ["Lucia", "Pedro", "Eva"])
    let desk = try centre.desk()
    _ = try desk.changeMembers(ofQueue: "ventas", group: nil, adding: ["Pedro"], removing: [])
    _ = try desk.changeMembers(ofQueue: "soporte", group: nil, adding: ["Eva"], removing: [])
    try centre.create(tags: ["compra"])
    try centre.create("Correo")
    #expect(try centre.route() == ["1 > Pedro", "2 > Eva"])
    try centre.create()
    try centre.perform(.move("VENTAS"), on: 3)
    #expect(
      try centre.desk().queues().map { "\($0.queue.name) \($0.waiting)" } == [
        "ventas 1", "soporte 0", "general 0",
      ])
    try centre.perform(.move(nil), on: 3)
    try centre.perform(.move("soporte"), on: 3)
    #expect(throws: VocError.unknownQueue("sporte", nearest: ["soporte"])) {
      try centre.perform(.move("sporte"), on: 3)
    }
    #expect(try centre.desk().routeWhy(ticket: 3).isMoved)
    #expect(try centre.route() == ["3 > Eva"])
    #expect(
      try centre.events(3).filter { $0.contains("queue") } == [
        "Lucia: queue - → ventas", "Lucia: queue ventas → -", "Lucia: queue - → soporte",
      ])
    // A queue that is no more: the conditions decide again.
    try centre.create(tags: ["compra"])
    try centre.perform(.move("soporte"), on: 4)
    try centre.apply(#"{"queues": [{"name": "soporte", "remove": true}]}"#)
    #expect(try centre.desk().routeWhy(ticket: 4).queue == "ventas")
    #expect(try centre.route() == ["4 > Pedro"])
    #expect(try centre.wrong() == [])
  }
}
