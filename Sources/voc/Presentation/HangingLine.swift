/// A line that goes on below itself, indented, where a terminal is too narrow for it.
///
///     Cliente:   Ana López (#3) · vip · +52 55 1234 5678 ·
///                ana@example.com
///
/// Breaks between parts, within a part only where no line has room for it. In a pipe it is one line, as it stands.
struct HangingLine {
  struct Part {
    /// Escaped already.
    var text: String
    /// Whether it breaks at its words wherever the line ends, as prose does.
    var breaks = false
    var paint: (String) -> String = { $0 }
  }

  /// What stands before the parts, without a space of its own.
  var lead = Part(text: "")
  /// Columns before what goes on below.
  var indent: Int
  var parts: [Part]
  /// What stands behind every part but the last.
  var sign = " ·"

  func lines(width: Int) -> [String] {
    let indent = min(indent, width / 3)
    var lines: [String] = []
    var line = lead.paint(lead.text)
    var used = DisplayWidth.columns(lead.text)
    for (index, part) in parts.enumerated() {
      let sign = index < parts.count - 1 ? sign : ""
      let words = HangingLine.words(part, room: width - indent - sign.count)
      var run = ""
      for (place, word) in words.enumerated() {
        var gap = place > 0 ? word.gap : index > 0 ? " " : ""
        let wide = DisplayWidth.columns(word.text)
        let isLast = place == words.count - 1
        if used > indent, used + gap.count + wide + (isLast ? sign.count : 0) > width {
          lines.append(line + part.paint(run))
          (line, run, used, gap) = (String(repeating: " ", count: indent), "", indent, "")
        }
        if place > 0 { run += gap } else { line += gap }
        run += word.text
        used += gap.count + wide
      }
      line += part.paint(run) + sign
      used += sign.count
    }
    return lines + [line]
  }

  /// What of a part is kept together, each with what stands before it: all of it where a line has room, else its words,
  /// and of a word that is longer than a line as much as a line takes.
  private static func words(_ part: Part, room: Int) -> [(gap: String, text: String)] {
    if !part.breaks && DisplayWidth.columns(part.text) <= room { return [("", part.text)] }
    var words: [(gap: String, text: String)] = []
    for word in part.text.split(separator: " ", omittingEmptySubsequences: false) {
      words.append((" ", ""))
      var used = 0
      for character in word {
        let wide = DisplayWidth.columns(character)
        if used > 0 && used + wide > room {
          words.append(("", ""))
          used = 0
        }
        words[words.count - 1].text.append(character)
        used += wide
      }
    }
    return words
  }
}

extension Invocation {
  /// As wide as the terminal allows.
  func print(_ line: HangingLine) {
    for line in line.lines(width: tableWidth) { print(line) }
  }
}
