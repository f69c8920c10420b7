/// `voc ticket assign`
enum TicketAssign {
  static let verb = Verb(
    words: ["ticket", "assign"],
    summary: Phrase(es: "Asigna los tickets a un agente", en: "Assigns tickets to an agent"),
    positional: TicketNumbers.positional,
    options: [
      Option(
        names: ["--to"], value: Phrase(es: "AGENTE", en: "AGENT"), isRequired: true,
        summary: Phrase(es: "a quién; @me es quien actúa", en: "to whom; @me is whoever acts")),
      TicketChanges.dryRun,
    ],
    jsonFields: TicketChanges.jsonFields,
    examples: ["voc ticket assign 12 --to \"Lucía Fernández\""],
    run: { invocation in
      guard let agent = invocation.string("--to") else {
        throw UsageError(
          Phrase(es: "falta a quién asignar", en: "whom to assign to is missing"),
          Phrase(es: "Va con --to AGENTE", en: "Give it with --to AGENT"))
      }
      return try TicketChanges.perform(
        [.assign(agent)], on: TicketNumbers.read(invocation).numbers, invocation)
    })
}
