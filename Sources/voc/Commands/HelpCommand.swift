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
    options: [
      Option(
        names: ["--man"],
        summary: Phrase(
          es: "escribe la página de manual voc(1)", en: "writes the manual page voc(1)"))
    ],
    isPage: true,
    examples: ["voc help exit-codes", "voc help --man > voc.1"],
    run: { invocation in
      if invocation.flag("--man") {
        let clock = try invocation.readersClock()
        let today = clock.localTime(of: invocation.world.now())
        invocation.world.out(
          ManPage(
            verbs: invocation.verbs, language: invocation.language, day: Timestamp.day(today, .en)
          ).text)
        return .ok
      }
      let help = Help(verbs: invocation.verbs, language: invocation.language, world: invocation.world)
      try help.show(invocation.positionals)
      return .ok
    })
}
