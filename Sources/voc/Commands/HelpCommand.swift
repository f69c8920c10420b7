/// The verb `voc help`.
enum HelpCommand {
  static let verb = Verb(
    words: ["help"],
    summary: Phrase(es: "Explica un comando o un tema", en: "Explains a command or a topic"),
    positional: .init(
      name: Phrase(es: "COMANDO", en: "COMMAND"), count: 0...Int.max,
      summary: Phrase(
        es: "las palabras de un comando (ticket, ticket list) o un tema (policy, exit-codes)",
        en: "the words of a command (ticket, ticket list) or a topic (policy, exit-codes)")),
    examples: ["voc help exit-codes"],
    run: { invocation in
      let help = Help(verbs: invocation.verbs, language: invocation.language, world: invocation.world)
      try help.show(invocation.positionals)
      return .ok
    })
}
