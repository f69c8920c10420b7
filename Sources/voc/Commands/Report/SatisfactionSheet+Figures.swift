import VocDesk
import VocDomain

/// Every figure with its interval and its change, and the groups beside each other.
extension SatisfactionSheet {
  /// Every figure of the total, then those of each group.
  var figures: ReportTable {
    var table = emptyFigures(heading: "")
    add(report.figures, of: .text(report.grouping == nil ? "" : say(SatisfactionSheet.total)), to: &table)
    for group in report.groups { add(group.figures, of: name(of: group), to: &table) }
    return table
  }

  /// Some of the total's figures under a heading.
  func figures(heading: Phrase, ofTotal condition: (ReportFigure) -> Bool) -> ReportTable {
    var table = emptyFigures(heading: say(heading))
    table.columns[0].audience = .programs
    add(report.figures.filter(condition), of: .text(""), to: &table)
    return table
  }

  private func emptyFigures(heading: String) -> ReportTable {
    var table = FigureTable.empty(
      "figures", heading: heading, isCompared: report.before != nil, invocation)
    table.columns.insert(
      .init(
        "group", report.grouping.map { say($0.heading) } ?? "",
        for: report.grouping == nil ? .programs : .everybody), at: 0)
    return table
  }

  private func add(_ figures: [ReportFigure], of group: ReportValue, to table: inout ReportTable) {
    for figure in figures { table.add([group] + FigureTable.row(figure, invocation)) }
  }

  /// What the business named itself stands as it is; priorities and kinds of channel have words of ours.
  private func name(of group: SatisfactionReport.Group) -> ReportValue {
    if group.name.isEmpty { return .word(code: "", shown: say(SatisfactionSheet.none)) }
    switch report.grouping {
    case .priority:
      return .word(
        code: group.name, shown: Ticket.Priority(word: group.name).map { say($0.phrase) } ?? group.name)
    case .kind: return .word(code: group.name, shown: say(Channel.kindPhrase(group.name)))
    default: return .text(group.name)
    }
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
        [name(of: group)]
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
