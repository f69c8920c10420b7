import VocDomain

/// What the words after `voc` ask for.
enum Request {
  case version
  case help([String])
  case run(ParsedArguments)
}

/// A verb with its options' values by long name, and the words without a dash.
struct ParsedArguments {
  var verb: Verb
  var values: [String: [String]] = [:]
  var positionals: [String] = []
}

/// Reads command lines against a verb table.
///
/// `--name value`, `--name=value`, `-x value`, `-xvalue`, `-xyz` for three flags; `--` ends the options;
/// options stand anywhere. The word after an option is its value even with a dash, unless it is itself an
/// option of the verb.
struct Arguments {
  let verbs: [Verb]

  /// The language that `--lang` asks for, read before anything can go wrong.
  static func language(in arguments: [String]) -> Language? {
    var found: Language?
    let words = Array(arguments.prefix { $0 != "--" })
    for (index, word) in words.enumerated() {
      if word == "--lang", index + 1 < words.count { found = Language(rawValue: words[index + 1]) ?? found }
      if word.hasPrefix("--lang=") { found = Language(rawValue: String(word.dropFirst(7))) ?? found }
    }
    return found
  }

  func request(_ arguments: [String]) throws -> Request {
    let (verb, spoken, stranger, rest) = findVerb(arguments)
    let options = rest.prefix { $0 != "--" }
    let wantsHelp = options.contains("--help") || options.contains("-h")
    if let verb {
      if wantsHelp { return .help(verb.words) }
      return .run(try VerbParser(verb: verb).parse(rest))
    }
    if spoken.isEmpty && options.contains(where: { $0 == "--version" || $0 == "-V" }) { return .version }
    if spoken.isEmpty && stranger == nil {
      // Without a verb an option may still be mistyped.
      _ = try VerbParser(verb: .none).parse(rest)
      return .help([])
    }
    if wantsHelp && stranger == nil { return .help(spoken) }
    throw unknownVerb(noun: spoken.first, stranger)
  }

  /// The verb that the leading words name, those words, the first word that names nothing, and all but the
  /// verb's words in order.
  func findVerb(
    _ arguments: [String]
  ) -> (verb: Verb?, spoken: [String], stranger: String?, rest: [String]) {
    var spoken: [String] = []
    var taken: [Int] = []
    var best: (verb: Verb, words: Int)?
    var stranger: String?
    var index = 0
    while index < arguments.count {
      let word = arguments[index]
      if word.hasPrefix("-") && word != "-" {
        guard word != "--",
          let option = Option.common.first(where: { $0.names.contains(String(word.prefix { $0 != "=" })) })
        else { break }
        index += option.value != nil && !word.contains("=") ? 2 : 1
        continue
      }
      let candidate = spoken + [word]
      let verb = verbs.first { $0.isCalled(candidate) }
      let isNoun = verbs.contains { $0.words.count > candidate.count && $0.words.starts(with: candidate) }
      guard verb != nil || isNoun else {
        stranger = word
        break
      }
      spoken = candidate
      taken.append(index)
      if let verb { best = (verb, spoken.count) }
      index += 1
    }
    let used = best.map { Array(taken.prefix($0.words)) } ?? taken
    let rest = arguments.indices.filter { !used.contains($0) }.map { arguments[$0] }
    return (best?.verb, spoken, stranger, rest)
  }

  private func unknownVerb(noun: String?, _ stranger: String?) -> UsageError {
    guard let noun else {
      let word = stranger ?? ""
      // "voc list" means one of the nouns' list.
      let byVerb = verbs.filter { $0.words.count > 1 && $0.isCalled([$0.noun, word]) }.map(\.name)
      let near =
        Folding.folded(word) == "version"
        ? ["--version"]
        : byVerb.isEmpty ? Suggestion.names(for: word, among: nouns) : Array(byVerb.prefix(3))
      return UsageError(
        Phrase(es: "«{word}» no es un comando de voc", en: "“{word}” is not a voc command"),
        near.isEmpty
          ? Phrase(es: "Los comandos están en «voc help»", en: "The commands are in “voc help”")
          : Phrase(
            es: "Tal vez: {near}; todos los comandos están en «voc help»",
            en: "Perhaps: {near}; all commands are in “voc help”"),
        ["word": word, "near": near.map { "voc \($0)" }.joined(separator: ", ")])
    }
    let nounVerbs = verbs.filter { $0.noun == noun && $0.words.count > 1 }
    guard let stranger else {
      var error = UsageError(
        Phrase(es: "falta el verbo después de «{noun}»", en: "a verb is missing after “{noun}”"),
        Phrase(es: "Los verbos son estos", en: "These are the verbs"), ["noun": noun])
      error.helpPage = [noun]
      return error
    }
    let near = Suggestion.names(for: stranger, among: nounVerbs.flatMap { $0.words.suffix(1) + $0.aliases })
    return UsageError(
      Phrase(es: "«{word}» no es un verbo de «{noun}»", en: "“{word}” is not a verb of “{noun}”"),
      near.isEmpty
        ? Phrase(es: "Los verbos están en «voc help {noun}»", en: "The verbs are in “voc help {noun}”")
        : Phrase(
          es: "Tal vez: {near}; los verbos están en «voc help {noun}»",
          en: "Perhaps: {near}; the verbs are in “voc help {noun}”"),
      [
        "word": stranger, "noun": noun,
        "near": near.map { "voc \(noun) \($0)" }.joined(separator: ", "),
      ])
  }

  private var nouns: [String] {
    verbs.reduce(into: []) { if !$0.contains($1.noun) { $0.append($1.noun) } }
  }
}
