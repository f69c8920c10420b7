import Testing
import VocDomain
import VocTesting

/// Placeholders are filled in once, and what makes no sense is shown where it stands.
@Suite struct MacroTextTests {
  private func filled(
    _ text: String, _ values: [MacroText.Field: String] = [:]
  ) throws -> String { try MacroText(parsing: text).filled(values) }

  @Test func fillsInWhatIsKnown() throws {
    let values: [MacroText.Field: String] = [.customerFirstName: "Ana", .ticketID: "12", .agentName: "  "]
    #expect(try filled("Hola {{customer.first_name}}, #{{ ticket.id }}", values) == "Hola Ana, #12")
    #expect(try filled("Hola {{customer.name|cliente}}{{agent.name|}}.", values) == "Hola cliente.")
    #expect(throws: MacroError.noValue([.customerName, .agentName])) {
      try filled("{{customer.name}} {{agent.name}} {{Customer.Name}}", values)
    }
  }

  /// A customer may call themselves anything.
  @Test func whatIsFilledInIsNotReadAgain() throws {
    let values: [MacroText.Field: String] = [.customerName: "{{agent.name}}", .agentName: "\\{{|}}"]
    #expect(try filled("{{customer.name}} {{agent.name}} \\{{ }}", values) == "{{agent.name}} \\{{|}} {{ }}")
  }

  @Test(arguments: [
    ("{{", 1, 1), ("hola {{agent.name", 1, 6), ("a\nb 😀{{x}", 2, 4), ("\r\n\r\n{{", 3, 1),
  ])
  func anOpenEndIsShown(text: String, line: Int, column: Int) {
    #expect(throws: MacroError.unclosed(.init(line: line, column: column))) { try MacroText(parsing: text) }
  }

  @Test(arguments: [
    ("{{costumer.name}}", "costumer.name", ["customer.name"], 1), ("x{{}}", "", [], 2),
    ("{{agent.name}} {{ticket.idd|7}}", "ticket.idd", ["ticket.id"], 16),
    ("{{{{greeting}}", "{{greeting", ["greeting"], 1),
  ])
  func anUnknownOneIsShown(text: String, name: String, nearest: [String], column: Int) {
    #expect(throws: MacroError.unknown(name, nearest: nearest, .init(line: 1, column: column))) {
      try MacroText(parsing: text)
    }
  }

  /// Printing gives back what was parsed; text without two braces is filled in as it is.
  @Test(arguments: 1...300) func printsWhatItParsed(seed: UInt64) {
    var chance = Chance(seed: seed)
    let parts = [
      "{{", "}}", "{", "}", "|", "\\", "\\{{", "agent.name", "{{customer.name|tú}}", "{{ greeting }}", " ",
      "\n", "\r\n",
      "é", "e\u{301}", "\u{301}", "👩‍👩‍👧", "a",
    ]
    let text = (0..<chance.number(0...12)).map { _ in chance.one(of: parts) ?? "" }.joined()
    guard let macro = try? MacroText(parsing: text) else { return }
    #expect("\(macro)".unicodeScalars.elementsEqual(text.unicodeScalars), "\(text.debugDescription)")
    let all = Dictionary(uniqueKeysWithValues: MacroText.Field.allCases.map { ($0, "{{x}}") })
    #expect((try? macro.filled(all)) != nil)
    if !text.contains("{{") { #expect((try? macro.filled([:])) == text) }
  }

  @Test func longTextsTakeNoTime() throws {
    let text = String(repeating: "aé😀 ", count: 10_000) + "{{greeting}}"
    #expect(try filled(text, [.greeting: "Bom dia"]).hasSuffix(" Bom dia"))
  }

  @Test(
    arguments: [
      ("es", nil, 4, "Buenas noches"), ("es-MX", "BR", 5, "Buenos días"), (nil, nil, 11, "Buenos días"),
      (nil, "BR", 12, "Boa tarde"), ("pt_BR", nil, 18, "Boa tarde"), ("PT", nil, 19, "Boa noite"),
      ("en", "MX", 9, "Good morning"), ("en-US", nil, 13, "Good afternoon"), ("en", nil, 23, "Good evening"),
      ("", "PT", 6, "Bom dia"), ("fr", nil, 0, "Buenas noches"),
    ] as [(String?, String?, Int, String)])
  func greets(language: String?, country: String?, hour: Int, text: String) {
    #expect(Greeting.text(language: language, country: country, hour: hour) == text)
  }

  @Test(
    arguments: [
      ("Ana López", "Ana"), ("ANA LOPEZ", "Ana"), ("ana", "Ana"), ("López Núñez, José Luis", "José"),
      ("Sra. Beatriz Salas", "Beatriz"), ("✨Luz✨ Vega", "Luz"), ("J. Pérez", "Pérez"), ("+52 55 1234", nil),
      ("", nil),
      ("😀", nil), ("María-José", "María-José"), ("A B", nil),
    ] as [(String, String?)])
  func firstNames(text: String, first: String?) { #expect(PersonName.first(of: text) == first) }
}
