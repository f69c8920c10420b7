import Testing
import VocDesk
import VocDomain
import VocTesting

/// Merging tickets, taking them apart and splitting them loses no message and can be taken back.
@Suite struct TicketMergeTests {
  static let promises = """
    {"sla": [{"name": "todo", "targets": {"first_reply": "1h", "next_reply": "30m", "resolution": "8h"}}]}
    """

  /// So many tickets of Ana Mora, ten minutes apart.
  private func centre(_ count: Int) throws -> Centre {
    let centre = try Centre(agents: ["Lucia", "Pedro"])
    try centre.apply(Self.promises)
    for _ in 0..<count {
      _ = try centre.create(customer: "Ana Mora")
      centre.wait(600)
    }
    return centre
  }

  private func messages(_ centre: Centre, _ id: Int64) throws -> [String] {
    try centre.desk().view(ticket: id).messages.map(\.body)
  }

  @Test func theSurvivorHasEverything() throws {
    let centre = try centre(3)
    try centre.perform(.addTag("x"), .pend, on: 1)
    let start = try #require(try centre.desk().view(ticket: 1).ticket.waitingSince)
    let merged = try centre.desk("Lucia").merge([1, 2], into: 3)
    #expect((merged.status, merged.createdAt, merged.waitingSince) == (.new, start, start))
    let view = try centre.desk().view(ticket: 3)
    #expect(view.messages.map(\.body) == ["No llega 1", "No llega 2", "No llega 3"])
    #expect((view.tags, view.mergedFrom) == (["x"], [1, 2]))
    #expect(try centre.desk().view(ticket: 1).ticket.status == .closed)
    #expect(try centre.desk().view(ticket: 1).mergedInto == 3)
    #expect(try centre.wrong() == [])
  }

  @Test func whatCameSinceStaysWithTheOther() throws {
    let centre = try centre(2)
    _ = try centre.desk("Lucia").merge([1], into: 2)
    try centre.perform(.reply("va"), on: 2)
    let tickets = try centre.desk("Pedro").unmerge(1)
    #expect(tickets.map(\.id) == [1, 2])
    #expect(tickets.map(\.status) == [.new, .open])
    #expect(try messages(centre, 1) == ["No llega 1"])
    #expect(try messages(centre, 2) == ["No llega 2", "va"])
    #expect(try centre.desk().view(ticket: 2).ticket.createdAt == centre.fixture.clock + -600)
    #expect(try centre.wrong() == [])
  }

  @Test func chainsEndAtTheLast() throws {
    let centre = try centre(3)
    _ = try centre.desk("Lucia").merge([1], into: 2)
    _ = try centre.desk("Lucia").merge([2], into: 3)
    #expect(throws: VocError.ticketMerged(1, into: 3)) { try centre.desk().merge([1], into: 3) }
    _ = try centre.desk("Lucia").unmerge(1)
    #expect(try messages(centre, 1) == ["No llega 1"])
    #expect(try messages(centre, 3) == ["No llega 2", "No llega 3"])
    #expect(throws: VocError.ticketNotMerged(1)) { try centre.desk().unmerge(1) }
    #expect(try centre.wrong() == [])
  }

