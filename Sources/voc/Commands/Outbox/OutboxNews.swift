import VocDesk
import VocDomain

/// What connectors, and whoever looks after them, tell of replies: `voc outbox ack`, `fail` and `retry`.
enum OutboxNews {
  static let ack = Verb(
    words: ["outbox", "ack"],
    summary: Phrase(es: "Confirma que unas respuestas se enviaron", en: "Confirms that replies were sent"),
    details: Phrase(
      es:
        "Repetirlo no cambia nada. Cada respuesta se anota por separado: lo que contradice a lo anotado se dice y no impide lo demás.",
      en:
        "Saying it again changes nothing. Each reply is noted by itself: what contradicts what is there is told and keeps no other from being noted."
    ),
    positional: positional,
    options: [
      Option(
        names: ["--external-id"], value: Phrase(both: "ID"),
        summary: Phrase(
          es: "el número que le dio el canal, para una sola respuesta",
          en: "the number that the channel gave it, for a single reply"))
    ],
    jsonFields: OutboxList.listing.fields,
    examples: ["voc outbox ack 143 --external-id wamid.HBgM", "voc outbox ack 143-146"],
    run: { invocation in
      let id = invocation.string("--external-id")?.trimmed
      if id == "" {
        throw UsageError(
          Phrase(es: "--external-id está vacío", en: "--external-id is empty"),
          Phrase(es: "Sin él, solo se confirma el envío", en: "Without it, only the sending is confirmed"))
      }
      let numbers = try TicketNumbers.read(invocation, of: .replies).numbers
      if id != nil && numbers.count > 1 {
        throw UsageError(
          Phrase(
            es: "--external-id es de una sola respuesta, y se dieron varias",
            en: "--external-id is a single reply’s, and several were given"),
          Phrase(es: "Se confirman de una en una", en: "Confirm them one by one"))
      }
      return try note(.sent(externalID: id), numbers, invocation)
    })

  static let fail = Verb(
    words: ["outbox", "fail"],
    summary: Phrase(
      es: "Anota que unas respuestas no se pudieron enviar", en: "Notes that replies could not be sent"),
    details: Phrase(
      es:
        "Quedan fuera de la bandeja hasta que «voc outbox retry» las devuelve; el ticket muestra el motivo en rojo.",
      en: "They stay out until “voc outbox retry” puts them back; the ticket shows the reason in red."),
    positional: positional,
    options: [
      Option(
        names: ["--reason"], value: Phrase(es: "TEXTO", en: "TEXT"), isRequired: true,
        summary: Phrase(es: "por qué no", en: "why not"))
    ],
    jsonFields: OutboxList.listing.fields,
    examples: ["voc outbox fail 143 --reason \"el número no tiene WhatsApp\""],
    run: { invocation in
      let reason = invocation.string("--reason")?.trimmed ?? ""
      if reason.isEmpty {
        throw UsageError(
          Phrase(es: "el motivo está vacío", en: "the reason is empty"),
          Phrase(es: "--reason dice por qué no se envió", en: "--reason tells why it was not sent"))
      }
      return try note(
        .failed(reason: reason), TicketNumbers.read(invocation, of: .replies).numbers, invocation)
    })

  static let retry = Verb(
    words: ["outbox", "retry"],
    summary: Phrase(
      es: "Devuelve a la bandeja respuestas que no se pudieron enviar",
      en: "Puts replies that could not be sent back into the outbox"),
    positional: positional, jsonFields: OutboxList.listing.fields,
    examples: ["voc outbox retry 143"],
    run: { invocation in
      try note(.retry, TicketNumbers.read(invocation, of: .replies).numbers, invocation)
    })

  private static let positional = Verb.Positional(
    name: Phrase(es: "NÚMERO", en: "NUMBER"), count: 0...Int.max,
    summary: Phrase(
      es: "números de respuesta (143, 143-146); sin ellos, el primer campo de cada línea de la entrada",
      en: "numbers of replies (143, 143-146); without them, the first field of each line of the input"),
    completes: .reply)

  private static func note(
    _ news: Desk.OutboxNews, _ numbers: [Int64], _ invocation: Invocation
  ) throws -> ExitCode {
    if numbers.isEmpty {
      invocation.notice(
        Phrase(
          es: "La entrada no trae ninguna respuesta: no se hizo nada.",
          en: "The input holds no reply: nothing was done."))
    }
    // Where there is no database there is no reply either, and a mistyped path makes none.
    let desk = try invocation.desk(for: invocation.hasDatabase ? .writing : .reading)
    let report = try desk.note(news, ofReplies: numbers)
    OutboxList.listing.write(report.lines, for: invocation)
    let clock = try invocation.readersClock()
    var code = ExitCode.ok
    for error in report.refused {
      let explanation = Explanation(error, language: invocation.language, clock: clock)
      explanation.write(in: invocation.world)
      // Of several reasons, the one that tells of more than a mistyped number.
      if code != .conflict { code = explanation.exitCode }
    }
    return code
  }
}

extension TicketNumbers.Things {
  static let replies = TicketNumbers.Things(
    bad: { word in
      UsageError(
        Phrase(es: "«{word}» no es un número de respuesta", en: "“{word}” is no reply’s number"),
        Phrase(es: "Se escribe 143, 143-146 o 143,145", en: "Write 143, 143-146 or 143,145"), ["word": word])
    },
    missing: UsageError(
      Phrase(es: "falta el número de la respuesta", en: "the number of the reply is missing"),
      Phrase(
        es: "Va como 143 o 143-146; «voc outbox list» los muestra",
        en: "Write 143 or 143-146; “voc outbox list” shows them")))
}
