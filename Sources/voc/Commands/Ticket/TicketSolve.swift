import VocDomain

/// `voc ticket solve`
enum TicketSolve {
  static let verb = Verb(
    words: ["ticket", "solve"],
    summary: Phrase(es: "Da los tickets por resueltos", en: "Marks tickets as solved"),
    details: Phrase(
      es: "Un ticket sin asignar queda a nombre de quien lo resuelve.",
      en: "An unassigned ticket goes to whoever solves it."),
    positional: TicketNumbers.positional,
    options: [
      Option(
        names: ["--cause"], value: Phrase(es: "CAUSA", en: "CAUSE"),
        summary: Phrase(
          es: "qué lo había causado, de «voc cause list» si hay una lista",
          en: "what had caused it, from “voc cause list” where there is a list")),
      TicketChanges.dryRun,
    ],
    jsonFields: TicketChanges.jsonFields,
    examples: ["voc ticket solve 12 --cause \"pedido retrasado\""],
    run: { invocation in
      let cause = invocation.string("--cause")?.trimmed
      if cause == "" {
        throw UsageError(
          Phrase(es: "la causa está vacía", en: "the cause is empty"),
          Phrase(es: "--cause dice qué lo había causado", en: "--cause tells what had caused it"))
      }
      return try TicketChanges.perform(
        [.solve(cause: cause)], on: TicketNumbers.read(invocation).numbers, invocation)
    })
}
