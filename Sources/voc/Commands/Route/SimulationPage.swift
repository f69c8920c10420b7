import VocDesk
import VocDomain

/// A simulation as people read it: what holds now and what could, side by side; in a pipe, tab-separated figures.
struct SimulationPage {
  let report: SimulationReport
  let invocation: Invocation

  private typealias Unit = SimulationReport.Measure.Unit

  private var hasOther: Bool { report.agentsOther != nil }

  func write() {
    guard invocation.world.outputIsTerminal else { return writeTabSeparated() }
    writeHead()
    writeTable(
      Phrase(es: "Esperas y cargas", en: "Waits and loads"),
      figures.map { ($0.measure.phrase(invocation.language), $0.comparison, $0.measure.unit) })
    invocation.print("")
    writeTable(
      Phrase(es: "Ocupación por agente", en: "Busy share by agent"),
      report.agents.map { ($0.name ?? invocation.say(SimulationPage.added), $0.busy, .share) })
    invocation.print("")
    invocation.world.out(
      TextWrap.wrap(invocation.say(SimulationPage.leftOut), width: invocation.world.width))
    noticeShifts()
  }

  private static let added = Phrase(es: "(agregado)", en: "(added)")

  private static let leftOut = Phrase(
    es:
      "Queda fuera: pausas y ausencias (cada agente está todo su turno y acepta todo al instante), quién conoce al cliente, llamadas que se cortan sin que antes pasara, y lo que ya esperaba al empezar.",
    en:
      "Left out: breaks and absences (every agent is there all shift and accepts everything at once), who knows the customer, hang-ups that did not happen then, and what waited before the period."
  )

  /// Without what no run could tell, and without what never happened.
  private var figures: [(measure: SimulationReport.Measure, comparison: SimulationReport.Comparison)] {
    report.figures.filter { measure, comparison in
      guard let now = comparison.now ?? comparison.other else { return false }
      return measure != .abandoned || now.high > 0 || comparison.other.map { $0.high > 0 } ?? false
    }
  }

  private func writeHead() {
    let numbers = invocation.numbers
    let tickets = CountedPhrase(
      one: Phrase(es: "{n} ticket de clientes", en: "{n} ticket of customers"),
      other: Phrase(es: "{n} tickets de clientes", en: "{n} tickets of customers"))(
        report.tickets, in: numbers)
    let runs = CountedPhrase(
      one: Phrase(es: "{n} repetición", en: "{n} run"),
      other: Phrase(es: "{n} repeticiones", en: "{n} runs"))(report.runs, in: numbers)
    let staff = report.agentsOther.map { "\(numbers.integer(report.agentsNow)) → \(numbers.integer($0))" }
    let values = [
      "last": LastPeriod.text(report.period.upperBound - report.period.lowerBound, in: numbers),
      "tickets": tickets, "observed": numbers.integer(report.observed), "runs": runs,
      "seed": "\(report.seed)", "staff": staff ?? numbers.integer(report.agentsNow),
    ]
    let head = invocation.say(
      Phrase(
        es:
          "{last}: {tickets}, {observed} con duración conocida; {runs} desde la semilla {seed}; agentes: {staff}.",
        en: "{last}: {tickets}, {observed} of known length; {runs} from seed {seed}; agents: {staff}."),
      values)
    invocation.world.out(TextWrap.wrap(head, width: invocation.world.width))
    invocation.print("")
  }

  private func writeTable(
    _ header: Phrase, _ lines: [(String, SimulationReport.Comparison, SimulationReport.Measure.Unit)]
  ) {
    var columns: [TextTable.Column] = [
      .init(header: invocation.say(header), isFlexible: true),
      .init(header: invocation.say(Phrase(es: "Ahora", en: "Now"))),
    ]
    if hasOther {
      columns.append(.init(header: invocation.say(Phrase(es: "Con el cambio", en: "With the change"))))
      columns.append(.init(header: invocation.say(Phrase(es: "Diferencia", en: "Difference"))))
    }
    var table = TextTable(columns)
    for (name, comparison, unit) in lines {
      var cells: [TextTable.Cell] = [.init(name), .init(text(comparison.now, unit))]
      if hasOther {
        cells.append(.init(text(comparison.other, unit)))
        cells.append(.init(text(comparison.difference, unit, isSigned: true)))
      }
      table.add(cells)
    }
    invocation.world.out(table.text(width: invocation.world.width, style: invocation.style))
  }

