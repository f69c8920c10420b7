/// Text inside an XML document: SVG and HTML.
enum XMLText {
  /// Between tags or quotation marks; characters that XML has no place for become visible (XML 1.0, section 2.2).
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in Escaping.line(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
