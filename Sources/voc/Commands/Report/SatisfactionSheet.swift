import VocDesk
import VocDomain

/// The satisfaction report as tables: what JSON, CSV, Markdown and the page in HTML say, and the terminal below its bars.
struct SatisfactionSheet {
  let report: SatisfactionReport
  let invocation: Invocation

  static let tables = ["figures", "surveys", "tickets", "backlog", "calls"]

  var sheet: ReportSheet {
    ReportSheet(
      title: say(Phrase(es: "Satisfacción", en: "Satisfaction")), subtitle: subtitle,
      facts: SatisfactionJSON.members(report) + facts, tables: [figures, surveys, tickets, backlog, calls],
      legend: legend)
  }

  private func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> String {
    invocation.say(phrase, values)
  }

  static let total = Phrase(both: "total")
  static let none = Phrase(es: "(sin dato)", en: "(none)")
  static let allAnswers = Phrase(es: "todas las respuestas", en: "all answers")

  var subtitle: String { invocation.text(of: report.period, all: SatisfactionSheet.allAnswers) }

  private var facts: [JSON.Member] {
    report.period.facts + [
      .init("before", report.before.map { .object($0.facts) } ?? .null),
      .init("zone", .string(report.zone)), .init("filter", JSON(report.filter)),
      .init("without_ticket", report.filter == nil ? .null : .int(Int64(report.withoutTicket))),
    ]
  }

  // MARK: - Tables

  /// Every figure of the total, then those of each group.
  private var figures: ReportTable {
    var table = emptyFigures(heading: "")
    add(report.figures, of: report.grouping == nil ? "" : say(SatisfactionSheet.total), to: &table)
    for group in report.groups { add(group.figures, of: name(of: group), to: &table) }
    return table
  }

  /// Some of the total's figures under a heading.
  func figures(heading: Phrase, ofTotal condition: (ReportFigure) -> Bool) -> ReportTable {
    var table = emptyFigures(heading: say(heading))
    table.columns[0].audience = .programs
    add(report.figures.filter(condition), of: "", to: &table)
    return table
  }

  private func emptyFigures(heading: String) -> ReportTable {
    let isGrouped = report.grouping != nil
    let isCompared = report.before != nil
    return ReportTable(
      "figures", heading,
      columns: [
        .init(
          "group", report.grouping.map { say($0.heading) } ?? "", for: isGrouped ? .everybody : .programs),
        .init("measure", say(Phrase(es: "Medida", en: "Measure")), isFlexible: true),
        .init("unit", "", for: .programs), .init("n", "n", for: .programs),
        .init("part", "", for: .programs),
        .init("value", say(Phrase(es: "Valor", en: "Value")), for: .people),
        .init("value", "", for: .programs), .init("low", "", for: .programs),
        .init("high", "", for: .programs),
        .init("interval", say(Phrase(es: "IC 95 %", en: "95% CI")), for: .people),
        .init("n", "n", for: .people),
        .init(
          "previous_text", say(Phrase(es: "Antes", en: "Before")), for: isCompared ? .people : .nobody),
        .init("previous", "", for: .programs),
        .init("previous_n", "", for: .programs),
        .init(
          "change_text", say(Phrase(es: "Cambio", en: "Change")), for: isCompared ? .people : .nobody),
        .init("change", "", for: .programs), .init("change_low", "", for: .programs),
        .init("change_high", "", for: .programs),
        .init("remark", say(Phrase(es: "Aviso", en: "Remark")), for: .people, rank: 1),
        .init("warning", "", for: .programs),
      ], whenEmpty: say(SatisfactionSheet.noData))
  }

  private func add(_ figures: [ReportFigure], of group: String, to table: inout ReportTable) {
    for figure in figures { table.add(row(figure, of: group)) }
  }

  private func name(of group: SatisfactionReport.Group) -> String {
    group.name.isEmpty ? say(SatisfactionSheet.none) : group.name
  }

  /// The groups beside each other, for people: a line a group.
  var groups: ReportTable {
    let measures: [ReportFigure.Measure] = [
      .nps, .csat, .ces, .firstReply, .resolution, .firstContact, .reopened, .abandoned,
    ].filter { measure in report.groups.contains { $0.figures.contains { $0.measure == measure } } }
    var table = ReportTable(
      "groups", "",
      columns: [.init("group", report.grouping.map { say($0.heading) } ?? "", isFlexible: true)]
        + measures.flatMap { measure in
          [
            ReportTable.Column(measure.rawValue, say(measure.shortPhrase), rank: measure.rank),
            ReportTable.Column("\(measure.rawValue)_n", "n", rank: measure.rank),
          ]
        },
      whenEmpty: say(SatisfactionSheet.noData))
    for group in report.groups where group.figures.contains(where: { measures.contains($0.measure) }) {
      table.add(
        [.text(name(of: group))]
          + measures.flatMap { measure -> [ReportValue] in
            guard let figure = group.figures.first(where: { $0.measure == measure }) else {
              return [.none, .none]
            }
            return [shownWithInterval(figure), .count(figure.n)]
          })
    }
    table.remarks = [
      say(
        Phrase(
          es:
            "— con menos de 10 no se da la cifra: muestra insuficiente; * muestra pequeña u orientativo. --csv y --json dan los intervalos de todo.",
          en:
            "— under 10 no figure is given: sample too small; * small sample or indicative. --csv and --json give the intervals of all."
        ))
    ]
    return table
  }

