import VocDesk
import VocDomain

/// The report of agents as tables.
struct AgentSheet {
  let report: AgentReport
  let invocation: Invocation

  static let tables = ["agents", "load", "training", "perception"]

  var sheet: ReportSheet {
    ReportSheet(
      title: say(Phrase(es: "Agentes", en: "Agents")),
      subtitle: invocation.subtitle(of: report.period, filter: report.filter),
      facts: report.period.facts + [
        .init("zone", .string(report.zone)), .init("filter", JSON(report.filter)), .init("enps", surveyJSON),
        UnfinishedImports.fact(report.unfinishedImports),
      ], tables: [agents, load, training, perception],
      legend: UnfinishedImports.lines(report.unfinishedImports, invocation) + legend)
  }

  func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> String { invocation.say(phrase, values) }

  // MARK: - Agents

  private var agents: ReportTable {
    var table = ReportTable(
      "agents", "",
      columns: [
        .init("agent", say(Phrase(es: "Agente", en: "Agent")), isFlexible: true),
        .init("is_team", "", for: .programs),
        .init("solved", say(Phrase(es: "Resueltos", en: "Solved"))),
        .init("held", say(Phrase(es: "Tiene hoy", en: "Has now"))),
      ]
        + AgentReport.measures.flatMap { measure -> [ReportTable.Column] in
          let key = measure.rawValue
          return [
            .init(key, say(measure.columnPhrase), for: .people),
            .init("\(key)_count", "n", for: measure == .csat ? .people : .nobody),
          ] + FigureTable.columns(key)
        } + [
          .init("quality", say(Phrase(es: "Calidad", en: "Quality")), for: .people),
          .init("quality", "", for: .programs), .init("quality_low", "", for: .programs),
          .init("quality_high", "", for: .programs), .init("quality_n", "", for: .programs),
        ],
      whenEmpty: say(
        Phrase(es: "Ningún agente tiene nada en el periodo.", en: "No agent has anything in the period.")))
    if report.rows.isEmpty { return table }
    for row in report.rows { table.add(cells(row)) }
    table.add(cells(report.team))
    table.remarks = [say(FigureTable.smallSamples)]
    return table
  }

  private func cells(_ row: AgentReport.Row) -> [ReportValue] {
    let isTeam = row.name.isEmpty
    return [
      isTeam ? .word(code: "", shown: say(AgentSheet.team)) : .text(row.name), .flag(isTeam),
      .count(row.solved), .count(row.held),
    ]
      + AgentReport.measures.flatMap { measure -> [ReportValue] in
        let figure = row.figure(measure)
        return [figure?.brief(invocation) ?? .none, figure.map { .count($0.n) } ?? .none]
          + FigureTable.values(figure)
      } + quality(row.quality)
  }

  private func quality(_ mean: AgentReport.Mean?) -> [ReportValue] {
    guard let mean else { return Array(repeating: .none, count: 5) }
    return [
      shown(mean) { invocation.numbers.percent($0 / 100) }, .percent(mean.value, places: 1),
      ReportValue(mean.low) { .percent($0, places: 1) }, ReportValue(mean.high) { .percent($0, places: 1) },
      .count(mean.n),
    ]
  }

  /// "84 % [80…88] n=23", or only the count.
  func shown(_ mean: AgentReport.Mean, _ text: (Double) -> String) -> ReportValue {
    let numbers = invocation.numbers
    let count = "n=\(numbers.integer(mean.n))"
    guard mean.isShown, let low = mean.low, let high = mean.high else { return .word(code: "", shown: count) }
    let interval = "[\(numbers.decimal(low, places: 0))…\(numbers.decimal(high, places: 0))]"
    return .word(code: "", shown: "\(text(mean.value)) \(interval) \(count)")
  }

  static let team = Phrase(es: "EQUIPO", en: "TEAM")

  // MARK: - Load

