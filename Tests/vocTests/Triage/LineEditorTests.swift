import Testing

@testable import voc

@Suite struct LineEditorTests {
  /// Keys as one writes them here, and the text with the cursor as "|".
  static let table: [(start: String, keys: [Key], after: String)] = [
    ("", [.character("h"), .character("o")], "ho|"),
    ("hola", [Key(.left), Key(.left), .character("x")], "hox|la"),
    ("hola", [Key(.home), Key(.delete)], "|ola"), ("hola", [.control("a"), .control("d")], "|ola"),
    ("hola", [Key(.backspace)], "hol|"), ("", [Key(.backspace), Key(.delete), .control("w")], "|"),
    ("ya sale hoy", [.alt("b"), .alt("b")], "ya |sale hoy"),
    ("ya sale hoy", [Key(.left, .control), Key(.right, .control)], "ya sale hoy|"),
    ("ya sale, hoy", [.control("w"), .control("w")], "ya |"),
    ("ya sale", [.control("u"), .control("y")], "ya sale|"),
    ("ya sale", [Key(.home), .alt("d")], "| sale"),
    ("ya sale", [Key(.home), .control("k"), .control("y")], "ya sale|"),
    ("niño", [Key(.left), Key(.backspace)], "ni|o"), ("e\u{301}", [Key(.backspace)], "|"),
    ("👩‍👩‍👧🇲🇽", [Key(.backspace), .character("x")], "👩‍👩‍👧x|"), ("👩‍👩‍👧", [Key(.left), .character("x")], "x|👩‍👩‍👧"),
    ("e", [.character("\u{301}"), Key(.left), .character("x")], "x|e\u{301}"),
    ("ab", [Key(.left), .character("\u{301}")], "a\u{301}|b"),
    ("uno\ndos", [Key(.up), .character("x")], "unox|\ndos"),
    ("uno\ndos", [Key(.home), Key(.up)], "|uno\ndos"),
    ("largo\nx\nlargo", [Key(.up), Key(.up)], "l|argo\nx\nlargo"),
    ("uno\ndos", [Key(.home, .control), Key(.down), .character("x")], "uno\nx|dos"),
    ("uno", [Key(.enter, .alt), .control("j")], "uno\n\n|"),
    ("uno\ndos", [.control("u"), .control("u")], "uno|"),
    ("a", [Key(.paste("b\nc\td\u{1B}[31m\u{202E}"))], "ab\nc  d[31m|"),
  ]

  @Test(arguments: table.indices) func followsKeys(index: Int) {
    let (start, keys, after) = LineEditorTests.table[index]
    var editor = LineEditor(start, isMultiline: true)
    for key in keys { editor.press(key) }
    #expect(editor.before + "|" + editor.after == after)
  }

  @Test func aFieldHasOneLine() {
    var editor = LineEditor("a\nb")
    for key in [Key(.enter, .alt), Key(.up)] { #expect(editor.press(key) == false) }
    editor.press(Key(.paste("c\r\nd\n")))
    #expect(!editor.text.contains("\n"))
    #expect(editor.text.hasPrefix("a bc"))
  }

  @Test func keysOfNoEditorAreLeft() {
    var editor = LineEditor("a", isMultiline: true)
    for key in [Key(.enter), Key(.escape), Key(.tab), Key(.pageUp), .control("c"), Key(.function(5))] {
      #expect(editor.press(key) == false)
    }
    #expect(editor.text == "a")
  }

  @Test(arguments: [
    ("", 10, [""], 0, 0), ("hola", 10, ["hola"], 0, 4), ("ya sale hoy", 8, ["ya ", "sale ", "hoy"], 2, 3),
    ("abcdefghij", 5, ["abcd", "efgh", "ij"], 2, 2), ("uno\n", 10, ["uno", ""], 1, 0),
    ("漢字漢字", 6, ["漢字", "漢字"], 1, 4), ("ab cd", 4, ["ab ", "cd"], 1, 2),
  ])
  func rowsAreBrokenAtSpaces(text: String, width: Int, rows: [String], row: Int, column: Int) {
    let laid = LineEditor(text, isMultiline: true).rows(width: width)
    #expect(laid.rows == rows)
    #expect(laid.cursor == (row, column))
  }

  @Test func anyKeysInAnyOrderHold() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(seed: seed)
    let keys =
      LineEditorTests.table.flatMap(\.keys)
      + ["漢", " ", "\u{301}", "🇲", "🇽", "\u{200D}", "\n"].map { .character($0) }
    for _ in 0..<300 {
      var editor = LineEditor(random.text(), isMultiline: true)
      for _ in 0..<30 {
        editor.press(keys.randomElement(using: &random) ?? Key(.left))
        let width = Int.random(in: 2...20, using: &random)
        let laid = editor.rows(width: width)
        #expect(laid.rows.joined() == editor.text.filter { $0 != "\n" }, "seed \(seed)")
        #expect(editor.text.count == editor.before.count + editor.after.count, "seed \(seed)")
        #expect(laid.cursor.column <= max(2, width), "seed \(seed)")
        #expect(!editor.text.unicodeScalars.contains { Escaping.isUnsafe($0) && $0 != "\n" }, "seed \(seed)")
      }
    }
  }
}
