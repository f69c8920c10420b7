import VocDesk
import VocDomain

/// `voc undo`
enum UndoCommand {
  static let verb = Verb(
    words: ["undo"],
    summary: Phrase(
      es: "Deshace lo último que uno hizo con tickets", en: "Undoes the last thing that one did to tickets"),
    details: Phrase(
      es:
        "Devuelve a como estaban el estado, lo prometido, el agente, la prioridad, la causa, la cola y las etiquetas que cambió el acto, y retira sus respuestas y notas; un acto sobre muchos tickets se deshace entero. Lo deshecho no cuenta para plazos ni informes, y la historia lo conserva. Una respuesta vuelve mientras ningún conector la haya tomado de la bandeja de salida. Si alguien cambió después lo mismo, no se deshace nada.",
      en:
        "Puts back the status, promised time, agent, priority, cause, queue and tags that the act changed and takes its replies and notes back; an act on many tickets is undone as a whole. What is undone counts neither for clocks nor for reports, and the history keeps it. A reply comes back as long as no connector has taken it from the outbox. Where somebody has changed the same since, nothing is undone."
    ),
    positional: .init(
      name: Phrase(es: "ACTO", en: "ACT"), count: 0...1,
      summary: Phrase(
        es: "su número en «voc undo list»; sin él, el último que sigue en pie",
        en: "its number in “voc undo list”; without it, the last one that stands")),
    options: [
      Option(
        names: ["--dry-run"],
        summary: Phrase(
          es: "muestra qué devolvería, sin hacerlo", en: "shows what it would put back, without doing it")),
      Option(
        names: ["--skip-changed"],
        summary: Phrase(
          es: "deja como están los tickets en que alguien cambió después lo mismo",
          en: "leaves alone the tickets on which somebody has changed the same since")),
    ],
    jsonFields: fields.fields,
    examples: ["voc undo", "voc undo 14 --dry-run"],
    run: run)

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let number = try invocation.positionals.first.map { word in
      guard let number = Int64(word), number > 0 else {
        throw UsageError(
          Phrase(es: "«{value}» no es el número de un acto", en: "“{value}” is no act’s number"),
          Phrase(es: "«voc undo list» los muestra", en: "“voc undo list” shows them"), ["value": word])
      }
      return number
    }
    let isRehearsal = invocation.flag("--dry-run")
    let undone = try invocation.desk(for: .writing).undo(
      act: number, leavingChanged: invocation.flag("--skip-changed"), rehearsing: isRehearsal)
    if invocation.isForPeople {
      writeTitle(undone, isRehearsal, invocation)
    }
    let lines = undone.tickets.flatMap { ticket in
      ticket.restored.map { Line(act: undone.act.id, event: $0) }
    }
    fields.write(lines, for: invocation)
    if !undone.left.isEmpty {
      invocation.notice(
        Phrase(es: "Quedaron como están: {all}", en: "Left as they are: {all}"),
        ["all": undone.left.map { "#\($0.ticketID)" }.joined(separator: ", ")])
    }
    for agent in undone.offline { noticeOffline(agent, invocation) }
    return .ok
  }

  private static func writeTitle(_ undone: Desk.Undone, _ isRehearsal: Bool, _ invocation: Invocation) {
    let title = CountedPhrase(
      one: isRehearsal
        ? Phrase(
          es: "Se desharía el acto {id} ({what}, {when}) en {n} ticket",
          en: "Act {id} ({what}, {when}) would be undone on {n} ticket")
        : Phrase(
          es: "Acto {id} ({what}, {when}) deshecho en {n} ticket",
          en: "Act {id} ({what}, {when}) undone on {n} ticket"),
      other: isRehearsal
        ? Phrase(
          es: "Se desharía el acto {id} ({what}, {when}) en {n} tickets",
          en: "Act {id} ({what}, {when}) would be undone on {n} tickets")
        : Phrase(
          es: "Acto {id} ({what}, {when}) deshecho en {n} tickets",
          en: "Act {id} ({what}, {when}) undone on {n} tickets"))
    invocation.print(
      title(
        undone.tickets.count, in: invocation.numbers,
        [
          "id": "\(undone.act.id)", "what": words(undone.act, invocation.language),
          "when": RelativeTime.text(undone.act.at, now: invocation.world.now(), invocation.language),
        ]))
  }

  private static func noticeOffline(_ agent: Agent, _ invocation: Invocation) {
    let isActor = Folding.folded(agent.name) == Folding.folded(invocation.actor)
    invocation.notice(
      Phrase(
        es: "{agent} sigue sin conexión: «voc shift start{option}» inicia su turno de nuevo.",
        en: "{agent} is still offline: “voc shift start{option}” puts them online again."),
      ["agent": agent.name, "option": isActor ? "" : " --agent \(ShellWord.plain(agent.name))"])
  }

  private static func words(_ act: PerformedAct, _ language: Language) -> String {
    act.verbs.map { $0.name(language) }.joined(separator: ", ")
  }

  private struct Line: Sendable {
    var act: Int64
    var event: TicketEvent
  }

  private static let fields = Listing<Line>([
    .init(
      name: "id", header: Phrase(es: "Nº", en: "No."), alignment: .right, value: { .int($0.event.ticketID) },
      cell: { line, _ in .init("#\(line.event.ticketID)") }),
    .init(
      name: "field", header: Phrase(es: "Vuelve a como estaba", en: "Back to what it was"), isFlexible: true,
      value: { .string($0.event.kind.rawValue) },
      cell: { line, invocation in
        let clock = try? invocation.readersClock()
        return .init(ChangeText(language: invocation.language, clock: clock).text(line.event))
      }),
    .init(
      name: "from", header: Phrase(both: ""), isHidden: true,
      value: { $0.event.from.map(JSON.string) ?? .null }),
    .init(
      name: "to", header: Phrase(both: ""), isHidden: true, value: { $0.event.to.map(JSON.string) ?? .null }),
    .init(name: "act", header: Phrase(both: ""), isHidden: true, value: { .int($0.act) }),
  ])
}
