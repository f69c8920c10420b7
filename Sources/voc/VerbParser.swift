/// Reads the words after a verb against that verb's options.
struct VerbParser {
  let verb: Verb
  private var parsed: ParsedArguments
  private var words: ArraySlice<String> = []

  init(verb: Verb) {
    self.verb = verb
    parsed = ParsedArguments(verb: verb)
  }

  func parse(_ arguments: [String]) throws -> ParsedArguments {
    var copy = self
    return try copy.consume(arguments)
  }

  private mutating func consume(_ arguments: [String]) throws -> ParsedArguments {
    words = arguments[...]
    while let word = words.popFirst() {
      if word == "--" {
        parsed.positionals += words
        break
      } else if word.hasPrefix("--") {
        try long(word)
      } else if word.hasPrefix("-") && word.count > 1 && !isPositional(word) {
        try short(word)
      } else {
        parsed.positionals.append(word)
      }
    }
    try checkPositionals()
    try checkFormat()
    if let missing = verb.options.first(where: { $0.isRequired && parsed.values[$0.name] == nil }) {
      throw UsageError(
        Phrase(es: "falta {option}", en: "{option} is missing"), seeHelp,
        ["option": missing.name, "verb": command, "help": helpCommand])
    }
    return parsed
  }

  /// A negative number, or with filters a negated term: `-tag:vip`, `-"no llega"`, `-@urgentes`.
  func isPositional(_ word: String) -> Bool {
    let rest = word.dropFirst()
    if rest.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." || $0 == "," }) { return true }
    guard verb.positional?.isFilter == true else { return false }
    return rest.first.map { "@(\"".contains($0) } == true || rest.contains(" ")
      || (rest.contains(":") && rest.first != ":")
  }

  private mutating func long(_ word: String) throws {
    let name = String(word.prefix { $0 != "=" })
    guard let option = verb.option(named: name) else { throw unknown(name) }
    try take(
      option, as: name, attached: name.count < word.count ? String(word.dropFirst(name.count + 1)) : nil)
  }

