import SQLite
import Testing
import VocDesk
import VocDomain
import VocTesting

/// Undoing brings back what was, counts for nothing, and touches nothing that somebody has changed since.
@Suite struct UndoTests {
  static let promises = """
    {"sla": [{"name": "alta", "condition": "priority:urgent", "targets": {"first_reply": "10m", "resolution": "2h"}},
             {"name": "todo", "targets": {"first_reply": "1h", "next_reply": "30m", "resolution": "8h"}}]}
    """
  static let agents = ["Lucia", "Pedro", "Eva"]
  static let changes: [Desk.TicketChange] = [
    .take, .assign("Pedro"), .assign("Eva"), .release, .reply("va"), .note("ojo"), .pend, .pendUntil("2h"),
    .pendUntil("3d"), .hold,
    .solve(cause: nil), .solve(cause: "x"), .reopen, .close, .addTag("x"), .removeTag("x"), .addTag("y"),
    .priority(.urgent), .priority(.low), .move("general"), .move(nil), .noReply,
  ]

  /// Everything that an act may change, but for when it was last changed.
  private func state(_ centre: Centre) throws -> [String] {
    try [
      """
      SELECT 'ticket ' || json_array(id, status, priority, subject, assignee_id, cause, waiting_since, last_message_at,
        solved_at, is_settled, pending_until) FROM ticket
      """,
      "SELECT 'tag ' || tag || ticket_id FROM ticket_tag",
      "SELECT 'queue ' || queue || ticket_id FROM ticket_queue",
      "SELECT 'assignment ' || json_array(ticket_id, agent_id, at) FROM assignment",
      "SELECT 'message ' || json_array(ticket_id, at, author, body) FROM message",
      "SELECT 'sla ' || json_array(ticket_id, due_at, is_breached) FROM ticket_sla",
    ].flatMap { try centre.fixture.rows($0) }.sorted()
  }

  private func centre(_ chance: inout Chance) throws -> Centre {
    let centre = try Centre(agents: Self.agents)
    try centre.apply(Self.promises)
    for _ in 0..<3 { _ = try centre.create(chance.one(of: ["WhatsApp", "Correo"]) ?? "") }
    return centre
  }

  /// Acts on one ticket or several; nil where it was refused or changed nothing.
  private func act(_ centre: Centre, _ chance: inout Chance, by agent: String) throws -> String? {
    let changes = (0..<chance.number(1...3)).compactMap { _ in chance.one(of: Self.changes) }
    let ids = [Int64](1...3).filter { _ in chance.number(0...1) == 1 }
    let before = try centre.desk(agent).acts(limit: 1).first?.id
    do {
      _ = try centre.desk(agent).perform(changes, on: ids)
    } catch is VocError {
      return nil
    }
    let after = try centre.desk(agent).acts(limit: 1).first?.id
    return before == after ? nil : "\(agent): \(changes) on \(ids)"
  }

  @Test(arguments: 1...40) func whatIsUndoneWasNever(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let centre = try centre(&chance)
    for _ in 0..<chance.number(0...4) {
      centre.wait(Int64(chance.number(0...2000)))
      _ = try act(centre, &chance, by: "Pedro")
    }
    let start = try state(centre)
    var log: [String] = []
    for _ in 0..<4 {
      centre.wait(Int64(chance.one(of: [0, 40, 900]) ?? 0))
      if let done = try act(centre, &chance, by: "Lucia") { log.append(done) }
    }
    for _ in log {
      centre.wait(Int64(chance.one(of: [0, 40, 900]) ?? 0))
      _ = try centre.desk("Lucia").undo(act: nil)
    }
    let end = try state(centre)
    #expect(end == start, "seed \(seed): \(log): \(end.difference(from: start))")
    #expect(try centre.wrong() == [], "seed \(seed): \(log)")
    #expect(throws: VocError.nothingToUndo(actor: "Lucia")) { try centre.desk("Lucia").undo(act: nil) }
  }

