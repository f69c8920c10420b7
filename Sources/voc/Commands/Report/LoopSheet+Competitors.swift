import VocDesk
import VocDomain

/// What customers say of competitors, and what is published of them, beside our own figures.
extension LoopSheet {
  var competitors: ReportTable {
    let isCompared = report.before != nil
    var table = ReportTable(
      "competitors", say(Phrase(es: "Competidores", en: "Competitors")),
      columns: [
        .init("competitor", say(Phrase(es: "Competidor", en: "Competitor")), isFlexible: true),
        .init("mentions", say(Phrase(es: "Menciones", en: "Mentions"))),
        .init("messages", "", for: .programs), .init("comments", "", for: .programs),
        .init("mentions_before", "", for: .programs),
        .init("customers", say(Phrase(es: "Clientes", en: "Customers"))),
        .init("customers_heard", "", for: .programs),
        .init("share_text", say(Phrase(es: "De los atendidos", en: "Of those heard")), for: .people),
        .init("share", "", for: .programs), .init("share_low", "", for: .programs),
        .init("share_high", "", for: .programs), .init("share_before", "", for: .programs),
        .init(
          "change_text", say(Phrase(es: "Cambio", en: "Change")), for: isCompared ? .people : .nobody),
        .init("change", "", for: .programs), .init("change_low", "", for: .programs),
        .init("change_high", "", for: .programs),
        .init(
          "negative_text", say(Phrase(es: "Textos negativos", en: "Negative texts")), for: .people),
        .init("negative", "", for: .programs), .init("negative_low", "", for: .programs),
        .init("negative_high", "", for: .programs),
      ],
      whenEmpty: say(
        report.hasUnreadTexts
          ? UnreadTexts.phrase
          : Phrase(
            es: "La lista está vacía: «voc competitor add» dice qué nombres buscar.",
            en: "The list is empty: “voc competitor add” tells which names to look for.")))
    for competitor in report.competitors { table.add(row(competitor)) }
    table.remarks = cut(report.competitors.count, of: report.competitorCount)
    return table
  }

  private func row(_ competitor: CompetitorFigures) -> [ReportValue] {
    let (share, negative) = (competitor.share, competitor.negative)
    func percent(_ value: Double?) -> ReportValue { ReportValue(value) { .percent($0, places: 1) } }
    return [
      .text(competitor.name), .count(competitor.mentions), .count(competitor.messages),
      .count(competitor.comments), competitor.mentionsBefore.map(ReportValue.count) ?? .none,
      .count(share.part ?? 0), .count(share.n), words(share), percent(share.value), percent(share.low),
      percent(share.high), percent(share.previous),
      share.changeText(invocation).map { .word(code: "", shown: $0) } ?? .none,
      percent(share.change?.value), percent(share.change?.low), percent(share.change?.high),
      words(negative), percent(negative.value), percent(negative.low), percent(negative.high),
    ]
  }

  /// "12,5 % [8,0 a 19,1]", or why there is no figure: "muestra insuficiente", "sin datos".
  private func words(_ figure: ReportFigure) -> ReportValue {
    guard figure.isShown, let low = figure.low, let high = figure.high else {
      return .word(code: "", shown: figure.warningText(invocation.language))
    }
    let places = figure.unit == .points ? 0 : 1
    return .word(
      code: "",
      shown: say(
        Phrase(es: "{value} [{low} a {high}]", en: "{value} [{low} to {high}]"),
        [
          "value": figure.shown.shown(numbers), "low": numbers.decimal(low, places: places),
          "high": numbers.decimal(high, places: places),
        ]))
  }

  // MARK: - How satisfied those are who name one

  var satisfaction: ReportTable {
    var table = ReportTable(
      "competitor_satisfaction",
      say(Phrase(es: "Satisfacción donde se nombran", en: "Satisfaction where they are named")),
      columns: [
        .init("competitor", say(Phrase(es: "Competidor", en: "Competitor")), isFlexible: true),
        .init("measure", say(Phrase(es: "Medida", en: "Measure"))),
        .init("with_text", say(Phrase(es: "Donde se nombra", en: "Where it is named")), for: .people),
        .init("with", "", for: .programs), .init("with_low", "", for: .programs),
        .init("with_high", "", for: .programs), .init("with_n", "n"),
        .init("without_text", say(Phrase(es: "Donde no", en: "Where not")), for: .people),
        .init("without", "", for: .programs), .init("without_n", "n"),
        .init("difference_text", say(Phrase(es: "Diferencia", en: "Difference")), for: .people),
        .init("difference", "", for: .programs), .init("difference_low", "", for: .programs),
        .init("difference_high", "", for: .programs),
      ],
      whenEmpty: say(
        report.hasUnreadTexts
          ? UnreadTexts.phrase
          : Phrase(
            es: "Sin datos: nadie que nombre a uno ha respondido una encuesta.",
            en: "No data: nobody who names one has answered a survey.")))
    for competitor in report.competitors {
      for figure in competitor.satisfaction { table.add(row(figure, of: competitor.name)) }
    }
    return table
  }

