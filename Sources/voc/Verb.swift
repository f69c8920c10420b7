/// One thing that voc can do: a row of the verb table, from which dispatch, help and suggestions come.
struct Verb: Sendable {
  /// `["ticket", "list"]`, or one word: `["search"]`.
  var words: [String]
  /// Other spellings of the last word.
  var aliases: [String] = []
  /// What it does, in the third person, without a full stop: "Lista los tickets abiertos".
  var summary: Phrase
  var details: Phrase? = nil
  var positional: Positional? = nil
  var options: [Option] = []
  /// The fields that `--json` can give; empty for a verb without `--json`.
  var jsonFields: [String] = []
  /// Whether it answers with a `Listing` and nothing else, however long: `--format`, `--utc` and a pager.
  var isListing = false
  /// Whether it answers with one page for people, which goes through the pager as well.
  var isPage = false
  /// Command lines that work as they stand, starting with "voc ".
  var examples: [String]
  var run: @Sendable (Invocation) throws -> ExitCode

  /// The words that stand without a dash.
  struct Positional: Sendable {
    /// "FILTRO", "ORIGEN DESTINO".
    var name: Phrase
    var count: ClosedRange<Int>
    var summary: Phrase
    /// Terms of the filter language: `-tag:vip` is one of them and no option.
    var isFilter = false
    /// What each word is, where its name does not tell (`CompletedValue`).
    var completes: CompletedValue? = nil
  }

  /// What is read where no verb is named: the common options.
  static let none = Verb(words: [], summary: Phrase(both: ""), examples: [], run: { _ in .usage })

  /// The words with spaces: "ticket list".
  var name: String { words.joined(separator: " ") }
  var noun: String { words.first ?? "" }

  var ownOptions: [Option] {
    options + (jsonFields.isEmpty ? [] : [.json(jsonFields)] + (isListing ? Option.listing : []))
      + (isPage ? [.noPager] : [])
  }
  var allOptions: [Option] { ownOptions + Option.common }

  func option(named name: String) -> Option? { allOptions.first { $0.names.contains(name) } }

  /// Whether these words are this verb, under its own name or an alias.
  func isCalled(_ spoken: [String]) -> Bool {
    spoken == words
      || (spoken.count == words.count && spoken.dropLast() == words.dropLast()
        && spoken.last.map { last in aliases.contains(last) || (last == "ls" && words.last == "list") }
          == true)
  }

  /// Such as "voc ticket list [FILTRO…] [opciones]".
  func usage(_ language: Language) -> String {
    var parts = ["voc", name]
    if let positional {
      let name = positional.name(language) + (positional.count.upperBound == .max ? "…" : "")
      parts.append(positional.count.lowerBound == 0 ? "[\(name)]" : name)
    }
    parts += options.filter(\.isRequired).map { $0.label(language) }
    if ownOptions.contains(where: { !$0.isRequired }) {
      parts.append(Phrase(es: "[opciones]", en: "[options]")(language))
    }
    return parts.joined(separator: " ")
  }
}
