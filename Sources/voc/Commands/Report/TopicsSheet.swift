import VocDesk
import VocDomain

/// The report of topics as tables.
struct TopicsSheet {
  let report: TopicsReport
  let invocation: Invocation

  static let tables = ["topics", "drivers", "facets"]
  /// What people see of a long list; programs get all of it.
  private static let mostShown = 20

  var sheet: ReportSheet {
    ReportSheet(
      title: say(Phrase(es: "Temas", en: "Topics")),
      subtitle: invocation.subtitle(of: report.period, filter: report.filter),
      headline: headline, facts: facts, tables: [topics, drivers, facets],
      legend: UnfinishedImports.lines(report.unfinishedImports, invocation) + legend + facetLegend)
  }

  func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> String {
    invocation.say(phrase, values)
  }

  private var facts: [JSON.Member] {
    report.period.facts + [
      .init("zone", .string(report.zone)), .init("filter", JSON(report.filter)),
      .init("tickets", .int(Int64(report.tickets))),
      .init(
        "csat",
        .object([.init("top", .int(Int64(report.csatTop))), .init("n", .int(Int64(report.csatN)))])),
      explainedFact, UnfinishedImports.fact(report.unfinishedImports),
    ]
  }

  private func word(_ kind: TopicsReport.Kind) -> ReportValue {
    let phrase =
      switch kind {
      case .tag: Phrase(es: "etiqueta", en: "tag")
      case .cause: Phrase(es: "causa", en: "cause")
      case .suggested: Phrase(es: "sugerida", en: "suggested")
      }
    return .word(code: kind.rawValue, shown: say(phrase))
  }

  private func percent(_ share: Double) -> ReportValue { .percent(100 * share, places: 1) }

  /// How many tickets a line's share is of.
  private func of(_ line: TopicsReport.Line) -> Int {
    line.kind == .suggested ? report.readUntagged : report.tickets
  }

  /// For people the commonest of each kind.
  private var isCut: Bool { ReportOutput(invocation: invocation).isForPeople }

  private var topics: ReportTable {
    var table = ReportTable(
      "topics", say(Phrase(es: "Por número de tickets", en: "By number of tickets")),
      columns: [
        .init("kind", say(Phrase(es: "Tipo", en: "Kind"))),
        .init("name", say(Phrase(es: "Tema", en: "Topic")), isFlexible: true),
        .init("tickets", say(Phrase(es: "Tickets", en: "Tickets"))),
        .init("share", say(Phrase(es: "Parte", en: "Share"))),
        .init("cumulative", say(Phrase(es: "Acumulado", en: "Cumulative"))),
      ],
      whenEmpty: whenNoTopics)
    var shown: [TopicsReport.Kind: Int] = [:]
    var left = 0
    for line in report.lines {
      shown[line.kind, default: 0] += 1
      if isCut && shown[line.kind, default: 0] > Self.mostShown {
        left += 1
        continue
      }
      table.add([
        word(line.kind), .text(line.name), .count(line.tickets),
        invocation.share(100 * line.share, of: of(line)),
        invocation.share(100 * line.cumulative, of: of(line)),
      ])
    }
    if left > 0 {
      table.remarks.append(
        say(
          Phrase(
            es: "Y {n} más: con --csv o --json van todos.", en: "And {n} more: --csv and --json have all."),
          ["n": invocation.numbers.integer(left)]))
    }
    if report.suggests {
      table.remarks.append(
        say(
          Phrase(
            es:
              "Sugerida: lo que diría el modelo aprendido donde está seguro, en {read} leídos de {all} tickets sin etiqueta.",
            en:
              "Suggested: what the trained model would say where it is sure, of {read} read of {all} tickets without a tag."
          ),
          [
            "read": invocation.numbers.integer(report.readUntagged),
            "all": invocation.numbers.integer(report.untagged),
          ]))
    }
    return table
  }

  private var scope: Phrase? { Invocation.scope(of: report.period, filter: report.filter) }

  private var whenNoTopics: String {
    guard let scope else {
      return say(
        Phrase(
          es: "Sin datos: ningún ticket tiene etiqueta ni causa.",
          en: "No data: no ticket has a tag or cause."))
    }
    return say(
      report.tickets == 0
        ? Phrase(es: "Sin datos: {scope} no hay tickets.", en: "No data: there are no tickets {scope}.")
        : Phrase(
          es: "Sin datos: {scope} ningún ticket tiene etiqueta ni causa.",
          en: "No data: no ticket {scope} has a tag or cause."), ["scope": say(scope)])
  }

  var whenNoScores: String {
    guard let scope else {
      return say(
        Phrase(es: "Sin datos: ninguna CSAT es de un ticket.", en: "No data: no CSAT belongs to a ticket."))
    }
    return say(
      Phrase(
        es: "Sin datos: {scope} ninguna CSAT es de un ticket.",
        en: "No data: no CSAT {scope} belongs to a ticket."
      ), ["scope": say(scope)])
  }

