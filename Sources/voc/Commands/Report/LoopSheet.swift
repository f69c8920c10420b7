import VocDesk
import VocDomain

/// The report on closing the loop as tables.
struct LoopSheet {
  let report: LoopReport
  let invocation: Invocation

  static let tables = [
    "figures", "pending", "causes", "competitors", "competitor_satisfaction", "benchmarks",
  ]

  var sheet: ReportSheet {
    ReportSheet(
      title: say(Phrase(es: "Seguimiento de descontentos", en: "Closing the loop")),
      subtitle: invocation.subtitle(of: report.period, filter: nil),
      facts: report.period.facts + [
        .init("zone", .string(report.zone)), .init("anonymous", .int(Int64(report.anonymous))),
        .init("pending_count", .int(Int64(report.pendingCount))), .init("auto", .bool(report.opensByItself)),
        .init("unread_texts", .bool(report.hasUnreadTexts)), UnfinishedImports.fact(report.unfinishedImports),
      ], tables: [figures, pending, causes, competitors, satisfaction, benchmarks],
      legend: UnfinishedImports.lines(report.unfinishedImports, invocation) + legend + competitorLegend)
  }

  func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> String {
    invocation.say(phrase, values)
  }
  var numbers: NumberStyle { invocation.numbers }

  private var figures: ReportTable {
    var table = FigureTable.empty(
      "figures", heading: "", isCompared: report.before != nil, invocation)
    if report.figures.first?.n ?? 0 > 0 {
      for figure in report.figures { table.add(FigureTable.row(figure, invocation)) }
    }
    if report.anonymous > 0 {
      table.remarks = [
        say(
          Phrase(
            es: "Otras malas respuestas del periodo no dicen de quién son: {n}.",
            en: "Other bad answers of the period do not tell whose they are: {n}."),
          ["n": numbers.integer(report.anonymous)])
      ]
    }
    return table
  }

  private var pending: ReportTable {
    var table = ReportTable(
      "pending", say(Phrase(es: "Seguimientos sin resolver", en: "Unsolved follow-ups")),
      columns: [
        .init("id", "", for: .programs), .init("id", say(Phrase(es: "Nº", en: "No.")), for: .people),
        .init("customer", say(Phrase(es: "Cliente", en: "Customer")), isFlexible: true),
        .init("subject", say(Phrase(es: "Asunto", en: "Subject")), isFlexible: true),
        .init("assignee", say(Phrase(es: "De", en: "Whose"))),
        .init("due", say(Phrase(es: "Vence", en: "Due"))),
        .init("overdue", "", for: .programs),
      ], whenEmpty: say(Phrase(es: "Ninguno.", en: "None.")))
    for item in report.pending {
      table.add([
        .count(Int(item.ticket.id)), .word(code: "", shown: "#\(item.ticket.id)"), .text(item.customer),
        .text(item.ticket.subject), item.assignee.map { .text($0) } ?? .none,
        .word(code: Timestamp.rfc3339(item.dueAt), shown: due(item)),
        .flag(item.isOverdue),
      ])
    }
    table.remarks = cut(report.pending.count, of: report.pendingCount)
    return table
  }

  func cut(_ shown: Int, of count: Int) -> [String] {
    if shown >= count { return [] }
    return [
      say(
        Phrase(
          es: "Se muestran {k} de {n}: --limit {n} los muestra todos.",
          en: "Showing {k} of {n}: --limit {n} shows them all."),
        ["k": numbers.integer(shown), "n": "\(count)"])
    ]
  }

  private func due(_ item: LoopReport.Pending) -> String {
    let seconds = Double(item.dueAt - invocation.world.now())
    let length = DurationText.text(seconds.magnitude, numbers)
    return say(
      item.isOverdue
        ? Phrase(es: "vencido hace {length}", en: "{length} late")
        : Phrase(es: "en {length}", en: "in {length}"),
      ["length": length])
  }

  private var causes: ReportTable {
    var table = ReportTable(
      "causes", say(Phrase(es: "Causas", en: "Causes")),
      columns: [
        .init("cause", say(Phrase(es: "Causa", en: "Cause")), isFlexible: true),
        .init("owner", say(Phrase(es: "Se ocupa", en: "Owner")), rank: 1),
        .init("tickets", say(Phrase(both: "Tickets"))),
        .init("fixed_on", say(Phrase(es: "Se actuó", en: "Fixed")), rank: 2),
        .init("before", "", for: .programs), .init("days_before", "", for: .programs),
        .init("after", "", for: .programs), .init("days_after", "", for: .programs),
        .init("rate_before", say(Phrase(es: "Antes/30 d", en: "Before/30 d"))),
        .init("rate_after", say(Phrase(es: "Después/30 d", en: "After/30 d"))),
        .init("change_text", say(Phrase(es: "Cambio", en: "Change")), for: .people),
        .init("change", "", for: .programs), .init("change_low", "", for: .programs),
        .init("change_high", "", for: .programs),
      ],
      whenEmpty: whenNoCauses)
    for cause in report.causes { table.add(row(cause)) }
    table.remarks = cut(report.causes.count, of: report.causeCount)
    return table
  }

