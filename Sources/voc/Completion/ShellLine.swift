/// A command line as somebody has typed it up to the cursor, read as a shell would, without running anything.
struct ShellLine: Equatable {
  /// The words before the one that is typed, without their quotes; the first is voc itself.
  var words: [String] = []
  /// The word that is typed, without its quotes.
  var current = ""
  /// The quotation mark that is still open.
  var quote: Character?
  /// How many characters of `current` the shell leaves alone: readline replaces what follows the last of its
  /// breaks, or an opening quotation mark.
  var kept = 0

  /// `breaks`: the characters at which readline takes a word apart (COMP_WORDBREAKS).
  init(_ line: String, breaks: String = "") {
    let breaks = Set(breaks).intersection(":=@")
    var isWord = false
    var isEscaped = false
    for character in line {
      if isEscaped {
        // Between double quotes a backslash stands for itself but before these.
        if quote == "\"" && !"\"\\$`".contains(character) { current.append("\\") }
        current.append(character)
        isEscaped = false
      } else if character == "\\" && quote != "'" {
        (isEscaped, isWord) = (true, true)
      } else if let open = quote {
        if character == open { quote = nil } else { current.append(character) }
      } else if character == "'" || character == "\"" {
        (quote, isWord, kept) = (character, true, current.count)
      } else if character.isWhitespace {
        if isWord { words.append(current) }
        (current, isWord, kept) = ("", false, 0)
      } else if ";|&()".contains(character) {
        // Another command begins.
        (words, current, isWord, kept) = ([], "", false, 0)
      } else {
        // An @ is taken apart before itself, as a dollar sign is (bash's rl_special_prefixes).
        if character == "@" && breaks.contains("@") { kept = current.count }
        current.append(character)
        isWord = true
        if character != "@" && breaks.contains(character) { kept = current.count }
      }
    }
    // VOC_DB=other.db voc …
    words = Array(words.drop { $0.contains("=") && !$0.hasPrefix("-") })
  }

  /// A word of a line without its quotes, open or not.
  static func unquoted(_ word: String) -> String {
    let line = ShellLine(word.filter { !$0.isNewline })
    return (line.words + [line.current]).joined(separator: " ")
  }

  /// What bash is to put in the place of what it replaces, so that it reads as this word and nothing in it is run.
  func replacement(_ word: String) -> String {
    let rest = String(word.dropFirst(kept))
    switch quote {
    case "'": return rest.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
    case "\"":
      // An exclamation mark between double quotes asks for the history, whatever stands before it.
      return rest.reduce(into: "") {
        $0 += $1 == "!" ? "\"'!'\"" : "\"\\$`".contains($1) ? "\\\($1)" : String($1)
      }
    default:
      return rest.reduce(into: "") { text, character in
        let isPlain =
          !character.isASCII || character.isLetter || character.isNumber || "_-./:=@,+%".contains(character)
        text += isPlain ? String(character) : "\\\(character)"
      }
    }
  }
}
