import Testing

@testable import voc

@Suite struct ArgumentsTests {
  static let accepted: [([String], String)] = [
    (["ticket", "list"], "ticket list"),
    (["ticket", "ls"], "ticket list"),
    (["ticket", "list", "--limit", "5"], "ticket list|limit=5"),
    (["ticket", "list", "--limit=5"], "ticket list|limit=5"),
    (["ticket", "list", "-L", "5"], "ticket list|limit=5"),
    (["ticket", "list", "-L5"], "ticket list|limit=5"),
    (["ticket", "list", "-L=5"], "ticket list|limit=5"),
    (["ticket", "list", "-rqL5", "x"], "ticket list|limit=5|reverse=|quiet=|x"),
    (["ticket", "list", "x", "-L", "5", "y"], "ticket list|limit=5|x|y"),
    (["ticket", "list", "--limit", "-5"], "ticket list|limit=-5"),
    (["ticket", "list", "--limit="], "ticket list|limit="),
    (["ticket", "list", "-5", "-1.5"], "ticket list|-5|-1.5"),
    (["ticket", "list", "-"], "ticket list|-"),
    (["ticket", "list", ""], "ticket list|"),
    (["ticket", "list", "--", "--limit", "-x"], "ticket list|--limit|-x"),
    (["ticket", "list", "status:open", "-tag:vip"], "ticket list|status:open|-tag:vip"),
    (["ticket", "list", "-no llega"], "ticket list|-no llega"),
    (["ticket", "list", "-l", "a", "--label=b"], "ticket list|label=a,b"),
    (["ticket", "list", "-l", "-vip"], "ticket list|label=-vip"),
    (["ticket", "list", "--sort", "due"], "ticket list|sort=due"),
    (["ticket", "list", "--json"], "ticket list|json="),
    (["ticket", "list", "--json", "id,status"], "ticket list|json=id,status"),
    (["ticket", "list", "--json=subject"], "ticket list|json=subject"),
    (["ticket", "list", "--json", "status:open"], "ticket list|json=|status:open"),
    (["ticket", "list", "nada", "--json"], "ticket list|json=|nada"),
    (["ticket", "list", "--json", "no llega"], "ticket list|json=|no llega"),
    (["ticket", "list", "--json", "@mias"], "ticket list|json=|@mias"),
    (["ticket", "list", "--json", "-tag:vip"], "ticket list|json=|-tag:vip"),
    (["ticket", "list", "--json", "--", "nada"], "ticket list|json=|nada"),
    (["ticket", "list", "--json", "--limit", "3"], "ticket list|limit=3|json="),
    (["--db", "x.db", "ticket", "--as=ana", "list"], "ticket list|db=x.db|as=ana"),
    (["--lang", "en", "ticket", "list", "--lang", "es"], "ticket list|lang=es"),
    (["import", "chat.txt", "list"], "import|chat.txt|list"),
    (["import", "-n", "list"], "import|dry-run=|list"),
    (["import", "--", "list"], "import|list"),
    (["import", "./list"], "import|./list"),
  ]

  @Test(arguments: accepted)
  func commandLinesAreUnderstood(arguments: [String], echoed: String) {
    let fake = FakeWorld()
    let code = CommandLineProgram(verbs: FakeVerbs.table).run(arguments: arguments, world: fake.world)
    #expect(fake.output == echoed + "\n")
    #expect(fake.errors == "")
    #expect(code == .ok)
  }

  static let refused: [([String], String)] = [
    (
      ["tiket"],
      "«tiket» no es un comando de voc. Tal vez: voc ticket; todos los comandos están en «voc help»."
    ),
    (
      ["tick", "list"],
      "«tick» no es un comando de voc. Tal vez: voc ticket; todos los comandos están en «voc help»."
    ),
    (["list"], "«list» no es un comando de voc. Tal vez: voc ticket list, voc import list; todos"),
    (
      ["version"],
      "«version» no es un comando de voc. Tal vez: voc --version; todos los comandos están en «voc help»."
    ),
    (["zz"], "«zz» no es un comando de voc. Los comandos están en «voc help»."),
    (["ticket", "lst"], "«lst» no es un verbo de «ticket». Tal vez: voc ticket list; los verbos están en"),
    (["ticket"], "falta el verbo después de «ticket». Los verbos son estos."),
    (["ticket", "--db", "x"], "falta el verbo después de «ticket». Los verbos son estos."),
    (["--limt", "3"], "«voc» no tiene la opción --limt. "),
    (
      ["ticket", "list", "--limt", "3"],
      "«voc ticket list» no tiene la opción --limt. Tal vez: --limit; las opciones"
    ),
    (
      ["ticket", "list", "-x"],
      "«voc ticket list» no tiene la opción -x. El uso está en «voc help ticket list»."
    ),
    (["ticket", "list", "-tag"], "«voc ticket list» no tiene la opción -tag. "),
    (["import", "-tag:vip"], "«voc import» no tiene la opción -tag:vip. "),
    (["ticket", "list", "--limit"], "falta el valor de --limit. El uso está en «voc help ticket list»."),
    (["ticket", "list", "--limit", "--reverse"], "falta el valor de --limit. "),
    (["ticket", "list", "--limit", "--"], "falta el valor de --limit. "),
    (["ticket", "list", "--db="], "falta el valor de --db. "),
    (["--as", "", "ticket", "list"], "falta el valor de --as. "),
    (
      ["ticket", "list", "--limit", "1", "--limit", "2"], "--limit se dio dos veces. Basta con uno de los dos"
    ),
    (["ticket", "list", "--reverse=si"], "--reverse no lleva valor. "),
    (["ticket", "list", "-r=si"], "-r no lleva valor. "),
    (["ticket", "list", "--sort", "nada"], "«nada» no vale para --sort. Los valores son: due, created."),
    (
      ["ticket", "list", "--json=id,nada"],
      "«nada» no vale para --json. Los valores son: id, status, subject."
    ),
    (
      ["ticket", "list", "--json", "id,cosa"],
      "«cosa» no vale para --json. Los valores son: id, status, subject."
    ),
    (
      ["ticket", "list", "--json", "statu"],
      "«statu» no es un campo de --json. Tal vez: status; una palabra del filtro va antes de --json."
    ),
    (
      ["ticket", "list", "--json", "reembolso-10"],
      "«reembolso-10» no es un campo de --json. Los campos son id, status, subject; una palabra del filtro"
    ),
    (["ticket", "list", "--json", "nada,cosa"], "«nada,cosa» no es un campo de --json. "),
    (["ticket", "list", "--json="], "«» no vale para --json. Los valores son: id, status, subject."),
    (["ticket", "reply"], "falta NÚMERO. El uso está en «voc help ticket reply»."),
    (["ticket", "reply", "1", "2"], "sobra «2» en «voc ticket reply». "),
    (["ticket", "solve", "1"], "falta --cause. El uso está en «voc help ticket solve»."),
    (["import", "x", "--lang", "fr"], "«fr» no vale para --lang. Los valores son: es, en."),
    (["help", "tiket"], "no hay ayuda sobre «tiket». Tal vez: voc help ticket."),
    (["help", "ticket", "lst"], "no hay ayuda sobre «ticket lst». Tal vez: voc help ticket list."),
    (["\u{1B}[2Jx"], "«\\u{1B}[2Jx» no es un comando de voc. "),
  ]

