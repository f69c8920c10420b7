import VocDomain

@testable import voc

/// A world whose console is kept in strings and whose clock stands still.
final class FakeWorld {
  var environment: [String: String] = ["LANG": "es_MX.UTF-8", "HOME": "/home/lucia", "NO_COLOR": "1"]
  var clock = Instant(unixSeconds: 1_795_186_800)
  var uptime = 0.0
  /// How often somebody has slept, and after how many times the reader of the output goes.
  var naps = 0
  var napsUntilClosed = Int.max
  /// What others do during a nap, and after how many of them Ctrl+C comes.
  var whileAsleep: (_ nap: Int) -> Void = { _ in }
  var interruptedAfterNaps = Int.max
  var input: String?
  var edited: String?
  var outputIsTerminal = true
  var errorIsTerminal = false
  var width = 100
  var height = 40
  /// Nil: the terminal's, or none.
  var errorWidth: Int?
  /// What a pager was given, and after how many characters its reader leaves; nil where there is none.
  var paged: String?
  var pagedUntil = Int.max
  var output = ""
  var errors = ""
  var terminal = Terminal.none

  var world: World {
    World(
      environment: environment,
      now: { self.clock },
      uptime: { self.uptime },
      sleep: { seconds in
        self.clock = self.clock + Int64(seconds)
        self.naps += 1
        self.whileAsleep(self.naps)
      },
      systemZone: { "America/Mexico_City" },
      out: { self.output += $0 },
      err: { self.errors += $0 },
      flush: {},
      outputIsClosed: { self.naps >= self.napsUntilClosed },
      readInput: {
        defer { self.input = "" }
        return Array((self.input ?? "").utf8)
      },
      edit: { initial in
        guard let edited = self.edited else { throw SystemFailure.editor("fake", status: 1) }
        return edited + initial
      },
      inputIsTerminal: input == nil,
      outputIsTerminal: outputIsTerminal,
      errorIsTerminal: errorIsTerminal,
      width: width,
      height: height,
      errorWidth: errorWidth ?? (errorIsTerminal ? width : .max),
      loginName: "lucia",
      isInterrupted: { self.naps >= self.interruptedAfterNaps },
      openPager: {
        self.paged.map { _ in
          Pager(
            write: { text in
              self.paged?.append(text)
              return (self.paged?.count ?? 0) < self.pagedUntil
            }, close: { self.errors += "(pager closed)\n" })
        }
      },
      terminal: terminal)
  }

  /// Runs voc with the fake verbs.
  @discardableResult
  func run(_ arguments: String..., verbs: [Verb] = FakeVerbs.table) -> ExitCode {
    CommandLineProgram(verbs: verbs).run(arguments: arguments, world: world)
  }

  /// An invocation of a fake verb that exists for nothing but its readers.
  func invocation(_ arguments: [String], of verb: Verb = FakeVerbs.list) throws -> Invocation {
    Invocation(
      try VerbParser(verb: verb).parse(arguments), verbs: FakeVerbs.table,
      language: Language(environment: environment), world: world)
  }
}
