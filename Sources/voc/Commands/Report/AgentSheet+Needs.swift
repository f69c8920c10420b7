import VocDesk
import VocDomain

/// What the team needs: where customers are less satisfied, and whether we see ourselves as they do.
extension AgentSheet {
  var training: ReportTable {
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
              "Por debajo del resto del equipo más de lo que explica el azar, contando cuántos temas y agentes se comparan (Benjamini-Hochberg, q < {q}). Asociado a, no causado por: los temas difíciles son difíciles para cualquiera.",
            en:
              "Under the rest of the team by more than chance explains, given how many topics and agents are compared (Benjamini-Hochberg, q < {q}). Associated with, not caused by: hard topics are hard for anybody."
          ), ["q": invocation.numbers.decimal(0.05, places: 2)])
      ]
    }
    return table
  }

  var perception: ReportTable {
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
}
