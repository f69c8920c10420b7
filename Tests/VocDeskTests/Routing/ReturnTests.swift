import Testing
import VocDesk
import VocDomain
import VocTesting

/// Tickets that go back to their queue, and those that need not.
@Suite struct ReturnTests {
  static let office = """
    {"calendars": [{"name": "oficina", "zone": "UTC", "hours": {"mon-fri": ["09:00-18:00"]}}],
     "channels": {"whatsapp": {"calendar": "oficina"}}}
    """

  @Test func whatTheAssigneeDoesNotAnswerGoesToAnother() throws {
    let centre = try Centre(Self.office)
    centre.setClock(day: 1, 17, 50)
    try centre.create()
    #expect(try centre.route() == ["1 > Lucia"])
    // Only the channel's business time counts: ten minutes today, five tomorrow.
    centre.setClock(day: 2, 9, 4)
    try centre.perform(.note("Lo miro"), on: 1)
    #expect(try centre.route() == [])
    centre.setClock(day: 2, 9, 5)
    let dump = try centre.fixture.dump()
    #expect(try centre.route(dryRun: true) == ["1 < Lucia unanswered", "1 > Pedro"])
    #expect(try centre.fixture.dump() == dump)
    #expect(try centre.route() == ["1 < Lucia unanswered", "1 > Pedro"])
    #expect(
      try centre.events(1).suffix(2) == ["router: assignee Lucia → -", "router: assignee - → Pedro"])
    // Then nobody is left: Lucia is passed over for half an hour, Pedro now too.
    centre.setClock(day: 2, 9, 20)
    #expect(try centre.route() == ["1 < Pedro unanswered"])
    #expect(try centre.holder(of: 1) == "open -")
    #expect(try centre.left() == ["nobody_eligible": 1])
    centre.setClock(day: 2, 9, 35)
    #expect(try centre.route() == ["1 > Lucia"])
    #expect(try centre.wrong() == [])
  }

  struct Answer: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var changes: [Desk.TicketChange]
    var actor = "Lucia"
    var keeps: Bool
  }

  static let answers = [
    Answer(testDescription: "nothing", changes: [], keeps: false),
    Answer(testDescription: "reply", changes: [.reply("Va")], keeps: true),
    Answer(testDescription: "another's reply", changes: [.reply("Va")], actor: "Pedro", keeps: true),
    Answer(testDescription: "note", changes: [.note("Ojo")], keeps: false),
    Answer(testDescription: "no reply needed", changes: [.noReply], keeps: true),
    Answer(testDescription: "pending", changes: [.pend], keeps: true),
    Answer(testDescription: "hold", changes: [.hold], keeps: true),
    Answer(testDescription: "solved", changes: [.solve(cause: nil)], keeps: true),
    Answer(testDescription: "solved and reopened", changes: [.solve(cause: nil), .reopen], keeps: false),
    Answer(testDescription: "tag and priority", changes: [.addTag("x"), .priority(.high)], keeps: false),
    Answer(testDescription: "assigned anew", changes: [.release, .assign("Lucia")], keeps: false),
  ]

  @Test(arguments: answers) func anAnswerInTimeKeepsIt(_ answer: Answer) throws {
    let centre = try Centre(agents: ["Lucia", "Pedro"])
    try centre.create()
    #expect(try centre.route() == ["1 > Lucia"])
    centre.wait(14 * 60)
    _ = try centre.desk(answer.actor).perform(answer.changes, on: [1])
    let hadAnother = answer.changes.contains { [.reopen, .assign].contains($0.kind) }
    centre.wait(60)
    // Had again since a minute only.
    if hadAnother { #expect(try centre.route() == []) }
    centre.wait(14 * 60)
    #expect(try centre.route() == (answer.keeps ? [] : ["1 < Lucia unanswered", "1 > Pedro"]))
    #expect(try centre.wrong() == [])
  }

  @Test func aTicketDueBeforeTheNextShiftDoesNotWaitForIt() throws {
    let centre = try Centre(
      """
      {"calendars": [{"name": "turno", "zone": "UTC", "hours": {"mon-fri": ["09:00-18:00"]}}],
       "sla": [{"name": "urgentes", "condition": "priority:urgent", "targets": {"first_reply": "2h"}},
               {"name": "resto", "targets": {"first_reply": "3d"}}]}
      """)
    _ = try centre.desk().setShift("turno", ofAgent: "Lucia")
    centre.setClock(day: 1, 17, 30)
    try centre.create("Correo", priority: .urgent)
    try centre.create("Correo")
    try centre.perform(.take, on: 1, 2)
    centre.setClock(day: 1, 18)
    #expect(try centre.route() == ["1 < Lucia off_shift", "1 > Pedro"])
    #expect(try centre.holder(of: 2) == "open Lucia")
    // Off shift nobody gets anything.
    try centre.set("offline", "Pedro")
    try centre.create("Correo")
    // Pedro has gone for good.
    #expect(try centre.route() == ["1 < Pedro off_shift"])
    #expect(try centre.desk().route().onlineAgents == 0)
    centre.setClock(day: 2, 9)
    #expect(try centre.route() == ["1 > Lucia", "3 > Lucia"])
    #expect(try centre.wrong() == [])
  }

  /// Taken or given by a person after the end of the shift: theirs until the next one has ended.
  @Test(arguments: [true, false])
  func whatAPersonTakesOffShiftIsNotTakenBack(isByThemselves: Bool) throws {
    let centre = try Centre(
      """
      {"calendars": [{"name": "turno", "zone": "UTC", "hours": {"mon-fri": ["09:00-18:00"]}}],
       "sla": [{"name": "todo", "targets": {"resolution": "30m"}}]}
      """, agents: ["Lucia"])
    _ = try centre.desk().setShift("turno", ofAgent: "Lucia")
    centre.setClock(day: 1, 17)
    try centre.create("Correo")
    try centre.create("Correo")
    try centre.perform(.take, on: 1)
    centre.setClock(day: 1, 18, 5)
    if isByThemselves {
      try centre.perform(.take, on: 2)
    } else {
      try centre.perform(.assign("Lucia"), on: 2, as: "turno")
    }
    #expect(try centre.route() == ["1 < Lucia off_shift"])
    for (day, hour, minute) in [(Int64(1), Int64(23), Int64(0)), (2, 8, 59), (2, 9, 0), (2, 17, 59)] {
      centre.setClock(day: day, hour, minute)
      _ = try centre.route()
      #expect(try centre.holder(of: 2) == "open Lucia")
    }
    centre.setClock(day: 2, 18)
    #expect(try centre.route() == ["1 < Lucia off_shift", "2 < Lucia off_shift"])
    #expect(try centre.wrong() == [])
  }

  /// zammad#3029.
  @Test(arguments: ["WhatsApp", "Correo"])
  func aTicketWhoseOwnerLeftIsGivenToAnother(channel: String) throws {
    let centre = try Centre(#"{"sla": [{"name": "s", "targets": {"next_reply": "1h", "resolution": "4h"}}]}"#)
    try centre.create(channel)
    try centre.perform(.take, .reply("Va"), on: 1)
    try centre.perform(.solve(cause: nil), .reopen, on: 1)
    try centre.set("offline", "Lucia")
    #expect(try centre.route() == ["1 < Lucia off_shift", "1 > Pedro"])
  }

  /// A conversation that rests frees its place; a message takes it again, beyond capacity if need be.
  @Test func restingConversationsFreeCapacity() throws {
    let centre = try Centre(
      #"{"channels": {"whatsapp": {"capacity": 1, "inactive": "30m"}}}"#, agents: ["Lucia"])
    func load() throws -> Int? {
      try centre.desk().roster()[0].loads.first { $0.kind == "whatsapp" }?.used
    }
    let chat = Chat([0: "ana: Hola"])
    centre.fixture.clock = Chat.instant(5)
    try centre.fixture.importChat(chat) { $0.identities = ["Café Andino"] }
    #expect(try centre.route() == ["1 > Lucia"])
    try centre.perform(.reply("Va"), on: 1)
    try centre.create()
    centre.fixture.clock = Chat.instant(34)
    #expect(try (centre.route(), load()) == ([], 1))
    centre.fixture.clock = Chat.instant(35)
    #expect(try load() == 0)
    #expect(try centre.route() == ["2 > Lucia"])
    try centre.perform(.reply("Va"), on: 2)
    centre.fixture.clock = Chat.instant(40)
    try centre.fixture.importChat(chat + Chat([38: "ana: ¿Y bien?"])) { $0.identities = ["Café Andino"] }
    #expect(try load() == 2)
    try centre.create()
    #expect(try centre.route() == [])
    #expect(try centre.wrong() == [])
  }
}

extension Desk.TicketChange {
  fileprivate enum Kind { case reopen, assign, other }

  fileprivate var kind: Kind {
    switch self {
    case .reopen: .reopen
    case .assign: .assign
    default: .other
    }
  }
}
