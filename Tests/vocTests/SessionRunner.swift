import Foundation
import VocDomain

@testable import voc

/// Replays a session file: commands, and below each exactly what it prints.
///
///     # A comment, kept as it is.
///     @ 2026-11-21T09:00:00Z            moves the clock
///     $ LANG=en_US.UTF-8 voc ticket list status:new | voc ticket take
///     < a line of the input of the first command
///     1  a line of stdout
///     ! a line of stderr
///     ? 3                               the exit code, when it is not 0
///
/// A command runs as if on a terminal of 100 columns; in a pipe all but the last command do not, and
/// `| cat` shows what a pipe gets. `$DIR` is the folder of the session's database. A line of stdout that
/// looks like one of these stands after a backslash. Of CR LF (CSV) the LF is shown. Blank lines at the end
/// of an answer do not count.
struct SessionRunner {
  var verbs = VerbTable.all
  var language = "es_MX.UTF-8"
  var agent = "lucia"
  private let directory: URL
  private var clock = SessionRunner.start

  static let start = Instant(unixSeconds: 1_795_186_800)

  init(verbs: [Verb] = VerbTable.all) throws {
    self.verbs = verbs
    directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("voc-session-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  }

  /// The file as it would read if every answer were right.
  static func replay(
    _ text: String, verbs: [Verb] = VerbTable.all, language: String = "es_MX.UTF-8", agent: String = "lucia"
  ) throws -> String {
    var runner = try SessionRunner(verbs: verbs)
    runner.language = language
    runner.agent = agent
    defer { try? FileManager.default.removeItem(at: runner.directory) }
    return runner.replayed(text)
  }

  private mutating func replayed(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    var result: [String] = []
    while let line = lines.popFirst() {
      if line.hasPrefix("@ "), let instant = SessionRunner.instant(line.dropFirst(2)) { clock = instant }
      result.append(line)
      guard line.hasPrefix("$ ") else { continue }
      var input: [String] = []
      while let next = lines.first, next.hasPrefix("< ") || next == "<" {
        input.append(String(next.dropFirst(2)))
        result.append(lines.removeFirst())
      }
      var blanks = 0
      while let next = lines.first, !next.hasPrefix("$ "), !next.hasPrefix("@ "), !next.hasPrefix("# ") {
        blanks = next.isEmpty ? blanks + 1 : 0
        lines.removeFirst()
      }
      result += run(String(line.dropFirst(2)), input.isEmpty ? nil : input.joined(separator: "\n") + "\n")
      result += Array(repeating: "", count: blanks)
    }
    return result.joined(separator: "\n")
  }

  private func run(_ line: String, _ input: String?) -> [String] {
    var commands = ShellWords.pipeline(line.replacingOccurrences(of: "$DIR", with: directory.path))
    let endsInCat = commands.count > 1 && commands.last == ["cat"]
    if endsInCat { commands.removeLast() }
    let fake = FakeWorld()
    fake.clock = clock
    fake.input = input
    var code = ExitCode.ok
    for (index, command) in commands.enumerated() {
      fake.environment = [
        "LANG": language, "VOC_AGENT": agent, "NO_COLOR": "1", "HOME": directory.path,
        "VOC_DB": directory.appendingPathComponent("voc.db").path,
      ]
      fake.output = ""
      fake.outputIsTerminal = index == commands.count - 1 && !endsInCat
      fake.errorIsTerminal = fake.outputIsTerminal
      // A sentence with a path is as long as the path is here.
      fake.errorWidth = .max
      var words = command[...]
      while let word = words.first, let equals = word.firstIndex(of: "=") {
        fake.environment[String(word[..<equals])] = String(word[word.index(after: equals)...])
        words.removeFirst()
      }
      guard words.popFirst() == "voc" else { return ["! a session runs only voc"] }
      code = CommandLineProgram(verbs: verbs).run(arguments: Array(words), world: fake.world)
      fake.input = fake.output
    }
    let answer = SessionRunner.lines(fake.output).map { SessionRunner.isSpecial($0) ? "\\" + $0 : $0 }
    let notices = SessionRunner.lines(fake.errors).map { $0.isEmpty ? "!" : "! " + $0 }
    let exit = code == .ok ? [] : ["? \(code.rawValue)"]
    return (answer + notices + exit).map { $0.replacingOccurrences(of: directory.path, with: "$DIR") }
  }

  private static func lines(_ text: String) -> [String] {
    var lines = text.replacingOccurrences(of: "\r\n", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func isSpecial(_ line: String) -> Bool {
    ["$ ", "@ ", "# ", "< ", "! ", "? ", "\\"].contains { line.hasPrefix($0) } || line == "!" || line == "<"
  }

  /// Reads 2026-11-21T09:00:00Z.
  static func instant(_ text: Substring) -> Instant? {
    let parts = text.split { !$0.isNumber }.compactMap { Int($0) }
    guard parts.count == 6, text.last == "Z" else { return nil }
    return LocalTime(
      year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4], second: parts[5]
    ).map { Instant(unixSeconds: $0.wallSeconds) }
  }
}
