import Testing
import VocDesk
import VocDomain
import VocTesting

/// Whatever people and imports do, in any order: each cached `waiting_since` is what the messages say.
@Suite struct WaitingTests {
  @Test(arguments: 1...25)
  func theCacheEqualsTheRecomputation(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let fixture = try DeskFixture()
    fixture.clock = Chat.start
    for name in ["lucia", "pedro"] { _ = try fixture.desk().addAgent(name: name, email: nil) }
    var chat = Chat([Chat.Line(minute: 0, sender: "Ana Mora", text: "hola")])
    var log: [String] = []
    for step in 0..<12 {
      fixture.clock = fixture.clock + Int64(chance.number(0...20) * 3600)
      let minute = Int((fixture.clock - Chat.start) / 60)
      if chance.isTrue(oneIn: 3) {
        for index in 0...chance.number(0...2) {
          // Now and then an import brings what is older than what people have done meanwhile.
          let back = chance.isTrue(oneIn: 3) ? chance.number(0...2000) : 0
          let sender = chance.isTrue(oneIn: 2) ? "Ana Mora" : "Café Andino"
          chat.lines.append(
            Chat.Line(minute: max(0, minute - back), sender: sender, text: "\(step).\(index)"))
        }
        chat.lines.sort { $0.minute < $1.minute }
        try fixture.importChat(chat) { $0.identities = ["Café Andino"] }
        log.append("import of \(chat.lines.count)")
      } else {
        let all = try fixture.rows("SELECT id FROM ticket ORDER BY id").compactMap(Int64.init)
        let ids = chance.one(of: all).map { [$0] } ?? []
        let change = chance.one(of: changes) ?? .take
        do {
          _ = try fixture.desk(chance.isTrue(oneIn: 2) ? "lucia" : "pedro").perform([change], on: ids)
          log.append("\(change) on \(ids)")
        } catch is VocError {}
      }
      try fixture.expectSound("seed \(seed)\n" + log.joined(separator: "\n"))
    }
  }

  private let changes: [Desk.TicketChange] = [
    .take, .assign("pedro"), .release, .reply("va"), .reply("listo"), .note("ojo"), .pend, .pendUntil("1h"),
    .hold,
    .solve(cause: nil), .solve(cause: "x"), .reopen, .reopen, .close,
  ]
}
