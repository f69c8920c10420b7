import Testing
import VocDomain

@testable import voc

@Suite struct TriageViewTests {
  private func draw(
    rows: Int, columns: Int, _ language: Language = .es, _ change: (inout TriageModel) -> Void = { _ in }
  ) throws -> ScreenBuffer {
    let fake = FakeWorld()
    fake.environment["VOC_LANG"] = language.rawValue
    let now = fake.clock
    var model = TriageModel(size: ScreenSize(rows: rows, columns: columns))
    model.show(
      [
        TriageTicket(
          id: 12, status: .new, priority: .urgent, subject: "No llega mi pedido\nni responde nadie",
          customer: "Ana López", waitingSince: now + -3 * 3600, dueAt: now + -60),
        TriageTicket(
          id: 7, status: .open, subject: "Cotización", customer: "漢字 \u{1B}[31m 👩‍👩‍👧",
          assignee: "Lucía Fernández",
          waitingSince: now + -600),
        TriageTicket(id: 105, status: .pending, subject: "", customer: "Jorge Ramírez", assignee: "Diego"),
      ], total: 3)
    model.conversation = TriageModelTests.conversation(12, lines: 3)
    change(&model)
    return TriageView(model: model, invocation: try fake.invocation([]), actor: "lucia").draw()
  }

  @Test func listAndConversationSideBySide() throws {
    let screen = try draw(rows: 12, columns: 80)
    #expect(
      screen.text == """
         voc · 3 tickets sin resolver · 2 esperan respuesta                       lucia
        ▌#12  !! Ana López          3 h │ #12 Asunto 12
        ▌  No llega mi pedido ni respo… │
         #7      漢字 \\u{1B}[31… 10 min │
           Cotización           → Lucía │ ──────────────────────────────────────────────
         #105    Jorge Ramír… pendiente │ línea 0
           —                    → Diego │ línea 1
                                        │ línea 2
                                        │
                                        │

         t tomar  r responder  n nota  s resolver  x próximo  / filtro  ? ayuda  q salir
        """)
  }

  @Test func aNarrowScreenShowsOnePaneAtATime() throws {
    let list = try draw(rows: 10, columns: 44).text
    #expect(list.contains("Ana López") && !list.contains("línea 0"))
    let conversation = try draw(rows: 10, columns: 44) { _ = $0.press(Key(.tab)) }.text
    #expect(!conversation.contains("Jorge") && conversation.contains("línea 2"))
    // Whoever writes to a customer reads them meanwhile.
    let writing = try draw(rows: 14, columns: 44) { _ = $0.press(.character("r")) }.text
    #expect(!writing.contains("Jorge") && writing.contains("línea 2"))
  }

  @Test func aTooSmallWindowSaysSo() throws {
    #expect(try draw(rows: 9, columns: 60).text.hasPrefix("Ventana muy pequeña: hace falta 40×10. q sale."))
    #expect(try draw(rows: 24, columns: 39, .en).text.hasPrefix("Window too small: 40×10 needed. q"))
    #expect(try draw(rows: 1, columns: 1).text == "V")
  }

  @Test func whatIsTypedStandsBelowWithTheCursor() throws {
    let screen = try draw(rows: 16, columns: 60, .en) { model in
      for key in "rYa sale".map(Key.character) + [Key(.enter, .alt)] + "hoy".map(Key.character) {
        _ = model.press(key)
      }
    }
    let lines = screen.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[11].hasPrefix("━ Reply to #12 ━━━"))
    #expect(lines[12] == " Ya sale" && lines[13] == " hoy")
    #expect(screen.cursor == ScreenBuffer.Position(row: 13, column: 4))
    #expect(lines[15] == " Enter records  Alt+Enter new line  Esc keeps the draft  ^S")
  }

  @Test(arguments: [(24, 80), (24, 60), (10, 40), (40, 120)], Language.allCases)
  func theHelpNamesEveryKey(size: (rows: Int, columns: Int), language: Language) throws {
    var seen = ""
    for top in stride(from: 0, to: 40, by: 5) {
      seen += try draw(rows: size.rows, columns: size.columns, language) { $0.mode = .help(top: top) }.text
    }
    for action in TriageAction.allCases where !action.letter.isEmpty {
      #expect(seen.contains(action.explanation(language)), "\(action)")
    }
    for move in TriageAction.moves { #expect(seen.contains(move.explanation(language)), "\(move)") }
  }

  /// The keys of an action are nobody else's.
  @Test func noKeyMeansTwoThings() {
    let letters = TriageAction.allCases.map(\.letter).filter { !$0.isEmpty }
    #expect(Set(letters).count == letters.count)
    for letter in letters {
      let action = TriageAction(.character(Character(letter)))
      #expect(action?.letter == letter)
    }
  }

  @Test func whatWentWrongIsReadWhole() throws {
    let text = "No se puede tomar el ticket #12: está resuelto. Se reabre primero: «voc ticket reopen 12»."
    let screen = try draw(rows: 12, columns: 60) { $0.notice = .failed(text) }
    let lines = screen.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[9...10].map { $0.dropFirst() }.joined(separator: " ") == text)
  }

  @Test func withoutColoursNothingIsColoured() throws {
    var screen = try draw(rows: 12, columns: 80)
    #expect(screen.difference(from: nil).contains("33"))
    screen.dropColours()
    let bytes = screen.difference(from: nil)
    #expect(!bytes.contains(";31m") && !bytes.contains(";33m") && bytes.contains("\u{1B}[0;1;7m"))
  }
}
