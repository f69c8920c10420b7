import Testing
import VocDesk
import VocDomain
import VocTesting

/// What a shift leaves, who gets it, and what awaits the next one.
@Suite struct ShiftTests {
  static let promises = """
    {"sla": [{"name": "todo", "targets": {"first_reply": "4h", "resolution": "30h"}}]}
    """
  let centre: Centre

  init() throws { centre = try Centre(agents: ["Lucia", "Pedro", "Eva"]) }

  /// "1 due, 3 waiting".
  private func text(_ lines: [Desk.ShiftLine]) -> String {
    lines.map { "\($0.listed.ticket.id) \($0.section.rawValue)" }.joined(separator: ", ")
  }

  private func page(_ scope: Desk.ShiftScope = .agent("Lucia"), hours: Int64 = 8) throws -> String {
    text(try centre.desk().shiftPage(of: scope, within: hours * Seconds.hour).lines)
  }

  private func start(_ agent: String) throws -> Desk.StartedShift {
    try centre.desk(agent).startShift(ofAgent: "@me", within: 8 * Seconds.hour)
  }

  @discardableResult
  private func handOver(
    to heir: String?, _ ids: Int64..., note: String? = nil, as actor: String = "Lucia", stays: Bool = false,
    rehearsing: Bool = false
  ) throws -> Desk.HandedOver {
    var handOver = Desk.HandOver(of: "Lucia", to: heir)
    handOver.tickets = ids.isEmpty ? nil : ids
    (handOver.note, handOver.endsShift) = (note, !stays)
    return try centre.desk(actor).handOver(handOver, within: 8 * Seconds.hour, rehearsing: rehearsing)
  }

  /// Three tickets of Lucia's on WhatsApp, Correo and Fono.
  private func three() throws {
    for channel in ["WhatsApp", "Correo", "Fono"] { try centre.create(channel) }
    try centre.perform(.take, on: 1, 2, 3)
  }

  @Test func aPageTellsWhatIsUrgent() throws {
    try three()
    #expect(try page() == "1 waiting, 2 waiting, 3 waiting")
    #expect(try page(hours: 24) == "1 window, 2 waiting, 3 waiting")
    try centre.perform(.reply("ya va"), on: 2)
    try centre.perform(.noReply, .pend, on: 3)
    centre.wait(17 * Seconds.hour)
    try centre.perform(.noReply, on: 1)
    #expect(try page() == "1 window, 2 rest, 3 rest")
    centre.wait(8 * Seconds.hour)
    #expect(try page() == "1 rest, 2 rest, 3 rest")
    try centre.perform(.solve(cause: nil), on: 1, 2)
    #expect(try page() == "3 rest")
  }

  @Test func promisesComeFirst() throws {
    try centre.apply(Self.promises)
    try three()
    #expect(try page() == "1 due, 2 due, 3 due")
    #expect(try page(hours: 2) == "1 waiting, 2 waiting, 3 waiting")
    try centre.perform(.reply("ya va"), on: 2)
    centre.wait(5 * Seconds.hour)
    // Late before what is not; of what was answered the resolution is left.
    #expect(try page() == "1 due, 3 due, 2 promised")
    centre.wait(20 * Seconds.hour)
    #expect(try page() == "1 due, 3 due, 2 due")
  }

  @Test func manyAgentsStandOnOnePage() throws {
    try three()
    try centre.perform(.assign("Eva"), on: 2)
    _ = try centre.desk().changeMembers(ofQueue: "general", group: "noche", adding: ["Eva"], removing: [])
    #expect(try page(.everybody) == "1 waiting, 2 waiting, 3 waiting")
    #expect(try page(.group("NOCHE")) == "2 waiting")
    #expect(try page(.agent("Pedro")) == "")
    #expect(throws: VocError.unknownGroup("noch", nearest: ["noche"])) { try page(.group("noch")) }
    #expect(throws: VocError.unknownAgent("nadie", nearest: [])) { try page(.agent("nadie")) }
  }

  @Test func handingOverIsOneActAndEndsTheShift() throws {
    try three()
    let done = try handOver(to: "Pedro", note: "llamar mañana")
    #expect(text(done.lines) == "1 waiting, 2 waiting, 3 waiting")
    #expect(done.lines.map(\.listed.assignee) == ["Pedro", "Pedro", "Pedro"])
    #expect(done.lines.map { $0.notes.first?.body } == Array(repeating: "llamar mañana", count: 3))
    #expect((done.left, done.wasOffline) == (0, false))
    #expect(try (1...3).map { try centre.holder(of: $0) } == Array(repeating: "open Pedro", count: 3))
    #expect(try centre.profile("Lucia").state == "offline")
    #expect(try centre.desk("Lucia").acts(limit: 1).map(\.verbs) == [[.assign, .note]])
    // One undo brings all of them back, without the notes; where Lucia is has no history.
    #expect(try centre.desk("Lucia").undo(act: nil).tickets.count == 3)
    #expect(try (1...3).map { try centre.holder(of: $0) } == Array(repeating: "open Lucia", count: 3))
    #expect(try centre.desk().shiftPage(of: .agent("Lucia"), within: 1).lines.allSatisfy(\.notes.isEmpty))
    #expect(try centre.profile("Lucia").state == "offline")
    #expect(try centre.wrong() == [])
  }

