import VocDesk
import VocDomain

/// `voc demo`
enum DemoCommand {
  static let verb = Verb(
    words: ["demo"],
    summary: Phrase(
      es: "Llena una base de datos nueva con datos inventados, para probar",
      en: "Fills a new database with invented data, to try voc out"),
    details: Phrase(
      es:
        "Los mismos datos para la misma semilla y el mismo día. Con --export escribe en la salida una exportación inventada en lugar de llenar la base de datos.",
      en:
        "The same data for the same seed and the same day. With --export it writes an invented export to the output instead of filling the database."
    ),
    options: [
      Option(
        names: ["--tickets"], value: Phrase(both: "N"),
        summary: Phrase(es: "cuántos tickets (2000)", en: "how many tickets (2000)")),
      Option(
        names: ["--messages-per-ticket"], value: Phrase(both: "N"),
        summary: Phrase(es: "mensajes por ticket, en promedio (4)", en: "messages a ticket, on average (4)")),
      Option(
        names: ["--answers"], value: Phrase(both: "N"),
        summary: Phrase(es: "cuántas respuestas a encuestas (3000)", en: "how many survey answers (3000)")),
      Option(
        names: ["--waiting"], value: Phrase(both: "N"),
        summary: Phrase(
          es: "además, tantos tickets recientes que nadie tiene (0)",
          en: "besides, so many recent tickets that nobody has (0)")),
      Option(
        names: ["--agents"], value: Phrase(both: "N"),
        summary: Phrase(
          es: "además, tantos agentes en línea, con habilidades y tres colas (0)",
          en: "besides, so many agents online, with skills and three queues (0)")),
      Option(
        names: ["--seed"], value: Phrase(es: "SEMILLA", en: "SEED"),
        summary: Phrase(es: "otra semilla da otros datos (1)", en: "another seed gives other data (1)")),
      Option(
        names: ["--until"], value: Phrase(es: "FECHA", en: "DATE"),
        summary: Phrase(es: "hasta qué día llegan (hoy)", en: "up to which day they go (today)")),
      Option(
        names: ["--export"], value: Phrase(es: "FORMATO", en: "FORMAT"),
        summary: Phrase(
          es: "escribe una exportación: whatsapp, whatsapp-cloud, queue-log, asterisk-cdr o survey-csv",
          en: "writes an export: whatsapp, whatsapp-cloud, queue-log, asterisk-cdr or survey-csv"),
        allowed: DemoFormat.allCases.map(\.rawValue)),
      Option(
        names: ["--messages"], value: Phrase(both: "N"),
        summary: Phrase(
          es: "mensajes de la exportación de WhatsApp (1000)", en: "messages of the WhatsApp export (1000)")),
      Option(
        names: ["--rows"], value: Phrase(both: "N"),
        summary: Phrase(
          es: "líneas de la exportación de la central telefónica (1000)",
          en: "lines of the telephone switch's export (1000)")),
    ],
    jsonFields: ["customers", "tickets", "unsolved", "messages", "events", "answers"],
    examples: [
      "voc demo --db prueba.db --tickets 500", "voc demo --export whatsapp --messages 200",
    ],
    run: run)

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    var plan = DemoPlan(until: try until(invocation))
    plan.tickets = try invocation.int("--tickets", in: 0...10_000_000) ?? plan.tickets
    plan.messagesPerTicket =
      try invocation.int("--messages-per-ticket", in: 1...1_000) ?? plan.messagesPerTicket
    plan.answers = try invocation.int("--answers", in: 0...100_000_000) ?? plan.answers
    plan.waiting = try invocation.int("--waiting", in: 0...10_000_000) ?? 0
    plan.agents = try invocation.int("--agents", in: 0...10_000) ?? 0
    plan.seed = UInt64(try invocation.int("--seed", in: 0...Int.max) ?? 1)
    if let format: DemoFormat = invocation.choice("--export") {
      try export(format, plan, invocation)
      return .ok
    }
    let report = try fill(plan, invocation)
    if let fields = invocation.jsonFields {
      invocation.print(JSON.object(fields.map { .init($0, .int(Int64(count($0, report)))) }).text)
      return .ok
    }
    invocation.print(
      invocation.say(
        Phrase(
          es:
            "{tickets} tickets ({unsolved} sin resolver) de {customers} clientes, {messages} mensajes, {answers} respuestas.",
          en:
            "{tickets} tickets ({unsolved} unsolved) of {customers} customers, {messages} messages, {answers} answers."
        ),
        Dictionary(
          uniqueKeysWithValues: verb.jsonFields.map { ($0, invocation.numbers.integer(count($0, report))) })))
    return .ok
  }

  private static func count(_ field: String, _ report: DemoReport) -> Int {
    switch field {
    case "customers": report.customers
    case "tickets": report.tickets
    case "unsolved": report.unsolved
    case "messages": report.messages
    case "events": report.events
    default: report.answers
    }
  }

  /// The start of a day, so that the same seed gives the same data all day long.
  private static func until(_ invocation: Invocation) throws -> Instant {
    let today = invocation.world.now().unixSeconds / Seconds.day
    let day = try invocation.day("--until", isEnd: true).map { Int64($0.daysSince1970) } ?? today
    // From the year in which WhatsApp began to a hundred years on.
    guard (14_245...50_770).contains(day) else {
      throw UsageError(
        Phrase(
          es: "--until está fuera de lo que se puede inventar", en: "--until is beyond what can be invented"),
        Phrase(es: "Va de 2009 a 2108", en: "It goes from 2009 to 2108"))
    }
    return Instant(unixSeconds: day * Seconds.day)
  }

  private static func export(_ format: DemoFormat, _ plan: DemoPlan, _ invocation: Invocation) throws {
    let write = { (bytes: [UInt8]) in invocation.world.out(String(decoding: bytes, as: UTF8.self)) }
    let messages = try invocation.int("--messages", in: 1...100_000_000) ?? 1_000
    let rows = try invocation.int("--rows", in: 1...100_000_000) ?? 1_000
    switch format {
    case .whatsapp:
      try DemoExport.whatsapp(messages: messages, seed: plan.seed, until: plan.until, write: write)
    case .whatsappCloud:
      try DemoExport.whatsappCloud(messages: messages, seed: plan.seed, until: plan.until, write: write)
    case .queueLog:
      try DemoExport.queueLog(rows: rows, seed: plan.seed, until: plan.until, write: write)
    case .asteriskCDR:
      try DemoExport.asteriskCDR(rows: rows, seed: plan.seed, until: plan.until, write: write)
    case .surveyCSV:
      try DemoExport.surveyCSV(rows: plan.answers, seed: plan.seed, until: plan.until, write: write)
    }
  }

  private static func fill(_ plan: DemoPlan, _ invocation: Invocation) throws -> DemoReport {
    var shown: (phase: DemoProgress.Phase, line: Progress)?
    let report = try invocation.desk(for: .writing).fillDemo(plan) { state in
      if shown?.phase != state.phase {
        shown?.line.finish()
        shown = (state.phase, Progress(label(state.phase), total: state.total, for: invocation))
      }
      shown?.line.advance(to: state.done)
    }
    shown?.line.finish()
    return report
  }

  private static func label(_ phase: DemoProgress.Phase) -> Phrase {
    switch phase {
    case .tickets: Phrase(es: "Tickets:", en: "Tickets:")
    case .waiting: Phrase(es: "En espera:", en: "Waiting:")
    case .answers: Phrase(es: "Respuestas:", en: "Answers:")
    case .search: Phrase(es: "Índice de búsqueda:", en: "Search index:")
    }
  }
}

/// The exports that the demo can write.
private enum DemoFormat: String, CaseIterable {
  case whatsapp
  case whatsappCloud = "whatsapp-cloud"
  case queueLog = "queue-log"
  case asteriskCDR = "asterisk-cdr"
  case surveyCSV = "survey-csv"
}
