/// A table for a spreadsheet (RFC 4180), a row at a time.
///
/// Where the country's decimal mark is a comma, a semicolon stands between cells, and a byte order mark in front has
/// spreadsheets read UTF-8 as such.
struct CSVTable {
  private let separator: Character
  private let out: (String) -> Void

  /// Writes the header row.
  init(_ header: [String], _ invocation: Invocation) {
    let hasComma = invocation.numbers.decimalMark == ","
    separator = hasComma ? ";" : ","
    out = invocation.world.out
    if hasComma { out("\u{FEFF}") }
    add(header)
  }

  func add(_ cells: [String]) {
    let line = cells.map { Escaping.csvCell($0, separator: separator) }.joined(separator: String(separator))
    out(line + "\r\n")
  }
}
