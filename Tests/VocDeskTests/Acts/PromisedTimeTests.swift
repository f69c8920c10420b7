import SQLite
import Testing
import VocDesk
import VocDomain
import VocTesting

/// A pending ticket with a promised time: every way in and out, and what happens when the time has come.
@Suite struct PromisedTimeTests {
  let centre: Centre
  private let promised = "2026-04-01T02:00:00Z"

  init() throws {
    centre = try Centre(agents: ["Lucia", "Pedro"])
    for _ in 1...2 { try centre.create("Correo") }
    try centre.perform(.take, on: 1)
  }

  private func state(_ id: Int64 = 1) throws -> String {
    try centre.fixture.rows(
      "SELECT status || ' ' || coalesce(strftime('%Y-%m-%dT%H:%M:%SZ', pending_until, 'unixepoch'), '-') FROM ticket WHERE id = \(id)"
    )[0]
  }

  private func lastEvents(_ count: Int, _ id: Int64 = 1) throws -> [String] {
    try centre.events(id).suffix(count)
  }

  @Test func itIsSetChangedAndTakenOff() throws {
    try centre.perform(.pendUntil("2h"), on: 1)
    #expect(try state() == "pending \(promised)")
    #expect(
      try lastEvents(2) == ["Lucia: status open → pending", "Lucia: pendingUntil - → \(promised)"])
    try centre.perform(.pendUntil("mañana 10:30"), on: 1)
    #expect(try state() == "pending 2026-04-02T10:30:00Z")
    #expect(try lastEvents(1) == ["Lucia: pendingUntil \(promised) → 2026-04-02T10:30:00Z"])
    let events = try centre.events(1).count
    try centre.perform(.pendUntil("2026-04-02T10:30"), on: 1)
    #expect(try centre.events(1).count == events, "the same time is nothing new")
    try centre.perform(.pend, on: 1)
    #expect(try state() == "pending -")
    #expect(try lastEvents(1) == ["Lucia: pendingUntil 2026-04-02T10:30:00Z → -"])
    #expect(try centre.wrong() == [])
  }

  @Test func whatIsPastOrNoTimeIsRefused() throws {
    let now = centre.fixture.clock
    let dump = try centre.fixture.dump()
    for (text, error) in [
      ("pronto", VocError.unreadableTime("pronto")), ("0", .timeHasPassed("0", now)),
      ("ayer", .timeHasPassed("ayer", now + -15 * Seconds.hour)),
      ("2026-04-01T00:00", .timeHasPassed("2026-04-01T00:00", now)),
    ] {
      #expect(throws: error) { try centre.perform(.pendUntil(text), on: 1, 2) }
    }
    try centre.perform(.solve(cause: nil), on: 2)
    #expect(throws: VocError.illegalMove(.pend, ticket: 2, status: .solved)) {
      try centre.perform(.pendUntil("2h"), on: 1, 2)
    }
    _ = try centre.desk("Lucia").undo(act: nil)
    #expect(try state() == "open -" && dump.count > 0)
  }

  struct Way: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var changes: [Desk.TicketChange]
    var after: String
  }

  static let ways = [
    Way(testDescription: "hold", changes: [.hold], after: "hold -"),
    Way(testDescription: "solve", changes: [.solve(cause: nil)], after: "solved -"),
    Way(testDescription: "solve and reopen", changes: [.solve(cause: nil), .reopen], after: "open -"),
    Way(testDescription: "solve and close", changes: [.solve(cause: nil), .close], after: "closed -"),
    Way(testDescription: "pend", changes: [.pend], after: "pending -"),
    // These leave it pending, and the promise stands.
    Way(testDescription: "reply", changes: [.reply("va")], after: "pending 2026-04-01T02:00:00Z"),
    Way(
      testDescription: "the rest",
      changes: [.note("ojo"), .addTag("x"), .priority(.urgent), .noReply, .assign("Pedro"), .release],
      after: "pending 2026-04-01T02:00:00Z"),
  ]

  @Test(arguments: ways) func aWayOutEndsIt(way: Way) throws {
    try centre.perform(.pendUntil("2h"), on: 1)
    let before = try state()
    _ = try centre.desk("Lucia").perform(way.changes, on: [1])
    #expect(try state() == way.after)
    _ = try centre.desk("Lucia").undo(act: nil)
    #expect(try state() == before)
    _ = try centre.desk("Lucia").undo(act: nil)
    #expect(try state() == "open -")
    #expect(try centre.wrong() == [])
  }

  @Test func aMergeEndsItAndTakingApartBringsItBack() throws {
    try centre.create("Correo", customer: "Ana Mora")
    try centre.create("Correo", customer: "Ana Mora")
    try centre.perform(.reply("va"), .pendUntil("2h"), on: 3)
    let desk = try centre.desk("Lucia")
    _ = try desk.merge([3], into: 4)
    #expect(try state(3) == "closed -")
    _ = try desk.unmerge(3)
    #expect(try state(3) == "pending \(promised)")
    for _ in 1...2 { _ = try desk.undo(act: nil) }
    #expect(try state(3) == "pending \(promised)")
    // A part of it is no promise.
    try centre.perform(.note("dos"), on: 3)
    _ = try desk.split(3, messages: [1])
    #expect(try state(5).hasSuffix(" -") && state(3) == "pending \(promised)")
    #expect(try centre.wrong() == [])
  }

  /// What the customer says in an import opens it, as ever; taking the import back brings the promise back.
  @Test func theCustomersWordsEndIt() throws {
    let fixture = try DeskFixture()
    fixture.clock = Chat.instant(5)
    try fixture.importChat(Chat([0: "ana: Hola", 2: "us: Buenas"])) { $0.identities = ["Café Andino"] }
    _ = try fixture.desk().perform([.pendUntil("2h")], on: [1])
    let before = try fixture.rows("SELECT status || pending_until FROM ticket")
    #expect(before == ["pending\(fixture.clock.unixSeconds + 7200)"])
    fixture.clock = Chat.instant(9)
    let batch = try fixture.importChat(Chat([0: "ana: Hola", 2: "us: Buenas", 7: "ana: ¿Y?"])) {
      $0.identities = ["Café Andino"]
    }.batch
    #expect(try fixture.rows("SELECT status || coalesce(pending_until, '-') FROM ticket") == ["open-"])
    #expect(throws: VocError.self) { try fixture.desk().undo(act: nil) }
    _ = try fixture.desk().undoImport(try #require(batch))
    #expect(try fixture.rows("SELECT status || pending_until FROM ticket") == before)
  }

  // MARK: When the time has come

  @Test func aRunOpensItAtTheSecond() throws {
    try centre.perform(.pendUntil("2h"), on: 1)
    centre.wait(2 * Seconds.hour - 1)
    #expect(try centre.desk().route().reopened == [] && state() == "pending \(promised)")
    centre.wait(1)
    let due = try centre.fixture.desk("turno", for: .reading).route(dryRun: true).reopened
    #expect(
      due.map { "\($0.ticketID) \($0.agent ?? "-") \($0.promisedFor.eventText)" } == ["1 Lucia \(promised)"])
    #expect(try state() == "pending \(promised)", "a rehearsal opens nothing")
    #expect(try centre.desk().route().reopened == due)
    #expect(try state() == "open -")
    #expect(
      try lastEvents(2) == ["voc: status pending → open", "voc: pendingUntil \(promised) → -"])
    #expect(try centre.holder(of: 1) == "open Lucia")
    #expect(try centre.desk().route().reopened == [])
    #expect(try centre.wrong() == [])
    #expect(throws: VocError.self) { try centre.desk("Lucia").undo(act: nil) }
  }

  /// Nobody has it: the same run gives it out.
  @Test func whatNobodyHasIsGivenOut() throws {
    try centre.perform(.pendUntil("2h"), on: 2)
    _ = try centre.desk().route()
    #expect(try centre.holder(of: 2) == "pending -")
    centre.wait(2 * Seconds.hour)
    let planned = try centre.route(dryRun: true)
    #expect(try centre.holder(of: 2) == "pending -")
    #expect(planned.contains { $0.hasPrefix("2 > ") })
    #expect(try centre.route() == planned)
    #expect(try centre.wrong() == [])
  }

  /// Since it came back its agent has had no time to answer.
  @Test func whoPromisedHasTimeToAnswer() throws {
    try centre.create("WhatsApp")
    try centre.perform(.take, .pendUntil("2h"), on: 3)
    centre.wait(2 * Seconds.hour)
    #expect(try centre.desk().route().returned.map(\.ticketID) == [])
    #expect(try centre.holder(of: 3) == "open Lucia")
    centre.wait(15 * Seconds.minute)
    #expect(try centre.desk().route().returned.map(\.ticketID) == [3])
  }

  @Test func whoAsksForTheNextIsToldOfTheirs() throws {
    try centre.perform(.pendUntil("2h"), on: 1)
    try centre.perform(.assign("Pedro"), .pendUntil("1h"), on: 2)
    centre.wait(2 * Seconds.hour)
    #expect(try centre.desk("Lucia").nextTicket().reopened.map(\.ticketID) == [1])
    #expect(try [state(1), state(2)] == ["open -", "open -"])
    #expect(try centre.desk("Pedro").nextTicket().reopened == [])
  }

  /// Reading opens nothing.
  @Test func listsShowItAsDue() throws {
    try centre.apply(#"{"sla": [{"name": "s", "targets": {"first_reply": "4h", "requester_wait": "9h"}}]}"#)
    try centre.perform(.pendUntil("2h"), on: 1)
    centre.wait(3 * Seconds.hour)
    let desk = try centre.fixture.desk("Lucia", for: .reading)
    var filter = Desk.TicketSelection()
    filter.condition = try desk.filter("is:promised")
    let lines = try desk.tickets(filter)
    #expect(lines.map(\.ticket.id) == [1] && lines[0].ticket.pendingUntil?.eventText == promised)
    #expect(lines[0].nextDue?.eventText == promised)
    #expect(try state() == "pending \(promised)")
    filter.condition = try desk.filter("-is:promised")
    #expect(try desk.tickets(filter).map(\.ticket.id) == [2])
  }

  /// The soonest first, what is past at the top; whoever starts sees those of today.
  @Test func aShiftShowsThem() throws {
    for _ in 1...2 { try centre.create("Correo") }
    try centre.perform(.assign("Lucia"), on: 2, 3, 4)
    try centre.perform(.reply("va"), on: 1, 2, 3, 4)
    try centre.perform(.pendUntil("mañana"), on: 1)
    try centre.perform(.pendUntil("5h"), on: 2)
    try centre.perform(.pendUntil("2h"), on: 4)
    centre.wait(3 * Seconds.hour)
    let page = try centre.desk().shiftPage(of: .agent("Lucia"), within: 3600).lines
    #expect(
      page.map { "\($0.listed.ticket.id) \($0.section)" } == [
        "4 promised", "2 promised", "1 promised", "3 rest",
      ])
    let started = try centre.desk("Lucia").startShift(ofAgent: "Lucia", within: 3600)
    #expect(started.lines.map(\.listed.ticket.id) == [4, 2])
    #expect(started.others == 2)
  }

  // MARK: Undo

  /// A status and a promise go together: whoever changed one of them since has changed both.
  @Test func whatOthersPromisedSinceStays() throws {
    try centre.perform(.pend, on: 1)
    try centre.perform(.pendUntil("2h"), on: 1, as: "Pedro")
    #expect(throws: VocError.self) { try centre.desk("Lucia").undo(act: nil) }
    try centre.perform(.pend, on: 1)
    try centre.perform(.solve(cause: nil), on: 1, as: "Pedro")
    #expect(throws: VocError.self) { try centre.desk("Lucia").undo(act: nil) }
    #expect(try state() == "solved -")
  }

  @Test func whatAnImportSaysSinceStays() throws {
    try centre.perform(.pendUntil("2h"), on: 1)
    try centre.perform(.pend, on: 1)
    try Database(path: centre.fixture.path).execute("UPDATE ticket SET status = 'open' WHERE id = 1")
    #expect(
      throws: VocError.changedSince(
        act: 3, [.init(ticketID: 1, kind: .status, actor: nil, at: nil)], others: 0)
    ) {
      try centre.desk("Lucia").undo(act: nil)
    }
  }

  @Test func onlyAPendingTicketMayHaveATime() throws {
    #expect(throws: (any Error).self) {
      try Database(path: centre.fixture.path).execute("UPDATE ticket SET pending_until = 1 WHERE id = 1")
    }
  }
}
