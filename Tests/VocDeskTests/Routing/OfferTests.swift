import Testing
import VocDesk
import VocDomain
import VocTesting

/// Tickets of synchronous channels: offered, accepted, missed.
@Suite struct OfferTests {
  private func offers(_ centre: Centre) throws -> [String] {
    try centre.fixture.rows("SELECT ticket_id || ' ' || agent_id FROM offer ORDER BY ticket_id")
  }

  @Test func anOfferIsTheAgentsAloneUntilItEnds() throws {
    let centre = try Centre()
    try centre.create("Chat")
    #expect(try centre.route() == ["1 ? Lucia"])
    #expect(try centre.route() == [])
    #expect(try centre.holder(of: 1) == "new -")
    #expect(try offers(centre) == ["1 1"])
    #expect(try centre.desk().roster().map(\.offers) == [[1], []])
    let before = try centre.fixture.dump()
    #expect(throws: VocError.offered(ticket: 1, to: "Lucia")) {
      try centre.perform(.take, on: 1, as: "Pedro")
    }
    #expect(try centre.next("Pedro") == nil)
    #expect(
      try centre.fixture.dump().filter { !$0.hasPrefix("agent_presence") }
        == before.filter { !$0.hasPrefix("agent_presence") })
    centre.wait(29)
    try centre.perform(.take, on: 1)
    #expect(try centre.holder(of: 1) == "open Lucia")
    #expect(try offers(centre) == [])
    #expect(
      try centre.events(1).dropFirst() == [
        "router: offer - → Lucia", "Lucia: offer Lucia → -", "Lucia: status new → open",
        "Lucia: assignee - → Lucia",
      ])
    #expect(try centre.wrong() == [])
  }

  @Test func theNextTicketIsWhatWasOffered() throws {
    let centre = try Centre()
    try centre.create("Correo", priority: .urgent)
    try centre.create("Chat")
    // The e-mail goes to Lucia, so the chat is Pedro's under the same turn.
    #expect(try centre.route() == ["1 > Lucia", "2 ? Pedro"])
    try centre.create("Correo", priority: .urgent)
    let next = try centre.desk("Pedro").nextTicket()
    #expect(next.given?.ticketID == 2 && next.wasOffered)
    #expect(next.given?.decider == .longerSinceAny, "as it was decided when it was offered")
    #expect(try centre.holder(of: 2) == "open Pedro")
    #expect(try centre.next("Pedro") == 3)
    #expect(try centre.wrong() == [])
  }

  @Test func byHandOverridesAnOffer() throws {
    let centre = try Centre(#"{"channels": {"chat": {"capacity": 1}}}"#)
    for _ in 1...2 { try centre.create("Chat") }
    #expect(try centre.route() == ["1 ? Lucia", "2 ? Pedro"])
    try centre.perform(.assign("Pedro"), on: 1)
    #expect(try centre.holder(of: 1) == "open Pedro")
    #expect(try offers(centre) == ["2 2"])
    #expect(try centre.events(1).contains("Lucia: offer Lucia → -"))
    // More than capacity by hand: what was offered may still be accepted.
    try centre.perform(.take, on: 2, as: "Pedro")
    #expect(try centre.holder(of: 2) == "open Pedro")
    #expect(try centre.wrong() == [])
  }

  @Test(arguments: [
    [Desk.TicketChange.solve(cause: nil)], [.solve(cause: nil), .close], [.pend], [.hold],
    [.reply("Va"), .pend], [.solve(cause: nil), .reopen],
  ])
  func whatNeedsNobodyIsOfferedToNobody(changes: [Desk.TicketChange]) throws {
    let centre = try Centre()
    try centre.create("Chat")
    #expect(try centre.route() == ["1 ? Lucia"])
    _ = try centre.desk("Pedro").perform(changes, on: [1])
    #expect(try offers(centre) == [])
    #expect(try centre.wrong() == [])
  }

  @Test func aMissedOfferKeepsItsPlaceAndThreeMissesSilence() throws {
    let centre = try Centre(agents: ["Lucia"])
    try centre.create("Fono")
    centre.wait(5)
    try centre.create("Fono")
    #expect(try centre.route() == ["1 ? Lucia"])
    for miss in 1...2 {
      centre.wait(60)
      #expect(try centre.route() == ["1 < Lucia expired", "1 ? Lucia"])
      #expect(try centre.profile("Lucia").misses == miss)
    }
    #expect(throws: Never.self) { try centre.perform(.note("Un momento"), on: 2) }
    #expect(try centre.profile("Lucia").misses == 2)
    centre.wait(60)
    #expect(try centre.route() == ["1 < Lucia expired", "Lucia: unresponsive"])
    let report = try centre.desk().route()
    #expect((report.onlineAgents, report.waiting) == (0, 2))
    #expect(try centre.profile("Lucia").state == "unresponsive")
    try centre.set("online", "Lucia")
    #expect(try centre.profile("Lucia").misses == 0)
    #expect(try centre.route() == ["1 ? Lucia"])
    #expect(try centre.next("Lucia") == 1)
    centre.wait(60)
    #expect(try centre.wrong() == [])
  }

  @Test func acceptingClearsMisses() throws {
    let centre = try Centre(agents: ["Lucia"])
    try centre.create("Fono")
    _ = try centre.route()
    centre.wait(60)
    _ = try centre.route()
    #expect(try centre.profile("Lucia").misses == 1)
    #expect(try centre.next("Lucia") == 1)
    #expect(try centre.profile("Lucia").misses == 0)
  }

  @Test func aCallTakesTheWholeAgent() throws {
    let centre = try Centre(agents: ["Lucia", "Pedro"])
    for channel in ["Fono", "Chat", "Fono", "Correo"] {
      try centre.create(channel)
      centre.wait(1)
    }
    #expect(try centre.route() == ["1 ? Lucia", "2 ? Pedro", "4 > Lucia"])
    try centre.perform(.take, .reply("Sí"), on: 1)
    try centre.perform(.take, .reply("Sí"), on: 2, as: "Pedro")
    #expect(try centre.route() == [])
    try centre.perform(.solve(cause: nil), on: 1)
    #expect(try centre.route() == ["3 ? Lucia"])
  }

  @Test func aClosedChannelOffersNothing() throws {
    let centre = try Centre(
      """
      {"calendars": [{"name": "oficina", "zone": "UTC", "hours": {"mon-fri": ["09:00-18:00"]}}],
       "channels": {"phone": {"calendar": "oficina"}}}
      """)
    try centre.create("Fono")
    #expect(try centre.left() == ["channel_closed": 1])
    // Who called in the night is called back in the morning: nobody is on the line any more.
    centre.setClock(day: 1, 9)
    #expect(try centre.route() == ["1 > Lucia"])
  }
}