  private var load: ReportTable {
    var table = ReportTable(
      "load", say(Phrase(es: "Reparto de la carga", en: "How the load is shared out")),
      columns: [
        .init("what", say(Phrase(es: "Tickets", en: "Tickets"))), .init("gini", "Gini"),
        .init("p", "", for: .programs),
        .init("words", say(Phrase(es: "Dicho llanamente", en: "In plain words")), isFlexible: true),
      ],
      whenEmpty: say(
        Phrase(es: "Hacen falta dos agentes con tickets.", en: "That takes two agents with tickets.")))
    for (code, phrase, shares) in [
      ("solved", Phrase(es: "resueltos", en: "solved"), report.solvedShares),
      ("held", Phrase(es: "que tienen hoy", en: "that they have now"), report.heldShares),
    ] {
      guard let shares else { continue }
      let words = fairness(shares)
      table.add([
        .word(code: code, shown: say(phrase)), .number(shares.gini, places: 2), .number(shares.p, places: 4),
        .word(code: words.code, shown: say(words.phrase)),
      ])
    }
    return table
  }

  private func fairness(_ shares: AgentReport.Shares) -> (code: String, phrase: Phrase) {
    if !shares.isDemonstrable {
      return ("chance", Phrase(es: "no más desigual que por azar", en: "no more uneven than by chance"))
    }
    switch shares.gini {
    case ..<0.2: return ("even", Phrase(es: "reparto parejo", en: "evenly shared"))
    case ..<0.4: return ("uneven", Phrase(es: "algo desigual", en: "somewhat uneven"))
    default:
      return (
        "very_uneven",
        Phrase(es: "muy desigual: pocos llevan la mayor parte", en: "very uneven: few carry most")
      )
    }
  }

  // MARK: - The team's own survey

  private var surveyJSON: JSON {
    switch report.teamSurvey {
    case .none: .null
    case .hidden: .object([.init("hidden", .bool(true))])
    case .shown(let figure):
      .object([
        .init("score", JSON(figure.value)), .init("low", JSON(figure.low)), .init("high", JSON(figure.high)),
        .init("n", .int(Int64(figure.n))),
      ])
    }
  }

  private var surveyText: String {
    switch report.teamSurvey {
    case .none: return say(Phrase(es: "eNPS del equipo: sin datos.", en: "The team’s eNPS: no data."))
    case .hidden:
      return say(
        Phrase(
          es: "eNPS del equipo: menos de 10 respuestas; no se muestra, para que nadie sea reconocible.",
          en: "The team’s eNPS: fewer than 10 answers; not shown, so that nobody can be told."))
    case .shown(let figure):
      let numbers = invocation.numbers
      return say(
        Phrase(
          es: "eNPS del equipo: {score} [{interval}], n={n}.",
          en: "The team’s eNPS: {score} [{interval}], n={n}."
        ),
        [
          "score": numbers.decimal(figure.value ?? .nan, places: 0),
          "interval": figure.interval(invocation).shown(numbers), "n": numbers.integer(figure.n),
        ])
    }
  }

  private var legend: [String] {
    var lines = [
      surveyText,
      say(
        Phrase(
          es:
            "Orden alfabético, no de mérito: los agentes reciben tickets distintos. Un ticket cuenta para quien lo tiene o lo tuvo al final; el CSAT, para quien lo atendía cuando se preguntó. El reparto no sabe de horas ni de turnos.",
          en:
            "In alphabetical order, not of merit: agents get different tickets. A ticket counts for who has it or had it last; CSAT for who served it when it was asked. The load knows nothing of hours nor shifts."
        )),
      say(
        Phrase(
          es:
            "IC 95 %: porcentajes Wilson, medias t. Calidad: «voc qa score», por fecha de la evaluación. Días de {zone}.",
          en:
            "95% CI: percentages Wilson, means t. Quality: “voc qa score”, by date of judgement. Days of {zone}."
        ),
        ["zone": report.zone]),
    ]
    if report.unmeasured > 0 { lines.append(SatisfactionSheet.unmeasured(report.unmeasured, invocation)) }
    return lines
  }
}
