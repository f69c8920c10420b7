import VocDomain

/// The help pages, made from the verb table.
struct Help {
  let verbs: [Verb]
  let language: Language
  let world: World

  /// Shows the page of these words; throws a `UsageError` for words that name nothing.
  func show(_ words: [String]) throws {
    if let page = text(for: words) { return world.out(page) }
    let topics = HelpTopic.all.map(\.name)
    let asked = words.joined(separator: " ")
    let all =
      verbs.map(\.name) + topics + verbs.map(\.noun).filter { noun in !verbs.contains { $0.name == noun } }
    let near = Suggestion.names(
      for: asked, among: all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    throw UsageError(
      Phrase(es: "no hay ayuda sobre «{topic}»", en: "there is no help on “{topic}”"),
      near.isEmpty
        ? Phrase(es: "Los comandos están en «voc help»", en: "The commands are in “voc help”")
        : Phrase(es: "Tal vez: {near}", en: "Perhaps: {near}"),
      ["topic": asked, "near": near.map { "voc help \($0)" }.joined(separator: ", ")])
  }

  /// Nil when the words name neither a verb nor a noun nor a topic.
  func text(for words: [String]) -> String? {
    if words.isEmpty { return overview }
    if let verb = verbs.first(where: { $0.isCalled(words) }) {
      let others = verbs.filter { $0.noun == verb.name && $0.words.count > 1 }
      return page(of: verb) + (others.isEmpty ? "" : section(Phrase(es: "Además", en: "Also"), rows(others)))
    }
    let nounVerbs = verbs.filter { [$0.noun] == words }
    if !nounVerbs.isEmpty {
      return rows(nounVerbs) + "\n"
        + wrapped(
          Phrase(
            es: "Cada verbo tiene su ayuda: voc help {verb}",
            en: "Each verb has its own help: voc help {verb}"),
          ["verb": nounVerbs[0].name])
    }
    return HelpTopic.all.first { [$0.name] == words }.map(page(of:))
  }

  /// What voc is, in two sentences.
  static let purpose = Phrase(
    es: """
      voc reúne lo que dicen los clientes en cada canal, lo convierte en tickets y mide su satisfacción. \
      Todo queda en un archivo de esta computadora.
      """,
    en: """
      voc gathers what customers say on every channel, turns it into tickets and measures their \
      satisfaction. Everything stays in one file on this computer.
      """)

  private var overview: String {
    var text = wrapped(Phrase(both: Help.purpose(language)))
    text += section(Phrase(es: "Para empezar", en: "First steps"), columns(firstSteps))
    text += section(
      Phrase(es: "Uso", en: "Usage"),
      "  voc \(Phrase(es: "COMANDO [opciones]", en: "COMMAND [options]")(language))\n")
    text += section(Phrase(es: "Comandos", en: "Commands"), commandList)
    text += section(
      Phrase(es: "Más ayuda", en: "More help"),
      columns(
        [
          (
            Phrase(es: "voc help COMANDO", en: "voc help COMMAND")(language),
            Phrase(es: "opciones y ejemplos de un comando", en: "options and examples of a command")(language)
          )
        ] + HelpTopic.all.map { ("voc help \($0.name)", $0.title(language).lowercasedFirst) }))
    text += section(
      Phrase(es: "Datos", en: "Data"),
      "  \(Escaping.terminal(DataFile.path(world.environment)))\n"
        + wrapped(
          Phrase(es: "Otro archivo se elige con --db o VOC_DB.", en: "--db or VOC_DB chooses another file."),
          indent: 2))
    return text
  }

  private var firstSteps: [(term: String, text: String)] {
    [
      (
        "voc import \(Phrase(es: "ARCHIVO…", en: "FILE…")(language))",
        Phrase(
          es: "trae lo que un canal exporta; «voc import formats» muestra qué se puede",
          en: "brings in what a channel exports; “voc import formats” shows what can be")(language)
      ),
      (
        "voc demo",
        Phrase(
          es: "o bien inventa datos, para probar (con --db ARCHIVO, en una base aparte)",
          en: "or else invents data, to try voc out (with --db FILE, in a database apart)")(language)
      ),
      (
        "voc ticket list",
        Phrase(es: "muestra a quién falta responder", en: "shows who still waits for an answer")(language)
      ),
    ]
  }

  /// All verbs, a blank line between nouns; nouns of one verb stand together at the end.
  private var commandList: String {
    let nouns: [String] = verbs.reduce(into: []) { if !$0.contains($1.noun) { $0.append($1.noun) } }
    let groups = nouns.map { noun in verbs.filter { $0.noun == noun } }
    let singles = groups.filter { $0.count == 1 }.flatMap { $0 }
    let blocks = groups.filter { $0.count > 1 } + (singles.isEmpty ? [] : [singles])
    let width = verbs.map { DisplayWidth.columns($0.name) }.max() ?? 0
    return blocks.map { rows($0, termWidth: width) }.joined(separator: "\n")
  }

  private func rows(_ verbs: [Verb], termWidth: Int? = nil) -> String {
    columns(verbs.map { ($0.name, $0.summary(language)) }, termWidth: termWidth)
  }

  private func page(of topic: HelpTopic) -> String {
    topic.blocks.reduce(style.bold(topic.title(language)) + "\n") { text, block in
      switch block {
      case .title(let title): text + "\n" + style.bold(title(language)) + "\n"
      case .text(let prose): text + wrapped(prose)
      case .terms(let rows): text + columns(rows.map { ($0.term, $0.text(language)) })
      case .verbatim(let lines): text + lines
      }
    }
  }

  private func page(of verb: Verb) -> String {
    var text = wrapped(Phrase(both: verb.summary(language) + "."))
    text += section(Phrase(es: "Uso", en: "Usage"), "  \(verb.usage(language))\n")
    if let details = verb.details { text += "\n" + wrapped(details) }
    if let positional = verb.positional {
      text += "\n" + columns([(positional.name(language), positional.summary(language))])
    }
    // One width for both lists, so that they line up.
    let width = verb.allOptions.map { DisplayWidth.columns($0.label(language)) }.max() ?? 0
    if !verb.ownOptions.isEmpty {
      text += section(Phrase(es: "Opciones", en: "Options"), optionRows(verb.ownOptions, width))
    }
    text += section(
      Phrase(es: "Opciones de todos los comandos", en: "Options of every command"),
      optionRows(Option.common, width))
    if !verb.jsonFields.isEmpty {
      text += section(
        Phrase(es: "Campos de --json", en: "Fields of --json"),
        TextWrap.wrap(verb.jsonFields.joined(separator: ", "), width: lineWidth, indent: 2))
    }
    let examples = verb.examples.map { "  \($0)\n" }.joined()
    return text
      + section(
        verb.examples.count == 1
          ? Phrase(es: "Ejemplo", en: "Example") : Phrase(es: "Ejemplos", en: "Examples"),
        examples)
  }

  private func optionRows(_ options: [Option], _ width: Int) -> String {
    columns(
      options.map { option in
        (option.label(language), option.explanation(language))
      }, termWidth: width)
  }

  private func section(_ title: Phrase, _ body: String) -> String {
    "\n" + style.bold(title(language)) + "\n" + body
  }

  private func wrapped(_ phrase: Phrase, _ values: [String: String] = [:], indent: Int = 0) -> String {
    TextWrap.wrap(phrase(language, values), width: lineWidth, indent: indent)
  }

  private func columns(_ rows: [(term: String, text: String)], termWidth: Int? = nil) -> String {
    TextWrap.definitions(rows, width: lineWidth, termWidth: termWidth)
  }

  private var lineWidth: Int { min(world.width, 100) }
  private var style: Style { Style(world) }
}

extension String {
  /// With its first letter in lower case, to stand inside a sentence.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
