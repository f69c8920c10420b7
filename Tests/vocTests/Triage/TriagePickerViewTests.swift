import Testing
import VocDomain

@testable import voc

/// What pickers and the closed window look like.
@Suite struct TriagePickerViewTests {
  private func draw(
    rows: Int, columns: Int, _ language: Language = .es, _ change: (inout TriageModel) -> Void
  ) throws -> ScreenBuffer {
    let fake = FakeWorld()
    fake.environment["VOC_LANG"] = language.rawValue
    var model = TriageModel(size: ScreenSize(rows: rows, columns: columns))
    model.show(TriageModelTests.tickets([5, 3]), total: 2)
    model.conversation = TriageModelTests.conversation(5, lines: 2)
    change(&model)
    return TriageView(model: model, invocation: try fake.invocation([]), actor: "lucia").draw()
  }

  private func macros(_ model: inout TriageModel) {
    let entries = [
      TriagePicker.Entry(name: "Envío", text: "Buenos días, Ana:\n\nsu pedido sale hoy 漢字 con la guía."),
      TriagePicker.Entry(name: "firma", text: "No hay dato.", isUsable: false),
    ]
    model.mode = .picking(TriagePicker(.macro, ticket: 5, entries: entries))
  }

  private func bottom(_ screen: ScreenBuffer, _ count: Int) -> String {
    screen.text.split(separator: "\n", omittingEmptySubsequences: false).suffix(count).joined(separator: "\n")
  }

  @Test func theMacroIsShownAsItWillRead() throws {
    let screen = try draw(rows: 16, columns: 80, .es, macros)
    #expect(
      bottom(screen, 8) == """
        ━ Macro para responder a #5 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
         ›
        ▌Envío            │ Buenos días, Ana:
         firma            │
                          │ su pedido sale hoy 漢字 con la guía.
                          │

         Intro la lleva a la respuesta  ↓ ↑ eligen  Esc cancela
        """)
    #expect(screen.cursor == ScreenBuffer.Position(row: 9, column: 3))
  }

  @Test func aNarrowScreenShowsTheBeginningOfTheText() throws {
    let screen = try draw(rows: 10, columns: 40, .es, macros)
    #expect(
      bottom(screen, 6) == """
        ━ Macro para responder a #5 ━━━━━━━━━━━━
         ›
        ▌Envío  Buenos días, Ana: su pedido sa…
         firma  No hay dato.

         Intro la lleva a la respuesta  ↓ ↑ elig
        """)
  }

  @Test(arguments: [(24, 80), (10, 40)], Language.allCases)
  func theWindowSaysWhenItClosed(size: (rows: Int, columns: Int), language: Language) throws {
    let screen = try draw(rows: size.rows, columns: size.columns, language) {
      $0.conversation?.closedWindow = TriageClosedWindow(channel: "WhatsApp", since: "19/11/2026 09:05")
      _ = $0.press(.character("r"))
    }
    #expect(bottom(screen, 4).contains("19/11/2026 09:05"))
    let advice = screen.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      advice.contains(
        language == .es ? "Vacío: ya se envió a mano, solo se" : "Empty: already sent by hand, only"))
  }

  @Test func whatIsRefusedLeavesWhatIsTypedInSight() throws {
    let screen = try draw(rows: 16, columns: 40) {
      macros(&$0)
      $0.notice = .failed("No hay dato para el nombre de quien escribe en este ticket.")
    }
    let lines = screen.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[6] == " No hay dato para el nombre de quien" && lines[8].hasPrefix("━ Macro"))
  }

  @Test func theMergeSaysWhatBecomesOfIt() throws {
    let screen = try draw(rows: 24, columns: 80) {
      $0.mode = .confirming(
        TriageMerge(ticket: 5, into: 3, subject: "Una cotización muy larga de verdad", messages: 1))
    }
    #expect(
      bottom(screen, 3) == """
         ¿Fusionar el #5 con el #3 «Una cotización muy larg…»? Su mensaje y sus
         etiquetas pasan al #3, y el #5 queda cerrado. u lo deshace.
         s fusiona  cualquier otra tecla cancela
        """)
  }
}
