import Testing
import VocDesk
import VocDomain
import VocTesting

/// What agents pull, and why tickets are where they are.
@Suite struct NextTicketTests {
  @Test func theFirstInTheOrderWithinCapacity() throws {
    let centre = try Centre(#"{"channels": {"whatsapp": {"capacity": 2}}}"#)
    for priority in [Ticket.Priority.normal, .urgent, .low] {
      try centre.create(priority: priority)
      centre.wait(60)
    }
    #expect(try centre.next("Pedro") == 2)
    #expect(try centre.next("Pedro") == 1)
    let full = try centre.desk("Pedro").nextTicket()
    #expect(full.given == nil && full.waiting == 1)
    #expect(full.left == [.nobodyEligible: 1])
    #expect(try centre.next("Lucia") == 3)
    let none = try centre.desk("Lucia").nextTicket()
    #expect(none.given == nil && none.waiting == 0)
    #expect(
      try centre.fixture.rows("SELECT outcome FROM route_decision") == ["assigned", "assigned", "assigned"])
    #expect(try centre.wrong() == [])
  }

  /// Lucia served the customer before and has room: whoever asks first does not take them from her.
  @Test func aCustomerWhomAColleagueKnowsIsLeftToThem() throws {
    let centre = try Centre()
    try centre.create(customer: "Ana")
    try centre.perform(.take, .reply("Hola"), .solve(cause: nil), on: 1)
    centre.wait(60)
    try centre.create(customer: "Ana")
    #expect(try centre.next("Pedro") == nil)
    #expect(try centre.next("Lucia") == 2)
  }

  /// Pulled, or accepted where it was offered.
  @Test(arguments: ["Correo", "Chat"]) func whatIsPulledIsAnActOfOnesOwn(channel: String) throws {
    let centre = try Centre(agents: ["Lucia"])
    try centre.create()
    try centre.perform(.addTag("x"), on: 1)
    try centre.create(channel, priority: .urgent)
    if channel == "Chat" { _ = try centre.route() }
    let desk = try centre.desk("Lucia")
    let next = try desk.nextTicket()
    #expect((next.ticket?.id, next.wasOffered) == (2, channel == "Chat"))
    let act = try #require(try desk.acts(limit: 1).first)
    #expect((act.verbs, act.ticketCount, act.undoneCount) == ([.take], 1, 0))
    centre.wait(60)
    let undone = try desk.undo(act: nil)
    #expect((undone.act.id, undone.tickets.map(\.ticket.id)) == (act.id, [2]))
    #expect(try centre.holder(of: 2) == "new -")
    #expect(try desk.startShift(ofAgent: "Lucia", within: 60).lines.allSatisfy { $0.handed == nil })
    let why = try desk.routeWhy(ticket: 2)
    #expect(why.isWaiting && why.byHand.last?.from == "Lucia" && why.byHand.last?.to == nil)
    #expect(try centre.wrong() == [])
  }

  /// What a run or asking swept is no part of it.
  @Test func onlyTheTicketPulledIsPartOfTheAct() throws {
    let centre = try Centre(agents: ["Lucia"])
    for _ in 1...2 { try centre.create() }
    try centre.perform(.take, on: 1)
    centre.wait(16 * 60)
    #expect(try centre.next("Lucia") == 2)
    #expect(try centre.holder(of: 1) == "open -")
    let undone = try centre.desk("Lucia").undo(act: nil)
    #expect(undone.tickets.map(\.ticket.id) == [2])
    #expect(try centre.holder(of: 1) == "open -")
  }

  @Test func aChatPulledIsAcceptedAtOnce() throws {
    let centre = try Centre()
    try centre.create("Chat")
    #expect(try centre.next("Pedro") == 1)
    #expect(try centre.holder(of: 1) == "open Pedro")
    #expect(try centre.fixture.rows("SELECT ticket_id FROM offer") == [])
  }

