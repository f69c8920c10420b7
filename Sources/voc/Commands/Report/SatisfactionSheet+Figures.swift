import VocDesk
import VocDomain

/// Every figure with its interval and its change, and the groups beside each other.
extension SatisfactionSheet {
  /// Every figure of the total, then those of each group.
  var figures: ReportTable {
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