  private var whenNoCauses: String {
    guard let scope = Invocation.scope(of: report.period, filter: nil) else {
      return say(
        Phrase(
          es:
            "Ningún ticket tiene causa («voc ticket solve --cause» la dice); las de los seguimientos no cuentan aquí.",
          en:
            "No ticket has a cause (“voc ticket solve --cause” tells it); those of follow-ups do not count here."
        ))
    }
    return say(
      Phrase(
        es: "Sin datos: {scope} ningún ticket tiene causa; las de los seguimientos no cuentan aquí.",
        en: "No data: no ticket {scope} has a cause; those of follow-ups do not count here."),
      ["scope": say(scope)])
  }

  private func row(_ cause: LoopReport.Cause) -> [ReportValue] {
    let effect = cause.effect
    func percent(_ value: Double?) -> ReportValue {
      ReportValue(value?.isFinite == true ? value : nil) { .percent($0, places: 1) }
    }
    return [
      .text(cause.name), cause.owner.map { .text($0) } ?? .none, .count(cause.tickets),
      cause.fixedOn.map {
        .word(
          code: Timestamp.day($0.midnight, .en), shown: Timestamp.day($0.midnight, invocation.language))
      } ?? .none,
      effect.map { .count($0.before) } ?? .none, ReportValue(effect?.daysBefore) { .number($0, places: 1) },
      effect.map { .count($0.after) } ?? .none, ReportValue(effect?.daysAfter) { .number($0, places: 1) },
      ReportValue(effect?.rateBefore) { .number($0, places: 1) },
      ReportValue(effect?.rateAfter) { .number($0, places: 1) },
      effect.map { .word(code: "", shown: changeText($0)) } ?? .none, percent(effect?.change?.value),
      percent(effect?.change?.low), percent(effect?.change?.high),
    ]
  }

  /// Under ten tickets in all nothing is said of a change.
  private func changeText(_ effect: LoopReport.Effect) -> String {
    if effect.rateBefore == nil && effect.rateAfter == nil {
      return say(Phrase(es: "sin datos", en: "no data"))
    }
    guard effect.before + effect.after >= 10, let change = effect.change else {
      return say(Phrase(es: "muestra insuficiente", en: "sample too small"))
    }
    if !change.isDemonstrable {
      return say(Phrase(es: "sin cambio demostrable", en: "no demonstrable change"))
    }
    return say(
      Phrase(es: "{change} [{low} a {high}]", en: "{change} [{low} to {high}]"),
      [
        "change": (change.value > 0 ? "+" : "") + numbers.percent(change.value / 100),
        "low": numbers.bound(change.low, places: 0), "high": numbers.bound(change.high, places: 0),
      ])
  }

  private var legend: [String] {
    [
      say(
        Phrase(
          es:
            "IC 95 %: porcentajes Wilson, cambios Newcombe; causas: razón de tasas con intervalo exacto. A tiempo: de los seguimientos resueltos o ya vencidos. Tras el seguimiento: de quienes respondieron otra vez después de resuelto. Que quien recibió seguimiento responda mejor es una asociación, no una prueba de que se deba a él. Días de {zone}.",
          en:
            "95% CI: percentages Wilson, changes Newcombe; causes: ratio of rates with its exact interval. In time: of follow-ups that are solved or past due. After a follow-up: of those who answered again once it was solved. That who was followed up answers better is an association, no proof that it is because of it. Days of {zone}."
        ), ["zone": report.zone]),
      say(
        report.opensByItself
          ? Phrase(
            es: "Las malas respuestas nuevas abren seguimiento solas («voc loop auto»).",
            en: "New bad answers open follow-ups by themselves (“voc loop auto”).")
          : Phrase(
            es: "Los seguimientos se abren con «voc loop open», o solos con «voc loop auto on».",
            en: "Follow-ups are opened by “voc loop open”, or by themselves with “voc loop auto on”.")),
    ]
  }
}
