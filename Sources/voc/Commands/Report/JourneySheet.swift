import VocDesk
import VocDomain

/// The journey report as a sheet.
struct JourneySheet {
  let report: JourneyReport
  let invocation: Invocation
  private var language: Language { invocation.language }

  static let tables = ["edges", "bottlenecks", "rework", "variants", "channels", "activities"]
  static let jsonFields =
    ["tickets", "felt_seconds", "variant_count"] + tables + ["since", "until", "zone", "filter"]
  /// What people read at a glance; programs get all.
  private static let most = 10

  init(_ report: JourneyReport, _ invocation: Invocation) {
    (self.report, self.invocation) = (report, invocation)
  }

  /// People get what they can read; `--table` and programs get every pair of steps.
  private var isForPeople: Bool { invocation.jsonFields == nil && !invocation.flag("--csv") }

  var sheet: ReportSheet {
    let all = [edges, bottlenecks, rework, variants, channels, activities]
    let isWhole = !isForPeople || invocation.string("--table") != nil
    var sheet = ReportSheet(
      title: say(Phrase(es: "Recorrido de los tickets", en: "How tickets went")),
      tables: isWhole ? all : report.tickets == 0 ? [bottlenecks] : Array(all[1...4]))
    sheet.subtitle = invocation.text(
      of: report.period, all: Phrase(es: "todos los tickets", en: "all tickets"))
    if let filter = report.filter {
      sheet.subtitle +=
        " · " + invocation.say(Phrase(es: "filtro: {filter}", en: "filter: {filter}"), ["filter": filter])
    }
    sheet.headline = headline
    sheet.facts =
      [
        .init("tickets", .int(Int64(report.tickets))), .init("felt_seconds", .int(report.feltSeconds)),
        .init("variant_count", .int(Int64(report.variantCount))),
      ] + report.period.facts + [.init("zone", .string(report.zone)), .init("filter", JSON(report.filter))]
    sheet.legend = legend
    return sheet
  }

  private var legend: [String] {
    if report.tickets == 0 { return [] }
    return [
      invocation.say(
        Phrase(
          es:
            "Espera: de un paso al siguiente, solo lo que el cliente espera por nosotros; sin lo que espera por otros ni lo que va de resuelto a cerrado. p90: nueve de cada diez no pasan de ahí. IC 95 %: Wilson. Por fecha de creación, días de {zone}.",
          en:
            "Waiting: from one step to the next, only what customers wait for us; not for others, nor from solved to closed. p90: nine in ten take no longer. 95% CI: Wilson. By date of creation, days of {zone}."
        ), ["zone": report.zone])
    ]
  }

  private var headline: String? {
    guard report.tickets > 0 else { return nil }
    let count = invocation.numbers.integer(report.tickets)
    guard let worst = report.bottlenecks.first else {
      return invocation.say(
        Phrase(
          es: "{n} tickets; ninguno tuvo a un cliente esperando por nosotros.",
          en: "{n} tickets; none had a customer waiting for us."), ["n": count])
    }
    return invocation.say(
      Phrase(
        es:
          "{n} tickets: de lo que los clientes esperaron por nosotros, el {share} fue entre «{from}» y «{to}», {median} de mediana.",
        en:
          "{n} tickets: of what customers waited for us, {share} was between “{from}” and “{to}”, {median} at the median."
      ),
      [
        "n": count, "share": invocation.numbers.percent(worst.share), "from": words(worst.from),
        "to": words(worst.to), "median": DurationText.text(worst.waits.median, invocation.numbers),
      ])
  }

  // MARK: - Tables

  private var edges: ReportTable {
    var table = ReportTable(
      "edges", say(Phrase(es: "De un paso al siguiente", en: "From one step to the next")),
      columns: pairColumns + waitColumns
        + JourneyReport.Holder.allCases.map { .init("\($0.rawValue)_seconds", $0.rawValue, for: .programs) },
      whenEmpty: noData)
    for edge in report.edges {
      table.add(
        [value(edge.from), value(edge.to)] + values(edge.waits)
          + JourneyReport.Holder.allCases.map { .count(Int(edge.held[$0] ?? 0)) })
    }
    return table
  }

