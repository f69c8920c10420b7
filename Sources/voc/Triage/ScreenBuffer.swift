/// How a cell of the screen looks.
struct CellStyle: Equatable, Sendable {
  /// With the numbers of SGR's foregrounds, ECMA-48 8.3.117.
  enum Colour: Int, Sendable {
    case usual = 39
    case red = 31
    case green, yellow, blue
    case cyan = 36
  }

  var colour = Colour.usual
  var isBold = false
  var isDim = false
  var isReversed = false

  static let plain = CellStyle()
  static let bold = CellStyle(isBold: true)
  static let dim = CellStyle(isDim: true)
}

/// Rows and columns of a terminal.
struct ScreenSize: Equatable, Sendable {
  var rows: Int
  var columns: Int
}

/// A screen as it should look: a grid of cells, and the cursor.
///
/// The only way of text to the terminal while voc has the whole screen: what a terminal would obey never gets in,
/// whoever forgot to escape it.
struct ScreenBuffer: Equatable, Sendable {
  struct Cell: Equatable, Sendable {
    /// One grapheme; empty for the right half of a wide one.
    var text = " "
    var style = CellStyle.plain
  }

  struct Position: Equatable, Sendable {
    var row: Int
    var column: Int
  }

  let size: ScreenSize
  private var cells: [Cell]
  /// Where the cursor shows; nil: it is hidden.
  var cursor: Position?

  init(_ size: ScreenSize) {
    self.size = ScreenSize(rows: max(0, size.rows), columns: max(0, size.columns))
    cells = Array(repeating: Cell(), count: self.size.rows * self.size.columns)
  }

  func row(_ row: Int) -> ArraySlice<Cell> { cells[row * size.columns..<(row + 1) * size.columns] }

  /// Writes a text of one line, cut at `width` columns and at the edge; returns how many columns it took.
  @discardableResult
  mutating func put(
    _ text: String, row: Int, column: Int, width: Int = .max, style: CellStyle = .plain
  ) -> Int {
    guard (0..<size.rows).contains(row), column >= 0 else { return 0 }
    let end = width < size.columns - column ? column + max(0, width) : size.columns
    var at = column
    for character in text {
      let (shown, wide) = ScreenBuffer.shown(character)
      if at + wide > end { break }
      set(Cell(text: shown, style: style), wide, row: row, column: at)
      at += wide
    }
    return max(0, at - column)
  }

  /// Blanks from a column to another, in a style: the ground of a bar.
  mutating func fill(row: Int, columns: Range<Int>, style: CellStyle) {
    for column in columns.clamped(to: 0..<size.columns) where (0..<size.rows).contains(row) {
      set(Cell(style: style), 1, row: row, column: column)
    }
  }

  private mutating func set(_ cell: Cell, _ wide: Int, row: Int, column: Int) {
    let index = row * size.columns + column
    // Half of a wide character cannot stay.
    if cells[index].text.isEmpty && column > 0 { cells[index - 1].text = " " }
    let next = index + wide
    if column + wide < size.columns && cells[next].text.isEmpty { cells[next].text = " " }
    cells[index] = cell
    if wide == 2 { cells[index + 1] = Cell(text: "", style: cell.style) }
  }

  /// What may go into a cell, and how many columns it takes.
  private static func shown(_ character: Character) -> (text: String, columns: Int) {
    let wide = DisplayWidth.columns(character)
    let isSafe = !character.unicodeScalars.contains(where: Escaping.isUnsafe)
    return isSafe && (1...2).contains(wide) ? (String(character), wide) : ("\u{FFFD}", 1)
  }

  /// For a reader who wants none (NO_COLOR): bold, dim and reversed stay.
  mutating func dropColours() {
    for index in cells.indices { cells[index].style.colour = .usual }
  }

  /// The rows as text, for tests and for reading over.
  var text: String {
    (0..<size.rows).map { index in
      var line = row(index).map(\.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
