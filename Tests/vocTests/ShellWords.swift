/// Splits a command line as a shell does: '…', "…" with \" and \\, \ before any character, | between commands.
enum ShellWords {
  static func pipeline(_ line: String) -> [[String]] {
    var commands: [[String]] = [[]]
    var word: String?
    var quote: Character?
    var rest = line[...]
    func flush() {
      if let word { commands[commands.count - 1].append(word) }
      word = nil
    }
    while let character = rest.popFirst() {
      switch (quote, character) {
      case ("'", "'"), ("\"", "\""): quote = nil
      case ("'", _): word = (word ?? "") + String(character)
      case ("\"", "\\") where rest.first == "\"" || rest.first == "\\" || rest.first == "$":
        word = (word ?? "") + String(rest.removeFirst())
      case ("\"", _): word = (word ?? "") + String(character)
      case (_, "'"), (_, "\""):
        quote = character
        word = word ?? ""
      case (_, "\\"): word = (word ?? "") + (rest.popFirst().map(String.init) ?? "")
      case (_, " "): flush()
      case (_, "|"):
        flush()
        commands.append([])
      default: word = (word ?? "") + String(character)
      }
    }
    flush()
    return commands
  }
}
