import Testing
import VocTesting

@testable import voc

@Suite struct ScreenBufferTests {
  static let size = ScreenSize(rows: 6, columns: 24)

  static func emulator(_ size: ScreenSize = size) -> TerminalEmulator {
    TerminalEmulator(rows: size.rows, columns: size.columns, width: DisplayWidth.columns)
  }

  static func codes(_ style: CellStyle) -> [Int] {
    (style.isBold ? [1] : []) + (style.isDim ? [2] : []) + (style.isReversed ? [7] : [])
      + (style.colour == .usual ? [] : [style.colour.rawValue])
  }

  static func expect(_ terminal: TerminalEmulator, shows screen: ScreenBuffer, _ comment: Comment) {
    #expect(terminal.unknown == [], comment)
    for row in 0..<screen.size.rows {
      for (column, cell) in screen.row(row).enumerated() {
        let there = terminal.cells[row * screen.size.columns + column]
        let wanted = TerminalEmulator.Cell(text: cell.text, style: codes(cell.style))
        if there != wanted {
          Issue.record("\(comment) row \(row) column \(column): \(there), wanted \(wanted)")
        }
      }
    }
    #expect(terminal.isCursorShown == (screen.cursor != nil), comment)
    if let cursor = screen.cursor {
      #expect(terminal.row == cursor.row && terminal.column == cursor.column, comment)
    }
    #expect(terminal.style == [], comment)
  }

  static let words = [
    "a", "Z", " ", "  ", "ñandú", "e\u{301}", "漢字", "ｱ", "한글", "👍", "👩‍👩‍👧", "🇲🇽", "❤️", "—", "│", "→",
    "No llega mi pedido",
    "\u{1B}[31m", "\u{202E}", "\n", "\u{301}", "\u{0}", "\u{200B}",
  ]

  static func change(_ screen: inout ScreenBuffer, _ chance: inout Chance) {
    for _ in 0..<chance.number(0...6) {
      let style = CellStyle(
        colour: chance.one(of: [.usual, .usual, .red, .cyan]) ?? .usual, isBold: chance.isTrue(oneIn: 3),
        isDim: chance.isTrue(oneIn: 5), isReversed: chance.isTrue(oneIn: 5))
      let row = chance.number(-1...screen.size.rows)
      let column = chance.number(-1...screen.size.columns + 1)
      if chance.isTrue(oneIn: 5) {
        screen.fill(row: row, columns: column..<column + chance.number(0...20), style: style)
      } else {
        let text = (0..<chance.number(1...3)).map { _ in chance.one(of: words) ?? "" }.joined()
        screen.put(text, row: row, column: column, width: chance.number(0...30), style: style)
      }
    }
    let place = ScreenBuffer.Position(
      row: chance.number(0...screen.size.rows - 1), column: chance.number(0...screen.size.columns - 1))
    screen.cursor = chance.isTrue(oneIn: 2) ? place : nil
  }

  /// Whatever a terminal shows: after the difference it shows the other screen.
  @Test func theDifferenceMakesOneOfTheOther() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var chance = Chance(seed: seed)
    for round in 0..<150 {
      let size = ScreenSize(rows: chance.number(1...6), columns: chance.number(1...24))
      var terminal = ScreenBufferTests.emulator(size)
      var shown: ScreenBuffer?
      for step in 0..<8 {
        var screen = chance.isTrue(oneIn: 4) ? ScreenBuffer(size) : shown ?? ScreenBuffer(size)
        ScreenBufferTests.change(&screen, &chance)
        let bytes = screen.difference(from: shown)
        terminal.feed(Array(bytes.utf8))
        ScreenBufferTests.expect(terminal, shows: screen, "seed \(seed) round \(round) step \(step)")
        #expect(screen.difference(from: screen).isEmpty)
        shown = screen
      }
    }
  }

  @Test func onlyWhatChangedIsSent() {
    var old = ScreenBuffer(ScreenBufferTests.size)
    old.put("Ana López espera 3 h", row: 2, column: 1)
    var new = old
    new.put("4", row: 2, column: 18)
    #expect(new.difference(from: old) == "\u{1B}[3;19H4")
    var shorter = old
    shorter.fill(row: 2, columns: 10..<24, style: .plain)
    #expect(shorter.difference(from: old) == "\u{1B}[3;11H\u{1B}[K")
    var lit = old
    lit.put("Ana", row: 2, column: 1, style: CellStyle(colour: .red, isBold: true))
    #expect(lit.difference(from: old) == "\u{1B}[3;2H\u{1B}[0;1;31mAna\u{1B}[m")
  }

  /// Terminals draw a family as two, four or six columns: what follows is placed anew.
  @Test func widthsThatTerminalsDisagreeAboutShiftNothing() {
    var new = ScreenBuffer(ScreenBufferTests.size)
    new.put("👩‍👩‍👧x", row: 0, column: 0)
    let old = ScreenBuffer(ScreenBufferTests.size)
    #expect(new.difference(from: old).hasPrefix("\u{1B}[1;1H  \u{1B}[1;1H👩‍👩‍👧\u{1B}[1;3Hx"))
  }

  @Test func nothingThatATerminalObeysGetsIn() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SplitMix(seed: seed)
    for _ in 0..<500 {
      var screen = ScreenBuffer(ScreenBufferTests.size)
      screen.put(generator.text(), row: 1, column: 0)
      let bytes = screen.difference(from: ScreenBuffer(ScreenBufferTests.size))
      for part in bytes.components("\u{1B}").dropFirst() {
        #expect(part.first == "[" && "HCKmhl".contains(part.first { $0.isLetter } ?? "?"), "seed \(seed)")
      }
      #expect(!screen.text.unicodeScalars.contains { Escaping.isUnsafe($0) && $0 != "\n" }, "seed \(seed)")
    }
  }

  @Test func wideCharactersAreNeverHalved() {
    var screen = ScreenBuffer(ScreenSize(rows: 1, columns: 5))
    #expect(screen.put("漢字漢", row: 0, column: 0) == 4)
    screen.put("x", row: 0, column: 1)
    #expect(screen.text == " x字")
    screen.put("y", row: 0, column: 2)
    #expect(screen.text == " xy")
  }
}

extension String {
  fileprivate func components(_ sign: Character) -> [Substring] {
    split(separator: sign, omittingEmptySubsequences: false)
  }
}
