import Testing

@testable import VocDomain

@Suite struct FilterErrorTests {
  typealias Problem = FilterError.Problem
  private static let statuses = ["new", "open", "pending", "hold", "solved", "closed"]

  private func error(_ text: String) -> FilterError? {
    do {
      _ = try TicketFilter.parse(text)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    arguments: [
      ("status:open foo:1", 13..<16, .unknownField("foo", nearest: ["mood"])),
      (
        "stauts:open", 1..<7, .unknownField("stauts", nearest: ["status"])
      ),
      ("(\u{1F469}\u{200D}\u{1F467} xyzzy:1)", 4..<9, .unknownField("xyzzy", nearest: [])),
      ("e\u{301}\u{301}a estadoo:1", 4..<11, .unknownField("estadoo", nearest: ["status"])),
      (":open", 1..<2, .unexpected(":")),
      ("http://voc", 1..<5, .textWithColon("http://voc")),
      ("a 12:30,13 b", 3..<5, .textWithColon("12:30,13")),
      ("http:voc", 1..<5, .unknownField("http", nearest: [])),
      ("-status:opne", 9..<13, .unknownValue(.status, "opne", allowed: statuses, nearest: ["open"])),
      (
        "status:open,\"en pausa\"", 13..<23,
        .unknownValue(.status, "en pausa", allowed: statuses, nearest: [])
      ),
      (
        "segment:D", 9..<10,
        .unknownValue(.segment, "D", allowed: ["A", "B", "C"], nearest: ["A", "B", "C"])
      ),
      ("country:Mexico", 9..<15, .unknownValue(.country, "Mexico", allowed: [], nearest: [])),
      ("status:none", 8..<12, .unknownValue(.status, "none", allowed: statuses, nearest: [])),
      ("tag:", 1..<5, .emptyValue(.tag)), ("a tag: vip", 3..<7, .emptyValue(.tag)),
      ("tag:a,,b", 1..<7, .emptyValue(.tag)), ("tag:a,", 1..<7, .emptyValue(.tag)),
      ("tag:\"\"", 5..<7, .emptyValue(.tag)), ("tag:\" \"", 5..<8, .emptyValue(.tag)),
      ("due:<", 1..<6, .emptyValue(.due)), ("created:..", 1..<11, .emptyValue(.created)),
      ("status:(open)", 1..<8, .emptyValue(.status)),
      ("a \"\"", 3..<5, .emptyText),
      ("id:12a", 4..<7, .badNumber("12a")), ("id:-5", 4..<6, .badNumber("-5")),
      ("id:1..x", 7..<8, .badNumber("x")), ("id:1...5", 7..<9, .badNumber(".5")),
      ("id:99999999999999999999", 4..<24, .badNumber("99999999999999999999")),
      ("customer:#x", 10..<12, .badNumber("#x")), ("id:٣", 4..<5, .badNumber("٣")),
      ("created:2026-02-30", 9..<19, .badDate("2026-02-30")), ("created:>soon", 10..<14, .badDate("soon")),
      ("created:2026-1-1", 9..<17, .badDate("2026-1-1")), ("created:0000-01", 9..<16, .badDate("0000-01")),
      ("created:2026T10:00", 9..<19, .badDate("2026T10:00")), ("created:0000", 9..<13, .badDate("0000")),
      ("created:26", 9..<11, .badDate("26")), ("created:2026-01T10:00", 9..<22, .badDate("2026-01T10:00")),
      ("created:2026-01-01T24:00", 9..<25, .badDate("2026-01-01T24:00")),
      ("created:2026-01-01T10:00+6", 9..<27, .badDate("2026-01-01T10:00+6")),
      ("created:0001-01-01T00:00+05:00", 9..<31, .badDate("0001-01-01T00:00+05:00")),
      ("created:>-9y", 10..<13, .badDate("-9y")), ("created:\"none\"", 9..<15, .badDate("none")),
      ("created:none", 9..<13, .badDate("none")),
      ("due:<2x", 6..<8, .badLength("2x")), ("waiting:>h", 10..<11, .badLength("h")),
      ("due:<9999999999999w", 6..<20, .badLength("9999999999999w")),
      ("due:soon", 5..<9, .badLength("soon")),
      ("queue:>Ventas", 7..<14, .comparisonNotAllowed(.queue)),
      ("status:open,new..hold", 13..<22, .comparisonNotAllowed(.status)),
      ("is:..waiting", 4..<13, .comparisonNotAllowed(.state)),
      ("waiting:2h", 9..<11, .comparisonNeeded(.waiting)),
      ("created:-7d", 9..<12, .comparisonNeeded(.created)),
      ("id:9..5", 4..<8, .reversedRange(.id)), ("due:2h..1h", 5..<11, .reversedRange(.due)),
      ("priority:high..low", 10..<19, .reversedRange(.priority)),
      ("created:2026-11-02..2026-11-01", 9..<31, .reversedRange(.created)),
      ("a \"no llega", 3..<12, .unclosedQuote), ("queue:\"Ventas", 7..<14, .unclosedQuote),
      ("\"a\\\"", 1..<5, .unclosedQuote), ("\"", 1..<2, .unclosedQuote), ("\"\\", 1..<3, .unclosedQuote),
      ("a (b OR (c)", 3..<4, .unclosedParenthesis), ("a) b", 2..<3, .unopenedParenthesis),
      ("a ()", 3..<5, .emptyParenthesis), ("-( )", 2..<5, .emptyParenthesis),
      ("a OR", 3..<5, .danglingOperator("OR")), ("O a", 1..<2, .danglingOperator("O")),
      ("a OR OR b", 3..<5, .danglingOperator("OR")), ("(a OR)", 4..<6, .danglingOperator("OR")),
      ("a AND", 3..<6, .danglingOperator("AND")), ("AND a", 1..<4, .danglingOperator("AND")),
      ("a AND OR b", 3..<6, .danglingOperator("AND")),
      ("a -", 3..<4, .danglingOperator("-")), ("a - b", 3..<4, .danglingOperator("-")),
      ("(-)", 2..<3, .danglingOperator("-")), ("-OR", 1..<2, .danglingOperator("-")),
      ("tag:\"a\"b", 8..<9, .unexpected("b")), ("status:open\"x\"", 12..<13, .unexpected("\"")),
      ("due:<1h..2h", 8..<9, .unexpected(".")),
    ] as [(String, Range<Int>, Problem)])
  func errorsTellWhatAndWhere(text: String, columns: Range<Int>, problem: Problem) {
    #expect(error(text) == FilterError(problem, columns: columns))
  }

  @Test(arguments: [
    ("estado", "status"), ("prioridad", "priority"), ("canal", "channel"), ("cola", "queue"),
    ("asignado", "assignee"), ("cliente", "customer"), ("segmento", "segment"), ("etapa", "stage"),
    ("idioma", "language"), ("país", "country"), ("etiqueta", "tag"), ("causa", "cause"),
    ("creado", "created"), ("actualizado", "updated"), ("espera", "waiting"), ("vence", "due"),
    ("resuelto", "solved"), ("agent", "assignee"),
  ])
  func fieldsAreEnglishAndSpanishOnesPointThere(word: String, name: String) {
    #expect(
      error(word + ":x")
        == FilterError(.unknownField(word, nearest: [name]), columns: 1..<word.count + 1))
  }

  @Test func nestingHasAnEnd() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "a" + String(repeating: ")", count: depth)
    }
    #expect(try TicketFilter.parse(nested(50)).description == "a")
    #expect(error(nested(51)) == FilterError(.tooDeep, columns: 51..<52))
    #expect(error(nested(100_000))?.problem == .tooDeep)
    #expect(error(String(repeating: "-", count: 100_000) + "a")?.problem == .tooDeep)
  }

  @Test func manyTermsAreNoTrouble() throws {
    let text = String(repeating: "a OR -tag:b ", count: 20_000) + "c"
    #expect(try TicketFilter.parse(text).description == text)
  }
}