  private func shownWithInterval(_ figure: ReportFigure) -> ReportValue {
    guard figure.isShown else { return .none }
    let numbers = invocation.numbers
    let mark = figure.warnings.isEmpty ? "" : "*"
    let value = figure.shown.shown(numbers) + mark
    guard figure.unit != .seconds, let low = figure.low, let high = figure.high else {
      return .word(code: "", shown: value)
    }
    return .word(
      code: "",
      shown: value + " [\(numbers.decimal(low, places: 0))…\(numbers.decimal(high, places: 0))]")
  }

  private func row(_ figure: ReportFigure, of group: String) -> [ReportValue] {
    let change = figure.change
    func changeValue(_ number: Double?) -> ReportValue {
      ReportValue(number) { figure.unit == .points ? .number($0, places: 0) : .percent($0, places: 1) }
    }
    return [
      .text(group), .word(code: figure.code, shown: figure.name(invocation.language)),
      .text(figure.unit.rawValue), .count(figure.n), figure.part.map(ReportValue.count) ?? .none,
      figure.shown, figure.value(figure.value), figure.value(figure.low), figure.value(figure.high),
      figure.interval(invocation), .count(figure.n), figure.previousShown, figure.value(figure.previous),
      figure.previousN.map(ReportValue.count) ?? .none,
      figure.changeText(invocation).map { .word(code: "", shown: $0) } ?? .none,
      changeValue(change?.value), changeValue(change?.low), changeValue(change?.high),
      .text(figure.warningText(invocation.language)), .text(figure.warningCodes),
    ]
  }

  /// How many gave which answers.
  private var surveys: ReportTable {
    var table = ReportTable(
      "surveys", say(Phrase(es: "Respuestas", en: "Answers")),
      columns: [
        .init("survey", say(Phrase(es: "Encuesta", en: "Survey"))), .init("n", "n"),
        .init("detractors", say(Phrase(es: "Detractores", en: "Detractors"))),
        .init("passives", say(Phrase(es: "Pasivos", en: "Passives"))),
        .init("promoters", say(Phrase(es: "Promotores", en: "Promoters"))),
        .init("top", say(Phrase(es: "Favorables", en: "Favourable"))),
        .init("mean", say(Phrase(es: "Media", en: "Mean"))),
      ], whenEmpty: say(SatisfactionSheet.noData))
    let all = report.surveys
    for (name, figure) in [("nps", all.nps), ("enps", all.enps)] where figure.n > 0 {
      // Of employees not even the counts are told where there are too few.
      let counts = [figure.detractors, figure.passives, figure.promoters].map {
        figure.score == nil ? ReportValue.none : .count($0)
      }
      table.add(
        [.word(code: name, shown: name == "nps" ? "NPS" : "eNPS"), .count(figure.n)] + counts + [
          .none, .none,
        ])
    }
    for (name, figure) in [("csat", all.csat), ("ces", all.ces)] where figure.n > 0 {
      table.add([
        .word(code: name, shown: name.uppercased()), .count(figure.n), .none, .none, .none,
        .count(figure.top),
        ReportValue(figure.mean) { .number($0, places: 2) },
      ])
    }
    return table
  }

