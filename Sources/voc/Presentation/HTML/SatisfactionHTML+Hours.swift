import VocDesk
import VocDomain

extension SatisfactionHTML {
  /// At which hours of the week the dissatisfied answer.
  var negativeHours: String {
    let heading = Phrase(
      es: "Cuándo responden los descontentos (%)", en: "When the dissatisfied answer (%)")
    let hours = page.hours
    if hours.n == 0 {
      let nothing =
        hours.withoutTime == 0
        ? Phrase(es: "Sin respuestas NPS ni CSAT en el periodo.", en: "No NPS or CSAT answers in the period.")
        : Phrase(es: "Sin datos.", en: "No data.")
      return section(heading, paragraph(nothing) + withoutTime)
    }
    let fewest = ["n": numbers.integer(SampleWarning.fewestShown)]
    if hours.answers.allSatisfy({ $0 < SampleWarning.fewestShown }) {
      let tooFew = Phrase(
        es: "Muestra insuficiente: ninguna hora de la semana tiene {n} respuestas.",
        en: "Sample too small: no hour of the week has {n} answers.")
      return section(heading, "<p class=\"none\">\(escaped(say(tooFew, fewest)))</p>" + withoutTime)
    }
    let legend = Phrase(
      es: "·: menos de {n} respuestas, muestra insuficiente.", en: "·: under {n} answers, sample too small.")
    return section(
      heading,
      chart.heatMap(
        chart.hours(sharing: hours), days: days,
        title: say(
          Phrase(
            es: "Parte negativa (NPS 0 a 6, CSAT 1 y 2) de las respuestas por hora y día",
            en: "Negative share (NPS 0 to 6, CSAT 1 and 2) of the answers by hour and day")))
        + "<p class=\"small\">\(escaped(say(legend, fewest)))</p>" + withoutTime)
  }

  /// How many answers are of no hour; nothing where all are of one.
  private var withoutTime: String {
    let n = page.hours.withoutTime
    if n == 0 { return "" }
    return "<p class=\"small\">\(escaped(SatisfactionHTML.answersWithoutTime(n, in: numbers)))</p>"
  }

  private static let answersWithoutTime = CountedPhrase(
    one: Phrase(
      es: "Fuera del mapa: {n} respuesta con fecha y sin hora.",
      en: "Not on the map: {n} answer with a date and no time."),
    other: Phrase(
      es: "Fuera del mapa: {n} respuestas con fecha y sin hora.",
      en: "Not on the map: {n} answers with a date and no time."))
}
