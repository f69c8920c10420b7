import VocDesk
import VocDomain

/// `voc competitor list`, `add` and `remove`
enum CompetitorCommands {
  static let list = Verb(
    words: ["competitor", "list"],
    summary: Phrase(
      es: "Lista los competidores que se buscan en los mensajes",
      en: "Lists the competitors that messages are searched for"),
    jsonFields: listing.fields, isListing: true, examples: ["voc competitor list"],
    run: { invocation in
      listing.write(try invocation.desk(for: .reading).competitors(), for: invocation)
      return .ok
    })

  static let add = Verb(
    words: ["competitor", "add"],
    summary: Phrase(es: "Agrega el nombre de un competidor", en: "Adds the name of a competitor"),
    details: Phrase(
      es:
        "Desde entonces, un mensaje que lo nombra lleva la señal competitor (cue:competitor). Los de antes la llevan después de «voc reindex text».",
      en:
        "From then on a message that names it gives the cue competitor (cue:competitor). Those from before do after “voc reindex text”."
    ),
    positional: name, examples: ["voc competitor add \"Café Rival\""],
    run: { invocation in
      let name = try wanted(invocation)
      let desk = try invocation.desk(for: .writing)
      if try desk.competitors().count >= Desk.mostCompetitors {
        throw Refusal(
          Phrase(es: "ya hay {n} competidores", en: "there are {n} competitors already"),
          Phrase(
            es: "«voc competitor remove» quita uno", en: "“voc competitor remove” takes one off"),
          ["n": "\(Desk.mostCompetitors)"], exitCode: .conflict)
      }
      guard try desk.addCompetitor(name) else {
        invocation.notice(
          Phrase(es: "«{name}» ya está en la lista.", en: "“{name}” is in the list already."),
          ["name": Escaping.line(name)])
        return .ok
      }
      try remind(invocation, desk)
      return .ok
    })

  static let remove = Verb(
    words: ["competitor", "remove"],
    summary: Phrase(es: "Quita el nombre de un competidor", en: "Takes off the name of a competitor"),
    positional: name, examples: ["voc competitor remove \"Café Rival\""],
    run: { invocation in
      let name = try wanted(invocation)
      let desk = try invocation.desk(for: .writing)
      guard try desk.removeCompetitor(name) else {
        throw Refusal(
          Phrase(es: "no hay un competidor «{name}»", en: "there is no competitor “{name}”"),
          Phrase(es: "«voc competitor list» los muestra", en: "“voc competitor list” shows them"),
          ["name": name], exitCode: .notFound)
      }
      try remind(invocation, desk)
      return .ok
    })

  private static let name = Verb.Positional(
    name: Phrase(es: "COMPETIDOR", en: "COMPETITOR"), count: 1...1,
    summary: Phrase(es: "cómo lo llaman los clientes", en: "what customers call it"))

  private static func wanted(_ invocation: Invocation) throws -> String {
    let name = invocation.positionals[0].trimmed
    if !name.contains(where: { $0.isLetter || $0.isNumber }) { throw UsageError.emptyName }
    return name
  }

  private static func remind(_ invocation: Invocation, _ desk: Desk) throws {
    guard try desk.hasUnreadTexts() else { return }
    invocation.notice(UnreadTexts.phrase)
  }

  private static let listing = Listing<String>([
    .init(
      name: "name", header: Phrase(es: "Competidor", en: "Competitor"), isFlexible: true,
      value: { .string($0) })
  ])
}
