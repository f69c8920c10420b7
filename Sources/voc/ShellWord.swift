/// Writes a word so that a shell reads it back as it is, for the commands that messages suggest.
enum ShellWord {
  /// Without quotes where it needs none.
  static func plain(_ text: String) -> String {
    let isPlain = !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || "-_.@/".contains($0) }
    return isPlain ? text : quoted(text)
  }

  static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
