import Testing
import VocDesk
import VocDomain

@testable import voc

@Suite struct TriageModelTests {
  static let start = Instant(unixSeconds: 1_795_186_800)

  static func tickets(_ ids: [Int64]) -> [TriageTicket] {
    ids.map {
      TriageTicket(
        id: $0, status: .open, subject: "Asunto \($0)", customer: "Ana \($0)",
        waitingSince: start + -3600 * $0)
    }
  }

  static func conversation(_ ticket: Int64, lines: Int, publicMessages: Int = 1) -> TriageConversation {
    TriageConversation(
      ticket: ticket, head: [StyledText("#\(ticket) Asunto \(ticket)", .bold)],
      lines: (0..<lines).map { StyledText("línea \($0)") }, publicMessages: publicMessages, isWaiting: true)
  }

  private func model(_ ids: [Int64] = [5, 3, 9, 1], rows: Int = 24, columns: Int = 80) -> TriageModel {
    var model = TriageModel(size: ScreenSize(rows: rows, columns: columns))
    model.show(TriageModelTests.tickets(ids), total: ids.count)
    return model
  }

  private func press(_ model: inout TriageModel, _ keys: String) -> String {
    keys.map { model.press($0 == "\n" ? Key(.enter) : .character($0)).map { "\($0)" }.joined() }.joined()
  }

  /// Each key that acts at once, and what it asks for.
  @Test(arguments: [
    ("t", "perform([VocDesk.Desk.TicketChange.take], ticket: 5, draft: nil)"),
    ("l", "perform([VocDesk.Desk.TicketChange.release], ticket: 5, draft: nil)"),
    ("e", "perform([VocDesk.Desk.TicketChange.hold], ticket: 5, draft: nil)"),
    ("m", "perform([VocDesk.Desk.TicketChange.noReply], ticket: 5, draft: nil)"),
    ("o", "perform([VocDesk.Desk.TicketChange.reopen], ticket: 5, draft: nil)"),
    ("jt", "perform([VocDesk.Desk.TicketChange.take], ticket: 3, draft: nil)"), ("x", "next"), ("q", "quit"),
    ("R", "edit(voc.TriagePrompt.Purpose.reply, ticket: 5, delivery: voc.TriageDelivery.usual)"),
    ("N", "edit(voc.TriagePrompt.Purpose.note, ticket: 5, delivery: voc.TriageDelivery.usual)"),
    ("M", "pick(voc.TriagePicker.Purpose.macro, ticket: 5)"),
    ("f", "pick(voc.TriagePicker.Purpose.survivor, ticket: 5)"), ("u", "undo"), ("?q", ""), ("zyw", ""),
    ("c", "togglePresence"),
  ])
  func keysAct(keys: String, effect: String) {
    var model = model()
    #expect(press(&model, keys) == effect)
  }

  /// Keys that ask for a text first.
  @Test(arguments: [
    ("rya sale\n", "ya sale"), ("nllamar\n", "note(\"llamar\")"), ("s\n", "solve(cause: nil)"),
    ("d\n", "TicketChange.pend]"),
    ("dmañana 10:30\n", "pendUntil(\"mañana 10:30\")"),
    ("sretraso \n", "solve(cause: Optional(\"retraso\"))"), ("+VIP\n", "addTag(\"vip\")"),
    ("-vip\n", "removeTag(\"vip\")"), ("aLucía\n", "assign(\"Lucía\")"), ("p4", "urgent"), ("p1", "low"),
    ("r  \n", ""), ("a\n", ""), ("+\n", ""),
  ])
  func keysThatAskForAText(keys: String, change: String) {
    var model = model()
    let effect = press(&model, keys)
    #expect(change.isEmpty ? effect.isEmpty : effect.contains(change), "\(effect)")
    if case .browsing = model.mode {} else { Issue.record("\(model.mode)") }
  }

  @Test func onlyNumbersChooseAPriority() {
    var model = model()
    #expect(press(&model, "pubnahlqz059") == "")
    if case .choosingPriority = model.mode {} else { Issue.record("\(model.mode)") }
    #expect(press(&model, "3").contains("high"))
    #expect(press(&model, "p\n") == "")
    #expect(press(&model, "u") == "undo")
  }