  private var bottlenecks: ReportTable {
    var table = ReportTable(
      "bottlenecks", say(Phrase(es: "Dónde esperan por nosotros", en: "Where they wait for us")),
      columns: pairColumns + waitColumns + [.init("share", say(Phrase(es: "Del total", en: "Of all")))],
      whenEmpty: report.tickets == 0
        ? noData : say(Phrase(es: "Nadie esperó por nosotros.", en: "Nobody waited for us.")))
    for bottleneck in shown(report.bottlenecks) {
      table.add(
        [value(bottleneck.from), value(bottleneck.to)] + values(bottleneck.waits)
          + [.percent(bottleneck.share * 100, places: 1)])
    }
    return table
  }

  private var rework: ReportTable {
    var table = ReportTable(
      "rework", say(Phrase(es: "Trabajo repetido", en: "Rework")),
      columns: [.init("kind", say(Phrase(es: "Qué", en: "What")), isFlexible: true)] + shareColumns,
      whenEmpty: noData)
    if report.tickets == 0 { return table }
    for (kind, share) in report.rework {
      table.add([.word(code: kind.rawValue, shown: kind.phrase(language))] + values(share))
    }
    return table
  }

  private var variants: ReportTable {
    var table = ReportTable(
      "variants", say(Phrase(es: "Caminos más frecuentes", en: "Most frequent ways")),
      columns: [
        .init("count", "Tickets"), .init("share", "%"),
        .init("activities", say(Phrase(es: "Pasos", en: "Steps")), isFlexible: true),
      ], whenEmpty: noData)
    for variant in report.variants {
      table.add([
        .count(variant.count), .percent(variant.share * 100, places: 1),
        .word(
          code: variant.activities.joined(separator: " → "),
          shown: variant.activities.map { TouchpointWording.briefText($0, language) }.joined(separator: " → ")
        ),
      ])
    }
    if report.variantCount > report.variants.count {
      table.remarks = [
        invocation.say(
          Phrase(es: "De {n} caminos distintos.", en: "Of {n} different ways."),
          ["n": invocation.numbers.integer(report.variantCount)])
      ]
    }
    return table
  }

  private var channels: ReportTable {
    var table = ReportTable(
      "channels", say(Phrase(es: "Vuelven por otro canal", en: "Back by another channel")),
      columns: [
        .init("from", say(Phrase(es: "Canal", en: "Channel")), isFlexible: true),
        .init("to", say(Phrase(es: "Siguiente", en: "Next"))),
      ] + shareColumns + [
        .init("median_seconds", "", for: .programs),
        .init("median", say(Phrase(es: "Mediana", en: "Median")), for: .people, rank: 1),
      ],
      whenEmpty: say(
        Phrase(
          es: "Sin datos: ningún cliente volvió en 7 días por otro canal.",
          en: "No data: no customer came back by another channel within 7 days.")))
    // For people only who had to change; who came back by the same channel is for programs.
    let switches = isForPeople ? report.channelSwitches.filter { $0.from != $0.to } : report.channelSwitches
    for change in shown(switches) {
      table.add(
        [.text(change.from), .text(change.to)] + values(change.share)
          + [.number(change.median, places: 3), .duration(change.median)])
    }
    if !table.rows.isEmpty {
      table.remarks = [
        say(
          Phrase(
            es:
              "El siguiente ticket del mismo cliente, en los 7 días del primero; de los tickets con 7 días o más.",
            en: "The same customer’s next ticket within 7 days of the first; of tickets at least 7 days old.")
        )
      ]
    }
    return table
  }

