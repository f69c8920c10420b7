extension Escaping {
  /// Text for the content of an element of HTML or SVG, or for an attribute in quotation marks
  /// (https://html.spec.whatwg.org/multipage/syntax.html#attributes-2).
  ///
  /// Line breaks become spaces; what reorders text or cannot be seen becomes visible, as on a terminal.
  static func html(_ text: String) -> String {
    var result = ""
    // By scalars: with a mark upon it "<" is another Character, and the same markup.
    for scalar in line(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      // XML 1.0, section 2.2, has no place for them.
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