  private var tickets: ReportTable {
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

  private var backlog: ReportTable {
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
        .percent(100 * Double(count) / Double(backlog.unsolved), places: 0),
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
    if let overdue = backlog.overdue {
      parts.append(
        say(Phrase(es: "{n} vencidos", en: "{n} past due"), ["n": numbers.integer(overdue)]))
    }
    if let days = backlog.daysToClear {
      parts.append(
        say(
          Phrase(
            es: "al ritmo de las últimas 4 semanas, {days} días de trabajo",
            en: "at the rate of the last 4 weeks, {days} days of work"),
          ["days": numbers.decimal(days, places: days < 10 ? 1 : 0)]))
    }
    return parts.joined(separator: "; ") + "."
  }

  private var calls: ReportTable {
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
        .word(code: level.formula, shown: say(CallFormula.phrase(level.formula))),
        .count(figure.part ?? 0), .count(figure.n), figure.shown, figure.value(figure.value),
        figure.value(figure.low), figure.value(figure.high), figure.interval(invocation),
      ])
    }
    return table
  }

  static let noData = Phrase(es: "Sin datos.", en: "No data.")
  static let noTickets = Phrase(es: "Sin tickets en el periodo.", en: "No tickets in the period.")

  private var hasService: Bool { report.created + report.solved > 0 || report.backlog.unsolved > 0 }

  var legend: [String] {
    if !hasService && report.unmeasured == 0 {
      return [
        say(
          Phrase(
            es: "IC 95 %: NPS Wald ajustado; CSAT y CES Wilson. Por fecha de respuesta, días de {zone}.",
            en: "95% CI: NPS adjusted Wald; CSAT and CES Wilson. By date of answer, days of {zone}."),
          ["zone": report.zone])
      ]
    }
    var lines = [
      say(
        Phrase(
          es:
            "IC 95 %: NPS Wald ajustado; porcentajes Wilson; cambios Newcombe y Wald ajustado; tiempos por estadísticos de orden, y la resolución por Kaplan-Meier, con los tickets sin resolver dentro. Tiempos exactos al 1 %.",
          en:
            "95% CI: NPS adjusted Wald; percentages Wilson; changes Newcombe and adjusted Wald; times by order statistics, and resolution by Kaplan-Meier, unsolved tickets included. Times within 1%."
        )),
      say(
        Phrase(
          es:
            "Encuestas por fecha de respuesta; primera respuesta y resolución por fecha de creación; primer contacto (7 días), reabiertos (14 días) y traspasos por fecha de la primera solución. Días de {zone}.",
          en:
            "Surveys by date of answer; first reply and resolution by date of creation; first contact (7 days), reopened (14 days) and transfers by date of the first solve. Days of {zone}."
        ), ["zone": report.zone]),
    ]
    if report.figures.contains(where: { $0.measure.isBusinessTime }) {
      lines.append(say(ReportFigure.Measure.businessHours))
    }
    if report.figures.contains(where: { $0.measure == .responseRate }) {
      lines.append(
        say(
          Phrase(
            es:
              "Tasa de respuesta: respuestas del periodo ÷ encuestas entregadas en él (enviadas − rebotadas − retenidas).",
            en:
              "Response rate: answers of the period ÷ surveys delivered in it (sent − bounced − suppressed)."
          )))
    }
    if report.unmeasured > 0 { lines.append(SatisfactionSheet.unmeasured(report.unmeasured, invocation)) }
    return lines
  }

  static func unmeasured(_ n: Int, _ invocation: Invocation) -> String {
    invocation.say(
      Phrase(
        es:
          "{n} tickets de antes de esta versión no cuentan en las cifras de servicio: «voc reindex service» los mide.",
        en:
          "{n} tickets from before this version do not count in the figures of service: “voc reindex service” measures them."
      ), ["n": invocation.numbers.integer(n)])
  }
}

/// What people call the formulas of a service level.
enum CallFormula {
  static func phrase(_ code: String) -> Phrase {
    switch code {
    case "over_offered_without_short":
      Phrase(
        es: "contestadas en 20 s ÷ (ofrecidas − abandonos de menos de 5 s)",
        en: "answered in 20 s ÷ (offered − abandoned under 5 s)")
    case "over_offered": Phrase(es: "contestadas en 20 s ÷ ofrecidas", en: "answered in 20 s ÷ offered")
    case "over_answered": Phrase(es: "contestadas en 20 s ÷ contestadas", en: "answered in 20 s ÷ answered")
    case "over_offered_without_abandoned_in_time":
      Phrase(
        es: "contestadas en 20 s ÷ (ofrecidas − abandonos en 20 s)",
        en: "answered in 20 s ÷ (offered − abandoned in 20 s)")
    default:
      Phrase(
        es: "(contestadas + abandonos en 20 s) ÷ ofrecidas", en: "(answered + abandoned in 20 s) ÷ offered")
    }
  }
}

extension SatisfactionReport.Grouping {
  var heading: Phrase {
    switch self {
    case .channel: Phrase(es: "Canal", en: "Channel")
    case .kind: Phrase(es: "Tipo de canal", en: "Kind of channel")
    case .agent: Phrase(es: "Agente", en: "Agent")
    case .segment: Phrase(es: "Segmento", en: "Segment")
    case .month: Phrase(es: "Mes", en: "Month")
    case .priority: Phrase(es: "Prioridad", en: "Priority")
    case .cause: Phrase(es: "Causa", en: "Cause")
    case .tag: Phrase(es: "Etiqueta", en: "Tag")
    case .country: Phrase(es: "País", en: "Country")
    case .language: Phrase(es: "Idioma", en: "Language")
    }
  }
}
