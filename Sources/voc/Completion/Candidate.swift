/// One word that a shell may put where somebody types.
struct Candidate: Equatable, Sendable {
  var text: String
  /// What is said beside it.
  var about = ""

  /// As shells read it: the word, a tab, and what is said of it.
  ///
  /// Nil for a word that a terminal would obey or hide: it cannot be shown as it is, and shown otherwise it would
  /// be another word.
  func line(quoted: (String) -> String) -> String? {
    if text.isEmpty || Escaping.line(text) != text { return nil }
    let about = DisplayWidth.truncated(Escaping.line(self.about), to: Candidate.longest)
    return quoted(text) + (about.isEmpty ? "" : "\t" + about)
  }

  private static let longest = 60
}
