import VocDesk
import VocDomain

/// `voc cause list`, `add` and `remove`
enum CauseCommands {
  static let list = Verb(
    words: ["cause", "list"],
    summary: Phrase(
      es: "Lista las causas con que se resuelven los tickets",
      en: "Lists the causes that tickets are solved with"),
    details: Phrase(
      es: "Después de la lista van las que están en tickets resueltos y no en ella.",
      en: "After the list come those that stand on solved tickets and not in it."),
    jsonFields: listing.fields,
    isListing: true, examples: ["voc cause list"],
    run: { invocation in
      let causes = try invocation.desk(for: .reading).causes()
      listing.write(causes, for: invocation)
      if !causes.contains(where: \.isListed) && invocation.hasRemarks {
        invocation.notice(
          Phrase(
            es: "No hay una lista: sirve cualquier causa. «voc cause add» empieza una.",
            en: "There is no list: any cause will do. “voc cause add” begins one."))
      }
      return .ok
    })

  static let add = Verb(
    words: ["cause", "add"],
    summary: Phrase(es: "Agrega una causa a la lista", en: "Adds a cause to the list"),
    details: Phrase(
      es:
        "Mientras hay una lista, «voc ticket solve --cause» solo acepta lo que está en ella, sin importar acentos ni mayúsculas.",
      en:
        "While there is a list, “voc ticket solve --cause” takes only what is in it, whatever its accents and case."
    ),
    positional: name, jsonFields: listing.fields,
    examples: ["voc cause add \"Pedido retrasado\""],
    run: { invocation in
      try show(invocation) { desk, name in
        let cause = try desk.addCause(name)
        tellUnlisted(try desk.causes().filter { !$0.isListed }, invocation)
        return cause
      }
    })

  /// A list shuts out what is in use and not in it, which nobody meant who only adds one.
  private static func tellUnlisted(_ causes: [Desk.CauseLine], _ invocation: Invocation) {
    if causes.isEmpty { return }
    let most = 5
    let names = causes.prefix(most).map {
      invocation.say(Phrase(es: "«{name}»", en: "“{name}”"), ["name": Escaping.terminal($0.name)])
    }
    let more = causes.count - names.count
    let rest =
      more == 0
      ? ""
      : invocation.say(Phrase(es: " y {n} más", en: " and {n} more"), ["n": invocation.numbers.integer(more)])
    invocation.notice(
      Phrase(
        es:
          "Causas de tickets resueltos que no están en la lista, y que por eso ya no se aceptan: {names}. «voc cause add» agrega las que hagan falta.",
        en:
          "Causes of solved tickets that are not in the list, and are no longer taken for that reason: {names}. “voc cause add” adds those that are needed."
      ), ["names": names.joined(separator: ", ") + rest])
  }

  static let remove = Verb(
    words: ["cause", "remove"],
    summary: Phrase(es: "Quita una causa de la lista", en: "Takes a cause off the list"),
    details: Phrase(es: "Los tickets la conservan.", en: "Tickets keep it."),
    positional: name, jsonFields: listing.fields,
    examples: ["voc cause remove \"Pedido retrasado\""],
    run: { try show($0) { try $0.removeCause($1) } })

  private static let name = Verb.Positional(
    name: Phrase(es: "CAUSA", en: "CAUSE"), count: 1...1,
    summary: Phrase(es: "qué causa tickets", en: "what causes tickets"))

  private static func show(
    _ invocation: Invocation, _ change: (Desk, String) throws -> Desk.CauseLine
  ) throws -> ExitCode {
    let name = invocation.positionals[0].trimmed
    if name.isEmpty { throw UsageError.emptyName }
    listing.write([try change(invocation.desk(for: .writing), name)], for: invocation)
    return .ok
  }

  private static let listing = Listing<Desk.CauseLine>([
    .init(
      name: "cause", header: Phrase(es: "Causa", en: "Cause"), isFlexible: true, value: { .string($0.name) }),
    .init(
      name: "tickets", header: Phrase(es: "Tickets resueltos", en: "Solved tickets"), alignment: .right,
      value: { .int(Int64($0.tickets)) },
      cell: { line, invocation in .init(invocation.numbers.integer(line.tickets)) }),
    .init(
      name: "listed", header: Phrase(es: "En la lista", en: "In the list"), isIdle: \.isListed,
      value: { .bool($0.isListed) },
      cell: { line, invocation in
        .init(invocation.say(line.isListed ? Phrase(es: "sí", en: "yes") : Phrase(both: "no")))
      }),
  ])
}