  private func row(_ figure: ReportFigure, of competitor: String) -> [ReportValue] {
    let isWithoutShown = (figure.previousN ?? 0) >= 10
    let without: ReportValue =
      isWithoutShown
      ? figure.value(figure.previous) : .word(code: "", shown: tooFew(figure.previousN ?? 0))
    return [
      .text(competitor), .word(code: figure.code, shown: figure.name(invocation.language)), words(figure),
      figure.value(figure.value), figure.value(figure.low), figure.value(figure.high), .count(figure.n),
      without, figure.value(figure.previous), .count(figure.previousN ?? 0),
      .word(code: "", shown: difference(figure)), figure.value(figure.change?.value),
      figure.value(figure.change?.low), figure.value(figure.change?.high),
    ]
  }

  private func tooFew(_ n: Int) -> String {
    n == 0
      ? say(Phrase(es: "sin datos", en: "no data"))
      : say(Phrase(es: "muestra insuficiente", en: "sample too small"))
  }

  /// Under ten answers on either side nothing is said of it.
  private func difference(_ figure: ReportFigure) -> String {
    guard figure.isShown, let change = figure.change, (figure.previousN ?? 0) >= 10 else {
      return tooFew(min(figure.n, figure.previousN ?? 0))
    }
    if !change.isDemonstrable {
      return say(Phrase(es: "sin diferencia demostrable", en: "no demonstrable difference"))
    }
    return figure.changeText(invocation) ?? ""
  }

  // MARK: - What is published

  var benchmarks: ReportTable {
    var table = ReportTable(
      "benchmarks", say(Phrase(es: "Frente a lo publicado", en: "Against what is published")),
      columns: [
        .init("name", say(Phrase(es: "De quién", en: "Whose"))),
        .init("measure", say(Phrase(es: "Medida", en: "Measure"))),
        .init("published", say(Phrase(es: "Publicado", en: "Published"))),
        .init("year_text", say(Phrase(es: "Año", en: "Year")), for: .people),
        .init("year", "", for: .programs),
        .init("source", say(Phrase(es: "Fuente", en: "Source")), isFlexible: true),
        .init("own_text", say(Phrase(es: "Nosotros", en: "Ours")), for: .people),
        .init("own", "", for: .programs), .init("own_low", "", for: .programs),
        .init("own_high", "", for: .programs), .init("n", "n"),
        .init("own_of", say(Phrase(es: "Nuestro periodo", en: "Our period"))),
        .init("standing", say(Phrase(es: "Estamos", en: "We are"))),
      ],
      whenEmpty: say(
        Phrase(
          es: "Nada anotado: «voc benchmark add» anota una cifra publicada.",
          en: "Nothing kept: “voc benchmark add” keeps a published figure.")))
    for line in report.benchmarks {
      let (published, own) = (line.published, line.own)
      table.add([
        .text(published.name), .word(code: published.survey.rawValue, shown: published.survey.name),
        published.figureValue, .word(code: "", shown: "\(published.year)"), .count(published.year),
        .text(published.source), own.map(words) ?? .none, own.flatMap { $0.value($0.value) } ?? .none,
        own.map { $0.value($0.low) } ?? .none, own.map { $0.value($0.high) } ?? .none,
        .count(own?.n ?? 0), stretch(of: line),
        .word(code: line.standing.rawValue, shown: say(line.standing.phrase)),
      ])
    }
    return table
  }

  private func stretch(of line: BenchmarkLine) -> ReportValue {
    if line.own == nil { return .none }
    if line.isOfItsYear { return .word(code: "\(line.published.year)", shown: "\(line.published.year)") }
    return .word(code: "period", shown: say(Phrase(es: "el del informe", en: "the report’s")))
  }

  /// How all this is counted; nothing where there is none of it.
  var competitorLegend: [String] {
    var lines: [String] = []
    if !report.competitors.isEmpty {
      lines.append(
        say(
          Phrase(
            es:
              "Competidores: mensajes y comentarios de clientes que nombran a uno de la lista. Atendidos: clientes con un ticket en curso o un comentario en el periodo. Negativos: según la señal de cada texto, una estimación. Donde se nombra: respuestas del periodo cuyo ticket o comentario lo nombra; donde no, todas las demás; una asociación, no una causa. IC 95 %: Wilson, diferencias Newcombe y Wald ajustado.",
            en:
              "Competitors: messages and comments of customers that name one of the list. Heard: customers with a ticket going on or a comment in the period. Negative: by the mood of each text, an estimate. Where it is named: answers of the period of which the ticket or the comment names it; where not, all the others; an association, no cause. 95% CI: Wilson, differences Newcombe and adjusted Wald."
          )))
    }
    if !report.benchmarks.isEmpty {
      lines.append(
        say(
          Phrase(
            es:
              "Frente a lo publicado: nuestra cifra es de todo el año de la publicada y, con menos de 10 respuestas en él, del periodo del informe. Solo se conoce nuestro intervalo; de la cifra publicada no se sabe con cuántas respuestas se hizo ni si se hizo igual.",
            en:
              "Against what is published: our figure is of the whole year of the published one and, with fewer than 10 answers in it, of the report’s period. Only our interval is known; of the published figure nobody here knows how many answers it has, nor whether it was made alike."
          )))
    }
    return lines
  }
}

extension BenchmarkLine.Standing {
  fileprivate var phrase: Phrase {
    switch self {
    case .above: Phrase(es: "por encima", en: "above")
    case .below: Phrase(es: "por debajo", en: "below")
    case .notDemonstrable: Phrase(es: "sin diferencia demostrable", en: "no demonstrable difference")
    case .tooFew: Phrase(es: "muestra insuficiente", en: "sample too small")
    case .noData: Phrase(es: "sin datos", en: "no data")
    }
  }
}