  /// As "4.0 [3.8 a 4.3] min".
  private func text(_ spread: Spread?, _ unit: Unit, isSigned: Bool = false) -> String {
    guard let spread else { return "—" }
    let values = [spread.median, spread.low, spread.high]
    let scale = SimulationScale(unit, largest: values.map(\.magnitude).max() ?? 0, isDifference: isSigned)
    let texts = values.map { value -> String in
      let text = invocation.numbers.decimal(value / scale.size, places: scale.places)
      let isZero = !text.contains { $0.isNumber && $0 != "0" }
      return isSigned && value > 0 && !isZero ? "+" + text : text
    }
    let to = invocation.say(Phrase(es: "a", en: "to"))
    let unit = scale.name.map { " " + invocation.say($0) } ?? ""
    return "\(texts[0]) [\(texts[1]) \(to) \(texts[2])]\(unit)"
  }

  private func noticeShifts() {
    if report.withoutShift == 0 { return }
    invocation.notice(
      Phrase(
        es:
          "Agentes sin turno: {n} de {all}; cuentan como presentes día y noche. «voc agent shift» les pone uno.",
        en:
          "Agents without a shift: {n} of {all}; they count as there day and night. “voc agent shift” sets one."
      ),
      [
        "n": invocation.numbers.integer(report.withoutShift),
        "all": invocation.numbers.integer(report.agentsNow),
      ])
  }

  /// Measure, agent, unit, then median, 5th and 95th percentile of now, other and difference.
  private func writeTabSeparated() {
    func row(_ measure: String, _ agent: String, _ unit: Unit, _ comparison: SimulationReport.Comparison) {
      let numbers = [comparison.now, comparison.other, comparison.difference].flatMap { spread in
        spread.map { ["\($0.median)", "\($0.low)", "\($0.high)"] } ?? ["", "", ""]
      }
      let cells = [measure, agent, unit.rawValue] + numbers
      invocation.print(cells.map(Escaping.tsvCell).joined(separator: "\t"))
    }
    for (measure, comparison) in report.figures { row(measure.rawValue, "", measure.unit, comparison) }
    for line in report.agents { row("busy", line.name ?? "+", .share, line.busy) }
    noticeShifts()
  }
}

/// The unit in which a figure and its spread are shown.
private struct SimulationScale {
  var size = 1.0
  var places = 0
  var name: Phrase?

  init(_ unit: SimulationReport.Measure.Unit, largest: Double, isDifference: Bool) {
    switch unit {
    case .tickets: break
    case .share: (size, places, name) = (0.01, 1, isDifference ? Phrase(both: "pp") : Phrase(both: "%"))
    case .seconds:
      switch Int64(largest.rounded()) {
      case ..<Seconds.minute: name = Phrase(both: "s")
      case ..<Seconds.hour: (size, places, name) = (Double(Seconds.minute), 1, Phrase(both: "min"))
      case ..<(2 * Seconds.day): (size, places, name) = (Double(Seconds.hour), 1, Phrase(both: "h"))
      default: (size, places, name) = (Double(Seconds.day), 1, Phrase(es: "días", en: "days"))
      }
    }
  }
}

extension SimulationReport.Measure {
  fileprivate var phrase: Phrase {
    switch self {
    case .waitMedian: Phrase(es: "Espera, mediana", en: "Wait, median")
    case .waitP90: Phrase(es: "Espera, p90", en: "Wait, p90")
    case .waitMax: Phrase(es: "Espera, máxima", en: "Wait, longest")
    case .businessMedian: Phrase(es: "Espera hábil, mediana", en: "Business wait, median")
    case .businessP90: Phrase(es: "Espera hábil, p90", en: "Business wait, p90")
    case .businessMax: Phrase(es: "Espera hábil, máxima", en: "Business wait, longest")
    case .lateReply: Phrase(es: "1.ª respuesta tardía", en: "First reply late")
    case .overMaximumWait: Phrase(es: "Sobre la espera máxima", en: "Over the maximum wait")
    case .abandoned: Phrase(es: "Cortaron antes", en: "Hung up before")
    case .left: Phrase(es: "Sin asignar al final", en: "Never given out")
    case .busy: Phrase(es: "Ocupación del turno", en: "Busy share of shifts")
    }
  }
}
