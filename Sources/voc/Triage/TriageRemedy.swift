import VocDomain

/// What to do about an error, by the keys of triage where the command line would name a command.
struct TriageRemedy {
  let phrase: Phrase
  var key: TriageAction?

  func callAsFunction(_ language: Language) -> String { phrase(language, ["key": key?.letter ?? ""]) }

  /// Nil where triage has nothing else to say than the command line.
  init?(_ error: any Error) {
    switch error {
    case VocError.taken:
      self.init(
        Phrase(es: "Se le quita con {key} y @me", en: "Take it over with {key} and @me"), .assign)
    case VocError.offered:
      self.init(
        Phrase(es: "Se le asigna a otra persona con {key}", en: "Give it to somebody else with {key}"),
        .assign)
    case VocError.notAssigned:
      self.init(Phrase(es: "Se toma con {key}", en: "Take it with {key}"), .take)
    case VocError.illegalMove(let act, _, let status): self.init(act, status)
    case VocError.followUpLacks:
      self.init(Phrase(es: "{key} pregunta lo que falta", en: "{key} asks for what is missing"), .solve)
    case VocError.mergeIntoOver:
      self.init(
        Phrase(
          es: "Se fusiona con uno sin resolver, o antes se reabre con {key}",
          en: "Merge into an unsolved one, or reopen it first with {key}"), .reopen)
    case VocError.unknownAgent(_, let nearest) where nearest.isEmpty:
      self.init(
        Phrase(es: "Después de {key}, Tab completa los nombres", en: "After {key}, Tab completes the names"),
        .assign)
    case VocError.unknownTicket:
      self.init(Phrase(es: "Conviene revisar el número", en: "Check the number"))
    default: return nil
    }
  }

  private init?(_ act: TicketAct, _ status: Ticket.Status) {
    switch (act, status) {
    case (_, .closed), (.reopen, _): return nil
    case (.solve, .solved):
      self.init(
        Phrase(
          es: "No hace falta hacer nada; para cambiar la causa, antes se reabre con {key}",
          en: "Nothing is left to do; to change the cause, reopen it first with {key}"), .reopen)
    case (_, .solved):
      self.init(Phrase(es: "Antes se reabre con {key}", en: "Reopen it first with {key}"), .reopen)
    default:
      self.init(
        Phrase(es: "Su estado se ve sobre la conversación", en: "Its status stands above the conversation"))
    }
  }

  private init(_ phrase: Phrase, _ key: TriageAction? = nil) {
    self.phrase = phrase
    self.key = key
  }
}

extension Explanation {
  /// Both sentences as triage says them.
  static func inTriage(_ error: any Error, language: Language) -> String {
    let usual = Explanation(error, language: language)
    return Explanation.sentences(usual.what, TriageRemedy(error)?(language) ?? usual.todo)
  }
}