  private var drivers: ReportTable {
    var table = ReportTable(
      "drivers",
      say(Phrase(es: "Asociado a la satisfacción (CSAT)", en: "Associated with satisfaction (CSAT)")),
      columns: [
        .init("side", "±"),
        .init("kind", say(Phrase(es: "Tipo", en: "Kind")), rank: 4),
        .init("name", say(Phrase(es: "Tema", en: "Topic")), isFlexible: true),
        .init("with", say(Phrase(es: "Con", en: "With")), for: .people), .init("with_n", "n"),
        .init("with_top", "", for: .programs),
        .init("without", say(Phrase(es: "Sin", en: "Without")), for: .people),
        .init("without_n", "n", rank: 2), .init("without_top", "", for: .programs),
        .init("difference", say(Phrase(es: "Dif.", en: "Diff."))),
        .init("interval", say(Phrase(es: "IC 95 %", en: "95% CI")), for: .people),
        .init("low", "", for: .programs), .init("high", "", for: .programs),
        .init("impact", say(Phrase(es: "Impacto", en: "Impact"))), .init("q", "q", for: .people),
        .init("q", "", for: .programs),
        .init("shrunken", say(Phrase(es: "Ajustada", en: "Shrunk")), rank: 1),
        .init("odds_ratio", say(Phrase(es: "Sola", en: "Alone")), rank: 3),
        .init("remark", say(Phrase(es: "Aviso", en: "Remark")), for: .people),
        .init("warning", "", for: .programs),
      ],
      whenEmpty: report.csatN == 0
        ? whenNoScores
        : say(
          Phrase(
            es: "Muestra insuficiente: ningún tema tiene 10 respuestas de CSAT con qué compararse.",
            en: "Sample too small: no topic has 10 CSAT answers and others to compare with.")))
    let shown = isCut ? Array(report.drivers.prefix(Self.mostShown)) : report.drivers
    let isForPrograms = ReportOutput(invocation: invocation).isForPrograms
    for driver in isForPrograms ? shown : TopicsSheet.grouped(shown) {
      table.add(row(driver))
    }
    if !table.rows.isEmpty { table.remarks.append(say(TopicsSheet.sides)) }
    if report.hiddenDrivers > 0 {
      table.remarks.append(TopicsSheet.hidden(report.hiddenDrivers, in: invocation.numbers))
    }
    if report.modelN > 0 {
      table.remarks.append(
        say(
          Phrase(
            es:
              "Sola: cuántas veces son las posibilidades de una nota favorable con esa etiqueta, iguales las demás (regresión logística L2 de las etiquetas de más impacto, {n} respuestas).",
            en:
              "Alone: how many times the odds of a favourable score are with that tag, the others being equal (L2 logistic regression of the tags of most impact, {n} answers)."
          ), ["n": invocation.numbers.integer(report.modelN)]))
    }
    return table
  }

  private static let hidden = CountedPhrase(
    one: Phrase(
      es: "{n} tema con menos de 10 respuestas no se muestra: muestra insuficiente.",
      en: "{n} topic with under 10 answers is not shown: sample too small."),
    other: Phrase(
      es: "{n} temas con menos de 10 respuestas no se muestran: muestra insuficiente.",
      en: "{n} topics with under 10 answers are not shown: sample too small."))

  /// Those that go along with worse scores, then those with better ones.
  static func grouped(_ drivers: [TopicsReport.Driver]) -> [TopicsReport.Driver] {
    drivers.filter { $0.impact < 0 } + drivers.filter { $0.impact >= 0 }
  }

  /// Whether scores are better or worse where the topic is.
  static func side(_ driver: TopicsReport.Driver) -> ReportValue {
    driver.impact < 0 ? .word(code: "worse", shown: "-") : .word(code: "better", shown: "+")
  }

  static let sides = Phrase(
    es: "±: - va con peor CSAT, + con mejor.", en: "±: - goes with worse CSAT, + with better.")

  private func row(_ driver: TopicsReport.Driver) -> [ReportValue] {
    func points(_ value: Double) -> ReportValue { .number(value, places: 1) }
    return [
      TopicsSheet.side(driver), word(driver.kind), .text(driver.name),
      percent(Double(driver.withTop) / Double(driver.withN)),
      .count(driver.withN), .count(driver.withTop),
      percent(Double(driver.withoutTop) / Double(driver.withoutN)),
      .count(driver.withoutN), .count(driver.withoutTop), points(driver.difference),
      .range(points(driver.low), points(driver.high)), points(driver.low), points(driver.high),
      points(driver.impact), .word(code: "", shown: invocation.numbers.probabilityCell(driver.q)),
      .number(driver.q, places: 4), .percent(driver.shrunken, places: 1),
      ReportValue(driver.oddsRatio) { .number($0, places: 2) },
      .text(driver.isDemonstrable ? "" : say(Phrase(es: "no se distingue", en: "not told apart"))),
      .text(driver.isDemonstrable ? "" : "not_demonstrable"),
    ]
  }

  private var legend: [String] {
    [
      say(
        Phrase(
          es:
            "Asociado a, no causa. Diferencia en puntos con intervalo de Newcombe; q de Benjamini-Hochberg; impacto: CSAT de todos menos la de los demás; ajustada: (k + 20π)/(n + 20). Tickets por creación, respuestas por su fecha, días de {zone}.",
          en:
            "Associated with, not cause. Difference in points with Newcombe’s interval; q by Benjamini-Hochberg; impact: CSAT of all less that of the others; shrunk: (k + 20π)/(n + 20). Tickets by creation, answers by their date, days of {zone}."
        ), ["zone": report.zone]),
      say(
        Phrase(
          es: "Acumulado: de todas las veces que se puso un tema; un ticket puede llevar varios.",
          en: "Cumulative: of all the times that a topic was given; a ticket may have several.")),
    ]
  }
}
