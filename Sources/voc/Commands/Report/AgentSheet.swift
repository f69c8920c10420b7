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
      ], tables: [agents, load, training, perception], legend: legend)
  }

  private func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> String {
    invocation.say(phrase, values)
  }

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
            .init(key, "", for: .programs), .init("\(key)_low", "", for: .programs),
            .init("\(key)_high", "", for: .programs), .init("\(key)_n", "", for: .programs),
            .init("\(key)_part", "", for: .programs), .init("\(key)_warning", "", for: .programs),
          ]
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
    table.remarks = [
      say(
        Phrase(
          es: "* muestra pequeña u orientativa; con menos de 10 se dan los conteos.",
          en: "* small sample or indicative; under 10 the counts are given."))
    ]
    return table
  }

  private func cells(_ row: AgentReport.Row) -> [ReportValue] {
    let isTeam = row.name.isEmpty
    return [
      .text(isTeam ? say(AgentSheet.team) : row.name), .count(isTeam ? 1 : 0), .count(row.solved),
      .count(row.held),
    ]
      + AgentReport.measures.flatMap { measure -> [ReportValue] in
        guard let figure = row.figure(measure) else { return Array(repeating: .none, count: 8) }
        return [
          figure.brief(invocation), .count(figure.n), figure.value(figure.value), figure.value(figure.low),
          figure.value(figure.high), .count(figure.n), figure.part.map(ReportValue.count) ?? .none,
          .text(figure.warningCodes),
        ]
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
  private func shown(_ mean: AgentReport.Mean, _ text: (Double) -> String) -> ReportValue {
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

  // MARK: - Training

  private var training: ReportTable {
    var table = ReportTable(
      "training", say(Phrase(es: "Asociado a menos satisfacción", en: "Associated with less satisfaction")),
      columns: [
        .init("agent", say(Phrase(es: "Quién", en: "Who"))),
        .init("kind", say(Phrase(es: "Qué", en: "What"))),
        .init("topic", say(Phrase(es: "Tema", en: "Topic")), isFlexible: true),
        .init("csat", "CSAT", for: .people), .init("csat", "", for: .programs), .init("n", "n"),
        .init("part", "", for: .programs), .init("low", "", for: .programs),
        .init("high", "", for: .programs),
      ],
      whenEmpty: say(
        Phrase(
          es: "Ninguna etiqueta ni causa con 10 respuestas o más queda claramente por debajo del equipo.",
          en: "No tag nor cause with 10 answers or more lies clearly under the team.")))
    for need in report.needs {
      table.add([
        need.agent.map(ReportValue.text) ?? .word(code: "", shown: say(AgentSheet.team)),
        .word(
          code: need.kind.rawValue,
          shown: say(
            need.kind == .tag ? Phrase(es: "etiqueta", en: "tag") : Phrase(es: "causa", en: "cause"))),
        .text(need.topic), need.csat.brief(invocation), need.csat.value(need.csat.value), .count(need.csat.n),
        need.csat.part.map(ReportValue.count) ?? .none, need.csat.value(need.csat.low),
        need.csat.value(need.csat.high),
      ])
    }
    if !table.rows.isEmpty {
      table.remarks = [
        say(
          Phrase(
            es:
              "Todo el intervalo queda por debajo del CSAT del equipo. Asociado a, no causado por: los temas difíciles son difíciles para cualquiera, y entre muchas comparaciones alguna sale por azar.",
            en:
              "The whole interval lies under the team’s CSAT. Associated with, not caused by: hard topics are hard for anybody, and among many comparisons some come out by chance."
          ))
      ]
    }
    return table
  }

  // MARK: - Perception

  private var perception: ReportTable {
    var table = ReportTable(
      "perception",
      say(Phrase(es: "Lo que vemos y lo que ve el cliente", en: "What we see and what customers see")),
      columns: [
        .init("quality", say(Phrase(es: "Calidad", en: "Quality"))),
        .init("csat", say(Phrase(es: "CSAT, media de 0 a 100", en: "CSAT, mean of 0 to 100"))),
        .init("difference", say(Phrase(es: "Diferencia", en: "Difference")), for: .people),
        .init("difference", "", for: .programs), .init("low", "", for: .programs),
        .init("high", "", for: .programs), .init("n", "n"),
        .init(
          "words", say(Phrase(es: "Dicho llanamente", en: "In plain words")), for: .people, isFlexible: true),
      ],
      whenEmpty: say(
        Phrase(
          es: "Ningún ticket tiene a la vez evaluación nuestra y respuesta del cliente.",
          en: "No ticket has both a judgement of ours and a customer’s answer.")))
    guard let perception = report.perception else { return table }
    let mean = perception.difference
    let isShown = mean.isShown
    table.add([
      isShown ? .percent(perception.quality, places: 0) : .none,
      isShown ? .percent(perception.csat, places: 0) : .none,
      shown(mean) { ($0 > 0 ? "+" : "") + invocation.numbers.decimal($0, places: 0) },
      .number(mean.value, places: 1), ReportValue(mean.low) { .number($0, places: 1) },
      ReportValue(mean.high) { .number($0, places: 1) }, .count(mean.n),
      .word(code: "", shown: say(words(mean))),
    ])
    return table
  }

  private func words(_ difference: AgentReport.Mean) -> Phrase {
    guard difference.isShown, let low = difference.low, let high = difference.high else {
      return Phrase(es: "muestra insuficiente", en: "sample too small")
    }
    if low > 0 {
      return Phrase(es: "nos vemos mejor de lo que nos ven", en: "we think better of us than customers do")
    }
    if high < 0 {
      return Phrase(es: "nos ven mejor de lo que nos vemos", en: "customers think better of us than we do")
    }
    return Phrase(es: "sin diferencia demostrable", en: "no demonstrable difference")
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
          es: "eNPS del equipo: {score} {interval}, n={n}.", en: "The team’s eNPS: {score} {interval}, n={n}."
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
            "Orden alfabético, no de mérito: los agentes reciben tickets distintos, y los intervalos que se tocan no muestran diferencia. Un ticket cuenta para quien lo tiene o lo tuvo al final; el CSAT, para quien lo atendía cuando se preguntó. El reparto no sabe de horas ni de turnos.",
          en:
            "In alphabetical order, not of merit: agents get different tickets, and intervals that touch show no difference. A ticket counts for who has it or had it last; CSAT for who served it when it was asked. The load knows nothing of hours nor shifts."
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
