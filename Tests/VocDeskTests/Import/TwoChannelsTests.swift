import Testing
import VocDesk
import VocDomain
import VocTesting

/// One customer's life on WhatsApp and on the telephone, imported in any order and in any parts: one thread.
@Suite struct TwoChannelsTests {
  private enum Part {
    case chat(Chat)
    case log(String)
  }

  private func importPart(_ part: Part, into fixture: DeskFixture) throws {
    switch part {
    case .chat(let chat):
      try fixture.importChat(chat, as: "Chat de WhatsApp con \(RandomTimeline.number).txt") {
        ($0.identities, $0.country) = (["Café Andino"], "MX")
      }
    case .log(let log):
      try fixture.importText(log, as: "queue_log") { ($0.format, $0.country) = (.queueLog, "MX") }
    }
  }

  private func story(of parts: [Part], _ what: String) throws -> [String] {
    let fixture = try DeskFixture()
    for part in parts { try importPart(part, into: fixture) }
    expectSame(try fixture.faults(), [], "\(what): faults")
    let customers = try fixture.rows(
      "SELECT value FROM contact_point WHERE value = '\(RandomTimeline.number)'")
    #expect(customers.count == 1, "\(what)")
    // Somebody of whom only a number is known goes by it as it was first written.
    return try Story.lines(path: fixture.path).map {
      $0.replacing(RandomTimeline.number, with: "Ana").replacing("5555550101", with: "Ana")
    }.sorted()
  }

  private func cut<Line>(_ lines: [Line], _ chance: inout Chance) -> [[Line]] {
    let place = chance.number(1...lines.count - 1)
    return [Array(lines[..<place]), Array(lines[place...])]
  }

  @Test(arguments: 1...16) func oneThreadInAnyOrder(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let timeline = RandomTimeline(&chance)
    let (chat, log) = (timeline.lines(sender: RandomTimeline.number), timeline.queueLog)
    let wanted = try story(of: [.chat(Chat(chat)), .log(log)], "seed \(seed)")
    expectSame(
      try story(of: [.log(log), .chat(Chat(chat))], "seed \(seed)"), wanted, "seed \(seed): the log first")
    let chats = cut(chat, &chance).map { Part.chat(Chat($0)) }
    let logs = cut(log.split(separator: "\n"), &chance).map { Part.log($0.joined(separator: "\n") + "\n") }
    for round in 1...3 {
      let parts = (chats + logs).shuffled(using: &chance)
      expectSame(try story(of: parts, "seed \(seed)"), wanted, "seed \(seed), round \(round)")
    }
  }

  /// A call within the gap of a chat goes on with its ticket.
  @Test func aCallGoesOnWithTheChat() throws {
    let chat = Chat([Chat.Line(minute: 0, sender: RandomTimeline.number, text: "Hola")])
    let start = Chat.start.unixSeconds
    let log = """
      \(start + 600)|a.1|soporte|NONE|ENTERQUEUE||5555550101|1
      \(start + 610)|a.1|soporte|Iris|CONNECT|10|a.2|3
      \(start + 660)|a.1|soporte|Iris|COMPLETECALLER|10|50|1

      """
    let tickets = try story(of: [.chat(chat), .log(log)], "").filter { $0.hasPrefix("ticket") }
    #expect(tickets.count == 1 && tickets[0].contains("waits -"), "\(tickets)")
  }

  /// Our late reply had joined what the call now stands between.
  @Test(arguments: [1_441, 1_500, 2_900, 4_000]) func aCallPartsWhatAReplyHadJoined(minute: Int64) throws {
    let chat = Chat([
      Chat.Line(minute: 0, sender: RandomTimeline.number, text: "Hola"),
      Chat.Line(minute: 3_000, sender: "Café Andino", text: "Diga"),
    ])
    let at = Chat.start.unixSeconds + minute * 60
    let log = """
      \(at)|a.1|soporte|NONE|ENTERQUEUE||5555550101|1
      \(at + 10)|a.1|soporte|Iris|CONNECT|10|a.2|3
      \(at + 60)|a.1|soporte|Iris|COMPLETECALLER|10|50|1

      """
    expectSame(
      try story(of: [.chat(chat), .log(log)], ""), try story(of: [.log(log), .chat(chat)], ""), "\(minute)")
  }
}
