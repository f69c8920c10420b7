import VocDesk
import VocDomain

/// `voc cause own` and `voc cause fixed`
enum CauseCareCommands {
  static let own = Verb(
    words: ["cause", "own"],
    summary: Phrase(es: "Dice quién se ocupa de una causa", en: "Says who looks after a cause"),
    positional: name,
    options: [
      Option(
        names: ["--agent"], value: Phrase(es: "AGENTE", en: "AGENT"), summary: Phrase(es: "quién", en: "who")),
      Option(names: ["--remove"], summary: Phrase(es: "ya no se ocupa nadie", en: "nobody does any more")),
    ],
    examples: [
      "voc cause own \"Pedido retrasado\" --agent Lucía", "voc cause own \"Pedido retrasado\" --remove",
    ],
    run: { invocation in
      let agent = invocation.string("--agent")
      if invocation.flag("--remove") == (agent != nil) {
        throw UsageError(
          Phrase(
            es: "hay que decir quién se ocupa, o que nadie", en: "say who looks after it, or that nobody does"
          ),
          Phrase(es: "Va --agent AGENTE o --remove", en: "Give --agent AGENT or --remove"))
      }
      let line = try invocation.desk(for: .writing).setOwner(ofCause: try cause(invocation), to: agent)
      invocation.print(
        invocation.say(
          agent == nil
            ? Phrase(es: "De «{cause}» no se ocupa nadie.", en: "Nobody looks after “{cause}”.")
            : Phrase(es: "De «{cause}» se ocupa {agent}.", en: "{agent} looks after “{cause}”."),
          ["cause": Escaping.line(line.name), "agent": Escaping.line(agent ?? "")]))
      return .ok
    })

  static let fixed = Verb(
    words: ["cause", "fixed"],
    summary: Phrase(
      es: "Marca el día en que se actuó sobre una causa",
      en: "Marks the day on which something was done about a cause"),
    details: Phrase(
      es: "«voc report loop» compara los tickets de antes y de después.",
      en: "“voc report loop” compares the tickets before and after."),
    positional: name,
    options: [
      Option(
        names: ["--on"], value: Phrase(es: "FECHA", en: "DATE"),
        summary: Phrase(
          es: "qué día (hoy): 2026-11-15, ayer, -3d", en: "which day (today): 2026-11-15, yesterday, -3d")),
      Option(names: ["--remove"], summary: Phrase(es: "quita la marca", en: "takes the mark back")),
    ],
    examples: [
      "voc cause fixed \"Pedido retrasado\" --on 2026-11-15", "voc cause fixed \"Pedido retrasado\" --remove",
    ],
    run: { invocation in
      let isRemoval = invocation.flag("--remove")
      if isRemoval && invocation.string("--on") != nil {
        throw UsageError(
          Phrase(es: "--on y --remove se excluyen", en: "--on and --remove exclude each other"),
          Phrase(es: "Va uno de los dos", en: "Give one of them"))
      }
      let (cause, day) = (try cause(invocation), try invocation.oneDay("--on"))
      let desk = try invocation.desk(for: .writing)
      let line = try isRemoval ? desk.unmarkFixed(cause: cause) : desk.markFixed(cause: cause, on: day)
      invocation.print(
        invocation.say(
          isRemoval
            ? Phrase(
              es: "Ya no consta que se actuó sobre «{cause}».",
              en: "No longer marked that something was done about “{cause}”.")
            : Phrase(
              es: "Se marcó que se actuó sobre «{cause}».",
              en: "Marked that something was done about “{cause}”."),
          ["cause": Escaping.line(line.name)]))
      return .ok
    })

  private static let name = Verb.Positional(
    name: Phrase(es: "CAUSA", en: "CAUSE"), count: 1...1,
    summary: Phrase(es: "qué causa tickets", en: "what causes tickets"))

  private static func cause(_ invocation: Invocation) throws -> String {
    let name = invocation.positionals[0].trimmed
    if name.isEmpty { throw UsageError.emptyName }
    return name
  }
}
