/// Words and beginnings of words, each with a number, found in one walk over a token's codes.
struct ByteTrie: Sendable {
  /// The column of each code; 0 of those that no word has.
  private let columns: [UInt8]
  private let width: Int
  /// The node that follows a node by a column; 0 where none does, the root is 1.
  private var next: [Int32]
  /// The number of the word that ends at a node; -1 of none.
  private var exact: [Int32]
  /// The number of the beginning that ends at a node; -1 of none.
  private var beginnings: [Int32]

  struct Entry {
    let codes: [UInt8]
    /// Whether longer words match too.
    let isBeginning: Bool
    let number: Int
  }

  init(_ entries: [Entry]) {
    var columns = [UInt8](repeating: 0, count: 256)
    var width = 1
    for code in entries.lazy.flatMap(\.codes) where columns[Int(code)] == 0 {
      columns[Int(code)] = UInt8(width)
      width += 1
    }
    self.columns = columns
    self.width = width
    next = [Int32](repeating: 0, count: 2 * width)
    exact = [-1, -1]
    beginnings = [-1, -1]
    for entry in entries { insert(entry) }
  }

  private mutating func insert(_ entry: Entry) {
    var node = 1
    for code in entry.codes {
      let place = node * width + Int(columns[Int(code)])
      if next[place] == 0 {
        next[place] = Int32(exact.count)
        next.append(contentsOf: repeatElement(0, count: width))
        exact.append(-1)
        beginnings.append(-1)
      }
      node = Int(next[place])
    }
    if entry.isBeginning {
      beginnings[node] = Int32(entry.number)
    } else {
      exact[node] = Int32(entry.number)
    }
  }

  /// The number of the word that a token is, nil of none; `visit` is given those of the beginnings that it has, the
  /// shortest first.
  @inline(__always)
  func walk(_ token: TextToken, of text: NormalizedText, visit: (Int) -> Void) -> Int? {
    var node = 1
    text.forEachCode(of: token) { code in
      guard node != 0 else { return }
      node = Int(next[node * width + Int(columns[Int(code)])])
      if beginnings[node] >= 0 { visit(Int(beginnings[node])) }
    }
    return exact[node] >= 0 ? Int(exact[node]) : nil
  }
}
