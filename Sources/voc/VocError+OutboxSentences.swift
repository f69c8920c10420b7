import VocDomain

extension VocError {
  /// About replies on their way to customers; `when` writes an instant as its reader does.
  func outboxSentences(_ language: Language, when: (Instant) -> String) -> Sentences {
    switch self {
    case .unknownReply(let id):
      return (
        Phrase(
          es: "ninguna respuesta con el número {id} está en la bandeja de salida",
          en: "no reply with the number {id} is in the outbox"),
        Phrase(es: "«voc outbox list --all» las muestra", en: "“voc outbox list --all” shows them"),
        ["id": "\(id)"], .notFound
      )
    case .replySent(let id, let at, let externalID):
      let known = externalID.map { " (\($0))" } ?? ""
      return (
        Phrase(
          es: "la respuesta {id} figura como enviada{known} desde {when}",
          en: "reply {id} stands as sent{known} since {when}"),
        Phrase(es: "Lo enviado no cambia", en: "What was sent does not change"),
        ["id": "\(id)", "known": known, "when": when(at)], .conflict
      )
    case .replyFailed(let id, let reason):
      return (
        Phrase(
          es: "la respuesta {id} figura como fallida: {reason}", en: "reply {id} stands as failed: {reason}"),
        Phrase(
          es: "Si va a salir, antes va «voc outbox retry {id}»",
          en: "If it is to go out, “voc outbox retry {id}” comes first"),
        ["id": "\(id)", "reason": reason], .conflict
      )
    case .replyClaimed(let id, let connector, let until):
      return (
        Phrase(
          es: "la respuesta {id} la tiene «{connector}» hasta {when}",
          en: "“{connector}” has reply {id} in hand until {when}"),
        Phrase(
          es: "Quien la tiene dice qué fue de ella; después se le da a otro",
          en: "Whoever has it tells what became of it; after that it goes to another"),
        ["id": "\(id)", "connector": connector, "when": when(until)], .conflict
      )
    case .windowClosed(let ticket, let channel, let at):
      return (
        at == nil
          ? Phrase(
            es: "en el ticket #{id} no se puede escribir por «{channel}»: el cliente no ha escrito por ahí",
            en: "nothing can be written on “{channel}” for ticket #{id}: the customer has not written there")
          : Phrase(
            es: "la ventana de «{channel}» para el ticket #{id} se cerró el {when}",
            en: "the window of “{channel}” for ticket #{id} closed on {when}"),
        Phrase(
          es: "Va una plantilla aprobada con --template NOMBRE, o --sent si ya se envió a mano",
          en: "Send an approved template with --template NAME, or give --sent if it was sent by hand"),
        ["id": "\(ticket)", "channel": channel, "when": at.map(when) ?? ""], .conflict
      )
    case .badTemplateName(let name):
      return (
        Phrase(es: "«{name}» no puede ser el nombre de una plantilla", en: "“{name}” cannot name a template"),
        Phrase(
          es: "Va una sola palabra de letras, cifras, _, -, . o :, y el texto aparte, con -m",
          en: "Give one word of letters, digits, _, -, . or :, and the text apart, with -m"),
        ["name": name], .usage
      )
    case .replyOut(let act, let changes, let others, let before):
      let shown = changes.prefix(5).map { change in
        let connector = change.actor ?? ""
        let how =
          change.departure == .sent
          ? Phrase(es: "enviada", en: "sent")(language)
          : Phrase(es: "la tiene «{connector}»", en: "“{connector}” has it")(
            language, ["connector": connector])
        return "#\(change.ticketID) (\(how))"
      }
      return (
        Phrase(
          es: "la respuesta del acto {id} ya salió o está saliendo en {all}",
          en: "the reply of act {id} has gone out, or is going out, on {all}"),
        afterReplyOut(hasOthers: others > 0, hasEarlier: before != nil),
        [
          "id": "\(act)", "all": shown.joined(separator: ", ") + (changes.count > 5 ? "…" : ""),
          "before": before.map { "\($0)" } ?? "",
        ], .conflict
      )
    default: preconditionFailure("not about the outbox: \(self)")
    }
  }

  /// What else can be undone, where anything can.
  private func afterReplyOut(hasOthers: Bool, hasEarlier: Bool) -> Phrase {
    if hasOthers {
      return Phrase(
        es:
          "Lo enviado no vuelve: se corrige con otra respuesta; --skip-changed deshace lo de los demás tickets",
        en: "What was sent does not come back: write another reply; --skip-changed undoes the other tickets")
    }
    if hasEarlier {
      return Phrase(
        es:
          "Lo enviado no vuelve: se corrige con otra respuesta; «voc undo {before}» deshace lo anterior y «voc undo list» muestra lo demás",
        en:
          "What was sent does not come back: write another reply; “voc undo {before}” undoes what came before and “voc undo list” shows the rest"
      )
    }
    return Phrase(
      es: "Lo enviado no vuelve: se corrige con otra respuesta",
      en: "What was sent does not come back: write another reply")
  }
}