  @Test func whoIsNotThereGetsNothingAndIsToldWhy() throws {
    let centre = try Centre(
      #"{"calendars": [{"name": "tarde", "zone": "UTC", "hours": {"mon-fri": ["14:00-20:00"]}}]}"#)
    try centre.create()
    try centre.set("offline", "Pedro")
    var next = try centre.desk("Pedro").nextTicket()
    #expect(next.given == nil && next.state == "offline" && next.left == [.nobodyOnline: 1])
    _ = try centre.desk().setShift("tarde", ofAgent: "Lucia")
    next = try centre.desk("Lucia").nextTicket()
    #expect(next.given == nil && !next.isOnShift && next.waiting == 1)
    centre.setClock(day: 1, 14)
    #expect(try centre.next("Lucia") == 1)
    #expect(throws: VocError.self) { try centre.next("visita") }
  }

  @Test func anOfferThatRanOutIsMissedAndTheTicketStillFirst() throws {
    let centre = try Centre(agents: ["Lucia"])
    try centre.create("Fono")
    _ = try centre.route()
    centre.wait(3)
    try centre.create("Fono")
    centre.wait(57)
    #expect(try centre.next("Lucia") == 1)
    #expect(try centre.holder(of: 1) == "open Lucia")
    #expect(try centre.wrong() == [])
  }

  @Test func anotherMaySeeToAnOfferThatRanOut() throws {
    let centre = try Centre()
    try centre.create("Fono")
    #expect(try centre.route() == ["1 ? Lucia"])
    centre.wait(60)
    // No router has run since: the offer stands in nobody's way.
    try centre.perform(.take, on: 1, as: "Pedro")
    #expect(try centre.holder(of: 1) == "open Pedro")
  }

  /// Who is refused loses nothing: only a run takes back what they left.
  @Test func aRefusalChangesNothing() throws {
    let centre = try Centre()
    try centre.create()
    try centre.perform(.take, on: 1)
    centre.wait(60)
    try centre.set("offline", "Lucia")
    centre.wait(Seconds.hour)
    let dump = try centre.fixture.dump().filter { !$0.contains("agent_presence") }
    #expect(try centre.next("Lucia") == nil)
    #expect(try centre.fixture.dump().filter { !$0.contains("agent_presence") } == dump)
    #expect(try centre.route().first == "1 < Lucia unanswered")
  }

  @Test func whyTellsWhatWasDecidedThenWhateverHappensLater() throws {
    let centre = try Centre(#"{"routing": {"method": "spare_percent"}}"#, agents: ["Lucia", "Pedro", "Eva"])
    try centre.set("away", "Eva")
    try centre.create()
    _ = try centre.route()
    let why = try centre.desk().routeWhy(ticket: 1)
    let decision = try #require(why.past.first?.decision)
    #expect((why.assignee, why.isWaiting, why.past.count) == ("Lucia", false, 1))
    #expect(why.past.map(\.outcome) == ["assigned"] && why.past.map(\.agent) == ["Lucia"])
    #expect(why.past.first?.policyVersion == 1)
    #expect(decision.agent == 1 && decision.candidates.map(\.agent) == [1, 2, 3])
    #expect(decision.candidates.map(\.failed) == [nil, nil, .state])
    #expect(decision.candidates.map(\.capacity) == [6, 6, 6])
    #expect(decision.decider == .lowerID)
    #expect(decision.candidates.map(\.obstacle) == [nil, nil, .state("away")])
    #expect(why.past.first?.ways.method == .sparePercent)
    try centre.set("offline", "Lucia", "Pedro")
    try centre.set("online", "Eva")
    _ = try centre.desk().setCapacity(["whatsapp": 1], ofAgent: "Lucia")
    try centre.apply(#"{"routing": {"method": "spare"}}"#)
    centre.wait(20 * 60)
    #expect(try centre.route() == ["1 < Lucia unanswered", "1 > Eva"])
    let later = try centre.desk().routeWhy(ticket: 1)
    #expect(later.past.map(\.outcome) == ["assigned", "unanswered", "assigned"])
    #expect(later.past.map(\.policyVersion) == [1, 2, 2])
    #expect(later.past.first?.decision == decision)
    #expect(later.past.map(\.ways.method) == [.sparePercent, .spare, .spare])
    #expect(later.past[1].decision == nil)
  }

  @Test func whyTellsWhatATicketWaitsFor() throws {
    let centre = try Centre(online: false)
    for _ in 1...2 { try centre.create() }
    var why = try centre.desk().routeWhy(ticket: 2)
    #expect(why.isWaiting && why.onlineAgents == 0 && why.queue == "general" && !why.isMoved)
    #expect(why.wait?.reason == .nobodyOnline && why.wait?.place == 2 && why.wait?.placeOf == 2)
    _ = try centre.desk().setCapacity(["whatsapp": 1], ofAgent: "Pedro")
    try centre.set("online", "Pedro")
    why = try centre.desk().routeWhy(ticket: 1)
    #expect(why.wait == nil && why.wouldGoTo?.agent == 2 && why.onlineAgents == 1)
    why = try centre.desk().routeWhy(ticket: 2)
    #expect(why.wait?.reason == .nobodyEligible && why.wait?.place == 1)
    #expect(why.wait?.candidates.map { [$0.failed?.rawValue] } == [["capacity"], ["state"]])
    try centre.create("Chat")
    _ = try centre.route()
    let offered = try centre.desk().routeWhy(ticket: 3)
    #expect(offered.offeredTo == "Pedro" && offered.offerExpiresAt == centre.fixture.clock + 60)
    #expect(!offered.isWaiting)
    #expect(throws: VocError.unknownTicket(9)) { try centre.desk().routeWhy(ticket: 9) }
  }
}
