/// The first rows of a table, as far as the head of a file has them.
struct TableHead {
  let header: [String]
  /// Rows below the header, 20 at most.
  let body: [[String]]

  /// Nil for what is no table: fewer than two columns, or trouble before the header.
  init?(_ bytes: [UInt8]) {
    var rows: [[String]] = []
    var hasProblemFirst = false
    let format = try? TableReader.read(ByteSource(name: "", bytes: bytes)) { row in
      if rows.isEmpty && row.holdsControlBytes { hasProblemFirst = true }
      if rows.count < 21 { rows.append((0..<row.count).map(row.trimmed)) }
    } problem: { _ in
      hasProblemFirst = hasProblemFirst || rows.isEmpty
    }
    guard format != nil, !hasProblemFirst, let header = rows.first, header.count > 1 else { return nil }
    self.header = header
    body = Array(rows.dropFirst())
  }
}
