import VocDesk
import VocDomain

/// Customers, processes and people as one table, so that all fits on a screen.
struct BoardSheet {
  let report: BoardReport
  let invocation: Invocation

  static let table = "board"

  private enum Area: String {
    case customers, processes, people

    var phrase: Phrase {
      switch self {
      case .customers: Phrase(es: "Cliente", en: "Customers")
      case .processes: Phrase(es: "Procesos", en: "Processes")
      case .people: Phrase(es: "Personas", en: "People")
      }
    }
  }

  var sheet: ReportSheet {
    let satisfaction = report.satisfaction
    return ReportSheet(
      title: say(Phrase(es: "Tablero", en: "Board")),
      subtitle: invocation.subtitle(of: satisfaction.period, filter: satisfaction.filter),
      facts: satisfaction.period.facts + [
        .init("before", satisfaction.before.map { .object($0.facts) } ?? .null),
        .init("zone", .string(satisfaction.zone)), .init("filter", JSON(satisfaction.filter)),
        UnfinishedImports.fact(satisfaction.unfinishedImports),
      ], tables: [board],
      legend: UnfinishedImports.lines(satisfaction.unfinishedImports, invocation) + legend)
  }

  private func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> String {
    invocation.say(phrase, values)
  }
  private var numbers: NumberStyle { invocation.numbers }

  private var board: ReportTable {
    var table = FigureTable.empty(
      BoardSheet.table, heading: "", isCompared: report.satisfaction.before != nil, invocation)
    table.columns.insert(.init("area", "", for: .everybody), at: 0)
    let rates = report.satisfaction.figures.filter { $0.measure == .responseRate }
    add(
      .customers,
      ([report.figure(.nps, .points), report.figure(.csat, .percent), report.figure(.ces, .percent)] + rates)
        .map { FigureTable.row($0, invocation) } + customers, to: &table)
    add(
      .processes,
      [
        report.figure(.firstReply, .seconds), report.figure(.resolution, .seconds),
        report.figure(.firstContact, .percent), report.figure(.reopened, .percent),
      ].map { FigureTable.row($0, invocation) } + backlog, to: &table)
    add(.people, people + [FigureTable.row(report.employees, invocation)], to: &table)
    return table
  }

  /// The area stands once, for people.
  private func add(_ area: Area, _ rows: [[ReportValue]], to table: inout ReportTable) {
    for (place, row) in rows.enumerated() {
      table.add([.word(code: area.rawValue, shown: place == 0 ? say(area.phrase) : "")] + row)
    }
  }

  // MARK: - What has no interval

  /// A row of something that is counted in full, as of now.
  private func count(
    _ code: String, _ phrase: Phrase, _ value: ReportValue, n: Int? = nil, remark: String = ""
  ) -> [ReportValue] {
    FigureRow(
      measure: .word(code: code, shown: say(phrase)), unit: "count", n: n.map(ReportValue.count) ?? .none,
      shown: value, value: value, remark: remark
    ).values
  }

  private var customers: [[ReportValue]] {
    let customers = report.customers
    let sizes = Customer.Segment.allCases.map(customers.customers(of:))
    let known = sizes.reduce(0, +)
    if known == 0 {
      return [count("class_a", Phrase(es: "Clientes A", en: "A customers"), .none, n: 0, remark: noData)]
    }
    let others = say(
      Phrase(both: "B {b}, C {c}"), ["b": numbers.integer(sizes[1]), "c": numbers.integer(sizes[2])])
    let source = customers.worth == .stated ? "" : say(Phrase(es: "por tickets: ", en: "by tickets: "))
    return [
      count(
        "class_a", Phrase(es: "Clientes A", en: "A customers"), .count(sizes[0]), n: known,
        remark: source + others),
      count(
        "high_a", Phrase(es: "Clientes A con señales altas", en: "A customers with high signs"),
        .count(customers.endangered), n: sizes[0]),
    ]
  }

  private var backlog: [[ReportValue]] {
    let backlog = report.satisfaction.backlog
    let oldest = backlog.oldestAge.map {
      say(Phrase(es: "el más antiguo, {n} d", en: "the oldest, {n} d"), ["n": numbers.integer($0)])
    }
    return [
      count(
        "unsolved", Phrase(es: "Sin resolver, hoy", en: "Unsolved, today"), .count(backlog.unsolved),
        remark: oldest ?? ""),
      count(
        "overdue", Phrase(es: "Vencidos, hoy", en: "Past due, today"),
        backlog.overdue.map(ReportValue.count) ?? .none,
        remark: backlog.overdue == nil
          ? say(Phrase(es: "nada está prometido", en: "nothing is promised")) : ""),
    ]
  }

  private var people: [[ReportValue]] {
    let online = report.online
    let most = report.agents.first.flatMap { agent in
      agent.held == 0
        ? nil
        : say(
          Phrase(es: "quien más tiene: {name}, {n}", en: "has most: {name}, {n}"),
          ["name": agent.name, "n": numbers.integer(agent.held)])
    }
    let held = report.agents.reduce(0) { $0 + $1.held }
    return [
      count(
        "online", Phrase(es: "Agentes en línea, ahora", en: "Agents online, now"), .count(online.count),
        n: report.agents.count, remark: report.agents.isEmpty ? noData : ""),
      count(
        "held", Phrase(es: "Tiene hoy cada agente", en: "Each agent has now"),
        report.agents.isEmpty ? .none : .number(Double(held) / Double(report.agents.count), places: 1),
        n: report.agents.count, remark: most ?? ""),
    ]
  }

  private var noData: String { say(Phrase(es: "sin datos", en: "no data")) }

  private var legend: [String] {
    [
      say(
        Phrase(
          es:
            "IC 95 %: NPS Wald ajustado, porcentajes Wilson, tiempos por estadísticos de orden y Kaplan-Meier. Señales de riesgo según expertos, no una probabilidad. Días de {zone}.",
          en:
            "95% CI: NPS adjusted Wald, percentages Wilson, times by order statistics and Kaplan-Meier. Signs of risk as experts guess, no probability. Days of {zone}."
        ), ["zone": report.satisfaction.zone])
    ]
  }
}
