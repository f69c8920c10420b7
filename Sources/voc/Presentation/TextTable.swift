/// A table for people: aligned columns, one of which gives way when the terminal is narrow.
struct TextTable {
  struct Column {
    var header: String
    var alignment = DisplayWidth.Alignment.left
    /// The column that is cut to what the others leave; the first such one counts.
    var isFlexible = false
    /// The columns that it keeps when the flexible one would become too narrow to read; nil: all it needs. Of the
    /// flexible one itself: with fewer one reads nothing of it.
    var least: Int? = nil
    /// A column with a rank goes where the flexible one still has no room, the lowest rank first.
    var rank: Int? = nil
  }

  /// A cell is escaped by the table; its paint is put on after it has been cut and padded.
  struct Cell: ExpressibleByStringInterpolation {
    var text: String
    var paint: (Style, String) -> String = { $1 }

    init(_ text: String, paint: @escaping (Style, String) -> String = { $1 }) {
      self.text = text
      self.paint = paint
    }

    init(stringLiteral text: String) { self.init(text) }
  }

  let columns: [Column]
  var rows: [[Cell]] = []
  /// Between columns.
  private static let gap = 2
  private static let narrowest = 8
  /// What one can still read of a flexible column; before it loses more, others give way.
  private static let readable = 24
  private static let cramped = 16

  init(_ columns: [Column], rows: [[Cell]] = []) {
    self.columns = columns
    self.rows = rows
  }

  mutating func add(_ cells: [Cell]) { rows.append(cells) }

  /// The header and the rows, no line wider than `width` as long as the fixed columns fit.
  func text(width: Int, style: Style) -> String {
    let shown = rows.map { row in row.map { Escaping.line($0.text) } }
    let widths = self.widths(shown, within: width)
    if let flexible = columns.firstIndex(where: \.isFlexible),
      widths[flexible] < columns[flexible].least ?? TextTable.cramped,
      widths[flexible] < needs(flexible, shown), let without = withoutLowestRank
    {
      return without.text(width: width, style: style)
    }
    var result = line(columns.map(\.header), widths, width) { style.bold($1) }
    for (row, texts) in zip(rows, shown) {
      result += line(texts, widths, width) { row[$0].paint(style, $1) }
    }
    return result
  }

  /// The table without the column that people miss least; nil where all of them are needed.
  private var withoutLowestRank: TextTable? {
    let ranked = columns.indices.filter { columns[$0].rank != nil }
    guard let index = ranked.min(by: { (columns[$0].rank ?? 0) < (columns[$1].rank ?? 0) }) else {
      return nil
    }
    func rest<Element>(_ list: [Element]) -> [Element] { Array(list[..<index] + list[(index + 1)...]) }
    return TextTable(rest(columns), rows: rows.map(rest))
  }

  /// The columns that the widest of its cells takes.
  private func needs(_ index: Int, _ shown: [[String]]) -> Int {
    shown.reduce(DisplayWidth.columns(columns[index].header)) { max($0, DisplayWidth.columns($1[index])) }
  }

  private func widths(_ shown: [[String]], within width: Int) -> [Int] {
    var widths = columns.indices.map { needs($0, shown) }
    var excess = widths.reduce(0, +) + TextTable.gap * max(0, widths.count - 1) - width
    func shrink(_ index: Int, to least: Int) {
      let given = max(0, min(excess, widths[index] - least))
      widths[index] -= given
      excess -= given
    }
    guard let flexible = columns.firstIndex(where: \.isFlexible) else { return widths }
    shrink(flexible, to: TextTable.readable)
    for (index, column) in columns.enumerated().reversed() where index != flexible {
      if let least = column.least { shrink(index, to: least) }
    }
    shrink(flexible, to: TextTable.narrowest)
    return widths
  }

  private func line(
    _ texts: [String], _ widths: [Int], _ width: Int, paint: (Int, String) -> String
  ) -> String {
    var result = ""
    var left = width
    for (index, text) in texts.enumerated() {
      let isLast = index == texts.count - 1
      // What is left of the line bounds a column too: a terminal that wraps a row spoils the whole table.
      let room = min(widths[index], left)
      let cut = DisplayWidth.truncated(text, to: room)
      let padding = String(repeating: " ", count: max(0, room - DisplayWidth.columns(cut)))
      let painted = paint(index, cut)
      result += columns[index].alignment == .right ? padding + painted : painted + (isLast ? "" : padding)
      left -= room + TextTable.gap
      if isLast || left <= 0 { break }
      result += String(repeating: " ", count: TextTable.gap)
    }
    while result.last == " " { result.removeLast() }
    return result + "\n"
  }
}
