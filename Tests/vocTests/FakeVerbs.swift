@testable import voc

/// A small table with every kind of verb; what the verbs print is what they were given.
enum FakeVerbs {
  static let table: [Verb] = [list, reply, importing, importList, solve, HelpCommand.verb]

  static let list = Verb(
    words: ["ticket", "list"],
    summary: Phrase(es: "Lista los tickets abiertos", en: "Lists the open tickets"),
    details: Phrase(
      es: "Sin filtro muestra lo que nadie ha resuelto, primero lo que vence antes.",
      en: "Without a filter it shows what nobody has solved, what is due first on top."),
    positional: .init(
      name: Phrase(es: "FILTRO", en: "FILTER"), count: 0...Int.max,
      summary: Phrase(es: "status:open -tag:vip", en: "status:open -tag:vip"), isFilter: true),
    options: [
      Option(
        names: ["--limit", "-L"], value: Phrase(both: "N"),
        summary: Phrase(es: "cuántos a lo sumo", en: "how many at most")),
      Option(
        names: ["--label", "-l"], value: Phrase(es: "ETIQUETA", en: "TAG"), isRepeatable: true,
        summary: Phrase(es: "solo con esta etiqueta", en: "only with this tag")),
      Option(
        names: ["--sort"], value: Phrase(es: "CAMPO", en: "FIELD"),
        summary: Phrase(es: "orden de la lista", en: "order of the list"), allowed: ["due", "created"]),
      Option(names: ["--reverse", "-r"], summary: Phrase(es: "al revés", en: "the other way round")),
      Option(names: ["--quiet", "-q"], summary: Phrase(es: "solo los números", en: "only the numbers")),
    ],
    jsonFields: ["id", "status", "subject"],
    examples: ["voc ticket list status:open -L 10"],
    run: echo)

  static let reply = Verb(
    words: ["ticket", "reply"], summary: Phrase(es: "Responde al cliente", en: "Answers the customer"),
    positional: .init(
      name: Phrase(es: "NÚMERO", en: "NUMBER"), count: 1...1,
      summary: Phrase(es: "el ticket", en: "the ticket")),
    options: [TextInput.option], examples: ["voc ticket reply 12 -m \"Ya va en camino\""],
    run: { invocation in
      invocation.print(Escaping.terminal(try TextInput.read(invocation), lines: true))
      return .ok
    })

  static let solve = Verb(
    words: ["ticket", "solve"], summary: Phrase(es: "Resuelve tickets", en: "Solves tickets"),
    positional: TicketNumbers.positional,
    options: [
      Option(
        names: ["--cause"], value: Phrase(es: "CAUSA", en: "CAUSE"), isRequired: true,
        summary: Phrase(es: "por qué ocurrió", en: "why it happened"))
    ],
    examples: ["voc ticket list | voc ticket solve --cause entrega"],
    run: { invocation in
      let selection = try TicketNumbers.read(invocation)
      invocation.print(selection.numbers.map(String.init).joined(separator: " "))
      return .ok
    })

  static let importing = Verb(
    words: ["import"], summary: Phrase(es: "Importa exportaciones", en: "Imports exports"),
    positional: .init(
      name: Phrase(es: "ARCHIVO", en: "FILE"), count: 1...Int.max,
      summary: Phrase(es: "lo exportado", en: "what was exported")),
    options: [Option(names: ["--dry-run", "-n"], summary: Phrase(es: "solo ensaya", en: "only rehearses"))],
    examples: ["voc import chat.txt"], run: echo)

  static let importList = Verb(
    words: ["import", "list"], summary: Phrase(es: "Lista las importaciones", en: "Lists the imports"),
    examples: ["voc import list"],
    run: { _ in throw Strange() })

  struct Strange: Error {
    let secret = "Ana Pérez"
  }

  /// Prints `ticket list|limit=5|label=a,b|words…`.
  private static let echo: @Sendable (Invocation) throws -> ExitCode = { invocation in
    var parts = [invocation.verb.name]
    for option in invocation.verb.allOptions {
      let values = invocation.strings(option.name)
      if !values.isEmpty { parts.append("\(option.name.dropFirst(2))=\(values.joined(separator: ","))") }
    }
    invocation.print((parts + invocation.positionals).joined(separator: "|"))
    return .ok
  }
}
