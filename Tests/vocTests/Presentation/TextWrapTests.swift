import Testing

@testable import voc

@Suite struct TextWrapTests {
  /// An interval stands on one line as long as a line takes it; `|` is where the line ends.
  @Test(arguments: [
    ("CSAT 71.5 [-52.2 a -20.9] orientativo", 18, "CSAT 71.5|[-52.2 a -20.9]|orientativo"),
    ("90 [85.1 to 99.0].", 17, "90|[85.1 to 99.0]."),
    ("-52.2 a -20.9", 13, "-52.2 a -20.9"),
    ("de 33 a 60 hoy", 8, "de|33 a 60|hoy"),
    ("33.2 a 66,8\u{A0}%", 11, "33.2 a|66,8\u{A0}%"),
    // No line takes it.
    ("-52.2 a -20.9", 8, "-52.2 a|-20.9"),
    ("[1 h 8 min a 2 h 26 min]", 12, "[1 h 8 min a|2 h 26 min]"),
    // A number and its unit.
    ("1 h 8 min a 2 h 26 min", 13, "1 h 8 min a|2 h 26 min"),
    // What people write.
    ("[hola que tal] vamos a verlo", 10, "[hola que|tal] vamos|a verlo"),
    ("[1 sin cierre", 8, "[1 sin|cierre"),
  ])
  func intervalsStayInOnePiece(text: String, width: Int, lines: String) {
    #expect(TextWrap.lines(text, width: width).joined(separator: "|") == lines)
  }

  /// A column of a table does not become narrower than its intervals, as long as others can.
  @Test func aTableKeepsAnIntervalInOnePiece() {
    let table = TextTable(
      [.init(header: "Tema", isFlexible: true), .init(header: "IC 95 %")],
      rows: [["devolución de dinero", "-52.2 a -20.9"]], wraps: true)
    #expect(
      table.text(width: 25, style: Style(isOn: false)) == """
        Tema        IC 95 %
        devolución  -52.2 a -20.9
        de dinero

        """)
  }
}
