import VocDomain

/// What is said where a ticket does not allow an act.
extension VocError {
  func ticketSentences(_ language: Language) -> Sentences {
    switch self {
    case .illegalMove(let act, let id, let status):
      return (
        Phrase(
          es: "no se puede {act} el ticket #{id}: está {status}",
          en: "you cannot {act} ticket #{id}: it is {status}"),
        VocError.remedy(act, status),
        ["act": act.phrase(language), "id": "\(id)", "status": status.phrase(language)], .conflict
      )
    case .taken(let id, let agent):
      return (
        Phrase(es: "el ticket #{id} ya lo tiene {agent}", en: "{agent} has ticket #{id} already"),
        Phrase(
          es: "Se le quita con «voc ticket assign {id} --to @me»",
          en: "Take it over with “voc ticket assign {id} --to @me”"),
        ["id": "\(id)", "agent": agent], .conflict
      )
    case .notAssigned(let id):
      return (
        Phrase(es: "el ticket #{id} no está asignado", en: "ticket #{id} is not assigned"),
        Phrase(
          es: "«voc ticket take {id}» lo asigna a quien actúa",
          en: "“voc ticket take {id}” assigns it to whoever acts"),
        ["id": "\(id)"], .conflict
      )
    case .scoreOutOfScale(let survey, let score):
      return (
        Phrase(es: "{score} no está en la escala de {survey}", en: "{score} is not on the scale of {survey}"),
        Phrase(es: "Va de {low} a {high}", en: "It goes from {low} to {high}"),
        [
          "score": "\(score)", "survey": survey.rawValue.uppercased(), "low": "\(survey.scale.lowerBound)",
          "high": "\(survey.scale.upperBound)",
        ], .usage
      )
    default: preconditionFailure("not about a ticket: \(self)")
    }
  }

  /// What to do when a ticket in this status refuses the act.
  private static func remedy(_ act: TicketAct, _ status: Ticket.Status) -> Phrase {
    switch (act, status) {
    case (_, .closed):
      Phrase(
        es: "Un ticket cerrado no cambia; se abre otro con «voc ticket create»",
        en: "A closed ticket does not change; open another with “voc ticket create”")
    case (.solve, .solved):
      Phrase(
        es: "No hace falta hacer nada; para cambiar la causa, antes se reabre con «voc ticket reopen {id}»",
        en: "Nothing is left to do; to change the cause, reopen it first: “voc ticket reopen {id}”")
    case (_, .solved):
      Phrase(
        es: "Antes se reabre con «voc ticket reopen {id}»", en: "Reopen it first: “voc ticket reopen {id}”")
    case (.close, _):
      Phrase(
        es: "Antes se resuelve con «voc ticket solve {id}»", en: "Solve it first: “voc ticket solve {id}”")
    case (.reopen, _):
      Phrase(
        es: "Sigue sin resolver, así que ya se puede trabajar en él",
        en: "It is unsolved, so it can be worked on as it is")
    default:
      Phrase(es: "«voc ticket view {id}» muestra su estado", en: "“voc ticket view {id}” shows its status")
    }
  }
}