  private mutating func short(_ word: String) throws {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      let name = "-\(letter)"
      guard let option = verb.option(named: name) else { throw unknown(letters.isEmpty ? name : word) }
      if option.value == nil && letters.first != "=" {
        try take(option, as: name, attached: nil)
        continue
      }
      let attached = letters.first == "=" ? letters.dropFirst() : letters
      return try take(option, as: name, attached: letters.isEmpty ? nil : String(attached))
    }
  }

  private mutating func take(_ option: Option, as name: String, attached: String?) throws {
    guard option.value != nil else {
      if attached == nil {
        parsed.values[option.name] = [""]
        return
      }
      throw UsageError(
        Phrase(es: "{option} no lleva valor", en: "{option} takes no value"), seeHelp,
        ["option": name, "verb": command, "help": helpCommand])
    }
    if let fields = option.optionalValueFields {
      parsed.values[option.name] = [try fieldList(attached, option, fields)]
      return
    }
    let value = try attached ?? (option.mayLackValue ? nextNumber() : nextValue(for: name))
    if let allowed = option.allowed, !allowed.contains(value) { throw notAllowed(name, value, allowed) }
    let isCommon = Option.common.contains { $0.name == option.name }
    // An empty --db would be SQLite's temporary database: everything written would be lost.
    if isCommon && value.isEmpty { throw missingValue(name) }
    if let earlier = parsed.values[option.name]?.first, !option.isRepeatable, !isCommon, earlier != value {
      throw UsageError(
        Phrase(es: "{option} se dio dos veces", en: "{option} was given twice"),
        Phrase(es: "Basta con uno de los dos valores", en: "Keep one of the two values"), ["option": name])
    }
    parsed.values[option.name] =
      option.isRepeatable ? parsed.values[option.name, default: []] + [value] : [value]
  }

  /// The next word if it is a number, else the empty string.
  private mutating func nextNumber() -> String {
    guard let next = words.first, Int(next) != nil else { return "" }
    words.removeFirst()
    return next
  }

  private mutating func nextValue(for name: String) throws -> String {
    if let next = words.first, next != "--", verb.option(named: String(next.prefix { $0 != "=" })) == nil {
      words.removeFirst()
      return next
    }
    throw missingValue(name)
  }

  private func missingValue(_ name: String) -> UsageError {
    UsageError(
      Phrase(es: "falta el valor de {option}", en: "{option} lacks its value"), seeHelp,
      ["option": name, "verb": command, "help": helpCommand])
  }

  /// The fields asked for, the empty string for all.
  ///
  /// A following word counts only when each of its parts is a field: `--json status:open` has a filter. A bare word
  /// may be a mistyped field as well as a filter's word, and is taken for neither.
  private mutating func fieldList(_ attached: String?, _ option: Option, _ fields: [String]) throws -> String
  {
    func parts(_ text: String) -> [String] { text.split(separator: ",").map(String.init) }
    if let attached {
      let asked = parts(attached)
      guard let bad = asked.first(where: { !fields.contains($0) }) else {
        if !asked.isEmpty { return asked.joined(separator: ",") }
        throw notAllowed(option.name, attached, fields)
      }
      throw notAllowed(option.name, bad, fields)
    }
    guard let next = words.first, !next.isEmpty else { return "" }
    guard parts(next).allSatisfy(fields.contains) else {
      // A verb that takes no other words can mean nothing but fields; beside one that is a field so can a list.
      let isList = next.contains(",") && parts(next).contains(where: fields.contains)
      if verb.positional == nil || isList, !next.hasPrefix("-"),
        let bad = parts(next).first(where: { !fields.contains($0) })
      {
        throw notAllowed(option.name, bad, fields)
      }
      if verb.positional?.isFilter == true, VerbParser.isBare(next) { throw stray(next, option.name, fields) }
      return ""
    }
    words.removeFirst()
    return parts(next).joined(separator: ",")
  }

  /// Whether nothing but a filter's text or a field's name can be written so.
  private static func isBare(_ word: String) -> Bool {
    !word.hasPrefix("-") && word.allSatisfy { $0.isLetter || $0.isNumber || "_-,".contains($0) }
  }

  private func stray(_ word: String, _ option: String, _ fields: [String]) -> UsageError {
    let near = Suggestion.names(for: word, among: fields)
    return UsageError(
      Phrase(es: "«{word}» no es un campo de {option}", en: "“{word}” is no field of {option}"),
      near.isEmpty
        ? Phrase(
          es: "Los campos son {all}; una palabra del filtro va antes de {option}",
          en: "The fields are {all}; put a word of the filter before {option}")
        : Phrase(
          es: "Tal vez: {near}; una palabra del filtro va antes de {option}",
          en: "Perhaps: {near}; put a word of the filter before {option}"),
      [
        "word": word, "option": option, "near": near.joined(separator: ", "),
        "all": fields.joined(separator: ", "),
      ])
  }

  private func checkPositionals() throws {
    let given = parsed.positionals
    let count = verb.positional?.count ?? 0...0
    if let positional = verb.positional, given.count < count.lowerBound {
      throw UsageError(
        Phrase(es: "falta {name}", en: "{name} is missing").filling("name", positional.name), seeHelp,
        ["verb": command, "help": helpCommand])
    }
    if given.count > count.upperBound {
      throw UsageError(
        Phrase(es: "sobra «{word}» en «{verb}»", en: "“{word}” is one word too many in “{verb}”"),
        seeHelp, ["word": given[count.upperBound], "verb": command, "help": helpCommand])
    }
  }

  /// Before anything is read: what `--format` asks for is a matter of the command line.
  private func checkFormat() throws {
    guard verb.isListing, let template = parsed.values["--format"]?.last else { return }
    if parsed.values["--json"] != nil {
      throw UsageError(
        Phrase(es: "--json y --format no van juntos", en: "--json and --format exclude each other"),
        Phrase(es: "Va uno de los dos", en: "Give one of them"))
    }
    _ = try ListFormat(template, fields: verb.jsonFields)
  }

  private func unknown(_ name: String) -> UsageError {
    let names = verb.allOptions.flatMap(\.names) + (verb.words.isEmpty ? ["--version"] : [])
    let near = Suggestion.names(for: name, among: names.filter { $0.count > 2 })
    return UsageError(
      Phrase(es: "«{verb}» no tiene la opción {option}", en: "“{verb}” has no option {option}"),
      near.isEmpty
        ? maybeDenial(name)
        : Phrase(
          es: "Tal vez: {near}; las opciones están en «{help}»",
          en: "Perhaps: {near}; the options are in “{help}”"),
      ["option": name, "verb": command, "help": helpCommand, "near": near.joined(separator: ", ")])
  }

  /// A word of a filter that is not to be there looks like an option.
  private func maybeDenial(_ name: String) -> Phrase {
    if verb.positional?.isFilter != true || name.count < 3 || name.hasPrefix("--") { return seeHelp }
    return Phrase(
      es: "Una palabra que no debe estar va detrás de --: «{verb} … -- {option}»",
      en: "A word that is not to be there goes behind --: “{verb} … -- {option}”")
  }

  private func notAllowed(_ name: String, _ value: String, _ allowed: [String]) -> UsageError {
    UsageError(
      Phrase(es: "«{value}» no vale para {option}", en: "“{value}” is no value for {option}"),
      Phrase(es: "Los valores son: {allowed}", en: "The values are: {allowed}"),
      ["value": value, "option": name, "allowed": allowed.joined(separator: ", ")])
  }

  private var command: String { (["voc"] + verb.words).joined(separator: " ") }
  private var helpCommand: String { (["voc help"] + verb.words).joined(separator: " ") }

  private var seeHelp: Phrase {
    Phrase(es: "El uso está en «{help}»", en: "Its usage is in “{help}”")
  }
}
