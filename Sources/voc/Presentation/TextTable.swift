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
  /// Whether words that have no room in a cell go on a line below, instead of being cut.
  let wraps: Bool
  /// Between columns.
  private static let gap = 2
  private static let narrowest = 8
  /// What one can still read of a flexible column; before it loses more, others give way.
  private static let readable = 24
  private static let cramped = 16

  init(_ columns: [Column], rows: [[Cell]] = [], wraps: Bool = false) {
    self.columns = columns
    self.rows = rows
    self.wraps = wraps
  }

  mutating func add(_ cells: [Cell]) { rows.append(cells) }

  /// The header and the rows, no line wider than `width` as long as the fixed columns fit.
  func text(width: Int, style: Style) -> String { fitted(width: width, style: style).text }

  /// The same, with the headers of the columns that have no room.
  func fitted(width: Int, style: Style) -> (text: String, leftOut: [String]) {
    let (table, shown, widths) = fitting(width)
    var result = table.lines(table.columns.map(\.header), widths, width) { style.bold($1) }
    for (row, texts) in zip(table.rows, shown) {
      result += table.lines(texts, widths, width) { row[$0].paint(style, $1) }
    }
    var left = columns.map(\.header)
    // Several may have one name.
    for header in table.columns.map(\.header) {
      if let place = left.firstIndex(of: header) { left.remove(at: place) }
    }
    return (result, left)
  }

  /// The table without the ranked columns that have no room, its texts and the widths of its columns.
  private func fitting(_ width: Int) -> (table: TextTable, shown: [[String]], widths: [Int]) {
    let shown = rows.map { row in row.map { Escaping.line($0.text) } }
    let widths = wraps ? wrappedWidths(shown, within: width) : self.widths(shown, within: width)
    if isCramped(widths, shown, width), let without = withoutLowestRank { return without.fitting(width) }
    return (self, shown, widths)
  }

  private func isCramped(_ widths: [Int], _ shown: [[String]], _ width: Int) -> Bool {
    if wraps { return excess(of: widths, over: width) > 0 }
    guard let flexible = columns.firstIndex(where: \.isFlexible) else { return false }
    return widths[flexible] < columns[flexible].least ?? TextTable.cramped
      && widths[flexible] < needs(flexible, shown)
  }

  /// The table without the column that people miss least; nil where all of them are needed. Where words go on below, the
  /// last columns go when none has a rank.
  private var withoutLowestRank: TextTable? {
    let ranked = columns.indices.filter { columns[$0].rank != nil }
    let last = wraps && columns.count > 2 ? columns.indices.last : nil
    guard let index = ranked.min(by: { (columns[$0].rank ?? 0) < (columns[$1].rank ?? 0) }) ?? last else {
      return nil
    }
    // Where words go on below, columns of one rank belong together.
    let gone =
      wraps && columns[index].rank != nil
      ? ranked.filter { columns[$0].rank == columns[index].rank } : [index]
    func rest<Element>(_ list: [Element]) -> [Element] {
      list.indices.filter { !gone.contains($0) }.map { list[$0] }
    }
    return TextTable(rest(columns), rows: rows.map(rest), wraps: wraps)
  }

  /// The columns that the widest of its cells takes.
  private func needs(_ index: Int, _ shown: [[String]]) -> Int {
    shown.reduce(DisplayWidth.columns(columns[index].header)) { max($0, DisplayWidth.columns($1[index])) }
  }

  /// By how many columns of the terminal a line is too long; negative where there is room left.
  private func excess(of widths: [Int], over width: Int) -> Int {
    widths.reduce(0, +) + TextTable.gap * max(0, widths.count - 1) - width
  }

  private func widths(_ shown: [[String]], within width: Int) -> [Int] {
    var widths = columns.indices.map { needs($0, shown) }
    var excess = excess(of: widths, over: width)
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

  /// The widest columns of words give way first, as long as their words fit; the flexible one, which tells rows apart, last.
  private func wrappedWidths(_ shown: [[String]], within width: Int) -> [Int] {
    var widths = columns.indices.map { needs($0, shown) }
    let least = columns.indices.map { columns[$0].alignment == .right ? widths[$0] : longestWord($0, shown) }
    var excess = excess(of: widths, over: width)
    func widest(_ isFlexible: Bool) -> Int? {
      columns.indices.filter { widths[$0] > least[$0] && columns[$0].isFlexible == isFlexible }
        .max { widths[$0] < widths[$1] }
    }
    while excess > 0, let given = widest(false) ?? widest(true) {
      widths[given] -= 1
      excess -= 1
    }
    return widths
  }

  /// Longer words are cut.
  private static let longestWord = 16

  private func longestWord(_ index: Int, _ shown: [[String]]) -> Int {
    let words = ([columns[index].header] + shown.map { $0[index] }).flatMap { TextWrap.words($0[...]) }
    return min(TextTable.longestWord, words.reduce(1) { max($0, DisplayWidth.columns($1)) })
  }

  /// A row, on more than one line where its words go on below.
  private func lines(
    _ texts: [String], _ widths: [Int], _ width: Int, paint: (Int, String) -> String
  ) -> String {
    if !wraps { return line(texts, widths, width, paint: paint) }
    let cells = zip(texts, widths).map { TextWrap.lines($0, width: $1) }
    return (0..<max(1, cells.map(\.count).max() ?? 1)).map { place in
      line(cells.map { place < $0.count ? $0[place] : "" }, widths, width, paint: paint)
    }.joined()
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
