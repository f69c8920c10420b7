import VocDesk
import VocDomain

/// What the report of trends says in sentences.
extension TrendsSheet {
  static let days = CountedPhrase(
    one: Phrase(es: "{n} día", en: "{n} day"), other: Phrase(es: "{n} días", en: "{n} days"))

  /// Volume in one sentence.
  func volume(_ report: TrendsReport) -> String {
    guard let volume = report.volume else {
      return say(
        Phrase(
          es: "Volumen: muestra insuficiente, hacen falta 8 {unit} que no sean iguales.",
          en: "Volume: sample too small, 8 {unit} that are not all alike are needed."), ["unit": say(unit)])
    }
    let numbers = invocation.numbers
    let values = [
      "slope": numbers.decimal(abs(volume.slope), places: 1), "p": numbers.probability(volume.p),
      "n": numbers.integer(volume.periods), "unit": say(unit),
    ]
    let rises = Phrase(es: "sube", en: "rises")
    let falls = Phrase(es: "baja", en: "falls")
    let phrase =
      switch volume.isDemonstrable {
      case false:
        Phrase(
          es: "Volumen: sin tendencia demostrable en {n} {unit} (Mann-Kendall, p {p}).",
          en: "Volume: no demonstrable trend over {n} {unit} (Mann-Kendall, p {p}).")
      case true where abs(volume.slope) < 0.05:
        Phrase(
          es: "Volumen: {goes}, muy poco, en {n} {unit} (Mann-Kendall, p {p}).",
          en: "Volume: {goes}, very little, over {n} {unit} (Mann-Kendall, p {p}).")
      case true:
        Phrase(
          es: "Volumen: {goes} {slope} tickets de una a otra en {n} {unit} (Mann-Kendall, p {p}; Theil-Sen).",
          en:
            "Volume: {goes} by {slope} tickets from one to the next over {n} {unit} (Mann-Kendall, p {p}; Theil-Sen)."
        )
      }
    return say(phrase, values.merging(["goes": say(volume.rises ? rises : falls)]) { $1 })
  }

  private var unit: Phrase {
    report?.isMonthly ?? false ? Phrase(es: "meses", en: "months") : Phrase(es: "semanas", en: "weeks")
  }

  func negative(_ change: TrendsReport.Change) -> String {
    let numbers = invocation.numbers
    if change.nowN < 10 || change.beforeN < 10 {
      return say(
        Phrase(es: "Suenan mal: muestra insuficiente.", en: "Sound bad: sample too small."))
    }
    func share(_ part: Int, _ n: Int) -> String { numbers.percent(Double(part) / Double(n), places: 1) }
    let text =
      change.isDemonstrable
      ? Phrase(
        es: "Suenan mal: {now} de {n}, antes {before}: {difference} puntos [{low} a {high}].",
        en: "Sound bad: {now} of {n}, before {before}: {difference} points [{low} to {high}].")
      : Phrase(
        es: "Suenan mal: {now} de {n}, antes {before}: sin cambio demostrable.",
        en: "Sound bad: {now} of {n}, before {before}: no demonstrable change.")
    return say(
      text,
      [
        "now": share(change.now, change.nowN), "n": numbers.integer(change.nowN),
        "before": share(change.before, change.beforeN),
        "difference": numbers.bound(change.difference, places: 1),
        "low": numbers.bound(change.low, places: 1), "high": numbers.bound(change.high, places: 1),
      ])
  }

  func alarms(_ report: TrendsReport) -> String {
    if !report.judgesCSAT && !report.judgesNPS {
      return say(
        Phrase(
          es:
            "Alarmas: muestra insuficiente, para juzgar hacen falta 8 {unit} anteriores con 10 respuestas o más.",
          en: "Alarms: sample too small, to judge takes 8 earlier {unit} with 10 answers or more."),
        ["unit": say(unit)])
    }
    let numbers = invocation.numbers
    return say(
      Phrase(
        es:
          "Alarmas: cada periodo frente a los anteriores (de 8 a 24 {unit} con 10 respuestas o más); CSAT más allá de 3 sigma, NPS más allá de {far} o por EWMA (λ {weight}, L {width}). Aunque nada cambie, hay más o menos una falsa alarma de CSAT cada {csat} {unit} y una de NPS cada {nps}; en 100 tablas como esta, unas {expected}.",
        en:
          "Alarms: each period against those before it (8 to 24 {unit} with 10 answers or more); CSAT beyond 3 sigma, NPS beyond {far} or by EWMA (λ {weight}, L {width}). Even if nothing changes, there is a false alarm of CSAT every {csat} {unit} or so and one of NPS every {nps}; in 100 tables like this one, about {expected}."
      ),
      [
        "csat": "\(TrendsReport.csatFalseAlarm)", "nps": "\(TrendsReport.npsFalseAlarm)", "unit": say(unit),
        "far": numbers.decimal(TrendsReport.npsWidth, places: 1),
        "weight": numbers.decimal(0.2, places: 1), "width": numbers.decimal(2.7, places: 1),
        "expected": numbers.decimal(100 * report.expectedFalseAlarms, places: 0),
      ])
  }
}
