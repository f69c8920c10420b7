import Testing

@testable import voc

/// What is proposed where, of the verb table itself and with the values made up.
@Suite struct CompleterTests {
  /// The words of the line after "voc", the last of them being typed; then what is proposed.
  static let lines: [(line: [String], proposals: [String])] = [
    (["ti"], ["ticket"]),
    (["ticket", "re"], ["release", "reply", "reopen"]),
    (["ticket", "nada", ""], []),
    (["--lang", "es", "view", "s"], ["save"]),
    (["--lang", ""], ["es", "en"]),
    (["--db", ""], ["<file >"]),
    (["ticket", "solve", ""], ["<ticket >"]),
    (["ticket", "solve", "12", "1"], ["<ticket 1 not 12>"]),
    (["ticket", "solve", "--ca"], ["--cause"]),
    (["ticket", "tag", "--add", "vip", "--ad"], ["--add"]),
    (["ticket", "tag", "--add", "vip", "--add", ""], ["<tag  not vip>"]),
    (["ticket", "tag", "--dry-run", "--dr"], []),
    (["ticket", "list", "-a", "lu"], ["<assignee lu>"]),
    (["ticket", "list", "--assignee=lu"], ["--assignee=<assignee lu>"]),
    (["ticket", "list", "--sort", "ne"], ["newest"]),
    (["ticket", "list", "--sort=ne"], ["--sort=newest"]),
    (["ticket", "ls", "--json", "id,cu"], ["id,customer", "id,customer_id", "<filter id,cu>"]),
    (["ticket", "list", "--json=id,customer,cu"], ["--json=id,customer,customer_id"]),
    (["ticket", "list", "--json=nada,cu"], []),
    (["ticket", "list", "--json", "id", "st"], ["<filter st not >"]),
    (["ticket", "list", "-tag:v"], ["<filter -tag:v>"]),
    (["ticket", "list", "-L"], []),
    (["ticket", "list", "-L", ""], ["<anything >"]),
    (["ticket", "take", "--", "--db"], ["<ticket --db>"]),
    (["agent", "skill", "Lu"], ["<agent Lu>"]),
    (["agent", "skill", "Lucía", "in"], ["<skill in not Lucía>"]),
    (["agent", "capacity", "Lucía", ""], ["<channelKind  not Lucía>"]),
    (["config", "apply", "po"], ["<file po>"]),
    (["import", "f"], ["formats", "<file f>"]),
    (["route", "simulate", "--policy=po"], ["<file po>"]),
    (["view", "remove", ""], ["<view >"]),
    (["view", "save", "mine", ""], ["<filter  not mine>"]),
    (["config", "laws", "pe"], ["<law pe>"]),
    (["completion", ""], ["bash", "zsh", "fish"]),
    (["completion", "bash", ""], ["--db", "--as", "--lang", "--help"]),
    (["help", "exit"], ["exit-codes"]),
    (["help", "ticket", "spl"], ["split"]),
    (["doctor", "x"], []),
  ]

  @Test(arguments: lines.indices)
  func proposes(index: Int) {
    let (line, expected) = CompleterTests.lines[index]
    let completer = Completer(verbs: VerbTable.all, language: .en) { value, typed, given in
      [Candidate(text: "<\(value) \(typed)\(given.isEmpty ? "" : " not \(given.joined(separator: ","))")>")]
    }
    let found = completer.proposals(after: Array(line.dropLast()), typing: line.last ?? "")
    let texts = found.map {
      switch $0 {
      case .files(let begun): "<file \(begun)>"
      case .word(let candidate): candidate.text
      }
    }
    #expect(texts == expected.map { $0.replacing(" not >", with: ">") }, "\(line)")
  }

  /// Names of values whose words nobody has: numbers, dates, free text.
  static let free: Set<String> = [
    "N", "TEXT", "NAME", "E-MAIL", "ZONE", "REASON", "DATE", "SEED", "SECONDS", "TIME", "LENGTH", "SCORE",
    "SUBJECT", "PLACES", "ACT", "BATCH", "CAUSE", "DURATION", "DEPARTMENT", "MEASURE", "±N", "FORMAT",
    "TEMPLATE", "ID", "COMPETITOR", "TITLE", "ITEM=MARK", "ITEM=WEIGHT", "AMOUNT",
    "COLUMN", "WHEN", "FIGURE", "YEAR",
  ]

  /// A new name of a value says what it is, or stands among those that say nothing.
  @Test(arguments: VerbTable.all.map(\.name))
  func everyValueIsToldOf(name: String) throws {
    let verb = try #require(VerbTable.all.first { $0.name == name })
    var names = verb.allOptions.filter { $0.optionalValueFields == nil && $0.completedValue == .anything }
      .compactMap { $0.value?.en }
    if let positional = verb.positional, positional.completes == nil {
      names += positional.name.en.split(separator: " ").map(String.init)
        .filter { CompletedValue(named: $0) == .anything }
    }
    for name in names {
      let word = String(name.prefix { $0 != "=" && $0 != "[" })
      #expect(
        CompleterTests.free.contains(word) || CompleterTests.free.contains(name), "\(verb.name): \(name)")
    }
  }
}
