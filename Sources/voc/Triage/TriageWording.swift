import VocDesk

extension Desk.TicketChange {
  /// What it did that the ticket's status and assignee do not tell.
  func told(_ language: Language) -> String? {
    switch self {
    case .reply: Phrase(es: "respuesta anotada", en: "reply recorded")(language)
    case .note: Phrase(es: "nota anotada", en: "note recorded")(language)
    case .recordAction: Phrase(es: "acción anotada", en: "action recorded")(language)
    case .priority(let priority):
      Phrase(es: "prioridad {name}", en: "{name} priority")(language, ["name": priority.phrase(language)])
    case .addTag(let tag): "+\(Escaping.line(tag))"
    case .removeTag(let tag): "-\(Escaping.line(tag))"
    case .pendUntil(let time):
      Phrase(es: "hasta «{time}»", en: "until “{time}”")(language, ["time": Escaping.line(time)])
    case .noReply: Phrase(es: "dado por atendido", en: "needs no reply")(language)
    case .solve(let cause?):
      Phrase(es: "causa «{cause}»", en: "cause “{cause}”")(language, ["cause": Escaping.line(cause)])
    case .take, .assign, .release, .pend, .hold, .solve, .reopen, .close, .move: nil
    }
  }
}