  /// What comes to nothing is undone like anything else.
  @Test func nothingMayBeLeftToBringBack() throws {
    var chance = Chance(seed: 1)
    let centre = try centre(&chance)
    _ = try centre.desk("Lucia").perform([.priority(.urgent), .priority(.normal)], on: [1])
    #expect(try centre.desk("Lucia").undo(act: nil).tickets.map(\.restored) == [[]])
    #expect(throws: VocError.nothingToUndo(actor: "Lucia")) { try centre.desk("Lucia").undo(act: nil) }
    #expect(try centre.wrong() == [])
  }

  @Test func aRehearsalChangesNothing() throws {
    var chance = Chance(seed: 1)
    let centre = try centre(&chance)
    _ = try centre.desk("Lucia").perform([.solve(cause: "x")], on: [1, 2])
    let dump = try centre.fixture.dump()
    let undone = try centre.desk("Lucia").undo(act: nil, rehearsing: true)
    #expect(undone.tickets.map(\.ticket.status) == [.new, .new])
    #expect(try centre.fixture.dump() == dump)
  }

  @Test func whatOthersChangedSinceStays() throws {
    var chance = Chance(seed: 1)
    let centre = try centre(&chance)
    _ = try centre.desk("Lucia").perform([.solve(cause: nil)], on: [1, 2])
    _ = try centre.desk("Pedro").perform([.reopen], on: [2])
    let change = ChangeSince(ticketID: 2, kind: .status, actor: "Pedro", at: centre.fixture.clock)
    #expect(throws: VocError.changedSince(act: 1, [change], others: 1)) {
      try centre.desk("Lucia").undo(act: nil)
    }
    let undone = try centre.desk("Lucia").undo(act: nil, leavingChanged: true)
    #expect(undone.tickets.map(\.ticket.id) == [1])
    #expect(undone.left == [change])
    #expect(try centre.desk("Lucia").acts(limit: 9).map(\.undoneCount) == [0, 1])
    // What stands in the way goes first, and then the rest can follow.
    _ = try centre.desk("Pedro").undo(act: nil)
    #expect(try centre.desk("Lucia").undo(act: nil).tickets.map(\.ticket.id) == [2])
    #expect(throws: VocError.nothingToUndo(actor: "Lucia")) { try centre.desk("Lucia").undo(act: nil) }
    #expect(try centre.wrong() == [])
  }

  @Test func anotherFieldMayHaveChanged() throws {
    var chance = Chance(seed: 1)
    let centre = try centre(&chance)
    _ = try centre.desk("Lucia").perform([.assign("Eva")], on: [1])
    _ = try centre.desk("Pedro").perform([.priority(.urgent), .note("ojo")], on: [1])
    let ticket = try centre.desk("Lucia").undo(act: nil).tickets[0].ticket
    #expect((ticket.assigneeID, ticket.status, ticket.priority) == (nil, .new, .urgent))
  }

  @Test func oneUndoesOnesOwn() throws {
    var chance = Chance(seed: 1)
    let centre = try centre(&chance)
    _ = try centre.desk("Lucia").perform([.take], on: [1])
    #expect(throws: VocError.othersAct(1, by: "Lucia")) { try centre.desk("Pedro").undo(act: 1) }
    #expect(throws: VocError.nothingToUndo(actor: "Pedro")) { try centre.desk("Pedro").undo(act: nil) }
    #expect(throws: VocError.unknownAct(7)) { try centre.desk("Lucia").undo(act: 7) }
    _ = try centre.desk("Lucia").undo(act: 1)
    #expect(throws: VocError.actUndone(1)) { try centre.desk("Lucia").undo(act: 1) }
    #expect(throws: VocError.actUndone(2)) { try centre.desk("Lucia").undo(act: 2) }
  }

  @Test func whatAnImportSaysSinceStays() throws {
    var chance = Chance(seed: 1)
    let centre = try centre(&chance)
    _ = try centre.desk("Lucia").perform([.solve(cause: nil)], on: [1])
    try Database(path: centre.fixture.path).execute(
      "UPDATE ticket SET status = 'open', solved_at = NULL WHERE id = 1")
    #expect(
      throws: VocError.changedSince(
        act: 1, [.init(ticketID: 1, kind: .status, actor: nil, at: nil)], others: 0)
    ) {
      try centre.desk("Lucia").undo(act: nil)
    }
  }
}
