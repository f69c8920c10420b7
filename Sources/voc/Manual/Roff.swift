/// Text in the markup of man(7), built line by line.
///
/// Nothing of what is written can be taken for markup: https://man.openbsd.org/roff.7#ESCAPE_SEQUENCES.
struct Roff {
  private(set) var text = ""

  /// A macro with its arguments.
  mutating func request(_ name: String, _ arguments: String...) {
    let quoted = arguments.map { " \"\(Roff.escaped($0).replacing("\"", with: "\\(dq"))\"" }
    text += ".\(name)\(quoted.joined())\n"
  }

  /// A line of the source that readers do not see.
  mutating func comment(_ line: String) { text += "'\\\" \(line)\n" }

  /// A request whose arguments are no text.
  mutating func add(_ line: String) { text += line + "\n" }

  /// Prose; lines of the source end at spaces, for those who read it.
  mutating func prose(_ words: String) {
    for line in TextWrap.lines(words, width: 78) { text += Roff.line(line) + "\n" }
  }

  /// Lines that stand as they are.
  mutating func verbatim(_ lines: [String]) {
    text += ".PP\n.in +4n\n.nf\n"
    for line in lines { text += Roff.line(line) + "\n" }
    text += ".fi\n.in\n"
  }

  /// A term, in bold, and its explanation.
  mutating func definition(_ term: String, _ explanation: String) {
    text += ".TP\n"
    request("B", term)
    prose(explanation)
  }

  /// A line of text: what is in front must be no control character.
  private static func line(_ line: String) -> String {
    let escaped = escaped(line)
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }

  /// Hyphens and quotation marks stay the ASCII ones, so that what is copied from the page works.
  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      default: result.append(character)
      }
    }
  }
}