  @Test(arguments: refused)
  func mistakesSayWhatToDo(arguments: [String], message: String) {
    let fake = FakeWorld()
    let code = CommandLineProgram(verbs: FakeVerbs.table).run(arguments: arguments, world: fake.world)
    #expect(fake.errors.hasPrefix("voc: " + message), "\(fake.errors)")
    #expect(fake.output == "")
    #expect(code == .usage)
  }

  /// Whatever the words, voc answers; it neither traps nor does anything but usage, help or the verb.
  @Test func anyWordsAreAnswered() {
    var random = SplitMix(seed: 7)
    let words =
      FakeVerbs.table.flatMap { $0.words + $0.allOptions.flatMap(\.names) }
      + ["--", "-", "", "=", "--=", "-=", "-L=", "ls", "x", "-5", "--json=id", "-rqx", "ñ", "-ñ", "🇲🇽"]
    for round in 0..<3000 {
      let count = Int.random(in: 0...6, using: &random)
      let line = (0..<count).map { _ in words.randomElement(using: &random) ?? "" }
      let fake = FakeWorld()
      fake.input = ""
      let code = CommandLineProgram(verbs: FakeVerbs.table).run(arguments: line, world: fake.world)
      let isStrange = code == .failure && line.contains("import")
      #expect(code == .ok || code == .usage || isStrange, "seed 7, round \(round): \(line)")
      #expect(fake.output.isEmpty == (code != .ok), "seed 7, round \(round): \(line)")
    }
  }
}

@Suite struct InvocationTests {
  @Test func nothingOfAnUnknownErrorLeaks() {
    let fake = FakeWorld()
    #expect(fake.run("import", "list") == .failure)
    #expect(fake.errors.contains("(Strange)") && !fake.errors.contains("Ana"))
  }

  @Test func readersGiveTypedValues() throws {
    let fake = FakeWorld()
    let asked = try fake.invocation(["-L", "5", "-l", "a", "-l", "b", "--sort=due", "-q", "--json", "id"])
    #expect(try asked.int("--limit", in: 1...10) == 5)
    #expect(asked.strings("--label") == ["a", "b"])
    #expect(asked.flag("--quiet") && !asked.flag("--reverse"))
    #expect(asked.choice("--sort", as: Sort.self) == .due)
    #expect(asked.jsonFields == ["id"])
    #expect(try fake.invocation(["--json"]).jsonFields == ["id", "status", "subject"])
    #expect(try fake.invocation([]).jsonFields == nil)
    #expect(try fake.invocation([]).int("--limit", in: 1...10) == nil)
  }

  enum Sort: String {
    case due
    case created
  }

  @Test(arguments: ["0", "11", "x", "", "5.0", "99999999999999999999"])
  func numbersOutsideTheRangeAreRefused(text: String) throws {
    let asked = try FakeWorld().invocation(["--limit", text])
    #expect(throws: UsageError.self) { try asked.int("--limit", in: 1...10) }
  }

  @Test func theActorAndTheDatabaseComeFromTheNearestPlace() throws {
    let fake = FakeWorld()
    #expect(try fake.invocation([]).actor == "lucia")
    #expect(try fake.invocation([]).databasePath == "/home/lucia/.local/share/voc/voc.db")
    fake.environment["XDG_DATA_HOME"] = "/data"
    #expect(try fake.invocation([]).databasePath == "/data/voc/voc.db")
    fake.environment["XDG_DATA_HOME"] = "relative"
    #expect(try fake.invocation([]).databasePath == "/home/lucia/.local/share/voc/voc.db")
    fake.environment["VOC_DB"] = "/x.db"
    fake.environment["VOC_AGENT"] = "marta"
    #expect(try fake.invocation([]).actor == "marta")
    #expect(try fake.invocation([]).databasePath == "/x.db")
    let asked = try fake.invocation(["--as", "ana", "--db", "y.db"])
    #expect(asked.actor == "ana")
    #expect(asked.databasePath == "y.db")
  }
}
