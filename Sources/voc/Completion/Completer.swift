import VocDomain

/// What can stand next on a command line that is being typed, after the verb table.
struct Completer {
  let verbs: [Verb]
  let language: Language
  /// The values of a kind that begin with what was typed, of those that were not given yet.
  var values: (CompletedValue, _ typed: String, _ given: [String]) -> [Candidate]

  enum Proposal: Equatable {
    case word(Candidate)
    /// The names of files that begin so: the shell knows them best.
    case files(String)
  }

  /// `words`: those between voc and the one that is typed.
  func proposals(after words: [String], typing current: String) -> [Proposal] {
    let (verb, spoken, stranger, rest) = Arguments(verbs: verbs).findVerb(words)
    var state = State(verb: verb ?? .none)
    for word in rest { state.take(word) }
    if let option = state.awaiting { return values(of: option, state, typed: current, before: "") }
    let isOption = current.hasPrefix("-") && !state.isEnded
    if isOption, let equals = current.firstIndex(of: "="), current.hasPrefix("--") {
      guard let option = state.verb.option(named: String(current[..<equals])) else { return [] }
      let typed = String(current[current.index(after: equals)...])
      return values(of: option, state, typed: typed, before: String(current[...equals]))
    }
    if isOption && (current == "-" || !VerbParser(verb: state.verb).isPositional(current)) {
      return options(state, typed: current) + denials(state, typed: current)
    }
    var found: [Proposal] = []
    if let fields = state.fields { found += fieldLists(fields, typed: current, before: "") }
    if state.positionals.isEmpty && stranger == nil { found += nextWords(spoken, typed: current) }
    if let value = state.verb.positional?.completedValue(at: state.positionals.count) {
      found += proposals(value, typed: current, given: state.positionals, before: "")
    }
    return found.isEmpty && current.isEmpty && verb != nil ? options(state, typed: "") : found
  }

  /// What the words after the verb have given so far.
  private struct State {
    let verb: Verb
    var positionals: [String] = []
    var given: [String: [String]] = [:]
    /// The option whose value comes next.
    var awaiting: Option?
    /// The fields that may come next, after `--json`.
    var fields: [String]?
    var isEnded = false

    init(verb: Verb) { self.verb = verb }

    mutating func take(_ word: String) {
      let mayBeFields = fields
      fields = nil
      if let option = awaiting {
        given[option.name, default: []].append(word)
        awaiting = nil
      } else if isEnded {
        positionals.append(word)
      } else if word == "--" {
        isEnded = true
      } else if let mayBeFields, word.split(separator: ",").allSatisfy({ mayBeFields.contains(String($0)) }) {
        return
      } else if word.hasPrefix("--") {
        take(String(word.prefix { $0 != "=" }), hasValue: word.contains("="))
      } else if word.hasPrefix("-") && word.count > 1 && !VerbParser(verb: verb).isPositional(word) {
        takeShort(word.dropFirst())
      } else {
        positionals.append(word)
      }
    }

    private mutating func takeShort(_ word: Substring) {
      var letters = word
      while let letter = letters.popFirst() {
        guard let option = verb.option(named: "-\(letter)") else { return }
        take("-\(letter)", hasValue: !letters.isEmpty)
        if option.value != nil { return }
      }
    }

    private mutating func take(_ name: String, hasValue: Bool) {
      guard let option = verb.option(named: name) else { return }
      given[option.name, default: []] += []
      if option.value == nil || hasValue || option.mayLackValue { return }
      if let all = option.optionalValueFields { fields = all } else { awaiting = option }
    }
  }

  /// The words that go on from these to a verb's name: nouns first, then the verbs of one.
  private func nextWords(_ spoken: [String], typed: String) -> [Proposal] {
    var seen: Set<String> = []
    return verbs.compactMap { verb in
      guard verb.words.count > spoken.count, verb.words.starts(with: spoken) else { return nil }
      let word = verb.words[spoken.count]
      guard word.hasPrefix(typed), seen.insert(word).inserted else { return nil }
      let isName = verb.words.count == spoken.count + 1
      return .word(Candidate(text: word, about: isName ? verb.summary(language) : verbNames(of: word)))
    }
  }

  private func verbNames(of noun: String) -> String {
    verbs.filter { $0.noun == noun }.compactMap { $0.words.dropFirst().first }.joined(separator: ", ")
  }

  /// By their long names: not those given, but for repeatable ones.
  private func options(_ state: State, typed: String) -> [Proposal] {
    let known = state.verb.words.isEmpty ? Option.common : state.verb.allOptions
    return known.filter { $0.name.hasPrefix(typed) && (state.given[$0.name] == nil || $0.isRepeatable) }
      .map { .word(Candidate(text: $0.name, about: $0.summary(language))) }
  }

  /// What a filter may deny: `-cus` begins `-customer:`.
  private func denials(_ state: State, typed: String) -> [Proposal] {
    guard let positional = state.verb.positional, positional.isFilter, !typed.hasPrefix("--"),
      state.verb.option(named: typed) == nil,
      let value = positional.completedValue(at: state.positionals.count)
    else { return [] }
    return proposals(value, typed: typed, given: state.positionals, before: "")
  }

  private func values(
    of option: Option, _ state: State, typed: String, before: String
  ) -> [Proposal] {
    if let fields = option.optionalValueFields { return fieldLists(fields, typed: typed, before: before) }
    guard let value = option.completedValue else { return [] }
    // Whoever hands their tickets over is named by another option.
    let given = state.given[value == .colleague ? "--agent" : option.name] ?? []
    return proposals(value, typed: typed, given: given, before: before)
  }

  private func proposals(
    _ value: CompletedValue, typed: String, given: [String], before: String
  ) -> [Proposal] {
    switch value {
    case .file: return [.files(typed)]
    case .helpPage: return helpPages(given, typed: typed)
    case .oneOf(let words):
      return words.filter { $0.hasPrefix(typed) }.map { .word(Candidate(text: before + $0)) }
    default:
      return values(value, typed, given).map {
        .word(Candidate(text: before + $0.text, about: $0.about))
      }
    }
  }

  private func helpPages(_ words: [String], typed: String) -> [Proposal] {
    let topics = words.isEmpty ? HelpTopic.all.filter { $0.name.hasPrefix(typed) } : []
    return nextWords(words, typed: typed)
      + topics.map { .word(Candidate(text: $0.name, about: $0.title(language))) }
  }

  /// `id,status,cu` goes on with each field that begins so and does not stand there yet.
  private func fieldLists(_ fields: [String], typed: String, before: String) -> [Proposal] {
    var parts = typed.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let last = parts.popLast() ?? ""
    guard parts.allSatisfy(fields.contains) else { return [] }
    return fields.filter { $0.hasPrefix(last) && !parts.contains($0) }
      .map { .word(Candidate(text: before + (parts + [$0]).joined(separator: ","))) }
  }
}
