import VocDesk
import VocDomain

/// `voc survey answer`
enum SurveyAnswer {
  static let verb = Verb(
    words: ["survey", "answer"],
    summary: Phrase(
      es: "Anota la respuesta de un cliente a una encuesta", en: "Keeps a customer’s answer to a survey"),
    options: [
      Option(
        names: ["--survey"], value: Phrase(es: "ENCUESTA", en: "SURVEY"), isRequired: true,
        summary: Phrase(
          es: "nps (0 a 10), csat (1 a 5), ces (1 a 7) o enps (0 a 10)",
          en: "nps (0 to 10), csat (1 to 5), ces (1 to 7) or enps (0 to 10)"),
        allowed: SurveyKind.allCases.map(\.rawValue)),
      Option(
        names: ["--score"], value: Phrase(es: "PUNTAJE", en: "SCORE"), isRequired: true,
        summary: Phrase(es: "el puntaje", en: "the score")),
      Option(
        names: ["--comment"], value: Phrase(es: "TEXTO", en: "TEXT"),
        summary: Phrase(es: "lo que dijo además", en: "what they said besides")),
      Option(
        names: ["--ticket"], value: Phrase(es: "NÚMERO", en: "NUMBER"),
        summary: Phrase(es: "el ticket del que opina", en: "the ticket that it is about")),
      Option(
        names: ["--customer"], value: Phrase(es: "CLIENTE", en: "CUSTOMER"),
        summary: Phrase(
          es: "quién responde; si no se dice, el del ticket", en: "who answers; unless given, the ticket’s")),
      Option(
        names: ["--channel"], value: Phrase(es: "CANAL", en: "CHANNEL"),
        summary: Phrase(es: "si no se dice, el del ticket", en: "unless given, the ticket’s")),
      Option(
        names: ["--agent"], value: Phrase(es: "AGENTE", en: "AGENT"),
        summary: Phrase(es: "si no se dice, el del ticket", en: "unless given, the ticket’s")),
      Option(
        names: ["--on"], value: Phrase(es: "FECHA", en: "DATE"),
        summary: Phrase(es: "qué día respondió (hoy)", en: "the day of the answer (today)")),
      Option(
        names: ["--again"],
        summary: Phrase(
          es: "la anota aunque ya haya una igual del mismo cliente y día",
          en: "keeps it even if the same customer has given the same one on that day")),
    ],
    jsonFields: ["survey", "score", "at", "comment"],
    examples: ["voc survey answer --survey csat --score 5 --ticket 12 --comment \"Muy amables\""],
    run: run)

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    // A number off the scale is refused in the words of the survey, any other word by the option.
    guard let survey: SurveyKind = invocation.choice("--survey"), let text = invocation.string("--score"),
      let score = try Int(text) ?? invocation.int("--score", in: survey.scale)
    else {
      throw UsageError(
        Phrase(es: "faltan la encuesta o el puntaje", en: "the survey or the score is missing"),
        Phrase(es: "Van con --survey y --score", en: "Give them with --survey and --score"))
    }
    var new = Desk.NewAnswer(survey: survey, score: score)
    new.comment = invocation.string("--comment") ?? ""
    new.ticket = try invocation.string("--ticket").map(TicketNumbers.one)
    new.customer = invocation.string("--customer")
    new.channel = invocation.string("--channel")
    new.agent = invocation.string("--agent")
    new.day = try invocation.oneDay("--on")
    new.allowsSame = invocation.flag("--again")
    if survey == .enps && (new.customer != nil || new.ticket != nil) {
      throw UsageError(
        Phrase(
          es: "la encuesta enps es de empleados y anónima",
          en: "the survey enps is of employees, and anonymous"),
        Phrase(es: "Se anota sin --customer ni --ticket", en: "Keep it without --customer and --ticket"))
    }
    let answer = try invocation.desk(for: .writing).record(new)
    if let fields = invocation.jsonFields {
      invocation.print(TicketJSON.answer(answer).selecting(fields).text)
    } else {
      invocation.print(
        invocation.say(
          answer.ticketID == nil
            ? Phrase(es: "Se anotó {survey} {score}.", en: "Kept {survey} {score}.")
            : Phrase(
              es: "Se anotó {survey} {score} sobre el ticket #{id}.",
              en: "Kept {survey} {score} about ticket #{id}."),
          [
            "survey": answer.survey.rawValue.uppercased(), "score": "\(answer.score)",
            "id": "\(answer.ticketID ?? 0)",
          ]))
    }
    return .ok
  }
}
