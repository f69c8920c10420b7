import VocDesk
import VocDomain

/// `voc sla what-if`
enum SLAWhatIf {
  static let verb = Verb(
    words: ["sla", "what-if"],
    summary: Phrase(
      es: "Vuelve a medir la historia con otros plazos u otro calendario",
      en: "Scores history again under other targets or another calendar"),
    details: Phrase(
      es:
        "Compara la configuración actual, como si hubiera regido siempre, con lo que se pregunta. El porcentaje cumplido lleva su n y su intervalo de 95 % (Wilson); lo que aún corre no cuenta en él.",
      en:
        "Compares the policy in force, as if it had always held, with what is asked. The share met has its n and its 95 % interval (Wilson); what still runs is not in it."
    ),
    options: [
      Option(
        names: ["--target"], value: Phrase(es: "MEDIDA=PLAZO", en: "MEASURE=TARGET"), isRepeatable: true,
        summary: Phrase(
          es: "first_reply, next_reply, resolution o requester_wait, con un plazo como 30m, 4h o 2d",
          en: "first_reply, next_reply, resolution or requester_wait, with a target such as 30m, 4h or 2d")),
      Option(
        names: ["--calendar"], value: Phrase(es: "CALENDARIO", en: "CALENDAR"),
        summary: Phrase(es: "cuenta en este calendario", en: "counts in this calendar")),
      Option(
        names: ["--last"], value: Phrase(es: "PLAZO", en: "LENGTH"),
        summary: Phrase(
          es: "los tickets creados en este tiempo (90d)", en: "tickets created in this time (90d)")),
    ],
    jsonFields: ["tickets", "since", "now", "otherwise"],
    examples: ["voc sla what-if --target first_reply=30m --last 90d"],
    run: run)

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    var question = Desk.WhatIf(last: try length("--last", invocation.string("--last") ?? "90d"))
    question.calendar = invocation.string("--calendar")
    for text in invocation.strings("--target") {
      let (measure, seconds) = try target(text)
      question.targets[measure] = seconds
    }
    if question.targets.isEmpty && question.calendar == nil {
      throw UsageError(
        Phrase(es: "falta qué cambiar", en: "what to change is missing"),
        Phrase(
          es: "Va con --target first_reply=30m o con --calendar NOMBRE",
          en: "Give it with --target first_reply=30m or --calendar NAME"))
    }
    let report = try invocation.desk(for: .reading).slaWhatIf(question)
    if let fields = invocation.jsonFields {
      let object = JSON.object([
        .init("tickets", .int(Int64(report.tickets))), .init("since", TicketJSON.time(report.since)),
        .init("now", .array(report.now.map(json))), .init("otherwise", .array(report.otherwise.map(json))),
      ])
      invocation.print(object.selecting(fields).text)
      return .ok
    }
    write(report, invocation)
    return .ok
  }

  static func length(_ option: String, _ text: String) throws -> Int64 {
    if let seconds = PolicyDuration.seconds(text), seconds > 0 { return seconds }
    throw UsageError(
      Phrase(es: "«{value}» no es un plazo para {option}", en: "“{value}” is no length of time for {option}"),
      Phrase(es: "Se escribe como 30m, 4h, 2d o 1w", en: "Write it like 30m, 4h, 2d or 1w"),
      ["value": text, "option": option])
  }

  private static func target(_ text: String) throws -> (SLAPolicy.Measure, Int64) {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    let names = SLAPolicy.Measure.allCases.map(\.rawValue)
    guard parts.count == 2, let measure = measure(parts[0]) else {
      let nearest = Nearest.names(to: parts.first ?? "", among: names)
      throw UsageError(
        Phrase(es: "«{text}» no es una medida con su plazo", en: "“{text}” is no measure with its target"),
        nearest.isEmpty
          ? Phrase(es: "Se escribe como first_reply=30m", en: "Write it like first_reply=30m")
          : Phrase(es: "Tal vez: {near}=30m", en: "Perhaps: {near}=30m"),
        ["text": text, "near": nearest.first ?? ""])
    }
    return (measure, try length("--target", parts[1]))
  }

  /// By its name; "first" and "next" do for the replies.
  private static func measure(_ word: String) -> SLAPolicy.Measure? {
    SLAPolicy.Measure(rawValue: word)
      ?? ["first": .firstReply, "next": .nextReply, "requester": .requesterWait][word]
  }

  private static func json(_ figure: Desk.SLAFigure) -> JSON {
    .object([
      .init("measure", .string(figure.measure.rawValue)), .init("met", .int(Int64(figure.met))),
      .init("breached", .int(Int64(figure.breached))), .init("running", .int(Int64(figure.running))),
      .init("share", JSON(figure.share)), .init("low", JSON(figure.low)), .init("high", JSON(figure.high)),
      .init("median_seconds", JSON(figure.median)), .init("p90_seconds", JSON(figure.p90)),
    ])
  }

  private static let title = CountedPhrase(
    one: Phrase(es: "{n} ticket desde el {since}", en: "{n} ticket since {since}"),
    other: Phrase(es: "{n} tickets desde el {since}", en: "{n} tickets since {since}"))

  private static func write(_ report: Desk.WhatIfReport, _ invocation: Invocation) {
    let clock = try? invocation.readersClock()
    let since = clock.map { Timestamp.day($0.localTime(of: report.since), invocation.language) } ?? ""
    invocation.print(title(report.tickets, in: invocation.numbers, ["since": since]))
    var table = TextTable([
      .init(header: invocation.say(Phrase(es: "Medida", en: "Measure"))),
      .init(header: invocation.say(Phrase(es: "Cuándo", en: "When"))),
      .init(header: invocation.say(Phrase(es: "Cumplidos", en: "Met"))),
      .init(header: "n", alignment: .right),
      .init(header: invocation.say(Phrase(es: "En curso", en: "Running")), alignment: .right),
      .init(header: invocation.say(Phrase(es: "Mediana", en: "Median")), alignment: .right),
      .init(header: "p90", alignment: .right),
    ])
    for measure in SLAPolicy.Measure.allCases {
      let pair = [
        (Phrase(es: "ahora", en: "now"), report.now),
        (Phrase(es: "con el cambio", en: "with the change"), report.otherwise),
      ]
      for (name, figures) in pair {
        guard let figure = figures.first(where: { $0.measure == measure }) else { continue }
        table.add(cells(figure, name, invocation))
      }
    }
    if table.rows.isEmpty {
      return invocation.print(
        invocation.say(Phrase(es: "Nada que medir en ese tiempo.", en: "Nothing to measure in that time.")))
    }
    invocation.world.out(table.text(width: invocation.tableWidth, style: invocation.style))
  }

  private static func cells(
    _ figure: Desk.SLAFigure, _ name: Phrase, _ invocation: Invocation
  ) -> [TextTable.Cell] {
    let numbers = invocation.numbers
    var share = "—"
    if let value = figure.share, let low = figure.low, let high = figure.high {
      share =
        "\(numbers.percent(value, places: 1)) (\(numbers.decimal(low * 100, places: 1))–\(numbers.decimal(high * 100, places: 1)))"
    }
    func length(_ seconds: Int64?) -> TextTable.Cell {
      .init(seconds.map { PreciseLength.text($0, invocation.language) } ?? "—")
    }
    return [
      .init(invocation.say(figure.measure.phrase)), .init(invocation.say(name)), .init(share),
      .init(numbers.integer(figure.met + figure.breached)), .init(numbers.integer(figure.running)),
      length(figure.median), length(figure.p90),
    ]
  }
}
