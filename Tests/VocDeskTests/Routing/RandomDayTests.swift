import Testing
import VocDesk
import VocDomain
import VocTesting

/// Whatever people, routers and imports do in any order: who has what, who is offered what and what is due is as the
/// doctor recomputes it, and routing gives nobody more than they take.
@Suite struct RandomDayTests {
  static let policies = [
    """
    {"sla": [{"name": "alta", "condition": "priority:urgent", "targets": {"first_reply": "10m", "resolution": "2h"}},
             {"name": "todo", "targets": {"first_reply": "1h", "next_reply": "30m", "resolution": "8h",
               "requester_wait": "1d"}}],
     "routing": {"idle": "3h"}}
    """,
    #"{"sla": [{"name": "todo", "targets": {"next_reply": "2h", "resolution": "3d"}, "hold_counts": true}]}"#,
    """
    {"calendars": [{"name": "oficina", "zone": "UTC", "hours": {"mon-sat": ["08:00-13:00", "15:00-19:00"]}}],
     "usual_calendar": "oficina", "sla": [{"name": "todo", "remove": true}],
     "channels": {"whatsapp": {"capacity": 2}, "chat": {"capacity": 2}}}
    """,
    #"{"queues": [{"name": "vip", "condition": "tag:x"}], "routing": {"order": "sla", "method": "round_robin"}}"#,
  ]

  private let changes: [Desk.TicketChange] = [
    .take, .take, .assign("Pedro"), .assign("Eva"), .release, .reply("va"), .reply("listo"), .note("ojo"),
    .pend, .pendUntil("10m"), .pendUntil("5h"), .hold, .solve(cause: nil), .solve(cause: "x"), .reopen,
    .reopen, .close, .addTag("x"),
    .removeTag("x"), .priority(.urgent), .priority(.low), .move("general"), .move(nil), .noReply,
  ]

  @Test(arguments: 1...12) func allThatIsKeptIsRight(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let centre = try Centre(agents: ["Lucia", "Pedro", "Eva"])
    centre.fixture.clock = Chat.start
    var chat = Chat([Chat.Line(minute: 0, sender: "Ana Mora", text: "hola")])
    var log: [String] = []
    for step in 0..<30 {
      centre.wait(Int64(chance.one(of: [0, 5, 25, 600, 1800, 9000, 40_000]) ?? 0))
      do {
        log.append(try act(step, &chance, centre, &chat))
      } catch let error as VocError {
        log.append("\(error)")
      }
      let wrong = try centre.wrong()
      #expect(wrong == [], "seed \(seed)\n\(log.joined(separator: "\n"))")
      if !wrong.isEmpty { return }
    }
  }

  private func act(_ step: Int, _ chance: inout Chance, _ centre: Centre, _ chat: inout Chat) throws -> String
  {
    let agent = chance.one(of: ["Lucia", "Pedro", "Eva"]) ?? ""
    switch chance.number(0...12) {
    case 12: return "\(agent) undoes \(try centre.desk(agent).undo(act: nil).act.verbs)"
    case 0, 1: return "new \(try centre.create(chance.one(of: ["WhatsApp", "Correo", "Chat", "Fono"]) ?? ""))"
    case 2, 3: return "route \(try routing(centre))"
    case 4: return "next of \(agent): \(try centre.next(agent).map(String.init) ?? "-")"
    case 5:
      let state = chance.one(of: ["online", "online", "away", "offline"]) ?? ""
      try centre.set(state, agent)
      return "\(agent) \(state)"
    case 6:
      try centre.apply(chance.one(of: Self.policies) ?? "{}")
      return "policy"
    case 7: return try importing(step, &chance, centre, &chat)
    default:
      let all = try centre.fixture.rows("SELECT id FROM ticket ORDER BY id").compactMap(Int64.init)
      let ids = chance.one(of: all).map { [$0] } ?? []
      let change = chance.one(of: changes) ?? .take
      _ = try centre.desk(agent).perform([change], on: ids)
      return "\(agent): \(change) on \(ids)"
    }
  }

  /// Whoever a run gives something has no more of its kind than they take.
  private func routing(_ centre: Centre) throws -> [String] {
    let report = try centre.desk().route()
    let kinds = ["WhatsApp": "whatsapp", "Correo": "email", "Chat": "chat", "Fono": "phone"]
    let roster = try centre.desk().roster()
    for given in report.given {
      let load = roster.first { $0.profile.agent.name == given.agent }?.loads.first {
        $0.kind == kinds[given.channel]
      }
      if let load { #expect(load.used <= load.capacity, "\(given.agent) \(load)") }
    }
    #expect(centre.lines(try centre.desk().route()) == [], "a second run does nothing")
    return centre.lines(report)
  }

  private func importing(
    _ step: Int, _ chance: inout Chance, _ centre: Centre, _ chat: inout Chat
  ) throws -> String {
    if chance.isTrue(oneIn: 4), let batch = try centre.desk().batches(limit: 1).first, batch.undoneAt == nil {
      _ = try centre.desk().undoImport(batch.id)
      return "undo of \(batch.id)"
    }
    let minute = Int((centre.fixture.clock - Chat.start) / 60)
    for index in 0...chance.number(0...2) {
      let back = chance.isTrue(oneIn: 3) ? chance.number(0...2000) : 0
      let sender = chance.isTrue(oneIn: 2) ? "Ana Mora" : "Café Andino"
      chat.lines.append(Chat.Line(minute: max(0, minute - back), sender: sender, text: "\(step).\(index)"))
    }
    chat.lines.sort { $0.minute < $1.minute }
    try centre.fixture.importChat(chat) { $0.identities = ["Café Andino"] }
    return "import of \(chat.lines.count)"
  }
}
