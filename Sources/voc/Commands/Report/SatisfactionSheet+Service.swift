import VocDesk
import VocDomain

/// What the figures of service do not tell: tickets of the period, what is unsolved, calls by formula.
extension SatisfactionSheet {
  var tickets: ReportTable {
    var table = ReportTable(
      "tickets", say(Phrase(es: "Tickets del periodo", en: "Tickets of the period")),
      columns: [
        .init("what", "", isFlexible: true), .init("tickets", say(Phrase(es: "Tickets", en: "Tickets"))),
      ], whenEmpty: say(SatisfactionSheet.noTickets))
    if report.created + report.solved == 0 { return table }
    for (code, phrase, count) in [
      ("created", Phrase(es: "creados", en: "created"), report.created),
      (
        "unanswered", Phrase(es: "sin respuesta de una persona", en: "not answered by a person"),
        report.unanswered
      ),
      ("solved", Phrase(es: "resueltos por primera vez", en: "solved for the first time"), report.solved),
      (
        "settled",
        Phrase(es: "de ellos, dados por resueltos al importar", en: "of those, taken for solved on import"),
        report.settled
      ),
      (
        "under_observation",
        Phrase(
          es: "de ellos, en observación (menos de 7 días)", en: "of those, under observation (under 7 days)"),
        report.underObservation
      ),
    ] { table.add([.word(code: code, shown: say(phrase)), .count(count)]) }
    return table
  }

  var backlog: ReportTable {
    let backlog = report.backlog
    var table = ReportTable(
      "backlog", say(Phrase(es: "Pendientes, hoy", en: "Unsolved, today")),
      columns: [
        .init("age_days", say(Phrase(es: "Antigüedad", en: "Age"))),
        .init("tickets", say(Phrase(es: "Tickets", en: "Tickets"))),
        .init("share", say(Phrase(es: "Parte", en: "Share"))),
      ], whenEmpty: say(Phrase(es: "Nada pendiente.", en: "Nothing unsolved.")))
    guard backlog.unsolved > 0 else { return table }
    let ages = SatisfactionReport.Backlog.ages
    for (index, count) in backlog.byAge.enumerated() {
      let last = index + 1 < ages.count ? ages[index + 1] - 1 : nil
      let range = last.map { "\(ages[index])-\($0)" } ?? "\(ages[index])+"
      table.add([
        .word(code: range, shown: age(ages[index], last)), .count(count),
        invocation.share(100 * Double(count) / Double(backlog.unsolved), of: backlog.unsolved, places: 0),
      ])
    }
    table.remarks = [backlogRemark]
    return table
  }

  private func age(_ first: Int, _ last: Int?) -> String {
    guard let last else {
      return say(Phrase(es: "{n} días o más", en: "{n} days or more"), ["n": "\(first)"])
    }
    return first == 0
      ? say(Phrase(es: "hoy o ayer", en: "today or yesterday"))
      : say(
        Phrase(es: "{first} a {last} días", en: "{first} to {last} days"),
        ["first": "\(first)", "last": "\(last)"])
  }

  private var backlogRemark: String {
    let backlog = report.backlog
    let numbers = invocation.numbers
    var parts = [
      say(
        Phrase(
          es: "{n} sin resolver; al menos la mitad lleva {median} d o más, el más antiguo {oldest} d",
          en: "{n} unsolved; at least half are {median} d old or more, the oldest {oldest} d"),
        [
          "n": numbers.integer(backlog.unsolved), "median": numbers.integer(backlog.medianAge ?? 0),
          "oldest": numbers.integer(backlog.oldestAge ?? 0),
        ])
    ]
    if let overdue = backlog.overdue { parts.append(SatisfactionSheet.overdue(overdue, in: numbers)) }
    if let days = backlog.daysToClear {
      parts.append(
        say(
          Phrase(
            es: "al ritmo de las últimas 4 semanas se resuelven en {days} días",
            en: "at the rate of the last 4 weeks they take {days} days to solve"),
          ["days": numbers.decimal(days, places: days < 10 ? 1 : 0)]))
    }
    return parts.joined(separator: "; ") + "."
  }

  private static let overdue = CountedPhrase(
    one: Phrase(es: "{n} vencido", en: "{n} past due"), other: Phrase(es: "{n} vencidos", en: "{n} past due"))

  var calls: ReportTable {
    var table = ReportTable(
      "calls", say(Phrase(es: "Nivel de servicio según la fórmula", en: "Service level by formula")),
      columns: [
        .init("formula", say(Phrase(es: "Fórmula", en: "Formula")), isFlexible: true),
        .init("part", say(Phrase(es: "A tiempo", en: "In time"))), .init("n", "n"),
        .init("share", say(Phrase(es: "Nivel", en: "Level")), for: .people),
        .init("share", "", for: .programs), .init("low", "", for: .programs),
        .init("high", "", for: .programs),
        .init("interval", say(Phrase(es: "IC 95 %", en: "95% CI")), for: .people),
      ], whenEmpty: say(Phrase(es: "Sin llamadas.", en: "No calls.")))
    for level in report.calls {
      let figure = level.figure
      table.add([
        .word(code: level.formula.rawValue, shown: say(CallFormula.phrase(level.formula))),
        .count(figure.part ?? 0), .count(figure.n), figure.shown, figure.value(figure.value),
        figure.value(figure.low), figure.value(figure.high), figure.interval(invocation),
      ])
    }
    return table
  }
}
