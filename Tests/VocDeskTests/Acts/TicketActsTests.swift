import Testing
import VocDesk
import VocDomain
import VocTesting

/// What people do with tickets, and what is written about it.
@Suite struct TicketActsTests {
  let fixture: DeskFixture

  init() throws {
    fixture = try DeskFixture()
    let desk = try fixture.desk()
    _ = try desk.addChannel(name: "WhatsApp", kind: "whatsapp", zone: "UTC", country: "MX", identities: [])
    for name in ["Lucia", "Pedro"] { _ = try desk.addAgent(name: name, email: nil) }
  }

  @discardableResult
  private func create(_ text: String = "No llega", tags: [String] = []) throws -> Int64 {
    var new = Desk.NewTicket(customer: "Ana Mora", channel: "WhatsApp", text: text)
    new.tags = tags
    return try fixture.desk().createTicket(new).id
  }

  private func perform(_ changes: Desk.TicketChange..., on ids: Int64..., as actor: String = "lucia") throws {
    _ = try fixture.desk(actor).perform(changes, on: ids)
  }

  private func events(_ id: Int64) throws -> [String] {
    try fixture.desk().view(ticket: id).events.map {
      "\($0.at - fixture.clock) \($0.actor): \($0.kind) \($0.from ?? "-") → \($0.to ?? "-")"
    }
  }

