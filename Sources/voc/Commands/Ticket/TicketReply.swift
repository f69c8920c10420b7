import VocDesk
import VocDomain

/// `voc ticket reply` and `voc ticket note`
enum TicketReply {
  static let verb = Verb(
    words: ["ticket", "reply"],
    summary: Phrase(
      es: "Responde al cliente: la respuesta queda por enviar en su canal",
      en: "Answers the customer: the reply waits to go out on its channel"),
    details: Phrase(
      es:
        "La respuesta entra en la conversación y en la bandeja de salida, y el cliente deja de figurar en espera. voc no tiene red: la entrega un conector («voc outbox»). Con --sent solo se anota lo que ya se envió a mano en el canal mismo, igual que en un canal donde no hay nada que entregar (teléfono, mostrador, video, encuesta). WhatsApp acepta texto libre hasta 24 horas después del último mensaje del cliente; después, solo una plantilla aprobada.",
      en:
        "The reply stands in the conversation and in the outbox, and the customer no longer counts as waiting. voc has no network: a connector delivers it (“voc outbox”). With --sent what was sent by hand on the channel itself is only recorded, as on a channel where nothing can be delivered (phone, counter, video, survey). WhatsApp takes free text until 24 hours after the customer’s last message; after that, only an approved template."
    ),
    positional: TicketNumbers.positional,
    options: [
      TextInput.option,
      Option(
        names: ["--macro"], value: Phrase(es: "NOMBRE", en: "NAME"),
        summary: Phrase(
          es: "un texto guardado, que se llena con cada ticket; -m le agrega un párrafo",
          en: "a kept text, filled in for each ticket; -m adds a paragraph to it"),
        completes: .macro),
      Option(
        names: ["--pend"],
        summary: Phrase(es: "y queda a la espera del cliente", en: "and leaves it waiting for the customer")),
      TicketPend.until(
        Phrase(
          es: "y queda pendiente hasta entonces, como en «voc ticket pend»",
          en: "and leaves it pending until then, as in “voc ticket pend”")),
      Option(names: ["--solve"], summary: Phrase(es: "y lo da por resuelto", en: "and marks it as solved")),
      TicketSolve.cause,
      Option(
        names: ["--sent"],
        summary: Phrase(
          es: "ya se envió a mano en el canal: solo se anota",
          en: "it was sent by hand on the channel: it is only recorded")),
      Option(
        names: ["--template"], value: Phrase(es: "NOMBRE", en: "NAME"),
        summary: Phrase(
          es: "el texto es el de esta plantilla aprobada, que sale con la ventana cerrada",
          en: "the text is that of this approved template, which goes out when the window is closed")),
      TicketChanges.dryRun,
    ],
    jsonFields: TicketChanges.jsonFields + ["text"],
    examples: [
      "voc ticket reply 12 -m \"Su pedido sale hoy\" --pend",
      "voc ticket reply 12 -m \"Mañana le confirmo\" --until mañana",
      "voc ticket reply 12 -m \"Ya quedó\" --sent --solve",
      "voc ticket reply 12 --macro envio -m \"Va con la guía 4711\"",
    ],
    run: { invocation in
      var after: [Desk.TicketChange] = []
      if let time = invocation.string("--until") {
        after.append(.pendUntil(time))
      } else if invocation.flag("--pend") {
        after.append(.pend)
      }
      let cause = try TicketSolve.cause(invocation)
      if invocation.flag("--solve") {
        after.append(.solve(cause: cause))
      } else if cause != nil {
        throw UsageError(
          Phrase(es: "--cause dice con qué se resolvió", en: "--cause tells what it was solved with"),
          Phrase(es: "Va junto con --solve", en: "Give it along with --solve"))
      }
      if after.count > 1 {
        throw UsageError(
          Phrase(es: "{pend} y --solve se excluyen", en: "{pend} and --solve exclude each other"),
          Phrase(es: "Va uno de los dos", en: "Give one of them"),
          ["pend": invocation.string("--until") == nil ? "--pend" : "--until"])
      }
      let (isSent, template) = (invocation.flag("--sent"), invocation.string("--template")?.trimmed)
      if isSent && template != nil {
        throw UsageError(
          Phrase(es: "--sent y --template se excluyen", en: "--sent and --template exclude each other"),
          Phrase(
            es: "Lo que ya se envió no necesita plantilla", en: "What was sent already needs no template"))
      }
      if template == "" {
        throw UsageError(
          Phrase(es: "el nombre de la plantilla está vacío", en: "the template’s name is empty"),
          Phrase(es: "--template NOMBRE lo dice", en: "--template NAME tells it"))
      }
      // Before anybody is asked for the text.
      if let template, !TemplateName.isValid(template) { throw VocError.badTemplateName(template) }
      return try say(macro: invocation.string("--macro"), invocation) { text, macro in
        [.reply(Desk.Reply(text, isSent: isSent, template: template, macro: macro))] + after
      }
    })

  static let note = Verb(
    words: ["ticket", "note"],
    summary: Phrase(
      es: "Deja una nota que el cliente no ve", en: "Leaves a note that the customer does not see"),
    positional: TicketNumbers.positional, options: [TextInput.option, TicketChanges.dryRun],
    jsonFields: TicketChanges.jsonFields,
    examples: ["voc ticket note 12 -m \"Llamar mañana a las 10\""],
    run: { try say($0) { text, _ in [.note(text)] } })

  private static func say(
    macro: String? = nil, _ invocation: Invocation,
    changes: (_ text: String, _ macro: String?) -> [Desk.TicketChange]
  ) throws -> ExitCode {
    let selection = try TicketNumbers.read(invocation)
    // A macro is a text already: nobody is asked for another.
    let hasText = macro == nil || invocation.string(TextInput.option.name) != nil
    let text = hasText ? try TextInput.read(invocation, inputIsTaken: selection.cameFromInput) : ""
    return try TicketChanges.perform(changes(text, macro), on: selection.numbers, invocation)
  }
}