  @Test func aPartIsATicketOfItsOwn() throws {
    let centre = try centre(1)
    try centre.perform(.take, .reply("¿cuál?"), on: 1)
    let parts = try centre.desk("Lucia").split(1, messages: [1])
    #expect(parts.map(\.id) == [2, 1])
    #expect(
      (parts[0].status, parts[0].subject, parts[0].assigneeID) == (.open, "No llega 1", parts[1].assigneeID))
    #expect((parts[0].waitingSince != nil, parts[1].waitingSince != nil) == (true, false))
    #expect(throws: VocError.splitsNothing(1)) { try centre.desk("Lucia").split(1, messages: [1]) }
    #expect(throws: VocError.noSuchMessage(9, ticket: 1, of: 1)) {
      try centre.desk("Lucia").split(1, messages: [9])
    }
    #expect(try centre.wrong() == [])
  }

  @Test func refusals() throws {
    let centre = try centre(2)
    _ = try centre.create(customer: "Otro")
    try centre.perform(.solve(cause: nil), on: 2)
    let desk = try centre.desk("Lucia")
    #expect(throws: VocError.sameTicket(1)) { try desk.merge([1], into: 1) }
    #expect(throws: VocError.mergeIntoOver(2, .solved)) { try desk.merge([1], into: 2) }
    #expect(throws: VocError.ticketsOfTwo(3, "Otro", 1, "Ana Mora")) { try desk.merge([3], into: 1) }
    #expect(throws: VocError.unknownTicket(9)) { try desk.merge([9], into: 1) }
    try centre.perform(.close, on: 2)
    #expect(throws: VocError.illegalMove(.merge, ticket: 2, status: .closed)) { try desk.merge([2], into: 1) }
  }

  /// Random merges and splits, each taken back at once or later: every message is on exactly one ticket that is not
  /// merged, and when all is undone everything is as it was.
  @Test(arguments: 1...25) func nothingIsLost(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let centre = try centre(4)
    for id in Int64(1)...4 where chance.number(0...1) == 1 { try centre.perform(.reply("va \(id)"), on: id) }
    for id in Int64(1)...4 where chance.number(0...1) == 1 {
      try centre.perform(chance.isTrue(oneIn: 2) ? .pend : .pendUntil("2h"), on: id)
    }
    func state(upTo last: Int64) throws -> [String] {
      try centre.fixture.rows(
        """
        SELECT json_array(id, status, pending_until, assignee_id, created_at, waiting_since, last_message_at, solved_at, merged_into_id,
          (SELECT group_concat(id) FROM (SELECT id FROM message WHERE ticket_id = ticket.id ORDER BY id)))
        FROM ticket WHERE id <= \(last) ORDER BY id
        """)
    }
    let start = try state(upTo: 4)
    var log: [String] = []
    for _ in 0..<4 {
      centre.wait(60)
      do {
        switch chance.number(0...3) {
        case 0, 1:
          let (one, other) = (Int64(chance.number(1...5)), Int64(chance.number(1...5)))
          _ = try centre.desk("Lucia").merge([one], into: other)
          log.append("\(one) into \(other)")
        case 2:
          let one = Int64(chance.number(1...5))
          _ = try centre.desk("Lucia").unmerge(one)
          log.append("unmerge \(one)")
        default:
          let one = Int64(chance.number(1...5))
          _ = try centre.desk("Lucia").split(one, messages: [chance.number(1...2)])
          log.append("split \(one)")
        }
      } catch is VocError {}
      #expect(try centre.wrong() == [], "seed \(seed): \(log)")
    }
    let stray = """
      SELECT message.id FROM message JOIN ticket ON ticket.id = ticket_id WHERE merged_into_id IS NOT NULL
      """
    #expect(try centre.fixture.rows(stray) == [], "seed \(seed): \(log)")
    for _ in log {
      _ = try centre.desk("Lucia").undo(act: nil)
      #expect(try centre.wrong() == [], "seed \(seed): \(log)")
    }
    let end = try state(upTo: 4)
    #expect(end == start, "seed \(seed): \(log): \(end.difference(from: start))")
  }

  /// What runs for a ticket, and since when.
  private func clocks(_ centre: Centre, _ id: Int64) throws -> [String] {
    try centre.fixture.rows(
      "SELECT json_array(due_at, is_breached) FROM ticket_sla WHERE ticket_id = \(id)")
  }

  @Test func anUnmergedTicketIsAsIfItHadNeverBeenMerged() throws {
    let centre = try centre(2)
    let before = try (clocks(centre, 1), clocks(centre, 2))
    try centre.perform(.addTag("x"), on: 1)
    _ = try centre.desk("Lucia").merge([1], into: 2)
    #expect(try clocks(centre, 1) == [])
    centre.wait(60)
    _ = try centre.desk("Lucia").unmerge(1)
    #expect(try (clocks(centre, 1), clocks(centre, 2)) == before)
    #expect(try centre.desk().view(ticket: 2).tags == [])
    // Taken back, it is merged as it was.
    _ = try centre.desk("Lucia").undo(act: nil)
    #expect(try (centre.desk().view(ticket: 2).tags, clocks(centre, 1)) == (["x"], []))
    _ = try centre.desk("Lucia").unmerge(1)
    #expect(try clocks(centre, 1) == before.0)
    #expect(try centre.wrong() == [])
  }

  @Test func aSplitThatIsUndoneLeavesNothingRunning() throws {
    let centre = try centre(1)
    try centre.perform(.reply("va"), on: 1)
    _ = try centre.desk("Lucia").split(1, messages: [1])
    _ = try centre.desk("Lucia").undo(act: nil)
    #expect(try clocks(centre, 2) == [])
    #expect(try centre.desk().slaView(ticket: 2).clocks.allSatisfy { !$0.isRunning })
    #expect(throws: VocError.nothingToUnmerge(2)) { try centre.desk("Lucia").unmerge(2) }
    #expect(try centre.wrong() == [])
  }

  /// A ticket of another system as it exports it, a line.
  private func exported(_ id: Int, updated: String, _ words: [String]) -> String {
    let comments = words.enumerated().map { index, text in
      """
      {"id":\(id * 100 + index),"author_id":9004,"body":"\(text)","public":true,\
      "created_at":"2026-03-0\(index + 4)T09:0\(id):00Z"}
      """
    }
    return """
      {"url":"https://luna.zendesk.com/api/v2/tickets/\(id).json","id":\(id),"created_at":"2026-03-04T09:0\(id):00Z",\
      "updated_at":"\(updated)","subject":"Asunto \(id)","description":"\(words[0])","status":"open",\
      "requester":{"id":9004,"name":"Caio Souza","email":"caio@example.com","role":"end-user"},"requester_id":9004,\
      "submitter_id":9004,"via":{"channel":"web"},"tags":[],"comments":[\(comments.joined(separator: ","))]}

      """
  }

  @Test func whatAnExportBringsSinceGoesToTheSurvivor() throws {
    let fixture = try DeskFixture()
    let old = exported(1, updated: "2026-03-04T10:00:00Z", ["hola"])
    let other = exported(2, updated: "2026-03-04T10:00:00Z", ["factura"])
    try fixture.importText(old + other, as: "tickets.ndjson")
    #expect(try fixture.rows("SELECT subject FROM ticket ORDER BY id") == ["Asunto 1", "Asunto 2"])
    _ = try fixture.desk().merge([1], into: 2)
    fixture.clock = fixture.clock + 3 * Seconds.day
    // Later than the merge, and that system knows nothing of it.
    let new = exported(1, updated: "2026-04-02T10:00:00Z", ["hola", "sigo esperando"])
    let batch = try #require(try fixture.importText(new, as: "tickets-2.ndjson").batch)
    #expect(try fixture.desk().view(ticket: 1).ticket.status == .closed)
    #expect(try fixture.desk().view(ticket: 1).messages.isEmpty)
    let said = try fixture.desk().view(ticket: 2).messages.map(\.body)
    #expect(said == ["hola", "factura", "sigo esperando"])
    expectSame(try fixture.faults(), [], "faults")
    _ = try fixture.desk().undoImport(batch)
    #expect(try fixture.desk().view(ticket: 2).messages.map(\.body) == ["hola", "factura"])
    _ = try fixture.desk().unmerge(1)
    #expect(try fixture.desk().view(ticket: 1).messages.map(\.body) == ["hola"])
    expectSame(try fixture.faults(), [], "faults after unmerging")
  }
}
