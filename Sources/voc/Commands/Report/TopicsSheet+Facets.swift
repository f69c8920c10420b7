import VocDesk
import VocDomain

/// What satisfaction goes along with besides topics, all facets taken together.
extension TopicsSheet {
  /// What stands out most, in one sentence; nil where nothing can be told from chance.
  var headline: String? {
    let facets = report.facets
    guard facets.isDemonstrable, let line = facets.lines.first, line.facet.isDemonstrable else { return nil }
    return say(
      facets.read < facets.all
        ? Phrase(
          es:
            "Lo que más va asociado a la CSAT, en una muestra de {n} de {all} respuestas, es «{facet}»: {with} de notas favorables, {without} en los demás tickets. Asociación, no causa.",
          en:
            "What goes along with CSAT most, in a sample of {n} of {all} answers, is “{facet}”: {with} favourable scores, {without} on the other tickets. Association, not cause."
        )
        : Phrase(
          es:
            "Lo que más va asociado a la CSAT es «{facet}»: {with} de notas favorables, {without} en los demás tickets. Asociación, no causa.",
          en:
            "What goes along with CSAT most is “{facet}”: {with} favourable scores, {without} on the other tickets. Association, not cause."
        ),
      [
        "n": invocation.numbers.integer(facets.n), "all": invocation.numbers.integer(facets.all),
        "facet": name(of: line.fact), "with": percent(line.facet.with).shown(invocation.numbers),
        "without": percent(line.facet.without).shown(invocation.numbers),
      ])
  }

  var explainedFact: JSON.Member {
    let facets = report.facets
    return .init(
      "explained",
      .object([
        .init("r_squared", facets.lines.isEmpty ? .null : .double(facets.explained)),
        .init("by_chance", facets.lines.isEmpty ? .null : .double(facets.explainedByChance)),
        .init("p", facets.p.map(JSON.double) ?? .null), .init("n", .int(Int64(facets.n))),
        .init("of", .int(Int64(facets.all))),
      ]))
  }

  var facets: ReportTable {
    let facets = report.facets
    var table = ReportTable(
      "facets",
      say(
        Phrase(
          es: "Qué va asociado a la CSAT, sin contar nada dos veces",
          en: "What goes along with CSAT, nothing counted twice")),
      columns: [
        .init("facet", say(Phrase(es: "Faceta", en: "Facet")), isFlexible: true),
        .init("name", "", for: .programs),
        .init("with", say(Phrase(es: "Con", en: "With")), for: .people), .init("with_n", "n"),
        .init("with_top", "", for: .programs),
        .init("without", say(Phrase(es: "Sin", en: "Without")), for: .people),
        .init("without_n", "n", rank: 2), .init("without_top", "", for: .programs),
        .init("difference", say(Phrase(es: "Dif.", en: "Diff."))),
        .init("interval", say(Phrase(es: "IC 95 %", en: "95% CI")), for: .people),
        .init("low", "", for: .programs), .init("high", "", for: .programs),
        .init("q", "", for: .programs), .init("phi", "φ", rank: 1),
        .init("importance", "", for: .programs),
        .init("part", say(Phrase(es: "Peso", en: "Weight"))),
        .init("quadrant", say(Phrase(es: "Lectura", en: "Reading")), for: .people),
        .init("quadrant", "", for: .programs), .init("warning", "", for: .programs),
      ],
      whenEmpty: whenNoFacets(facets))
    for line in facets.lines { table.add(row(line, of: facets)) }
    table.remarks = remarks(facets)
    return table
  }

  private func row(_ line: TopicsReport.FacetLine, of facets: TopicsReport.Facets) -> [ReportValue] {
    func points(_ share: Double) -> ReportValue { .number(100 * share, places: 1) }
    let (facet, interval) = (line.facet, line.facet.comparison.newcombe())
    let shown = facets.isDemonstrable && facet.isDemonstrable
    return [
      .word(code: FacetWording.code(of: line.fact), shown: name(of: line.fact)),
      FacetWording.given(line.fact).map(ReportValue.text) ?? .none,
      percent(facet.with), .count(facet.with.trials), .count(facet.with.successes),
      percent(facet.without), .count(facet.without.trials), .count(facet.without.successes),
      points(facet.comparison.difference), .range(points(interval.low), points(interval.high)),
      points(interval.low), points(interval.high), .number(facet.q, places: 4),
      .number(facet.phi, places: 2), .number(facet.importance, places: 6),
      .percent(100 * facets.part(of: line), places: 0),
      .text(say(shown ? FacetWording.phrase(for: facet.quadrant) : FacetWording.notToldApart)),
      .text(facet.quadrant.rawValue), .text(shown ? "" : "not_demonstrable"),
    ]
  }

