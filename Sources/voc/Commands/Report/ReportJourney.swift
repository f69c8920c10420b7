import VocDesk
import VocDomain

/// `voc report journey`
enum ReportJourney {
  static let verb = Verb(
    words: ["report", "journey"],
    summary: Phrase(
      es:
        "Muestra el recorrido de los tickets: dónde se atascan y qué se repite",
      en: "Shows how tickets went: where they get stuck and what is repeated"),
    details: Phrase(
      es:
        "Cuenta los tickets creados en el periodo, o los que cumplen el filtro. Una ráfaga de mensajes de un mismo lado es un solo paso. Un atasco es espera del cliente por nosotros, de un paso al siguiente; lo que espera después de resuelto no cuenta. Un historial importado se cuenta con los nombres de sus eventos; «voc import --event NOMBRE=ESTADO» dice a quién esperaba. --csv da cada par de pasos, en segundos; --dot, el grafo para Graphviz; --svg, un mapa.",
      en:
        "Counts the tickets created in the period, or those that the filter matches. A burst of messages of one side is one step. A bottleneck is a customer waiting for us, from one step to the next; what waits once it is solved does not count. An imported history counts by the names of its events; “voc import --event NAME=STATUS” says for whom it waited. --csv gives each pair of steps, in seconds; --dot the graph for Graphviz; --svg a map."
    ),
    positional: FilterInput.positional,
    options: ReportOptions.all + ReportOutput.options(tables: JourneySheet.tables) + [
      Option(
        names: ["--dot"],
        summary: Phrase(es: "responde con el grafo para Graphviz", en: "answers with the graph for Graphviz")),
      Option(
        names: ["--svg"], value: Phrase(es: "ARCHIVO", en: "FILE"),
        summary: Phrase(es: "dibuja el mapa en este archivo", en: "draws the map into this file")),
      Option.replace,
    ],
    jsonFields: JourneySheet.jsonFields,
    examples: [
      "voc report journey --since 2026-10 --until 2026-10", "voc report journey channel:whatsapp --csv",
      "voc report journey tag:vip --svg mapa.svg", "voc report journey --dot",
    ],
    run: run)

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    try ReportOutput(invocation: invocation).check(forms: ["--dot", "--svg"], file: "--svg")
    let period = try invocation.reportPeriod()
    let path = invocation.string("--svg")
    let file = try path.flatMap { path in
      path == "-"
        ? nil
        : try OutputFile(path, replaces: invocation.flag("--replace"), besides: invocation.databasePath)
    }
    let report = try invocation.withReportFilter {
      try invocation.desk(for: .reading).journey(in: period, matching: $0)
    }
    if let path {
      let map = JourneyMap(report, invocation).text
      guard let file else {
        invocation.world.out(map)
        return .ok
      }
      try file.write(in: invocation.world) { $0.out(map) }
      invocation.noticeWritten(path)
    } else if invocation.flag("--dot") {
      invocation.world.out(JourneyDot(report, invocation).text)
    } else {
      ReportOutput(invocation: invocation).write(JourneySheet(report, invocation).sheet)
    }
    return .ok
  }
}
