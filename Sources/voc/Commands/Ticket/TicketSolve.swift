import VocDesk
import VocDomain

/// `voc ticket solve`
enum TicketSolve {
  static let verb = Verb(
    words: ["ticket", "solve"],
    summary: Phrase(es: "Da los tickets por resueltos", en: "Marks tickets as solved"),
    details: Phrase(
      es:
        "Un ticket sin asignar queda a nombre de quien lo resuelve. Un seguimiento («voc loop open») pide la causa y qué se hizo.",
      en:
        "An unassigned ticket goes to whoever solves it. A follow-up (“voc loop open”) asks for its cause and for what was done."
    ),
    positional: TicketNumbers.positional,
    options: [cause, action, TicketChanges.dryRun],
    jsonFields: TicketChanges.jsonFields,
    examples: ["voc ticket solve 12 --cause \"pedido retrasado\""],
    run: { invocation in
      try TicketChanges.perform(
        try actions(invocation) + [.solve(cause: try cause(invocation))],
        on: TicketNumbers.read(invocation).numbers, invocation)
    })

  /// For every verb that solves.
  static let cause = Option(
    names: ["--cause"], value: Phrase(es: "CAUSA", en: "CAUSE"),
    summary: Phrase(
      es: "qué lo había causado, de «voc cause list» si hay una lista",
      en: "what had caused it, from “voc cause list” where there is a list"))

  private static let action = Option(
    names: ["--action"], value: Phrase(es: "TEXTO", en: "TEXT"),
    summary: Phrase(es: "qué se hizo al respecto", en: "what was done about it"))

  private static func actions(_ invocation: Invocation) throws -> [Desk.TicketChange] {
    guard let text = invocation.string(action.name)?.trimmed else { return [] }
    if text.isEmpty {
      throw UsageError(
        Phrase(es: "la acción está vacía", en: "the action is empty"),
        Phrase(es: "--action dice qué se hizo", en: "--action tells what was done"))
    }
    return [.recordAction(text)]
  }

  static func cause(_ invocation: Invocation) throws -> String? {
    let text = invocation.string(cause.name)?.trimmed
    if text == "" {
      throw UsageError(
        Phrase(es: "la causa está vacía", en: "the cause is empty"),
        Phrase(es: "--cause dice qué lo había causado", en: "--cause tells what had caused it"))
    }
    return text
  }
}