  private var activities: ReportTable {
    var table = ReportTable(
      "activities", say(Phrase(es: "Pasos", en: "Steps")),
      columns: [
        .init("activity", say(Phrase(es: "Paso", en: "Step")), isFlexible: true),
        .init("count", say(Phrase(es: "Veces", en: "Times"))),
        .init("starts", say(Phrase(es: "Empieza", en: "Begins"))),
        .init("ends", say(Phrase(es: "Termina", en: "Ends"))),
        .init("repeats", say(Phrase(es: "Se repite en", en: "Repeated in"))),
        .init("position", say(Phrase(es: "Lugar", en: "Place")), for: .programs),
      ], whenEmpty: noData)
    for activity in report.activities {
      table.add([
        value(activity.name), .count(activity.count), .count(activity.starts), .count(activity.ends),
        .count(activity.repeats), .number(activity.position, places: 3),
      ])
    }
    return table
  }

  // MARK: - Columns and values

  private var pairColumns: [ReportTable.Column] {
    [
      .init("from", say(Phrase(es: "De", en: "From")), isFlexible: true),
      .init("to", say(Phrase(es: "A", en: "To"))),
    ]
  }

  /// Exact seconds for programs, two units for people.
  private var waitColumns: [ReportTable.Column] {
    [
      .init("count", say(Phrase(es: "Veces", en: "Times"))), .init("mean", "", for: .programs),
      .init("median", "", for: .programs), .init("p90", "", for: .programs),
      .init("total", "", for: .programs),
      .init("median_time", say(Phrase(es: "Mediana", en: "Median")), for: .people),
      .init("p90_time", "p90", for: .people, rank: 1),
      .init("total_time", say(Phrase(es: "En total", en: "In all")), for: .people),
    ]
  }

  private func values(_ waits: JourneyReport.Waits) -> [ReportValue] {
    [
      .count(waits.count), .number(waits.mean, places: 3), .number(waits.median, places: 3),
      .number(waits.p90, places: 3), .count(Int(waits.total)), .duration(waits.median),
      .duration(waits.p90), .duration(Double(waits.total)),
    ]
  }

  private var shareColumns: [ReportTable.Column] {
    [
      .init("count", "Tickets"), .init("of", say(Phrase(es: "De", en: "Of"))), .init("share", "%"),
      .init("low", "", for: .programs), .init("high", "", for: .programs),
      .init("interval", say(Phrase(es: "IC 95 %", en: "95% CI")), for: .people),
      .init("warning", say(Phrase(es: "Muestra", en: "Sample")), rank: 0),
    ]
  }

  /// Programs get the raw figures and the warning; people none under ten tickets.
  private func values(_ share: JourneyReport.Share) -> [ReportValue] {
    let isHidden = isForPeople && share.warnings.contains(.figureHidden)
    func percent(_ value: Double?) -> ReportValue {
      isHidden ? .none : ReportValue(value) { .percent($0 * 100, places: 1) }
    }
    let warnings = share.warnings.filter { !(isHidden && $0 == .indicative) }
    return [
      .count(share.count), .count(share.of), percent(share.share), percent(share.low), percent(share.high),
      .range(percent(share.low), percent(share.high)),
      warnings.isEmpty
        ? .text("")
        : .word(
          code: warnings.map(\.code).joined(separator: " "),
          shown: warnings.map { $0.phrase(language) }.joined(separator: ", ")),
    ]
  }

  private func shown<Row>(_ rows: [Row]) -> [Row] {
    isForPeople && invocation.string("--table") == nil ? Array(rows.prefix(JourneySheet.most)) : rows
  }

  private var noData: String {
    say(Phrase(es: "Sin datos: ningún ticket en este periodo.", en: "No data: no ticket in this period."))
  }

  private func words(_ activity: String) -> String { TouchpointWording.text(activity, language) }
  private func value(_ activity: String) -> ReportValue { TouchpointWording.value(activity, language) }
  private func say(_ phrase: Phrase) -> String { invocation.say(phrase) }
}
