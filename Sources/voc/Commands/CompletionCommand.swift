/// The verb `voc completion`.
enum CompletionCommand {
  static let verb = Verb(
    words: ["completion"],
    summary: Phrase(
      es: "Escribe lo que una terminal necesita para completar con Tab los comandos de voc",
      en: "Writes what a shell needs to complete voc commands with Tab"),
    details: Phrase(
      es:
        "Completa comandos, opciones, campos y lo que hay en la base: tickets, clientes, agentes, canales, colas, etiquetas. En bash va en ~/.bashrc «source <(voc completion bash)», en zsh en ~/.zshrc «source <(voc completion zsh)»; en fish, «voc completion fish > ~/.config/fish/completions/voc.fish».",
      en:
        "Completes commands, options, fields and what the database has: tickets, customers, agents, channels, queues, tags. In bash, “source <(voc completion bash)” goes into ~/.bashrc; in zsh, “source <(voc completion zsh)” into ~/.zshrc; in fish, “voc completion fish > ~/.config/fish/completions/voc.fish”."
    ),
    positional: .init(
      name: Phrase(both: "SHELL"), count: 1...1,
      summary: Phrase(es: "bash, zsh o fish", en: "bash, zsh or fish"),
      completes: .oneOf(shells)),
    examples: ["voc completion bash", "voc completion fish > voc.fish"],
    run: { invocation in
      let word = invocation.positionals[0]
      guard let script = CompletionScript(rawValue: word) else {
        throw UsageError(
          Phrase(es: "no hay completado para «{shell}»", en: "there is no completion for “{shell}”"),
          Phrase(es: "Va una de estas: {all}", en: "Give one of these: {all}"),
          ["shell": word, "all": shells.joined(separator: ", ")])
      }
      invocation.world.out(script.text)
      return .ok
    })

  private static let shells = CompletionScript.allCases.map(\.rawValue)
}
