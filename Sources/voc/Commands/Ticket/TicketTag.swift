import VocDesk
import VocDomain

/// `voc ticket tag`
enum TicketTag {
  static let verb = Verb(
    words: ["ticket", "tag"],
    summary: Phrase(es: "Pone y quita etiquetas", en: "Puts tags on and takes them off"),
    positional: TicketNumbers.positional,
    options: [
      Option(
        names: ["--add"], value: Phrase(es: "ETIQUETA", en: "TAG"), isRepeatable: true,
        summary: Phrase(es: "etiqueta que se pone", en: "a tag to put on")),
      Option(
        names: ["--remove"], value: Phrase(es: "ETIQUETA", en: "TAG"), isRepeatable: true,
        summary: Phrase(es: "etiqueta que se quita", en: "a tag to take off")),
      TicketChanges.dryRun,
    ],
    jsonFields: TicketChanges.jsonFields,
    examples: ["voc ticket tag 12 --add vip --remove prueba"],
    run: { invocation in
      let changes =
        try tags("--add", invocation).map(Desk.TicketChange.addTag)
        + tags("--remove", invocation).map(Desk.TicketChange.removeTag)
      if changes.isEmpty {
        throw UsageError(
          Phrase(es: "falta la etiqueta", en: "the tag is missing"),
          Phrase(es: "Va con --add o --remove", en: "Give it with --add or --remove"))
      }
      return try TicketChanges.perform(changes, on: TicketNumbers.read(invocation).numbers, invocation)
    })

  /// The tags that an option gives, none of them empty.
  static func tags(_ option: String, _ invocation: Invocation) throws -> [String] {
    let tags = invocation.strings(option)
    if tags.allSatisfy({ !Desk.tag($0).isEmpty }) { return tags }
    throw UsageError(
      Phrase(es: "la etiqueta de {option} está vacía", en: "the tag of {option} is empty"),
      Phrase(es: "Va una palabra", en: "Give a word"), ["option": option])
  }
}

/// `voc ticket priority`
enum TicketPriority {
  static let verb = Verb(
    words: ["ticket", "priority"],
    summary: Phrase(es: "Cambia la prioridad", en: "Changes the priority"),
    positional: TicketNumbers.positional,
    options: [
      Option(
        names: ["--to"], value: Phrase(es: "PRIORIDAD", en: "PRIORITY"), isRequired: true,
        summary: Phrase(es: "low, normal, high o urgent", en: "low, normal, high or urgent")),
      TicketChanges.dryRun,
    ],
    jsonFields: TicketChanges.jsonFields,
    examples: ["voc ticket priority 12 --to urgent"],
    run: { invocation in
      let priority = try read(invocation.string("--to") ?? "")
      return try TicketChanges.perform(
        [.priority(priority)], on: TicketNumbers.read(invocation).numbers, invocation)
    })

  static func read(_ word: String) throws -> Ticket.Priority {
    if let priority = Ticket.Priority(word: word) { return priority }
    throw UsageError(
      Phrase(es: "«{word}» no es una prioridad", en: "“{word}” is no priority"),
      Phrase(
        es: "Las prioridades son low, normal, high y urgent",
        en: "The priorities are low, normal, high and urgent"),
      ["word": word])
  }
}
