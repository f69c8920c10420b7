import Testing

@testable import voc

@Suite struct TextTableTests {
  private let columns: [TextTable.Column] = [
    .init(header: "N.º", alignment: .right), .init(header: "Asunto", isFlexible: true),
    .init(header: "Estado"),
  ]

  @Test func columnsAlignByWhatTheEyeSees() {
    let table = TextTable(
      columns, rows: [["7", "No llega 漢字 🇲🇽", "nuevo"], ["120", "Sí", "abierto"], ["3", "a\nb\u{1B}", ""]])
    #expect(
      table.text(width: 80, style: Style(isOn: false)) == """
        N.º  Asunto            Estado
          7  No llega 漢字 🇲🇽  nuevo
        120  Sí                abierto
          3  a b\\u{1B}

        """)
  }

  @Test func theFlexibleColumnGivesWay() {
    let table = TextTable(columns, rows: [["7", "Mi pedido no llega desde el lunes", "nuevo"]])
    #expect(
      table.text(width: 30, style: Style(isOn: false)) == """
        N.º  Asunto             Estado
          7  Mi pedido no lle…  nuevo

        """)
  }

  @Test func othersGiveWayWhenTheFlexibleColumnHasNoRoom() {
    let table = TextTable(
      [
        .init(header: "Cliente", least: 8), .init(header: "Canal", rank: 1),
        .init(header: "Asunto", isFlexible: true),
      ],
      rows: [["Ana López Hernández", "WhatsApp", "Mi pedido no llega desde el lunes"]])
    let style = Style(isOn: false)
    #expect(
      table.text(width: 50, style: style) == """
        Cliente         Canal     Asunto
        Ana López Her…  WhatsApp  Mi pedido no llega desd…

        """)
    #expect(
      table.text(width: 30, style: style) == """
        Cliente   Asunto
        Ana Lóp…  Mi pedido no llega …

        """)
  }

  @Test func colourComesAfterPadding() {
    var table = TextTable(columns)
    table.add([.init("7"), .init("Sí") { $0.red($1) }, .init("nuevo")])
    #expect(
      table.text(width: 80, style: Style(isOn: true))
        == "\u{1B}[1mN.º\u{1B}[0m  \u{1B}[1mAsunto\u{1B}[0m  \u{1B}[1mEstado\u{1B}[0m\n"
        + "  7  \u{1B}[31mSí\u{1B}[0m      nuevo\n")
  }

  @Test func noLineIsWiderThanTheTerminal() {
    var random = SplitMix(seed: 9)
    for round in 0..<500 {
      let rows = (0..<5).map { _ in (0..<3).map { _ in TextTable.Cell(random.text()) } }
      let width = Int.random(in: 1...90, using: &random)
      let text = TextTable(columns, rows: rows).text(width: width, style: Style(isOn: false))
      for line in text.split(separator: "\n") {
        #expect(DisplayWidth.columns(String(line)) <= width, "seed 9, round \(round)")
      }
    }
  }
}

@Suite struct StyleTests {
  static let cases: [([String: String], Bool, Bool)] = [
    ([:], true, true), ([:], false, false), (["NO_COLOR": ""], true, true), (["NO_COLOR": "1"], true, false),
    (["TERM": "dumb"], true, false), (["TERM": "xterm"], true, true), (["CLICOLOR": "0"], true, false),
    (["CLICOLOR_FORCE": "1"], false, true), (["CLICOLOR_FORCE": "0"], false, false),
    (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], true, false),
  ]

  @Test(arguments: cases)
  func colourIsForTerminalsThatWantIt(environment: [String: String], isTerminal: Bool, isOn: Bool) {
    let fake = FakeWorld()
    fake.environment = environment
    fake.outputIsTerminal = isTerminal
    #expect(Style(fake.world) == Style(isOn: isOn))
  }
}

@Suite struct ListingTests {
  private let listing = Listing<(id: Int64, subject: String)>([
    .init(
      name: "id", header: Phrase(es: "N.º", en: "No."), alignment: .right, value: { .int($0.id) },
      cell: { item, _ in .init("#\(item.id)") }),
    .init(
      name: "subject", header: Phrase(es: "Asunto", en: "Subject"), isFlexible: true,
      value: { .string($0.subject) }),
    .init(name: "status", header: Phrase(both: "-"), isHidden: true, value: { _ in .null }),
  ])

  private func write(
    _ items: [(id: Int64, subject: String)], _ arguments: [String] = [], terminal: Bool = true
  )
    throws -> String
  {
    let fake = FakeWorld()
    fake.outputIsTerminal = terminal
    fake.environment["NO_COLOR"] = "1"
    listing.write(items, for: try fake.invocation(arguments))
    return fake.output
  }

  @Test func eachReaderGetsTheirForm() throws {
    let items: [(id: Int64, subject: String)] = [(7, "No\tllega"), (12, "Gracias")]
    #expect(try write(items) == "N.º  Asunto\n #7  No llega\n#12  Gracias\n")
    #expect(try write(items, terminal: false) == "7\tNo\\tllega\n12\tGracias\n")
    #expect(
      try write(items, ["--json"]) == """
        [{"id":7,"status":null,"subject":"No\\tllega"},
        {"id":12,"status":null,"subject":"Gracias"}]

        """)
    #expect(try write(items, ["--json", "subject,id"]).hasPrefix("[{\"subject\":\"No\\tllega\",\"id\":7},"))
    #expect(try write([], ["--json"]) == "[]\n")
    #expect(try write([]) == "")
  }
}
