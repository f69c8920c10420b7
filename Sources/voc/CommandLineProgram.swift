import VocDomain

/// voc itself: arguments in, effects on the world, an exit code out.
struct CommandLineProgram {
  let verbs: [Verb]

  init(verbs: [Verb] = VerbTable.all) { self.verbs = verbs }

  static func run(arguments: [String], world: World) -> ExitCode {
    CommandLineProgram().run(arguments: arguments, world: world)
  }

  func run(arguments: [String], world: World) -> ExitCode {
    if arguments.first == CompletionAnswer.word {
      CompletionAnswer(Array(arguments.dropFirst()), verbs: verbs, world: world).write()
      // Nobody reads what the Tab key could not write.
      try? world.flush()
      return .ok
    }
    let language = Arguments.language(in: arguments) ?? Language(environment: world.environment)
    var code: ExitCode
    do {
      code = try answer(arguments, language, world)
    } catch {
      code = report(error, language, world)
    }
    do {
      try world.flush()
    } catch {
      let failed = report(error, language, world)
      if code == .ok { code = failed }
    }
    return code
  }

  private func answer(_ arguments: [String], _ language: Language, _ world: World) throws -> ExitCode {
    switch try Arguments(verbs: verbs).request(arguments) {
    case .version:
      world.out("voc \(Version.text)\n")
      return .ok
    case .help(let words):
      return try paged(world) {
        try Help(verbs: verbs, language: language, world: $0).show(words)
        return .ok
      }
    case .run(let parsed):
      let verb = parsed.verb
      let isUnpaged = parsed.values.keys.contains { ["--json", "--no-pager", "--watch"].contains($0) }
      let run = { try verb.run(Invocation(parsed, verbs: verbs, language: language, world: $0)) }
      return try (verb.isListing || verb.isPage) && !isUnpaged ? paged(world, run) : run(world)
    }
  }

  /// On a terminal what is long goes through the pager.
  private func paged(_ world: World, _ run: (World) throws -> ExitCode) throws -> ExitCode {
    if !world.outputIsTerminal { return try run(world) }
    let paged = PagedOutput(world)
    defer { paged.finish() }
    return try run(paged.world)
  }

  private func report(_ error: any Error, _ language: Language, _ world: World) -> ExitCode {
    let explanation = Explanation(
      error, language: language, clock: try? ZoneClock(named: world.systemZone()))
    explanation.write(in: world)
    if let page = (error as? UsageError)?.helpPage {
      world.err("\n")
      let help = Help(verbs: verbs, language: language, world: world)
      world.err(help.text(for: page) ?? "")
    }
    return explanation.exitCode
  }
}