  private func whenNoFacets(_ facets: TopicsReport.Facets) -> String {
    if facets.unmeasured > 0 { return SatisfactionSheet.unmeasured(facets.unmeasured, invocation) }
    if facets.all == 0 { return whenNoScores }
    return say(
      Phrase(
        es: "Muestra insuficiente: ninguna faceta tiene {n} respuestas de CSAT y otras {n} sin ella.",
        en: "Sample too small: no facet has {n} CSAT answers and {n} others without it."),
      ["n": invocation.numbers.integer(TopicsReport.Facets.fewestAnswers)])
  }

  private func remarks(_ facets: TopicsReport.Facets) -> [String] {
    var remarks: [String] = []
    let numbers = invocation.numbers
    if !facets.lines.isEmpty {
      remarks.append(
        say(
          facets.isDemonstrable
            ? Phrase(
              es:
                "Juntas van asociadas al {share} de las diferencias entre notas (R²; por azar, {chance}); el peso reparte eso.",
              en:
                "Together they go along with {share} of the differences between scores (R²; by chance, {chance}); the weight shares that out."
            )
            : Phrase(
              es:
                "Juntas no se distinguen del azar: {share} de las diferencias entre notas (R²; por azar, {chance}). El peso no dice nada.",
              en:
                "Together they cannot be told from chance: {share} of the differences between scores (R²; by chance, {chance}). The weight says nothing."
            ),
          [
            "share": numbers.percent(facets.explained, places: 1),
            "chance": numbers.percent(facets.explainedByChance, places: 1),
          ]))
      if facets.read < facets.all {
        remarks.append(
          say(
            Phrase(
              es: "Leídas {n} de {all} respuestas, a distancias iguales.",
              en: "Read {n} of {all} answers, at even distances."),
            ["n": numbers.integer(facets.read), "all": numbers.integer(facets.all)]))
      }
      if facets.n < facets.read {
        remarks.append(TopicsSheet.ofOtherTickets(facets.read - facets.n, in: numbers))
      }
    }
    if !facets.hidden.isEmpty && !facets.lines.isEmpty {
      remarks.append(
        say(
          Phrase(
            es: "Muestra insuficiente (menos de {n} respuestas con o sin): {facets}.",
            en: "Sample too small (under {n} answers with or without): {facets}."),
          [
            "n": numbers.integer(TopicsReport.Facets.fewestAnswers),
            "facets": facets.hidden.map(name(of:)).joined(separator: ", "),
          ]))
    }
    return remarks
  }

  private static let ofOtherTickets = CountedPhrase(
    one: Phrase(
      es: "{n} respuesta no cuenta aquí: su ticket se fusionó con otro o lo abrimos nosotros.",
      en: "{n} answer does not count here: its ticket was merged into another or is our own."),
    other: Phrase(
      es: "{n} respuestas no cuentan aquí: sus tickets se fusionaron con otros o los abrimos nosotros.",
      en: "{n} answers do not count here: their tickets were merged into others or are our own."))

  var facetLegend: [String] {
    if report.facets.lines.isEmpty { return [] }
    let late =
      report.facets.knowsPromises
      ? Phrase(
        es: "fuera de plazo: primera respuesta o solución después de lo prometido.",
        en: "late: first reply or solution after what was promised.")
      : Phrase(
        es: "en estos tickets no se prometió nada (voc config), así que ninguno va fuera de plazo.",
        en: "nothing was promised on these tickets (voc config), so none is late.")
    return [
      say(
        Phrase(
          es:
            "Peso: parte del R² de cada faceta, media de lo que añade en todos los órdenes (Shapley, LMG). Clave: pesa lo que la media o más; débil: por debajo de la CSAT de todos; debilidad clave: mejorar primero; sin lectura donde q llega a {q} o todas juntas no se distinguen del azar. Con, sin y diferencia cuentan cada faceta por sí sola. Traspasado: de cola, o de agente dos veces. Noche: creado de 20 a 8 h de {zone};",
          en:
            "Weight: each facet’s part of R², the mean of what it adds in all orders (Shapley, LMG). Key: weighs as much as the mean or more; weak: below the CSAT of all; key weakness: improve first; no reading where q reaches {q} or all together cannot be told from chance. With, without and difference take each facet by itself. Transferred: to another queue, or twice between agents. Night: created from 20 to 8 h of {zone};"
        ), ["zone": report.zone, "q": invocation.numbers.decimal(0.05, places: 2)]) + " " + say(late)
    ]
  }

  private func name(of fact: TopicsReport.Fact) -> String {
    say(FacetWording.phrase(for: fact), ["name": FacetWording.given(fact) ?? ""])
  }

  /// The favourable share of those with a facet, or of those without.
  private func percent(_ proportion: Proportion) -> ReportValue {
    ReportValue(proportion.share) { .percent(100 * $0, places: 1) }
  }
}
