import VocDesk
import VocDomain

/// The satisfaction report in one sentence.
struct SatisfactionHeadline {
  let report: SatisfactionReport
  /// How the channels compare, where that was asked.
  var channels: ChannelReport?
  let invocation: Invocation

  var text: String {
    let gap = channels.flatMap { ChannelHeadline(report: $0, invocation: invocation).widestGap }
    let parts = [survey, speed, gap, backlog].compactMap { $0 }
    if parts.isEmpty {
      return invocation.say(
        Phrase(es: "{period}: sin datos.", en: "{period}: no data."), ["period": period])
    }
    return "\(period): \(parts.joined(separator: "; "))."
  }

  /// "Octubre de 2026", or the days.
  var period: String {
    (PeriodName.text(report.period, invocation) ?? invocation.subtitle(of: report.period, filter: nil))
      .capitalizedFirst
  }

  private func figure(_ measure: ReportFigure.Measure) -> ReportFigure? {
    report.figures.first { $0.measure == measure }
  }

  /// The first survey that has enough answers.
  private var survey: String? {
    let surveys = [.nps, .csat, .ces].compactMap { self.figure($0) }
    guard let figure = surveys.first(where: \.isShown) ?? surveys.first else { return nil }
    guard figure.isShown else {
      return invocation.say(
        Phrase(es: "{name}: muestra insuficiente (n={n})", en: "{name}: sample too small (n={n})"),
        ["name": invocation.say(figure.measure.phrase), "n": invocation.numbers.integer(figure.n)])
    }
    let head = invocation.say(
      Phrase(es: "{name} {value} ({interval})", en: "{name} {value} ({interval})"),
      [
        "name": invocation.say(figure.measure.phrase), "value": figure.shown.shown(invocation.numbers),
        "interval": figure.interval(invocation).shown(invocation.numbers),
      ])
    let warning = figure.warningText(invocation.language)
    if !warning.isEmpty { return "\(head), \(warning)" }
    guard let change = figure.changeText(invocation), let before = report.before else { return head }
    let name = PeriodName.text(before, invocation) ?? invocation.say(Phrase(es: "lo anterior", en: "before"))
    return head + ", "
      + invocation.say(
        Phrase(es: "{change} frente a {before}", en: "{change} against {before}"),
        ["change": change, "before": name])
  }

  private var speed: String? {
    guard let figure = figure(.firstReply), figure.isShown else { return nil }
    return invocation.say(
      Phrase(
        es: "la primera respuesta llega en {time} (mediana)", en: "the first reply comes in {time} (median)"),
      ["time": figure.shown.shown(invocation.numbers)])
  }

  private var backlog: String? {
    let backlog = report.backlog
    if backlog.unsolved == 0 { return nil }
    let unsolved = CountedPhrase(
      one: Phrase(es: "hoy queda {n} ticket sin resolver", en: "{n} ticket is unsolved today"),
      other: Phrase(es: "hoy quedan {n} tickets sin resolver", en: "{n} tickets are unsolved today"))(
        backlog.unsolved, in: invocation.numbers)
    guard let overdue = backlog.overdue, overdue > 0 else { return unsolved }
    return unsolved + ", "
      + CountedPhrase(
        one: Phrase(es: "{n} de ellos vencido", en: "{n} of them past due"),
        other: Phrase(es: "{n} de ellos vencidos", en: "{n} of them past due"))(
        overdue, in: invocation.numbers)
  }
}

/// The name of a whole month: "octubre de 2026".
enum PeriodName {
  static func text(_ period: ReportPeriod, _ invocation: Invocation) -> String? {
    guard let since = period.since, let until = period.until else { return nil }
    let month = since.monthsSince1970
    let days = CivilDate.days(ofMonth: month)
    guard since.daysSince1970 == days.lowerBound, until.daysSince1970 == days.upperBound else { return nil }
    let (year, number, _) = since.components
    return invocation.say(
      Phrase(es: "{month} de {year}", en: "{month} {year}"),
      ["month": invocation.say(MonthNames.all[number - 1]), "year": "\(year)"])
  }
}
