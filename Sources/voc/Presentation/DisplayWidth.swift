/// How many columns of a terminal a text takes.
///
/// After Unicode's East Asian Width (UAX 11) and emoji presentation (UTS 51): a grapheme counts once, as wide
/// as its base. Control characters count nothing (escape them first), a tab eight, the most it can take.
enum DisplayWidth {
  static func columns(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + columns($1) }
  }

  static func columns(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let base = scalars.first else { return 0 }
    if scalars.count > 1 {
      // U+FE0F asks for the emoji form; two regional indicators are a flag.
      if scalars.contains("\u{FE0F}") { return 2 }
      if scalars.allSatisfy({ (0x1F1E6...0x1F1FF).contains($0.value) }) { return 2 }
    }
    return columns(base)
  }

  /// The text cut to at most this many columns, the last of them "…" when something was cut.
  static func truncated(_ text: String, to width: Int) -> String {
    if columns(text) <= width { return text }
    if width <= 0 { return "" }
    var result = ""
    var used = 0
    for character in text {
      let wide = columns(character)
      if used + wide > width - 1 { break }
      result.append(character)
      used += wide
    }
    return result + "…"
  }

  /// The text with spaces up to this many columns.
  static func padded(_ text: String, to width: Int, alignment: Alignment = .left) -> String {
    let space = String(repeating: " ", count: max(0, width - columns(text)))
    return alignment == .left ? text + space : space + text
  }

  enum Alignment: Sendable {
    case left
    case right
  }

  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value == 9 ? 8 : value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .lineSeparator, .paragraphSeparator: return 0
    default: break
    }
    if (0x1160...0x11FF).contains(value) { return 0 }
    if value < 0x1100 { return 1 }
    if wide.contains(where: { $0.contains(value) }) { return 2 }
    return scalar.properties.isEmojiPresentation && !(0x1F1E6...0x1F1FF).contains(value) ? 2 : 1
  }

  /// East Asian wide and full-width blocks; wide emoji come from their property.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
}