  @Test func creatingWritesItsEvent() throws {
    let id = try create(tags: ["VIP", "muy urgente", "vip"])
    #expect(
      try events(id) == [
        "0 lucia: created - → new", "0 lucia: tag - → vip", "0 lucia: tag - → muy-urgente",
      ])
    let view = try fixture.desk().view(ticket: id)
    #expect((view.ticket.status, view.ticket.waitingSince) == (.new, fixture.clock))
    #expect(view.messages.map(\.body) == ["No llega"])
    #expect(view.tags == ["muy-urgente", "vip"])
    try fixture.expectSound()
  }

  struct Act: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// Done before the clock moves.
    var before: [Desk.TicketChange] = []
    var change: Desk.TicketChange
    var events: [String]
  }

  static let acts = [
    Act(testDescription: "take", change: .take, events: ["status new → open", "assignee - → Lucia"]),
    Act(
      testDescription: "assign", change: .assign("pédro"),
      events: ["status new → open", "assignee - → Pedro"]),
    Act(
      testDescription: "assign me", before: [.assign("Pedro")], change: .assign("@me"),
      events: ["assignee Pedro → Lucia"]),
    Act(testDescription: "release", before: [.take], change: .release, events: ["assignee Lucia → -"]),
    Act(testDescription: "reply", change: .reply("Va"), events: ["reply - → 2", "status new → open"]),
    Act(testDescription: "note", before: [.take], change: .note("Ojo"), events: ["note - → 2"]),
    Act(testDescription: "pend", before: [.take], change: .pend, events: ["status open → pending"]),
    Act(
      testDescription: "pend until", before: [.take], change: .pendUntil("1d"),
      events: ["status open → pending", "pendingUntil - → 2026-04-02T00:01:00Z"]),
    Act(testDescription: "hold", before: [.take], change: .hold, events: ["status open → hold"]),
    Act(
      testDescription: "solve", change: .solve(cause: "envío"),
      events: ["status new → solved", "assignee - → Lucia", "cause - → envío"]),
    Act(
      testDescription: "solve another's", before: [.assign("Pedro")], change: .solve(cause: nil),
      events: ["status open → solved"]),
    Act(
      testDescription: "reopen", before: [.solve(cause: nil)], change: .reopen,
      events: ["status solved → open"]),
    Act(
      testDescription: "close", before: [.solve(cause: nil)], change: .close,
      events: ["status solved → closed"]),
    Act(testDescription: "tag", change: .addTag(" Muy  Urgente "), events: ["tag - → muy-urgente"]),
    Act(
      testDescription: "untag", before: [.addTag("vip")], change: .removeTag("VIP"), events: ["tag vip → -"]),
    Act(testDescription: "priority", change: .priority(.urgent), events: ["priority normal → urgent"]),
    Act(testDescription: "nothing new: take", before: [.take], change: .take, events: []),
    Act(testDescription: "nothing new: tag", before: [.addTag("vip")], change: .addTag("vip"), events: []),
    Act(testDescription: "nothing new: priority", change: .priority(.normal), events: []),
  ]

  @Test(arguments: acts)
  func everyActWritesWhatItChanged(act: Act) throws {
    let id = try create()
    _ = try fixture.desk().perform(act.before, on: [id])
    let known = try events(id).count
    let before = try fixture.desk().view(ticket: id).ticket
    fixture.clock = fixture.clock + 60
    try perform(act.change, on: id)
    #expect(try Array(events(id).dropFirst(known)) == act.events.map { "0 lucia: \($0)" })
    let after = try fixture.desk().view(ticket: id).ticket
    #expect(after.updatedAt == (act.events.isEmpty ? before.updatedAt : fixture.clock))
    try fixture.expectSound()
  }

  @Test func severalTicketsAreChangedTogetherOrNotAtAll() throws {
    let ids = try (1...3).map { try create("ticket \($0)") }
    try perform(.solve(cause: nil), on: ids[2])
    let before = try fixture.dump()
    #expect(throws: VocError.illegalMove(.pend, ticket: ids[2], status: .solved)) {
      try perform(.reply("Hola"), .addTag("x"), .pend, on: ids[0], ids[1], ids[2])
    }
    #expect(throws: VocError.unknownTicket(99)) { try perform(.note("x"), on: ids[0], 99) }
    #expect(try fixture.dump() == before)
    try perform(.reply("Hola"), .pend, on: ids[0], ids[1])
    #expect(try fixture.rows("SELECT status FROM ticket ORDER BY id") == ["pending", "pending", "solved"])
  }

  @Test func solvingNeedsAnAgent() throws {
    let id = try create()
    #expect(throws: VocError.actorIsNoAgent("visita", nearest: [])) {
      try perform(.solve(cause: nil), on: id, as: "visita")
    }
    #expect(throws: VocError.actorIsNoAgent("visita", nearest: [])) {
      try perform(.take, on: id, as: "visita")
    }
    #expect(throws: VocError.actorIsNoAgent("visita", nearest: [])) {
      try perform(.assign("@me"), on: id, as: "visita")
    }
    #expect(try events(id).count == 1)
    try perform(.assign("Pedro"), on: id, as: "visita")
    try perform(.solve(cause: nil), on: id, as: "visita")
    let ticket = try fixture.desk().view(ticket: id).ticket
    #expect((ticket.status, ticket.solvedAt, ticket.waitingSince) == (.solved, fixture.clock, nil))
  }

  @Test func whatAnotherHasIsNotTaken() throws {
    let id = try create()
    try perform(.take, on: id, as: "pedro")
    #expect(throws: VocError.taken(ticket: id, by: "Pedro")) { try perform(.take, on: id) }
    #expect(throws: VocError.notAssigned(ticket: id)) { try perform(.release, .release, on: id) }
    #expect(throws: VocError.unknownAgent("Pedra", nearest: ["Pedro"])) {
      try perform(.assign("Pedra"), on: id)
    }
  }

  @Test func closedIsFinalButForTagsPriorityAndNotes() throws {
    let id = try create()
    try perform(.addTag("vip"), .solve(cause: nil), .close, on: id)
    let solvedAt = fixture.clock
    fixture.clock = fixture.clock + 60
    let final: [Desk.TicketChange] = [
      .take, .assign("Pedro"), .release, .reply("x"), .pend, .hold, .solve(cause: nil), .reopen, .close,
    ]
    let before = try fixture.dump()
    for change in final { #expect(throws: VocError.self, "\(change)") { try perform(change, on: id) } }
    #expect(try fixture.dump() == before)
    try perform(.addTag("otro"), .removeTag("vip"), .priority(.low), .note("archivo"), on: id)
    let view = try fixture.desk().view(ticket: id)
    #expect((view.ticket.status, view.ticket.solvedAt, view.ticket.priority) == (.closed, solvedAt, .low))
    #expect(view.tags == ["otro"])
    #expect(view.messages.last?.isPublic == false)
  }

  @Test func aReopenedTicketWaitsAgainUnlessWeSpokeLast() throws {
    let (unanswered, answered) = (try create("uno"), try create("dos"))
    let asked = fixture.clock
    fixture.clock = fixture.clock + 60
    try perform(.reply("Va"), on: answered)
    try perform(.note("nada"), on: unanswered)
    for id in [unanswered, answered] { try perform(.solve(cause: nil), .reopen, on: id) }
    let tickets = try [unanswered, answered].map { try fixture.desk().view(ticket: $0).ticket }
    #expect(tickets.map(\.waitingSince) == [asked, nil])
    #expect(tickets.map(\.solvedAt) == [nil, nil])
    try fixture.expectSound()
  }

  @Test func textKeepsNoNUL() throws {
    let id = try create("a\0b")
    try perform(.reply("c\0d"), on: id)
    #expect(try fixture.desk().view(ticket: id).messages.map(\.body) == ["a\u{FFFD}b", "c\u{FFFD}d"])
  }
}
