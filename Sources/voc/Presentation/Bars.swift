/// Shares drawn with block characters, so that they read without colour.
enum Bars {
  /// A bar of a share of one, to an eighth of a column, padded to the width.
  static func bar(_ share: Double, width: Int) -> String {
    let eighths = Int(((share.isFinite ? min(max(share, 0), 1) : 0) * Double(width) * 8).rounded())
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    let text = String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
    return DisplayWidth.padded(text, to: width)
  }

  /// The parts of a whole side by side, each in its glyph: the good part in the solid one.
  ///
  /// Exactly `width` columns unless all are zero; a part that is not zero gets at least one column where there is room.
  static func stacked(_ parts: [(amount: Double, glyph: String)], width: Int) -> String {
    let clean = parts.map { $0.amount.isFinite ? max($0.amount, 0) : 0 }
    let total = clean.reduce(0, +)
    guard total > 0, width > 0 else { return String(repeating: " ", count: max(0, width)) }
    let exact = clean.map { $0 / total * Double(width) }
    var counts = exact.map { Int($0) }
    for index in counts.indices where counts[index] == 0 && clean[index] > 0 { counts[index] = 1 }
    // Largest remainder: the columns still free, or too many, go by how far each part is from its share.
    while counts.reduce(0, +) != width {
      let step = counts.reduce(0, +) < width ? 1 : -1
      // The last column of a part goes only when every part is down to one.
      let floor = counts.contains { $0 > 1 } ? 1 : 0
      let order = counts.indices.filter { step > 0 ? clean[$0] > 0 : counts[$0] > floor }
      let needy = order.max { left, right in
        (exact[left] - Double(counts[left])) * Double(step) < (exact[right] - Double(counts[right]))
          * Double(step)
      }
      guard let needy else { break }
      counts[needy] += step
    }
    return zip(parts, counts).map { String(repeating: $0.glyph, count: $1) }.joined()
  }
}
