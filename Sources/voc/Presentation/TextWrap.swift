/// Breaks prose at spaces to a width in columns.
enum TextWrap {
  /// Lines that end with a line feed each; the text's own line feeds stay.
  static func wrap(_ text: String, width: Int, indent: Int = 0) -> String {
    let margin = String(repeating: " ", count: indent)
    return lines(text, width: width - indent).map { $0.isEmpty ? "\n" : margin + $0 + "\n" }.joined()
  }

  /// Terms on the left, their wrapped texts in a column on the right.
  static func definitions(
    _ rows: [(term: String, text: String)], width: Int, termWidth: Int? = nil
  ) -> String {
    let widest = termWidth ?? rows.map { DisplayWidth.columns($0.term) }.max() ?? 0
    let column = min(widest, 32) + 4
    let margin = String(repeating: " ", count: column)
    var result = ""
    for (term, text) in rows {
      let body = lines(text, width: max(width - column, 20))
      let head = "  " + term
      // A term too long for its column stands on a line of its own.
      let fits = DisplayWidth.columns(head) + 2 <= column
      result += fits ? DisplayWidth.padded(head, to: column) + (body.first ?? "") + "\n" : head + "\n"
      for line in fits ? body.dropFirst() : body[...] { result += margin + line + "\n" }
    }
    return result
  }

  /// Lines with a line feed each, those that are too wide broken; the others, and how a line is indented, stay.
  static func fitted(_ text: String, width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if DisplayWidth.columns(String(line)) <= width { return String(line) }
      let margin = String(line.prefix { $0 == " " })
      let width = max(width - margin.count, 1)
      return filled(phrases(line, width: width), width: width).map { margin + $0 }.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  static func lines(_ text: String, width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      filled(words(paragraph), width: width)
    }
  }

  /// Words; an interval is one: "[85.1 a 99.0]", "-52.2 to -20.9"; and so are a number and its unit.
  static func words(_ line: Substring) -> [String] {
    line.split(separator: " ").reduce(into: []) { words, word in
      if let last = words.last, isOpen(last) || goesOn(last, with: word) {
        words[words.count - 1] = last + " " + word
      } else {
        words.append(String(word))
      }
    }
  }

  private static let longestInterval = 40
  private static let units: Set<Substring> = ["s", "min", "h", "d"]

  /// "[85.1" and "[85.1 a", of an interval whose other end comes later.
  private static func isOpen(_ text: String) -> Bool {
    text.utf8.count < longestInterval && text.first == "[" && isNumber(text.dropFirst())
      && !text.contains("]")
  }

  /// Whether "85" or "85 a" goes on with a word as an interval does.
  private static func goesOn(_ text: String, with word: Substring) -> Bool {
    if text.utf8.count >= longestInterval || !isNumber(text[...]) { return false }
    let parts = text.split(separator: " ")
    return parts.count == 1 && (isBetween(word) || units.contains(word))
      || parts.count == 2 && isBetween(parts[1]) && isNumber(word)
  }

  private static func isBetween(_ word: Substring) -> Bool { word == "a" || word == "to" }

  private static func isNumber(_ text: Substring) -> Bool {
    text.first { !"-−+".contains($0) }?.isNumber ?? false
  }

  /// A word that has no line of its own goes word by word where it is an interval.
  private static func filled(_ words: [String], width: Int) -> [String] {
    var lines = [""]
    var used = 0
    let words = words.flatMap { word in
      DisplayWidth.columns(word) <= width ? [word] : word.split(separator: " ").map(String.init)
    }
    for word in words {
      let wide = DisplayWidth.columns(word)
      if used > 0 && used + 1 + wide > width {
        lines.append(word)
        used = wide
      } else {
        lines[lines.count - 1] += used > 0 ? " " + word : word
        used += wide + (used > 0 ? 1 : 0)
      }
    }
    return lines
  }

  /// Words; a command or a name between quotation marks is one, so that it can be copied.
  private static func phrases(_ line: Substring, width: Int) -> [String] {
    var phrases: [String] = []
    var open: [String] = []
    for word in line.split(separator: " ") {
      open.append(String(word))
      let text = open.joined(separator: " ")
      let depth = text.reduce(0) { $0 + ("«“".contains($1) ? 1 : "»”".contains($1) ? -1 : 0) }
      if DisplayWidth.columns(text) > min(width, 70) {
        phrases += open
      } else if depth > 0 {
        continue
      } else {
        phrases.append(text)
      }
      open = []
    }
    return phrases + open
  }
}
