import SQLite
import Testing
import VocDesk
import VocDomain
import VocTesting

/// Imports while promises are in force.
@Suite struct SLAImportTests {
  static let policy = """
    {"calendars": [{"name": "oficina", "zone": "America/Mexico_City", "hours": {"mon-fri": ["09:00-19:00"]}}],
     "sla": [{"name": "whatsapp", "condition": "channel:whatsapp", "calendar": "oficina",
        "targets": {"first_reply": "30m", "next_reply": "1h", "resolution": "8h"}},
       {"name": "resto", "targets": {"first_reply": "4h", "resolution": "3d", "requester_wait": "5d"}}]}
    """

  /// One file of each format.
  static let files = Dictionary(grouping: CorpusFile.all, by: \.format).values
    .compactMap { files in files.min { $0.name < $1.name } }
    .filter { CorpusImportTests.refused[$0.testDescription] == nil }
    .sorted { $0.testDescription < $1.testDescription }

  @Test(arguments: files) func twiceIsOnceAndUndoneIsNever(_ file: CorpusFile) throws {
    let fixture = try DeskFixture()
    try fixture.liveALittle(before: file)
    _ = try fixture.desk().applyPolicy(Array(Self.policy.utf8))
    let before = try fixture.table()
    expectSame(try fixture.faults(), [], "faults before")
    let first = try #require(try fixture.importing(file).report)
    expectSame(try fixture.faults(), [], "faults")
    let once = try fixture.table()
    fixture.clock = fixture.clock + 600
    let second = try #require(try fixture.importing(file).report)
    expectSame(try fixture.table(), once, "twice")
    for (batch, wanted) in [(second.batch, once), (first.batch, before)] {
      _ = try fixture.desk().undoImport(try #require(batch))
      expectSame(try fixture.table(), wanted, "undone")
      expectSame(try fixture.faults(), [], "faults")
    }
  }

  /// What people have in hand when an import goes on with it, settles it, and is undone.
  @Test(arguments: [Desk.TicketChange.take, .reply("Va"), .assign("Pedro"), .hold, .priority(.urgent)])
  func whatIsInHandStaysRight(change: Desk.TicketChange) throws {
    let centre = try Centre(Self.policy)
    let chat = Chat([0: "ana: Hola"])
    centre.fixture.clock = Chat.instant(5)
    try centre.fixture.importChat(chat) { $0.identities = ["Café Andino"] }
    try centre.perform(change, on: 1)
    let before = try centre.fixture.dump()
    centre.fixture.clock = Chat.instant(3 * 1440)
    let longer = chat + Chat([20: "us: Buenas", 30: "ana: ¿Y?", 31: "us: Listo"])
    let batch = try centre.fixture.importChat(longer) { $0.identities = ["Café Andino"] }.batch
    #expect(try centre.wrong() == [])
    let once = try centre.fixture.dump()
    try centre.fixture.importChat(longer) { $0.identities = ["Café Andino"] }
    #expect(try centre.fixture.dump() == once)
    _ = try centre.desk().undoImport(try #require(batch))
    #expect(try centre.wrong() == [])
    expectSame(try centre.fixture.dump(), before, "undone")
  }

  @Test func manyChunksSettleAndKeepNothing() throws {
    let centre = try Centre(Self.policy, online: false)
    // Every third ticket is the customer's last word; six hours between two messages, two days between tickets.
    let lines = (0..<11_000).map { index in
      let (ticket, turn) = (index / 5, index % 5)
      let isOurs = turn % 2 == 1 || turn == 4 && ticket % 3 > 0
      return Chat.Line(
        minute: (ticket - 2_200) * 2_000 + turn * 60, sender: isOurs ? "Café Andino" : "Ana Mora",
        text: "m \(index)")
    }
    try centre.fixture.importChat(Chat(lines)) { $0.identities = ["Café Andino"] }
    let counts = try centre.fixture.rows(
      """
      SELECT status || ' ' || count(*) || ' ' || count(ticket_sla.ticket_id) || ' ' || count(due_at)
      FROM ticket LEFT JOIN ticket_sla ON ticket_id = id GROUP BY status ORDER BY status
      """)
    #expect(counts == ["open 734 734 734", "solved 1466 0 0"])
    #expect(try centre.wrong() == [])
    let fired = try centre.desk().fireAlerts()
    #expect(fired >= 734)
    #expect(try centre.desk().fireAlerts() == 0)
  }

  /// Another system says that a ticket which voc gave to somebody is another's, or solved: then it is theirs.
  @Test(arguments: [
    (#""assignee_id": 7002, "status": "open""#, "open Berta"),
    (#""assignee_id": 7001, "status": "solved""#, "solved Lucia"),
    (#""assignee_id": null, "status": "pending""#, "pending Lucia"),
  ])
  func anotherSystemHasTheLastWord(told: String, holder: String) throws {
    let centre = try Centre(Self.policy, agents: ["Lucia"])
    func export(_ fields: String, updated: String) -> String {
      """
      {"users": [{"id": 7001, "name": "Lucia", "role": "agent"}, {"id": 7002, "name": "Berta", "role": "agent"},
        {"id": 9001, "name": "Ana Mora", "role": "end-user", "email": "ana@ejemplo.mx"}],
       "tickets": [{"id": 5, "subject": "No llega", "description": "No llega", "requester_id": 9001,
         "created_at": "2026-03-31T10:00:00Z", "updated_at": "\(updated)", "via": {"channel": "email"}, \(fields)}]}
      """
    }
    let first = export(#""assignee_id": null, "status": "open""#, updated: "2026-03-31T10:00:00Z")
    try centre.fixture.importText(first, as: "tickets-1.json")
    #expect(try centre.route() == ["1 > Lucia"])
    #expect(try centre.wrong() == [])
    let later = export(told, updated: "2026-04-01T09:00:00Z")
    centre.setClock(day: 1, 10)
    let batch = try centre.fixture.importText(later, as: "tickets-2.json").batch
    #expect(try centre.holder(of: 1) == holder)
    #expect(try centre.wrong() == [])
    #expect(try centre.route() == [])
    _ = try centre.desk().undoImport(try #require(batch))
    #expect(try centre.holder(of: 1) == "open Lucia")
    #expect(try centre.wrong() == [])
  }
}
