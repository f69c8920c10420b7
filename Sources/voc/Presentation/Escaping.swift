/// Makes text that somebody else wrote safe for where it is shown.
///
/// What a terminal would obey (control characters and so escape sequences), what reorders text (bidirectional
/// embeddings and isolates) and what cannot be seen becomes a visible `\u{1B}`. The joiners of emoji and of
/// scripts that need them (U+200C, U+200D) stay.
enum Escaping {
  /// Text for a terminal; `lines` keeps line feeds and tabs as they are.
  static func terminal(_ text: String, lines: Bool = false) -> String {
    if isPlain(text) { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    var afterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where lines, "\t" where lines: result.unicodeScalars.append(scalar)
      case "\r" where lines:
        // Of CR LF the line feed is enough; a lone CR would write over the line.
        if afterReturn { result += visible(scalar) }
        afterReturn = true
        continue
      default:
        if afterReturn { result += visible("\r") }
        if isUnsafe(scalar) { result += visible(scalar) } else { result.unicodeScalars.append(scalar) }
      }
      afterReturn = false
    }
    return afterReturn ? result + visible("\r") : result
  }

  /// One line for a table: line breaks and tabs become a space.
  static func line(_ text: String) -> String {
    if isPlain(text) { return text }
    var flat = ""
    var wasBreak = false
    for scalar in text.unicodeScalars {
      let isBreak = ["\n", "\r", "\t", "\u{2028}", "\u{2029}"].contains(scalar)
      if !isBreak { flat.unicodeScalars.append(scalar) } else if !wasBreak { flat += " " }
      wasBreak = isBreak
    }
    return terminal(flat)
  }

  /// A cell of tab-separated output, its line breaks and tabs spelt out (`\n`); `--json` gives the exact text.
  static func tsvCell(_ text: String) -> String {
    if isPlain(text) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if isUnsafe(scalar) { result += visible(scalar) } else { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// A cell of CSV (RFC 4180), quoted where it must be, never a formula.
  ///
  /// Spreadsheets run what starts with = + - @, a tab or a line break
  /// (https://owasp.org/www-community/attacks/CSV_Injection): an apostrophe disarms it. Numbers stay numbers.
  static func csvCell(_ text: String, separator: Character = ",") -> String {
    var cell = terminal(text, lines: true)
    if let first = text.unicodeScalars.first, isFormulaStart(first), !isNumber(text) { cell = "'" + cell }
    guard
      cell.utf8.contains(where: isSpecial) || cell.utf8.contains(separator.asciiValue ?? 0)
        || cell.utf8.first == 0x20 || cell.utf8.last == 0x20
    else { return cell }
    // By bytes: a mark upon a quotation mark makes another Character of it, which readers of CSV do not know.
    var quoted: [UInt8] = [quote]
    for byte in cell.utf8 { quoted += byte == quote ? [quote, quote] : [byte] }
    return String(decoding: quoted + [quote], as: UTF8.self)
  }

  private static let quote = UInt8(ascii: "\"")

  /// Whether a cell with this byte is quoted, whatever stands between cells.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case quote, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\n"), UInt8(ascii: "\r"),
      UInt8(ascii: "\t"):
      true
    default: false
    }
  }

  /// Whether a terminal would obey or hide this scalar.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x061C, 0x200B, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    default: false
    }
  }

  private static func visible(_ scalar: Unicode.Scalar) -> String {
    "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }

  /// Printable ASCII only: nearly every cell.
  private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }

  /// Also the full-width forms, which some spreadsheets fold to the ASCII ones.
  private static func isFormulaStart(_ scalar: Unicode.Scalar) -> Bool {
    ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"].contains(scalar)
  }

  /// A sign, digits and at most one decimal mark; no exponent, no grouping.
  private static func isNumber(_ text: String) -> Bool {
    var digits = 0
    var marks = 0
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "."), UInt8(ascii: ","): marks += 1
      case UInt8(ascii: "+"), UInt8(ascii: "-"): if index > 0 { return false }
      default: return false
      }
    }
    return digits > 0 && marks <= 1
  }
}
