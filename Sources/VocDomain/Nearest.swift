/// Finds the names that somebody who mistyped probably meant.
public enum Nearest {
  /// The names within a sixth of the word's length in edits (at least 2), nearest first, three at most.
  public static func names(to word: String, among names: [String]) -> [String] {
    let limit = max(2, word.count / 6)
    let lowered = Array(word.lowercased().unicodeScalars)
    return
      names
      .map { (name: $0, distance: distance(lowered, Array($0.lowercased().unicodeScalars), limit: limit)) }
      .filter { $0.distance <= limit }
      .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
      .prefix(3).map(\.name)
  }

  /// Edits (insert, delete, replace, swap of neighbours) between two words; anything past `limit` is `limit + 1`.
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int {
    if abs(a.count - b.count) > limit { return limit + 1 }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
        row.append(best)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
