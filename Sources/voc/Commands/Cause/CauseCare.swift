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
        names: ["--agent"], value: Phrase(es: "AGENTE", en: "AGENT"), isRequired: true,
        summary: Phrase(es: "quién", en: "who"))
    ],
    examples: ["voc cause own \"Pedido retrasado\" --agent Lucía"],
    run: { invocation in
      let agent = invocation.string("--agent") ?? ""
      let line = try invocation.desk(for: .writing).setOwner(ofCause: try cause(invocation), to: agent)
      invocation.print(
        invocation.say(
          Phrase(es: "De «{cause}» se ocupa {agent}.", en: "{agent} looks after “{cause}”."),
          ["cause": Escaping.line(line.name), "agent": Escaping.line(agent)]))
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
        summary: Phrase(es: "qué día (hoy)", en: "which day (today)"))
    ],
    examples: ["voc cause fixed \"Pedido retrasado\" --on 2026-11-15"],
    run: { invocation in
      let line = try invocation.desk(for: .writing).markFixed(
        cause: try cause(invocation), on: try invocation.oneDay("--on"))
      invocation.print(
        invocation.say(
          Phrase(
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
