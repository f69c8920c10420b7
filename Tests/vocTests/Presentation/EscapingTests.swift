import Testing

@testable import voc

@Suite struct EscapingTests {
  static let terminal: [(String, String, String)] = [
    ("Ñandú 漢 👩‍👩‍👧 🇲🇽", "Ñandú 漢 👩‍👩‍👧 🇲🇽", "Ñandú 漢 👩‍👩‍👧 🇲🇽"),
    ("\u{1B}[31mrojo\u{1B}[0m", "\\u{1B}[31mrojo\\u{1B}[0m", "\\u{1B}[31mrojo\\u{1B}[0m"),
    ("a\u{202E}gpj.exe", "a\\u{202E}gpj.exe", "a\\u{202E}gpj.exe"),
    ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}", "\\u{2066}x\\u{2069}"),
    ("nul\u{0}", "nul\\u{0}", "nul\\u{0}"),
    ("\u{9B}31m", "\\u{9B}31m", "\\u{9B}31m"),
    ("a\u{200B}b\u{FEFF}", "a\\u{200B}b\\u{FEFF}", "a\\u{200B}b\\u{FEFF}"),
    ("a\u{2028}b\u{2029}", "a\\u{2028}b\\u{2029}", "a\\u{2028}b\\u{2029}"),
    ("\u{7F}\u{8}", "\\u{7F}\\u{8}", "\\u{7F}\\u{8}"),
    ("a\nb\tc", "a\\u{A}b\\u{9}c", "a\nb\tc"),
    ("a\r\nb", "a\\u{D}\\u{A}b", "a\nb"),
    ("pago\rroba", "pago\\u{D}roba", "pago\\u{D}roba"),
    ("fin\r", "fin\\u{D}", "fin\\u{D}"),
    ("\r\r\n", "\\u{D}\\u{D}\\u{A}", "\\u{D}\n"),
  ]

  @Test(arguments: terminal)
  func nothingReachesTheTerminalThatItWouldObey(text: String, oneLine: String, lines: String) {
    #expect(Escaping.terminal(text) == oneLine)
    #expect(Escaping.terminal(text, lines: true) == lines)
  }

  @Test func tableCellsAreOneLine() {
    #expect(Escaping.line("a\r\nb\n\n\tc\u{1B}") == "a b c\\u{1B}")
    #expect(Escaping.tsvCell("a\tb\r\nc\u{0}ñ") == "a\\tb\\r\\nc\\u{0}ñ")
  }

  static let csv: [(String, String)] = [
    ("hola", "hola"), ("", ""), ("a,b", "\"a,b\""), ("a;b", "\"a;b\""),
    ("dijo \"no\"", "\"dijo \"\"no\"\"\""), ("a\"\u{301}", "\"a\"\"\u{301}\""),
    (" \u{301}x", "\" \u{301}x\""),
    ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\nb\""), (" x", "\" x\""),
    ("=1+1", "'=1+1"), ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""), ("@SUM(A1)", "'@SUM(A1)"),
    ("+52 55 1234", "'+52 55 1234"), ("-5", "-5"), ("+3.25", "+3.25"), ("-1,5", "\"-1,5\""), ("-", "'-"),
    ("-1-1", "'-1-1"), ("+1e5", "'+1e5"), ("\t=1", "\"'\t=1\""), ("\r=1", "'\\u{D}=1"), ("\n=1", "\"'\n=1\""),
    ("＝1", "'＝1"), ("\u{1B}[0m", "\\u{1B}[0m"),
  ]

  @Test(arguments: csv)
  func spreadsheetsFindNoFormula(text: String, cell: String) {
    #expect(Escaping.csvCell(text) == cell)
  }

  @Test func nothingUnsafeIsLeft() {
    var random = SplitMix(seed: 11)
    for round in 0..<2000 {
      let text = random.text()
      for safe in [
        Escaping.terminal(text), Escaping.line(text), Escaping.tsvCell(text), JSON.string(text).text,
      ] {
        #expect(!safe.unicodeScalars.contains(where: Escaping.isUnsafe), "seed 11, round \(round)")
      }
      let cell = Escaping.csvCell(text)
      let csv = cell.hasPrefix("\"") ? cell.dropFirst() : cell[...]
      let first = csv.first.map(String.init) ?? ""
      #expect(!["=", "@", "\t"].contains(first), "seed 11, round \(round): \(csv)")
    }
  }
}
