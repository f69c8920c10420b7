/// The person asked in a way that voc cannot follow: what is wrong, then what to do.
///
/// Both sentences start in lower case and capital respectively and carry no full stop; values come from the
/// keyboard and are escaped when shown.
struct UsageError: Error, Equatable {
  let what: Phrase
  let todo: Phrase
  let values: [String: String]
  /// The help page that follows the two sentences, by its words: `["ticket"]`.
  var helpPage: [String]? = nil

  init(_ what: Phrase, _ todo: Phrase, _ values: [String: String] = [:]) {
    self.what = what
    self.todo = todo
    self.values = values
  }
}

/// The work could not be done for a reason that the person can act on; not their spelling.
struct Refusal: Error, Equatable {
  let what: Phrase
  let todo: Phrase
  let values: [String: String]
  let exitCode: ExitCode

  init(_ what: Phrase, _ todo: Phrase, _ values: [String: String] = [:], exitCode: ExitCode = .failure) {
    self.what = what
    self.todo = todo
    self.values = values
    self.exitCode = exitCode
  }
}
