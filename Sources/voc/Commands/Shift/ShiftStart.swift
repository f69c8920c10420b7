import VocDesk
import VocDomain

/// `voc shift start`
enum ShiftStart {
  static let verb = Verb(
    words: ["shift", "start"],
    summary: Phrase(
      es: "Inicia el turno: pone al agente en línea y muestra qué le espera",
      en: "Starts a shift: puts the agent online and shows what awaits them"),
    details: Phrase(
      es:
        "Primero lo que otra persona le asignó y todavía no ha tocado, con la nota que le dejó; después lo vencido o por vencer, las ventanas de respuesta que se cierran, lo prometido para hoy o que vence hoy y los clientes que esperan. Repetirlo no cambia nada.",
      en:
        "First what somebody else assigned to them and they have not touched yet, with the note that came along; then what is late or about to be due, reply windows that close, what was promised for today or comes due today and customers who wait. Once more changes nothing."
    ),
    options: [AgentState.option, ShiftPage.within],
    jsonFields: ShiftPage.startListing.fields, isListing: true,
    examples: ["voc shift start", "voc shift start --as \"Lucía Fernández\" --within 4h"],
    run: run)

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let page = try ShiftPage(invocation)
    let started = try invocation.desk(for: .writing).startShift(
      ofAgent: AgentState.agent(invocation), within: page.within)
    if invocation.isForPeople { writeTitle(started, invocation) }
    page.write(started.lines, ShiftPage.startListing)
    if invocation.isForPeople { writeEnd(started, invocation) }
    return .ok
  }

  private static func writeTitle(_ started: Desk.StartedShift, _ invocation: Invocation) {
    let title =
      started.wasOnline
      ? Phrase(es: "{agent} ya estaba en línea", en: "{agent} was online already")
      : Phrase(es: "{agent} está en línea", en: "{agent} is online")
    let count = CountedPhrase(
      one: Phrase(es: "{title}; le espera {n} ticket.", en: "{title}; {n} ticket awaits them."),
      other: Phrase(es: "{title}; le esperan {n} tickets.", en: "{title}; {n} tickets await them."))
    let none = Phrase(es: "{title}; no le espera ningún ticket.", en: "{title}; no ticket awaits them.")
    let values = ["title": invocation.say(title, ["agent": Escaping.line(started.agent.name)])]
    invocation.print(
      started.lines.isEmpty
        ? invocation.say(none, values) : count(started.lines.count, in: invocation.numbers, values))
  }

  /// What is there besides, and what to type next.
  private static func writeEnd(_ started: Desk.StartedShift, _ invocation: Invocation) {
    if !started.lines.isEmpty { invocation.print("") }
    if started.others > 0 {
      let phrase = CountedPhrase(
        one: Phrase(
          es: "Tiene {n} ticket más sin prisa: voc ticket list --assignee {agent}",
          en: "{n} more ticket is in no hurry: voc ticket list --assignee {agent}"),
        other: Phrase(
          es: "Tiene {n} tickets más sin prisa: voc ticket list --assignee {agent}",
          en: "{n} more tickets are in no hurry: voc ticket list --assignee {agent}"))
      let agent = invocation.string("--agent") == nil ? "@me" : ShellWord.plain(started.agent.name)
      invocation.print(phrase(started.others, in: invocation.numbers, ["agent": Escaping.line(agent)]))
    }
    if started.unassigned.number > 0 {
      let values = ["command": "voc ticket list \(Desk.unassignedUrgent)"]
      let phrase = CountedPhrase(
        one: Phrase(
          es: "Hay {n} ticket urgente sin asignar: {command}",
          en: "{n} urgent ticket is unassigned: {command}"),
        other: Phrase(
          es: "Hay {n} tickets urgentes sin asignar: {command}",
          en: "{n} urgent tickets are unassigned: {command}"))
      let least = Phrase(
        es: "Hay {n} tickets urgentes sin asignar o más: {command}",
        en: "{n} urgent tickets or more are unassigned: {command}")
      let number = started.unassigned.number
      invocation.print(
        started.unassigned.isLeast
          ? invocation.say(least, values.merging(["n": invocation.numbers.integer(number)]) { $1 })
          : phrase(number, in: invocation.numbers, values))
    }
    invocation.print(invocation.say(Phrase(es: "Lo que sigue: voc ticket next", en: "Next: voc ticket next")))
  }
}
