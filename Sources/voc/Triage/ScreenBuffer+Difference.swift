extension ScreenBuffer {
  /// The bytes that turn a terminal which shows `old` into one that shows this; empty where nothing changed.
  ///
  /// Nil, or another size: from whatever is there. Only what changed is sent, because the line may be slow. The
  /// graphic rendition is plain before and after.
  func difference(from old: ScreenBuffer?) -> String {
    var pen = Pen()
    var base = ScreenBuffer(size)
    if let old, old.size == size {
      base = old
    } else {
      pen.out += "\u{1B}[m\u{1B}[2J"
    }
    for row in 0..<size.rows { drawRow(row, over: base, &pen) }
    let hasDrawn = !pen.out.isEmpty
    let isSame = old?.size == size && old?.cursor == cursor
    if !hasDrawn && isSame { return "" }
    pen.use(.plain)
    return finished(pen, wasShown: old.map { $0.cursor != nil } ?? true, hasDrawn: hasDrawn)
  }

  /// With the cursor out of the way while the rest is drawn, and where it belongs afterwards.
  private func finished(_ pen: Pen, wasShown: Bool, hasDrawn: Bool) -> String {
    var pen = pen
    let hides = (wasShown && (hasDrawn || cursor == nil)) ? "\u{1B}[?25l" : ""
    if let cursor {
      pen.position = nil
      pen.move(row: cursor.row, column: cursor.column)
      if !wasShown || !hides.isEmpty { pen.out += "\u{1B}[?25h" }
    }
    return hides + pen.out
  }

  private func drawRow(_ row: Int, over old: ScreenBuffer, _ pen: inout Pen) {
    let new = Array(self.row(row))
    let old = Array(old.row(row))
    if new == old { return }
    // Terminals disagree about the width of some graphemes: such a row is drawn whole, left to right.
    let isDoubtful = (new + old).contains { Pen.isDoubtful($0.text) }
    let textEnd = (new.lastIndex { $0 != Cell() } ?? -1) + 1
    for column in 0..<textEnd where !new[column].text.isEmpty {
      // Of a wide one both halves count.
      let isNarrow = column + 1 >= new.count || !new[column + 1].text.isEmpty
      let isSame = new[column] == old[column] && (isNarrow || new[column + 1] == old[column + 1])
      if isSame && !isDoubtful { continue }
      pen.move(row: row, column: column)
      pen.write(new[column], wide: isNarrow ? 1 : 2)
    }
    if textEnd < new.count && (isDoubtful || new[textEnd...] != old[textEnd...]) {
      pen.move(row: row, column: textEnd)
      pen.eraseToEnd()
    }
  }

  /// Where the terminal's cursor is and in which style it writes, so that neither is said twice.
  private struct Pen {
    var out = ""
    /// Nil: nobody can tell.
    var position: Position?
    private var style = CellStyle.plain

    mutating func move(row: Int, column: Int) {
      if position == Position(row: row, column: column) { return }
      if let position, position.row == row, column > position.column {
        let steps = column - position.column
        out += steps == 1 ? "\u{1B}[C" : "\u{1B}[\(steps)C"
      } else {
        out += "\u{1B}[\(row + 1);\(column + 1)H"
      }
      position = Position(row: row, column: column)
    }

    mutating func write(_ cell: Cell, wide: Int) {
      use(cell.style)
      if wide == 2, cell.text.unicodeScalars.count > 1, let start = position {
        // Drawn one column wide, it would leave in the other what was there.
        out += "  "
        position = nil
        move(row: start.row, column: start.column)
      }
      out += cell.text
      position?.column += wide
      if Pen.isDoubtful(cell.text) { position = nil }
    }

    mutating func eraseToEnd() {
      use(.plain)
      out += "\u{1B}[K"
    }

    mutating func use(_ new: CellStyle) {
      if new == style { return }
      style = new
      var codes: [Int] = []
      if new.isBold { codes.append(1) }
      if new.isDim { codes.append(2) }
      if new.isReversed { codes.append(7) }
      if new.colour != .usual { codes.append(new.colour.rawValue) }
      out += codes.isEmpty ? "\u{1B}[m" : "\u{1B}[0;\(codes.map(String.init).joined(separator: ";"))m"
    }

    /// Whether terminals might not agree how wide it is: sequences of emoji, what composes, what is wide.
    static func isDoubtful(_ text: String) -> Bool {
      if text.utf8.count < 3 { return text.unicodeScalars.count > 1 }
      guard let first = text.unicodeScalars.first, text.unicodeScalars.count == 1 else { return true }
      // General punctuation, arrows, box drawing and blocks are one column wide everywhere.
      return !((0x800..<0x1100).contains(first.value) || (0x2010...0x259F).contains(first.value))
    }
  }
}
