import VocDesk
import VocDomain

/// `voc shift handover`
enum ShiftHandover {
  static let verb = Verb(
    words: ["shift", "handover"],
    summary: Phrase(
      es: "Cierra el turno: muestra qué queda sin resolver y lo entrega",
      en: "Ends a shift: shows what is left and hands it over"),
    details: Phrase(
      es:
        "Sin --to ni --release solo muestra los tickets sin resolver, por lo que urge en cada uno: vencidos o por vencer, ventanas de respuesta que se cierran, lo prometido y los plazos más adelante, clientes que esperan y los demás, con la última nota interna. Con --to o --release los entrega todos, o los que se indiquen, y el agente queda desconectado. «voc undo» devuelve los tickets y retira las notas; a la persona la pone en línea de nuevo «voc shift start».",
      en:
        "Without --to and --release it only shows the unsolved tickets by what is urgent about each: late or about to be due, reply windows that close, promised or due later, customers who wait and the rest, with the last internal note. With --to or --release it hands over all of them, or those that are named, and the agent goes offline. “voc undo” brings the tickets back and takes the notes back; “voc shift start” puts the person online again."
    ),
    positional: .init(
      name: TicketNumbers.positional.name, count: 0...Int.max,
      summary: Phrase(
        es: "solo estos tickets (12, 3-7, 3,5); -: el primer campo de cada línea de la entrada",
        en: "only these tickets (12, 3-7, 3,5); -: the first field of each line of the input")),
    options: [
      AgentState.option,
      Option(
        names: ["--group"], value: Phrase(es: "GRUPO", en: "GROUP"),
        summary: Phrase(
          es: "muestra lo de todo un grupo de agentes", en: "shows what a whole group of agents has")),
      Option(
        names: ["--all"],
        summary: Phrase(es: "muestra lo de todos los agentes", en: "shows what every agent has")),
      Option(
        names: ["--to"], value: Phrase(es: "AGENTE", en: "AGENT"),
        summary: Phrase(es: "entrega los tickets a esta persona", en: "hands the tickets over to them"),
        completes: .colleague),
      Option(
        names: ["--release"],
        summary: Phrase(
          es: "los devuelve a su cola, sin asignar", en: "gives them back to their queue, unassigned")),
      Option(
        names: ["--note", "--message", "-n", "-m"], value: Phrase(es: "TEXTO", en: "TEXT"),
        summary: Phrase(
          es: "una nota interna en cada ticket que se entrega",
          en: "an internal note on each ticket that is handed over")),
      Option(
        names: ["--stay"],
        summary: Phrase(
          es: "el turno sigue: no desconecta al agente", en: "the shift goes on: nobody goes offline")),
      ShiftPage.within,
      TicketChanges.dryRun,
    ],
    jsonFields: ShiftPage.listing.fields, isListing: true,
    examples: [
      "voc shift handover", "voc shift handover --all --within 4h",
      "voc shift handover --to \"Diego Ramírez\" --note \"Quedé de llamar mañana\"",
      "voc shift handover 12 15 --release --stay",
    ],
    run: run)

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let page = try ShiftPage(invocation)
    try checkOptions(invocation)
    return invocation.flag("--to") || invocation.flag("--release")
      ? try handOver(page, invocation) : try show(page, invocation)
  }

  // MARK: Which options go together

  private static func checkOptions(_ invocation: Invocation) throws {
    let scopes = ["--agent", "--group", "--all"].filter(invocation.flag)
    if scopes.count > 1 { throw exclusive(scopes) }
    let targets = ["--to", "--release"].filter(invocation.flag)
    if targets.count > 1 { throw exclusive(targets) }
    if let target = targets.first, let scope = scopes.first, scope != "--agent" {
      throw UsageError(
        Phrase(
          es: "{target} entrega lo de un agente, y {scope} es de varios",
          en: "{target} hands over what one agent has, and {scope} means several"),
        Phrase(es: "Va con --agent AGENTE, uno por uno", en: "Give --agent AGENT, one after the other"),
        ["target": target, "scope": scope])
    }
    let needy = ["--note", "--stay", "--dry-run"].first(where: invocation.flag)
    if targets.isEmpty, let word = needy ?? invocation.positionals.first {
      throw UsageError(
        Phrase(es: "{word} no dice a quién se entrega", en: "{word} does not tell who takes over"),
        Phrase(
          es: "Va con --to AGENTE, o con --release para devolver los tickets a su cola",
          en: "Add --to AGENT, or --release to give the tickets back to their queue"), ["word": word])
    }
    if invocation.string("--note")?.trimmed == "" {
      throw UsageError(
        Phrase(es: "la nota está vacía; no se hizo nada", en: "the note is empty; nothing was done"),
        Phrase(es: "El texto va con --note TEXTO", en: "Give the text with --note TEXT"))
    }
  }

  private static func exclusive(_ options: [String]) -> UsageError {
    UsageError(
      Phrase(es: "{one} y {other} se excluyen", en: "{one} and {other} exclude each other"),
      Phrase(es: "Va uno de los dos", en: "Give one of them"), ["one": options[0], "other": options[1]])
  }

  // MARK: Showing

  private static func show(_ page: ShiftPage, _ invocation: Invocation) throws -> ExitCode {
    var page = page
    let scope: Desk.ShiftScope =
      if invocation.flag("--all") {
        .everybody
      } else if let group = invocation.string("--group") {
        .group(group)
      } else {
        .agent(AgentState.agent(invocation))
      }
    let shown = try invocation.desk(for: .reading).shiftPage(of: scope, within: page.within)
    if case .agent = scope { page.tellsAssignee = false } else { page.tellsAssignee = true }
    if invocation.isForPeople { writeTitle(shown, page, invocation) }
    page.write(shown.lines, ShiftPage.listing)
    if invocation.isForPeople && !shown.lines.isEmpty && !page.tellsAssignee {
      let agent = invocation.string("--agent").map { " --agent \(ShellWord.plain($0))" } ?? ""
      invocation.print("")
      invocation.print(
        invocation.say(
          Phrase(
            es: "Los entrega «voc shift handover{agent} --to AGENTE»; --release los devuelve a su cola.",
            en:
              "“voc shift handover{agent} --to AGENT” hands them over; --release gives them back to their queue."
          ), ["agent": Escaping.line(agent)]))
    }
    return .ok
  }

  private static func writeTitle(_ shown: Desk.ShiftPage, _ page: ShiftPage, _ invocation: Invocation) {
    let name =
      page.tellsAssignee
      ? invocation.string("--group").map { Escaping.line($0) }
        ?? CountedPhrase(
          one: Phrase(es: "{n} agente", en: "{n} agent"), other: Phrase(es: "{n} agentes", en: "{n} agents"))(
          shown.agents.count, in: invocation.numbers)
      : Escaping.line(shown.agents.first?.name ?? "")
    if shown.lines.isEmpty {
      return invocation.print(
        invocation.say(
          Phrase(
            es: "{name}: ningún ticket sin resolver. «voc ticket list» muestra los que hay.",
            en: "{name}: no unsolved tickets. “voc ticket list” shows those that there are."), ["name": name])
      )
    }
    let title = CountedPhrase(
      one: Phrase(es: "{name}: {n} ticket sin resolver", en: "{name}: {n} unsolved ticket"),
      other: Phrase(es: "{name}: {n} tickets sin resolver", en: "{name}: {n} unsolved tickets"))
    invocation.print(title(shown.lines.count, in: invocation.numbers, ["name": name]))
  }

  // MARK: Handing over

  private static func handOver(_ page: ShiftPage, _ invocation: Invocation) throws -> ExitCode {
    var handOver = Desk.HandOver(of: AgentState.agent(invocation), to: invocation.string("--to"))
    if !invocation.positionals.isEmpty {
      let words = invocation.positionals == ["-"] ? [] : invocation.positionals
      let numbers = try TicketNumbers.read(words, world: invocation.world).numbers
      if numbers.isEmpty { return nothing(invocation) }
      handOver.tickets = numbers
    }
    handOver.note = invocation.string("--note")?.trimmed
    handOver.endsShift = !invocation.flag("--stay")
    let isRehearsal = invocation.flag("--dry-run")
    let done = try invocation.desk(for: .writing).handOver(
      handOver, within: page.within, rehearsing: isRehearsal)
    var page = page
    page.ownNote = handOver.note
    if isRehearsal { TicketChanges.noticeRehearsal(invocation) }
    if invocation.isForPeople { writeTitle(done, invocation) }
    page.write(done.lines, ShiftPage.listing)
    writeRemarks(done, endsShift: handOver.endsShift, invocation)
    return .ok
  }

  /// What was read for numbers holds none, which does not mean all.
  private static func nothing(_ invocation: Invocation) -> ExitCode {
    invocation.notice(TicketChanges.emptyInput)
    ShiftPage.listing.write([], for: invocation)
    return .ok
  }

  private static func writeTitle(_ done: Desk.HandedOver, _ invocation: Invocation) {
    let values = ["agent": Escaping.line(done.agent.name), "heir": Escaping.line(done.to?.name ?? "")]
    if done.lines.isEmpty {
      return invocation.print(
        invocation.say(
          Phrase(
            es: "{agent} no tiene tickets que entregar.", en: "{agent} has no tickets to hand over."), values)
      )
    }
    let title =
      done.to == nil
      ? CountedPhrase(
        one: Phrase(es: "De {agent} a su cola: {n} ticket", en: "From {agent} back to its queue: {n} ticket"),
        other: Phrase(
          es: "De {agent} a sus colas: {n} tickets", en: "From {agent} back to their queues: {n} tickets"))
      : CountedPhrase(
        one: Phrase(es: "De {agent} a {heir}: {n} ticket", en: "From {agent} to {heir}: {n} ticket"),
        other: Phrase(es: "De {agent} a {heir}: {n} tickets", en: "From {agent} to {heir}: {n} tickets"))
    invocation.print(title(done.lines.count, in: invocation.numbers, values))
  }

  private static func writeRemarks(_ done: Desk.HandedOver, endsShift: Bool, _ invocation: Invocation) {
    if !invocation.hasRemarks { return }
    let values = ["agent": done.agent.name, "word": ShellWord.plain(done.agent.name)]
    if done.left > 0 {
      let left = CountedPhrase(
        one: Phrase(
          es: "{agent} conserva {n} ticket: «voc ticket list --assignee {word}».",
          en: "{agent} keeps {n} ticket: “voc ticket list --assignee {word}”."),
        other: Phrase(
          es: "{agent} conserva {n} tickets: «voc ticket list --assignee {word}».",
          en: "{agent} keeps {n} tickets: “voc ticket list --assignee {word}”."))
      invocation.notice(
        Phrase(both: "{text}"), ["text": left(done.left, in: invocation.numbers, values)])
    }
    if !endsShift { return }
    let end =
      if done.wasOffline {
        Phrase(
          es: "El turno de {agent} ya había terminado; «voc shift start» inicia otro.",
          en: "{agent}’s shift had ended before; “voc shift start” starts another.")
      } else if invocation.flag("--dry-run") {
        Phrase(es: "Terminaría el turno de {agent}.", en: "{agent}’s shift would end.")
      } else {
        Phrase(
          es: "Termina el turno de {agent}: ya no recibe tickets.",
          en: "{agent}’s shift ends: they get no more tickets.")
      }
    invocation.notice(end, values)
  }
}
