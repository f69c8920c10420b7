import VocDesk

/// `voc ticket reply` and `voc ticket note`
enum TicketReply {
  static let verb = Verb(
    words: ["ticket", "reply"],
    summary: Phrase(es: "Anota lo que se respondió al cliente", en: "Records what the customer was answered"),
    details: Phrase(
      es:
        "voc no tiene red y no envía nada: la respuesta se manda por el canal mismo. Aquí queda en la conversación y el cliente deja de figurar en espera.",
      en:
        "voc has no network and sends nothing: the reply goes out on the channel itself. Here it stands in the conversation, and the customer no longer counts as waiting."
    ),
    positional: TicketNumbers.positional,
    options: [
      TextInput.option,
      Option(
        names: ["--pend"],
        summary: Phrase(es: "y queda a la espera del cliente", en: "and leaves it waiting for the customer")),
      Option(names: ["--solve"], summary: Phrase(es: "y lo da por resuelto", en: "and marks it as solved")),
      TicketChanges.dryRun,
    ],
    jsonFields: TicketChanges.jsonFields,
    examples: ["voc ticket reply 12 -m \"Su pedido sale hoy\" --pend"],
    run: { invocation in
      var after: [Desk.TicketChange] = []
      if invocation.flag("--pend") { after.append(.pend) }
      if invocation.flag("--solve") { after.append(.solve(cause: nil)) }
      if after.count > 1 {
        throw UsageError(
          Phrase(es: "--pend y --solve se excluyen", en: "--pend and --solve exclude each other"),
          Phrase(es: "Va uno de los dos", en: "Give one of them"))
      }
      return try say({ [.reply($0)] + after }, invocation)
    })

  static let note = Verb(
    words: ["ticket", "note"],
    summary: Phrase(
      es: "Deja una nota que el cliente no ve", en: "Leaves a note that the customer does not see"),
    positional: TicketNumbers.positional, options: [TextInput.option, TicketChanges.dryRun],
    jsonFields: TicketChanges.jsonFields,
    examples: ["voc ticket note 12 -m \"Llamar mañana a las 10\""],
    run: { try say({ [.note($0)] }, $0) })

  private static func say(
    _ changes: (String) -> [Desk.TicketChange], _ invocation: Invocation
  ) throws -> ExitCode {
    let selection = try TicketNumbers.read(invocation)
    let text = try TextInput.read(invocation, inputIsTaken: selection.cameFromInput)
    return try TicketChanges.perform(changes(text), on: selection.numbers, invocation)
  }
}
