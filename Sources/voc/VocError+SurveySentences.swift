import VocDomain

extension VocError {
  /// About surveys, and what follows from them.
  var surveySentences: Sentences {
    switch self {
    case .followUpLacks(let id, let cause, let action):
      return (
        cause && action
          ? Phrase(
            es: "el seguimiento #{id} no dice qué lo causó ni qué se hizo",
            en: "follow-up #{id} tells neither what had caused it nor what was done")
          : cause
            ? Phrase(
              es: "el seguimiento #{id} no dice qué lo causó", en: "follow-up #{id} does not tell its cause")
            : Phrase(
              es: "el seguimiento #{id} no dice qué se hizo",
              en: "follow-up #{id} does not tell what was done"),
        Phrase(
          es: "Se resuelve con «voc ticket solve {id} --cause CAUSA --action TEXTO»",
          en: "Solve it by “voc ticket solve {id} --cause CAUSE --action TEXT”"), ["id": "\(id)"], .conflict
      )
    case .dayToCome(let day):
      return (
        Phrase(es: "el {day} está por venir", en: "{day} is still to come"),
        Phrase(
          es: "Se anota lo que ya se hizo: hoy, ayer o un día anterior",
          en: "Mark what was done already: today, yesterday or a day before"),
        ["day": Timestamp.day(day.midnight, .en)], .usage
      )
    case .sameAnswer(let survey, let score, let day, let ticket):
      return (
        ticket == nil
          ? Phrase(
            es: "ese cliente ya tiene un {survey} {score} del {day}",
            en: "that customer has a {survey} {score} of {day} already")
          : Phrase(
            es: "el ticket #{id} ya tiene un {survey} {score} de ese cliente del {day}",
            en: "ticket #{id} has a {survey} {score} of {day} by that customer already"),
        Phrase(
          es: "Si respondió dos veces, se anota con --again; una respuesta anotada no se quita",
          en: "If they answered twice, keep it with --again; an answer that is kept cannot be taken back"),
        [
          "survey": survey.name, "score": "\(score)", "day": Timestamp.day(day.midnight, .en),
          "id": "\(ticket ?? 0)",
        ], .conflict
      )
    case .yearToCome(let year):
      return (
        Phrase(es: "{year} está por venir", en: "{year} is still to come"),
        Phrase(
          es: "--year es el año del que habla la cifra, a más tardar este",
          en: "--year is the year that the figure tells of, this one at the latest"),
        ["year": "\(year)"], .usage
      )
    case .unknownSurveyWave(let id):
      return (
        Phrase(es: "no existe el envío {id}", en: "there is no sending {id}"),
        Phrase(es: "«voc survey waves» los muestra", en: "“voc survey waves” shows them"), ["id": "\(id)"],
        .notFound
      )
    case .unknownBenchmark(let id):
      return (
        Phrase(es: "no existe la referencia {id}", en: "there is no benchmark {id}"),
        Phrase(es: "«voc benchmark list» las muestra", en: "“voc benchmark list” shows them"),
        ["id": "\(id)"], .notFound
      )
    case .figureOutOfScale(let survey):
      return (
        Phrase(es: "esa cifra no es un {survey}", en: "that figure is no {survey}"),
        survey == .nps
          ? Phrase(es: "El NPS va de -100 a 100", en: "An NPS is from -100 to 100")
          : Phrase(es: "El CSAT va de 0 a 100 (por ciento)", en: "A CSAT is from 0 to 100 (percent)"),
        ["survey": survey.name], .usage
      )
    case .moreHeldBackThanSent(let sent, let heldBack):
      return (
        Phrase(
          es: "rebotadas y retenidas suman {n}, y se enviaron {sent}",
          en: "bounced and suppressed make {n}, and {sent} went out"),
        Phrase(
          es: "--n cuenta todas las enviadas, también esas",
          en: "--n counts all that went out, those included"),
        ["n": "\(heldBack)", "sent": "\(sent)"], .usage
      )
    default: preconditionFailure("not about a survey: \(self)")
    }
  }
}
