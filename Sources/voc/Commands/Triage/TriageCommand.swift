import VocDesk
import VocDomain

/// `voc triage`
enum TriageCommand {
  static let verb = Verb(
    words: ["triage"],
    summary: Phrase(
      es: "Atiende los tickets en la pantalla completa, con el teclado",
      en: "Works the tickets on the full screen, by keyboard"),
    details: Phrase(
      es: """
        A la izquierda quién espera, primero lo que más urge; a la derecha la conversación. Con una tecla se toma \
        (t), se anota una respuesta (r), también con una macro (M), o una nota (n), se resuelve (s), se deja pendiente \
        (d) o en espera (e), se fusiona con otro (f), se pide el próximo (x); «?» muestra todas las teclas y «q» sale. Lo que otros escriben aparece solo. Lo que se \
        anota no se envía: voc no tiene red.
        """,
      en: """
        On the left who waits, the most pressing first; on the right the conversation. One key takes the ticket (t), \
        records a reply (r), also with a macro (M), or a note (n), solves (s), pends (d) or holds (e) it, merges it into \
        another (f), asks for the next one (x); “?” shows all keys and “q” quits. What others write appears by itself. What is recorded is not sent: voc has no network.
        """),
    positional: FilterInput.positional,
    options: [
      Option(
        names: ["--filter", "-f"], value: Phrase(es: "FILTRO", en: "FILTER"),
        summary: Phrase(
          es: "lo mismo en una sola palabra; con las otras se cumple a la vez",
          en: "the same as a single word; it holds together with the others"))
    ],
    examples: ["voc triage", "voc triage assignee:@me status:open", "voc triage @urgentes"],
    run: run)

  /// As many tickets as anybody looks through by hand.
  private static let most = 300

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    try checkTerminal(invocation.world)
    if !invocation.hasDatabase { throw noTickets }
    // An agent waits for a key, not for a lock: what is busy is said, and pressed again.
    let desk = try invocation.desk(for: .writing, patience: 2)
    var loop = try TriageLoop(desk: desk, invocation: invocation, queue: { try queue($0, desk) })
    // What is mistyped is said before the screen is gone.
    let parts = filters(invocation)
    if !parts.isEmpty {
      loop.model.filter = try FilterInput.joining(parts, desk: desk) { filter in
        _ = try desk.filter(filter)
        return filter
      }
    }
    try loop.run()
    return .ok
  }

  /// Words and option hold together.
  private static func filters(_ invocation: Invocation) -> [String] {
    ([invocation.string("--filter") ?? ""] + [invocation.positionals.joined(separator: " ")])
      .filter { !$0.isEmpty }
  }

  /// The one place that knows what a filter's text means.
  private static func queue(_ text: String, _ desk: Desk) throws -> (lines: [TicketLine], total: Int) {
    var filter = Desk.TicketSelection()
    filter.condition = try FilterInput.read(text, desk)
    filter.limit = most
    let lines = try desk.tickets(filter)
    return (lines, try desk.countTickets(filter, shown: lines.count).number)
  }

  private static func checkTerminal(_ world: World) throws {
    if !world.inputIsTerminal || !world.outputIsTerminal {
      throw Refusal(
        Phrase(es: "triage necesita una terminal", en: "triage needs a terminal"),
        Phrase(
          es: "«voc ticket list» muestra los tickets también por una tubería",
          en: "“voc ticket list” shows the tickets in a pipe too"))
    }
    if world.environment["TERM"] == "dumb" {
      throw Refusal(
        Phrase(
          es: "esta terminal no mueve el cursor (TERM=dumb)", en: "this terminal moves no cursor (TERM=dumb)"),
        Phrase(
          es: "«voc ticket list» y «voc ticket view» no lo necesitan",
          en: "“voc ticket list” and “voc ticket view” need none"))
    }
  }

  private static let noTickets = Refusal(
    Phrase(es: "todavía no hay tickets", en: "there are no tickets yet"),
    Phrase(
      es: "«voc import ARCHIVO» trae conversaciones y «voc ticket create» abre uno",
      en: "“voc import FILE” brings conversations in, “voc ticket create” opens one"), exitCode: .notFound)
}
