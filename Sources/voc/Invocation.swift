import VocDomain

/// What a verb gets when it runs: what was asked for, in which language, and the world to do it in.
///
/// The readers of options throw a `UsageError` that names the option; asking for an option that the verb
/// does not declare is our bug and stops the process.
struct Invocation {
  let verb: Verb
  let verbs: [Verb]
  let language: Language
  let world: World
  let positionals: [String]
  private let values: [String: [String]]

  init(_ parsed: ParsedArguments, verbs: [Verb], language: Language, world: World) {
    verb = parsed.verb
    self.verbs = verbs
    self.language = language
    self.world = world
    positionals = parsed.positionals
    values = parsed.values
  }

  /// The same asked for elsewhere: where what is written is kept, or on another width.
  func inWorld(_ world: World) -> Invocation {
    var parsed = ParsedArguments(verb: verb)
    (parsed.values, parsed.positionals) = (values, positionals)
    return Invocation(parsed, verbs: verbs, language: language, world: world)
  }

  func strings(_ name: String) -> [String] {
    precondition(verb.option(named: name)?.name == name, "voc \(verb.name) declares no \(name)")
    return values[name] ?? []
  }

  func string(_ name: String) -> String? { strings(name).last }

  func flag(_ name: String) -> Bool { !strings(name).isEmpty }

  func int(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
    guard let text = string(name) else { return nil }
    if let value = Int(text), range.contains(value) { return value }
    throw UsageError(
      Phrase(es: "«{value}» no vale para {option}", en: "“{value}” is no value for {option}"),
      Phrase(es: "Debe ser un número entre {low} y {high}", en: "Give a number from {low} to {high}"),
      [
        "value": text, "option": name, "low": numbers.integer(range.lowerBound),
        "high": numbers.integer(range.upperBound),
      ])
  }

  /// The case whose raw value was given; the option's `allowed` must list the raw values.
  func choice<Choice: RawRepresentable<String>>(_ name: String, as type: Choice.Type = Choice.self) -> Choice?
  {
    string(name).flatMap(Choice.init(rawValue:))
  }

  /// The fields to answer with in JSON; nil when JSON was not asked for.
  var jsonFields: [String]? {
    guard !verb.jsonFields.isEmpty, let asked = string("--json") else { return nil }
    return asked.isEmpty ? verb.jsonFields : asked.split(separator: ",").map(String.init)
  }

  /// How `--format` wants a list; nil where it was not given.
  var format: ListFormat? {
    guard verb.isListing, let template = string("--format") else { return nil }
    // The parser has refused a template that makes no sense.
    return try? ListFormat(template, fields: verb.jsonFields)
  }

  /// Whether the answer is for people, not for a program.
  var isForPeople: Bool { world.outputIsTerminal && jsonFields == nil && format == nil }

  /// Whether somebody reads what is remarked beside the answer.
  var hasRemarks: Bool { jsonFields == nil && world.errorIsTerminal }

  /// Whether a list is to show exact times.
  var showsUTC: Bool { verb.isListing && flag("--utc") }

  /// Who acts: `--as`, else VOC_AGENT, else the login name.
  var actor: String {
    string("--as") ?? Language.firstSet(["VOC_AGENT"], in: world.environment) ?? world.loginName
  }

  var databasePath: String { string("--db") ?? DataFile.path(world.environment) }

  var numbers: NumberStyle { NumberStyle(language: language, environment: world.environment) }
  var style: Style { Style(world) }

  /// How wide a table may be: the terminal, or as wide as it is where nobody's terminal cuts it.
  var tableWidth: Int { world.outputIsTerminal ? world.width : .max / 2 }

  /// A phrase in the person's language.
  func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> String { phrase(language, values) }

  /// Writes one line of the answer; what a customer wrote goes through `Escaping` first.
  func print(_ line: String) { world.out(line + "\n") }

  /// One line on stderr: what happened by the way.
  func notice(_ phrase: Phrase, _ values: [String: String] = [:]) {
    world.remark(phrase(language, values.mapValues { Escaping.terminal($0) }) + "\n")
  }
}
