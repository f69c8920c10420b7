import Testing

/// The invariants of absence: what no module may know or do.
@Suite struct ArrowTests {
  /// Who may import whom of our own. Foundation and the C library are for all; `forbidden` says what of them.
  static let arrows: [String: Set<String>] = [
    "voc": ["VocDesk", "VocDomain"],
    "VocDesk": ["VocStore", "VocChannels", "VocRouting", "VocInsight", "VocDomain"],
    "VocStore": ["SQLite", "VocSchema", "VocDomain"],
    "VocChannels": ["VocDomain"],
    "VocRouting": ["VocDomain"],
    "VocInsight": ["VocDomain"],
    "VocDomain": [],
    "SQLite": ["CSQLite"],
    "schema": [],
  ]

  private func sources() throws -> [SourceTree.File] { try SourceTree.files(under: "Sources") }

  private func imports(of text: String) -> [String] {
    SourceTree.parts(of: text).code.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let index = words.firstIndex(of: "import"), index + 1 < words.count,
        words[..<index].allSatisfy({
          ["public", "internal", "package", "@testable", "@_exported"].contains($0)
        })
      else { return nil }
      return words[index + 1]
    }
  }

  @Test func importsFollowTheArrows() throws {
    let files = try sources()
    #expect(files.count > 100)
    for file in files {
      let allowed = try #require(ArrowTests.arrows[file.module], "\(file.path): a module without arrows")
      for name in imports(of: file.text) where !["Foundation", "Glibc", "Musl", "Darwin"].contains(name) {
        #expect(allowed.contains(name), "\(file.path) imports \(name)")
      }
    }
    for file in try SourceTree.files(under: "schema") {
      #expect(imports(of: file.text) == [], "\(file.path)")
    }
  }

  static let impure = [
    "FileManager", "FileHandle", "Process", "Date()", "Date.now", "Data(contentsOf", "contentsOfFile",
    "NSTemporaryDirectory", "ProcessInfo", "getenv", "print", "debugPrint", "NSLog", "fopen", "open(",
    "read(",
    "write(", "readLine", "URLSession", "Bundle", "ContinuousClock", "clock_gettime", "time(", "Random",
    ".random(", "exit(",
  ]

  /// Whether the code uses the word by itself: not `WhatsAppExport.read(`, `func read(` or `printable`.
  private func uses(_ word: String, _ code: String) -> Bool {
    code.ranges(of: word).contains { range in
      let before = code[..<range.lowerBound]
      let isMember = before.last.map { $0 == "." || $0 == "_" || $0.isLetter || $0.isNumber } ?? false
      let isDeclared = before.hasSuffix("func ") || before.hasSuffix("var ") || before.hasSuffix("let ")
      let after = code[range.upperBound...].first
      let isWhole =
        word.last.map { !$0.isLetter } ?? true || !(after.map { $0.isLetter || $0 == ":" } ?? false)
      return (!isMember || word.hasPrefix(".")) && !isDeclared && isWhole
    }
  }

  /// Files whose own function is called like one of the C library's.
  private func declares(_ word: String, _ files: [SourceTree.File], _ module: String) -> Bool {
    word.hasSuffix("(") && files.contains { $0.module == module && $0.text.contains("func " + word) }
  }

  @Test(arguments: ["VocDomain", "VocChannels", "VocRouting", "VocInsight"])
  func pureModulesTouchNothing(module: String) throws {
    let files = try sources()
    for file in files where file.module == module {
      let code = SourceTree.parts(of: file.text).code
      let used = ArrowTests.impure.filter { uses($0, code) && !declares($0, files, module) }
      #expect(used == [], "\(file.path)")
    }
  }

  @Test func onlyTheCommandLinePrintsReadsArgumentsOrExits() throws {
    for file in try sources() where file.module != "voc" {
      let code = SourceTree.parts(of: file.text).code
      let used = ["print(", "exit(", "CommandLine", "ProcessInfo", "getenv", "STDOUT_FILENO"]
        .filter { uses($0, code) }
      #expect(used == [], "\(file.path)")
    }
  }

  private static let openings = [
    "SELECT ", "INSERT INTO ", "INSERT OR ", "UPDATE ", "DELETE FROM ", "PRAGMA ", "CREATE TABLE ",
    "CREATE INDEX ", "CREATE UNIQUE ", "CREATE VIRTUAL ", "DROP ", "ALTER ", "BEGIN", "COMMIT", "ROLLBACK",
  ]

  /// Whether a line of the literal opens a statement of SQL.
  private func isSQL(_ literal: String) -> Bool {
    literal.split(separator: "\n").contains { line in
      let line = line.drop { $0 == " " }
      return ArrowTests.openings.contains { line.hasPrefix($0) }
    }
  }

  @Test func sqlStandsOnlyInTheStore() throws {
    var seen = 0
    for file in try sources() {
      for literal in SourceTree.parts(of: file.text).literals where isSQL(literal) {
        seen += 1
        let ofTransactions = [
          "BEGIN IMMEDIATE", "BEGIN DEFERRED", "COMMIT", "ROLLBACK", "PRAGMA data_version",
        ]
        let isTransaction = ofTransactions.contains(literal)
        #expect(
          file.module == "VocStore" || file.module == "SQLite" && isTransaction, "\(file.path): \(literal)")
      }
    }
    #expect(seen > 50)
  }

  @Test func nothingIsForcedOrLeftUndone() throws {
    for file in try sources() + SourceTree.files(under: "schema") {
      let code = SourceTree.parts(of: file.text).code
      let found =
        ["try!", "as!", "fatalError"].filter(code.contains)
        + ["TODO", "FIXME", "HACK"].filter(file.text.contains)
      #expect(found == [], "\(file.path)")
    }
  }

  @Test func filesStayShort() throws {
    let tests = try SourceTree.files(under: "Tests")
    for file in try sources() + tests {
      #expect(file.lines.count <= 400, "\(file.path): \(file.lines.count) lines")
    }
  }

  /// The reader of this suite itself: a test on text that it misreads would prove nothing.
  @Test func partsAreToldApart() {
    let text = """
      let a = "SELECT \\(name("x")) FROM t" // print("no")
      let b = #"raw "quoted" \\("# + c
      """
    let parts = SourceTree.parts(of: text)
    #expect(parts.literals == ["SELECT (name(\"x\")) FROM t", "raw \"quoted\" \\("])
    #expect(!parts.code.contains("print"))
    #expect(
      uses("print(", "print(1)") && uses("Date()", "x = Date()") && uses(".random(", "Int.random(in: 1...2)"))
    #expect(
      !uses("print(", "invocation.print(1)") && !uses("read(", "func read(") && !uses("Process", "Processes"))
  }
}