  @Test func undoNeedsNoTicket() {
    var model = model()
    #expect(press(&model, "u") == "undo")
    model.show([], total: 0)
    #expect(press(&model, "u") == "undo")
  }

  @Test func theSelectedTicketStaysSelectedWhereverItGoes() {
    var model = model()
    _ = press(&model, "j")
    #expect(model.selected == 3)
    model.show(TriageModelTests.tickets([8, 9, 1, 5, 3]), total: 5)
    #expect(model.selected == 3 && model.selectedIndex == 4)
    // Gone: whoever stands where it stood.
    model.show(TriageModelTests.tickets([8, 9, 1, 5]), total: 4)
    #expect(model.selected == 5)
    model.show([], total: 0)
    #expect(model.selected == nil)
    #expect(press(&model, "jktrGg") == "")
    model.show(TriageModelTests.tickets([2]), total: 1)
    #expect(model.selected == 2)
  }

  @Test func whatIsBeingWrittenStaysWithItsTicket() {
    var model = model()
    _ = press(&model, "rya va")
    model.show(TriageModelTests.tickets([9, 1]), total: 2)
    #expect(model.selected == 5)
    #expect(press(&model, "\n").contains("ticket: 5"))
  }

  @Test func aDraftOutlivesEscapeAndFailure() {
    var model = model()
    _ = press(&model, "rhola")
    #expect(model.press(Key(.escape)).isEmpty)
    #expect(model.notice == .draftKept)
    _ = press(&model, "jr")
    guard case .typing(let other) = model.mode else { return #expect(Bool(false)) }
    #expect(other.editor.text == "")
    _ = model.press(Key(.escape))
    _ = press(&model, "kr!")
    #expect(press(&model, "\n").contains("hola!"))
    // The loop forgets it once it is done; until then it is there again.
    #expect(model.drafts[TriagePrompt.Key(purpose: .reply, ticket: 5)] == "hola!")
  }

  @Test func whoQuitsIsToldOfDrafts() {
    var model = model()
    _ = press(&model, "rhola")
    _ = model.press(Key(.escape))
    #expect(press(&model, "q") == "")
    #expect(model.notice == .draftsLeft(1))
    #expect(press(&model, "q") == "quit")
  }

  @Test func aPastedLineBreakSendsNothing() {
    var model = model()
    _ = press(&model, "r")
    #expect(model.press(Key(.paste("uno\ndos\n"))).isEmpty)
    #expect(model.press(Key(.enter, .alt)).isEmpty)
    guard case .typing(let prompt) = model.mode else { return #expect(Bool(false)) }
    #expect(prompt.editor.text == "uno\ndos\n\n")
    var browsing = self.model()
    #expect(browsing.press(Key(.paste("t\nq"))).isEmpty)
  }

  @Test func whoeverAnswersIsToldOfNewWords() {
    var model = model()
    model.conversation = TriageModelTests.conversation(5, lines: 3, publicMessages: 2)
    _ = press(&model, "rya va")
    model.conversation = TriageModelTests.conversation(5, lines: 5, publicMessages: 3)
    #expect(press(&model, "\n") == "")
    #expect(model.notice == .newWords)
    #expect(press(&model, "\n").contains("ya va"))
  }

  @Test func theConversationScrolls() {
    var model = model()
    model.conversation = TriageModelTests.conversation(5, lines: 100)
    let lines = model.layout.conversationLines
    _ = model.press(Key(.pageUp))
    #expect(model.conversationTop == 100 - lines - (lines - 1))
    // What comes meanwhile moves nothing.
    model.conversation = TriageModelTests.conversation(5, lines: 110)
    #expect(model.conversationTop == 100 - lines - (lines - 1))
    for _ in 0..<9 { _ = model.press(Key(.pageUp)) }
    #expect(model.conversationTop == 0)
    for _ in 0..<12 { _ = model.press(Key(.pageDown)) }
    #expect(model.conversationTop == nil)
    _ = model.press(Key(.tab))
    _ = press(&model, "k")
    #expect(model.conversationTop == 109 - lines && model.selected == 5)
    _ = press(&model, "g")
    #expect(model.conversationTop == 0)
    _ = press(&model, "G")
    #expect(model.conversationTop == nil)
    // Another ticket begins at its end.
    _ = model.press(Key(.home))
    _ = model.press(Key(.tab))
    _ = press(&model, "j")
    #expect(model.conversationTop == nil && model.selected == 3)
  }

  @Test func theListFollowsTheSelection() {
    var model = model(Array(1...100))
    for _ in 0..<30 { _ = press(&model, "j") }
    #expect(model.selected == 31)
    #expect((model.listTop..<model.listTop + model.layout.listEntries).contains(30))
    _ = press(&model, "G")
    #expect(model.selected == 100 && model.listTop == 100 - model.layout.listEntries)
    model.resize(ScreenSize(rows: 12, columns: 80))
    #expect((model.listTop..<model.listTop + model.layout.listEntries).contains(99))
    _ = press(&model, "gk")
    #expect(model.selected == 1 && model.listTop == 0)
  }

  @Test func agentsAreCompleted() {
    var model = model()
    model.agents = ["Álvaro Acosta", "Diego Ramírez", "Lucía Fernández"]
    _ = press(&model, "afer")
    _ = model.press(Key(.tab))
    #expect(press(&model, "\n").contains("Lucía Fernández"))
    #expect(model.matchingAgents("a") == ["Álvaro Acosta"])
  }

  @Test func aWindowTooSmallOnlyQuits() {
    var model = model(rows: 9, columns: 80)
    #expect(press(&model, "trx\nsq") == "quit")
    if case .browsing = model.mode {} else { Issue.record("\(model.mode)") }
  }

  /// Whatever is pressed, whatever comes, at any size: no trap, and the screen can be drawn.
  @Test func anyKeysAtAnySizeHold() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(seed: seed)
    let invocation = try FakeWorld().invocation([])
    let keys =
      TriageAction.allCases.compactMap(\.letter.first).map { Key.character($0) }
      + KeyDecoderTests.sequences.map(\.key)
    for _ in 0..<60 {
      var model = TriageModel(size: ScreenSize(rows: 24, columns: 80))
      for _ in 0..<60 {
        switch Int.random(in: 0..<16, using: &random) {
        case 0:
          let ids = (0..<Int.random(in: 0...40, using: &random)).map { Int64($0 + 1) }.shuffled(
            using: &random)
          model.show(
            ids.map {
              TriageTicket(
                id: $0, status: Ticket.Status.allCases.randomElement(using: &random) ?? .new,
                subject: random.text(), customer: random.text(), assignee: random.text())
            }, total: ids.count)
        case 1:
          model.resize(
            ScreenSize(
              rows: Int.random(in: 1...50, using: &random), columns: Int.random(in: 1...130, using: &random)))
        case 2:
          model.conversation = model.selected.map {
            TriageModelTests.conversation($0, lines: Int.random(in: 0...60, using: &random))
          }
          if Bool.random(using: &random) {
            model.conversation?.closedWindow = TriageClosedWindow(
              channel: random.text(), since: random.text())
          }
        case 3:
          guard let ticket = model.selected else { break }
          let entries = (0..<Int.random(in: 0...20, using: &random)).map { _ in
            TriagePicker.Entry(
              name: random.text(), text: random.text(), isUsable: Bool.random(using: &random))
          }
          let purpose = Bool.random(using: &random) ? TriagePicker.Purpose.macro : .survivor
          model.mode = .picking(TriagePicker(purpose, ticket: ticket, entries: entries))
        case 4:
          guard let ticket = model.selected else { break }
          model.mode = .confirming(
            TriageMerge(ticket: ticket, into: 1, subject: random.text(), messages: 3))
        default: _ = model.press(keys.randomElement(using: &random) ?? .character("j"))
        }
        let screen = TriageView(model: model, invocation: invocation, actor: "lucia").draw()
        #expect(screen.size == model.size, "seed \(seed)")
        #expect(!screen.text.unicodeScalars.contains { Escaping.isUnsafe($0) && $0 != "\n" }, "seed \(seed)")
      }
    }
  }
}