  @Test func someMayGoBackToTheirQueue() throws {
    try three()
    let done = try handOver(to: nil, 3, 1, stays: true)
    #expect((text(done.lines), done.left) == ("1 waiting, 3 waiting", 1))
    #expect(try (1...3).map { try centre.holder(of: $0) } == ["open -", "open Lucia", "open -"])
    #expect(try centre.profile("Lucia").state == "online")
    // Whoever gave them back does not get them straight back.
    #expect(try centre.route().allSatisfy { !$0.hasSuffix("Lucia") })
    #expect(try centre.wrong() == [])
  }

  @Test func aRehearsalChangesNothing() throws {
    try three()
    let dump = try centre.fixture.dump()
    let done = try handOver(to: "Pedro", note: "llamar", rehearsing: true)
    #expect(done.lines.map(\.listed.assignee) == ["Pedro", "Pedro", "Pedro"])
    #expect(try centre.fixture.dump() == dump)
  }

  @Test func whatCannotBeHandedOverChangesNothing() throws {
    try three()
    try centre.perform(.assign("Eva"), on: 2)
    try centre.perform(.solve(cause: nil), on: 3)
    try centre.create()
    let dump = try centre.fixture.dump()
    func refuses(_ error: VocError, _ body: () throws -> Desk.HandedOver) throws {
      #expect(throws: error) { try body() }
      #expect(try centre.fixture.dump() == dump, "\(error)")
    }
    try refuses(.handOverToSelf("Lucia")) { try handOver(to: "@me") }
    try refuses(.unknownAgent("nadie", nearest: [])) { try handOver(to: "nadie") }
    try refuses(.unknownTicket(9)) { try handOver(to: "Pedro", 1, 9) }
    try refuses(.notTheirs(ticket: 2, agent: "Lucia", holder: "Eva")) { try handOver(to: "Pedro", 1, 2) }
    try refuses(.notTheirs(ticket: 4, agent: "Lucia", holder: nil)) { try handOver(to: "Pedro", 1, 4) }
    try refuses(.illegalMove(.assign, ticket: 3, status: .solved)) { try handOver(to: "Pedro", 1, 3) }
  }

  @Test func nothingToHandOverStillEndsTheShift() throws {
    #expect(try handOver(to: "Pedro").lines.isEmpty)
    #expect(try centre.profile("Lucia").state == "offline")
    let dump = try centre.fixture.dump()
    #expect(try handOver(to: "Pedro").wasOffline)
    #expect(try centre.fixture.dump() == dump)
  }

  @Test func whoStartsSeesWhatWasHandedToThem() throws {
    try three()
    try centre.perform(.note("es de Puebla"), on: 1)
    try centre.set("offline", "Pedro")
    centre.wait(Seconds.hour)
    // A supervisor may hand over for somebody who has gone.
    try handOver(to: "Pedro", 1, 2, note: "llamar", as: "Eva")
    try centre.perform(.assign("Pedro"), on: 3, as: "Pedro")
    let moment = centre.fixture.clock
    centre.wait(Seconds.hour)
    let started = try start("Pedro")
    #expect(text(started.lines) == "1 handed, 2 handed, 3 waiting")
    #expect(started.lines.map { $0.handed?.by } == ["Eva", "Eva", nil])
    #expect(started.lines.map { $0.handed?.at } == [moment, moment, nil])
    #expect(started.lines[0].notes.map(\.body) == ["llamar", "es de Puebla"])
    #expect((started.wasOnline, started.others) == (false, 0))
    #expect(try centre.profile("Pedro").state == "online")
    // Once more changes nothing.
    let dump = try centre.fixture.dump()
    let again = try start("Pedro")
    #expect((text(again.lines), again.wasOnline) == (text(started.lines), true))
    #expect(try centre.fixture.dump() == dump)
    // What somebody has begun with is theirs as any other.
    try centre.perform(.note("hecho"), on: 1, as: "Pedro")
    #expect(try text(start("Pedro").lines) == "2 handed, 1 waiting, 3 waiting")
  }

  @Test func whatNobodyHandedOverIsNotHanded() throws {
    try centre.create()
    try centre.set("offline", "Pedro", "Eva")
    _ = try centre.route()
    #expect(try centre.holder(of: 1) == "open Lucia")
    #expect(try text(start("Lucia").lines) == "1 waiting")
    // Given away and taken back.
    try handOver(to: "Pedro")
    _ = try centre.desk("Lucia").undo(act: nil)
    #expect(try text(start("Lucia").lines) == "1 waiting")
    #expect(try text(start("Pedro").lines) == "")
  }

