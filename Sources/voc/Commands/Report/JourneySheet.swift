import VocDesk
import VocDomain

/// The journey report as a sheet.
struct JourneySheet {
  let report: JourneyReport
  let invocation: Invocation
  var language: Language { invocation.language }

  static let tables = ["edges", "bottlenecks", "rework", "variants", "channels", "activities"]
  static let jsonFields =
    ["tickets", "felt_seconds", "variant_count"] + tables + [
      "since", "until", "zone", "filter", UnfinishedImports.key,
    ]
  /// What people read at a glance; programs get all.
  static let most = 10

  init(_ report: JourneyReport, _ invocation: Invocation) {
    (self.report, self.invocation) = (report, invocation)
  }

  /// People get what they can read; `--table` and programs get every pair of steps.
  var isForPeople: Bool { !ReportOutput(invocation: invocation).isForPrograms }

  var sheet: ReportSheet {
    let all = [edges, bottlenecks, rework, variants, channels, activities]
    let isWhole = !isForPeople || invocation.string("--table") != nil
    var sheet = ReportSheet(
      title: say(Phrase(es: "Recorrido de los tickets", en: "How tickets went")),
      tables: isWhole ? all : report.tickets == 0 ? [bottlenecks] : Array(all[1...4]))
    sheet.subtitle = subtitle
    sheet.headline = headline
    sheet.facts =
      [
        .init("tickets", .int(Int64(report.tickets))), .init("felt_seconds", .int(report.feltSeconds)),
        .init("variant_count", .int(Int64(report.variantCount))),
        .init("newest_since", TicketJSON.time(report.newestSince)),
      ] + report.period.facts + [
        .init("zone", .string(report.zone)), .init("filter", JSON(report.filter)),
        UnfinishedImports.fact(report.unfinishedImports),
      ]
    sheet.legend = UnfinishedImports.lines(report.unfinishedImports, invocation) + legend
    return sheet
  }

  private var subtitle: String {
    guard report.newestSince != nil else {
      return invocation.subtitle(of: report.period, filter: report.filter)
    }
    let newest = invocation.say(
      Phrase(
        es: "los {n} tickets más recientes; con --since o --until, todos los de ese periodo",
        en: "the {n} newest tickets; with --since or --until all of that period"),
      ["n": invocation.numbers.integer(report.tickets)])
    return ([newest] + (report.filter.map { [invocation.onlyTickets(of: $0)] } ?? [])).joined(separator: "; ")
  }

  private var legend: [String] {
    if report.tickets == 0 { return [] }
    return [
      invocation.say(
        Phrase(
          es:
            "Espera: de un paso al siguiente, solo lo que el cliente espera por nosotros; sin lo que espera por otros, lo que va de resuelto a cerrado ni lo que aún no termina. p90: nueve de cada diez no pasan de ahí. IC 95 %: Wilson. Por fecha de creación, días de {zone}.",
          en:
            "Waiting: from one step to the next, only what customers wait for us; not for others, nor from solved to closed, nor what has not ended yet. p90: nine in ten take no longer. 95% CI: Wilson. By date of creation, days of {zone}."
        ), ["zone": report.zone])
    ]
  }

  private var headline: String? {
    guard report.tickets > 0 else { return nil }
    let count = JourneySheet.counted(report.tickets, in: invocation.numbers)
    // Of so few nothing follows.
    if isTooFew || report.bottlenecks.first.map({ isFew($0.waits.count) }) ?? false {
      return count + ": " + SampleWarning.figureHidden.phrase(language) + "."
    }
    guard let worst = report.bottlenecks.first else {
      return invocation.say(
        Phrase(
          es: "{tickets}; ningún cliente esperó por nosotros.", en: "{tickets}; no customer waited for us."),
        ["tickets": count])
    }
    return invocation.say(
      Phrase(
        es:
          "{tickets}: de lo que los clientes esperaron por nosotros, el {share} fue entre «{from}» y «{to}», {median} de mediana.",
        en:
          "{tickets}: of what customers waited for us, {share} was between “{from}” and “{to}”, {median} at the median."
      ),
      [
        "tickets": count, "share": invocation.numbers.percent(worst.share, places: 1),
        "from": words(worst.from), "to": words(worst.to),
        "median": DurationText.text(worst.waits.median, invocation.numbers),
      ])
  }

  private static let counted = CountedPhrase(
    one: Phrase(both: "{n} ticket"), other: Phrase(both: "{n} tickets"))

  var isTooFew: Bool { isFew(report.tickets) }

  /// People get no figure of fewer.
  func isFew(_ n: Int) -> Bool {
    SampleWarning.rule(n: n, marginOfError: nil).contains(.figureHidden)
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
    table.remarks = remarks(onWaits: report.edges.map(\.waits.count))
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
          + [invocation.share(100 * bottleneck.share, of: report.tickets)])
    }
    table.remarks = remarks(onWaits: shown(report.bottlenecks).map(\.waits.count))
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
        .count(variant.count),
        invocation.share(100 * variant.share, of: report.tickets),
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
          + [
            .number(change.median, places: 3),
            JourneySheet.shown(change.median, of: change.share.count, invocation.numbers),
          ])
    }
    if !table.rows.isEmpty {
      table.remarks =
        [
          say(
            Phrase(
              es:
                "El siguiente ticket del mismo cliente, en los 7 días del primero; de los tickets con 7 días o más.",
              en:
                "The same customer’s next ticket within 7 days of the first; of tickets at least 7 days old.")
          )
        ] + remarks(onWaits: shown(switches).map(\.share.count))
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
}