  static let hours = """
    {"calendars": [{"name": "turno", "zone": "UTC", "hours": {"mon-fri": ["09:00-18:00"]}}],
     "sla": [{"name": "todo", "targets": {"resolution": "30m"}}]}
    """

  /// Nobody but she comes back for them: no run takes them from her, until she has been there and gone again.
  @Test(arguments: [true, false]) func whatIsGivenBackStaysUntilTheNextShiftHasEnded(hasHours: Bool) throws {
    try centre.apply(Self.hours)
    if hasHours { _ = try centre.desk().setShift("turno", ofAgent: "Lucia") }
    centre.setClock(day: 1, 17, 30)
    for _ in 1...2 { try centre.create("Correo") }
    try centre.perform(.take, on: 1, 2)
    // In the same second, and later.
    for wait: Int64 in [0, 600] {
      try handOver(to: "Pedro")
      centre.wait(wait)
      let undone = try centre.desk("Lucia").undo(act: nil)
      #expect(undone.offline.map(\.name) == ["Lucia"])
      let next = try centre.desk("Lucia").nextTicket()
      #expect((next.ticket?.id, next.state) == (nil, "offline"))
      #expect(try centre.route() == [])
      #expect(try [1, 2].map(centre.holder) == ["open Lucia", "open Lucia"])
      _ = try start("Lucia")
      centre.wait(1)
    }
    try handOver(to: "Pedro")
    _ = try centre.desk("Lucia").undo(act: nil)
    centre.setClock(day: 2, 8, 59)
    #expect(try centre.route() == [])
    centre.setClock(day: 2, 9)
    #expect(try start("Lucia").lines.map(\.listed.ticket.id) == [1, 2])
    centre.setClock(day: 2, 18)
    try centre.set("offline", "Lucia", "Pedro", "Eva")
    #expect(try centre.route() == ["1 < Lucia off_shift", "2 < Lucia off_shift"])
    #expect(try centre.wrong() == [])
  }

  /// Who never comes online again keeps them no longer than the next shift of their calendar.
  @Test func theHoursOfTheNextShiftEndItToo() throws {
    try centre.apply(Self.hours)
    _ = try centre.desk().setShift("turno", ofAgent: "Lucia")
    try centre.set("offline", "Eva")
    centre.setClock(day: 1, 17, 30)
    try centre.create("Correo")
    try centre.perform(.take, on: 1)
    try handOver(to: "Pedro")
    _ = try centre.desk("Lucia").undo(act: nil)
    centre.setClock(day: 2, 17, 59)
    #expect(try centre.route() == [])
    centre.setClock(day: 2, 18)
    #expect(try centre.route() == ["1 < Lucia off_shift", "1 > Pedro"])
  }

  @Test func whoIsThereHasThemSinceTheyHadThem() throws {
    try three()
    let before = try centre.fixture.rows("SELECT json_array(ticket_id, agent_id, at) FROM assignment")
    centre.wait(60)
    try handOver(to: "Pedro", stays: true)
    #expect(try centre.desk("Lucia").undo(act: nil).offline.isEmpty)
    #expect(try centre.fixture.rows("SELECT json_array(ticket_id, agent_id, at) FROM assignment") == before)
  }

  @Test func onlyWhatComesDueTodayIsTold() throws {
    try centre.apply(Self.promises)
    try three()
    try centre.perform(.reply("va"), on: 1, 2)
    try centre.perform(.noReply, .pend, on: 3)
    // Due on the 2nd at six.
    #expect(try start("Lucia").others >= 2)
    centre.setClock(day: 1, 20)
    let before = try centre.desk("Lucia").startShift(ofAgent: "@me", within: Seconds.hour)
    #expect(before.lines.allSatisfy { $0.section != .promised })
    centre.setClock(day: 2, 0, 1)
    let today = try centre.desk("Lucia").startShift(ofAgent: "@me", within: Seconds.hour)
    #expect(today.lines.filter { $0.section == .promised }.map(\.listed.ticket.id).starts(with: [1, 2]))
  }

  @Test func urgentTicketsThatNobodyHasAreCounted() throws {
    try centre.create(priority: .urgent)
    try centre.create(priority: .urgent)
    try centre.create(priority: .high)
    #expect(try start("Lucia").unassigned == TicketCount(number: 2, isLeast: false))
    try centre.perform(.take, on: 1)
    let started = try start("Lucia")
    #expect(started.unassigned == TicketCount(number: 1, isLeast: false))
    var filter = Desk.TicketSelection()
    filter.condition = try centre.desk().filter(Desk.unassignedUrgent)
    #expect(try centre.desk().tickets(filter).map(\.ticket.id) == [2])
  }
}
