import Foundation
import SQLite
import Testing
import VocTesting

/// The scripts of `voc completion` in the shells themselves, with names that a shell would run.
@Suite(.serialized) struct CompletionTests {
  var program: Program

  init() throws {
    program = try Program()
    let folder = (program.binary as NSString).deletingLastPathComponent
    program.environment["PATH"] = "\(folder):/usr/bin:/bin"
    program.environment["LC_ALL"] = "C.UTF-8"
    for name in ["$(touch x)", "a b", "'\"", "Zoé 👩‍👩‍👧 Ñandú", "`touch x`; touch x"] {
      #expect(try program.run("agent", "add", name).code == 0)
    }
    #expect(try program.run("channel", "add", "Chat").code == 0)
    #expect(try program.run("view", "save", "mios", "status:open").code == 0)
    let second = try program.run("ticket", "create", "--customer", "a b", "--channel", "Chat", "-m", "x")
    #expect(second.code == 0, "\(second.errors)")
    let made = try program.run(
      "ticket", "create", "--customer", "$(touch x)", "--channel", "Chat", "-m", "$(touch x) `touch x`")
    #expect(made.code == 0, "\(made.errors)")
    try program.folder.write("", to: "Chat de Ana.txt")
    // So that zsh asks nothing of somebody new.
    try program.folder.write("", to: ".zshrc")
    for shell in ["bash", "zsh", "fish"] {
      let script = try program.run("completion", shell)
      #expect(script.code == 0)
      try program.folder.write(script.output, to: "voc.\(shell)")
    }
  }

  /// A program of the machine, or of VOC_TEST_SHELLS, a folder with others.
  private static func find(_ name: String) -> String? {
    let extra = ProcessInfo.processInfo.environment["VOC_TEST_SHELLS"].map { [$0] } ?? []
    return (extra + ["/usr/bin", "/bin", "/usr/local/bin"]).map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private func shell(_ line: String) throws -> String {
    let answer = try program.shell(line)
    #expect(answer.errors == "", "\(line)")
    #expect(!program.folder.has("x"), "something of a customer ran: \(line)")
    return answer.output
  }

  /// What bash would put into this line.
  private func bash(_ line: String) throws -> [String] {
    try program.folder.write(line, to: "line")
    let script = """
      source ./voc.bash; COMP_LINE=$(<line); COMP_POINT=${#COMP_LINE}; _voc; printf "%s\\n" "${COMPREPLY[@]}"
      """
    return try shell("bash --norc -u -c '\(script)'").split(separator: "\n").map(String.init)
  }

  @Test func bashTakesWhatIsThereAsData() throws {
    #expect(try bash("voc tick") == ["ticket"])
    #expect(try bash("voc ticket view ") == ["1", "2"])
    #expect(try bash("voc ticket list @") == ["@mios"])
    #expect(try bash("voc shift handover --as \"a b\" --to @") == [])
    let names = try bash("voc ticket assign 1 --to ")
    #expect(
      names == [
        "@me", "\\$\\(touch\\ x\\)", "\\'\\\"", "\\`touch\\ x\\`\\;\\ touch\\ x", "a\\ b", "Zoé\\ 👩‍👩‍👧\\ Ñandú",
      ])
    // Put into a command line, each of them is the name again.
    for name in names.dropFirst() {
      try program.folder.write("voc agent state away --agent \(name) >/dev/null\n", to: "run")
      #expect(try shell("bash --norc ./run") == "")
    }
    #expect(try bash("voc ticket assign --to \"$(touch x") == ["\\$(touch x)"])
    _ = try bash("voc $(touch x)")
  }

  @Test func bashWithoutALineTakesItsWords() throws {
    let script = """
      source ./voc.bash; COMP_WORDS=(voc ticket list --sort ""); COMP_CWORD=4; _voc
      printf "%s\\n" "${COMPREPLY[@]}"
      """
    #expect(try shell("bash --norc -c '\(script)'").hasPrefix("pressing\n"))
  }

  @Test func bashLooksForFiles() throws {
    #expect(try bash("voc import Chat\\ d") == ["Chat de Ana.txt"])
  }

  /// A person at bash: Tab, and what stands in the line then.
  @Test(.notForEver) func bashCompletesOnATerminal() throws {
    let terminal = try PseudoTerminal(
      program.running("/bin/bash"), ["--norc", "--noprofile", "-i"], rows: 24, columns: 100)
    terminal.type(
      "source ./voc.bash; bind 'set enable-bracketed-paste off'; echo ready\r", expecting: "ready\n")
    terminal.type("voc ticket assign 1 --to \\$\t", expecting: "--to \\$\\(touch\\ x\\)")
    terminal.type("\r")
    terminal.wait(for: "$(touch x)")
    terminal.type("voc ticket list --assignee=\"Zo\t", expecting: "--assignee=\"Zoé 👩‍👩‍👧 Ñandú\"")
    terminal.type("--sor\tnewe\t", expecting: "--sort newest")
    terminal.type("stat\to\t", expecting: "status:open")
    terminal.type("\rvoc ticket list @mi\t", expecting: "voc ticket list @mios")
    terminal.type("-cus\t", expecting: "-customer:")
    terminal.type("\\\"a\t", expecting: "-customer:\\\"a\\ b\\\"")
    terminal.type("\r\u{4}")
    _ = terminal.end()
    #expect(!program.folder.has("x"))
  }

  /// What stands in zsh's line after each of these was typed; the editor of its lines draws as no other does.
  private func zsh(_ setup: String, _ typed: [String]) throws -> [String] {
    let zsh = try #require(CompletionTests.find("zsh"))
    let terminal = try PseudoTerminal(program.running(zsh), ["-i"], rows: 24, columns: 100)
    let keep = "keep() { print -r -- \"$BUFFER\" >> lines; BUFFER= }; zle -N keep; bindkey '^X' keep"
    terminal.type("autoload -U compinit; \(setup); \(keep); echo rea''dy\r", expecting: "ready")
    let lines = { () -> [String] in
      let bytes = (try? program.folder.bytes("lines")) ?? []
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
    for (index, text) in typed.enumerated() {
      terminal.type(text + "\u{18}")
      terminal.wait("a line kept") { _ in lines().count > index }
    }
    terminal.type("exit\r")
    _ = terminal.end()
    #expect(!program.folder.has("x"))
    return lines()
  }

  @Test(.enabled(if: find("zsh") != nil, "zsh is not installed"), .notForEver)
  func zshCompletesOnATerminal() throws {
    let lines = try zsh(
      "compinit -D -u; source ./voc.zsh",
      [
        "voc tick\tli\t--sor\tnewe\t", "voc ticket assign 1 --to \\$\t", "voc ticket view 2\t",
        "voc ticket list --assignee=Zo\t", "voc ticket list stat\to\t", "voc import Chat\t",
      ])
    #expect(
      lines.map(\.trimmingSpaces) == [
        "voc ticket list --sort newest", "voc ticket assign 1 --to \\$\\(touch\\ x\\)", "voc ticket view 2",
        "voc ticket list --assignee=Zoé\\ 👩‍👩‍👧\\ Ñandú", "voc ticket list status:open",
        "voc import Chat\\ de\\ Ana.txt",
      ])
  }

  @Test(.enabled(if: find("zsh") != nil, "zsh is not installed"), .notForEver)
  func zshFindsItInItsFunctionPath() throws {
    try program.folder.write(try program.run("completion", "zsh").output, to: "functions/_voc")
    // The first call reads the file and completes at once.
    let lines = try zsh(
      "fpath=($PWD/functions $fpath); compinit -D -u", ["voc tick\t", "voc ticket li\t"])
    #expect(lines.map(\.trimmingSpaces) == ["voc ticket", "voc ticket list"])
  }

  @Test(.enabled(if: find("fish") != nil, "fish is not installed"))
  func fishTakesWhatIsThereAsData() throws {
    let fish = try #require(CompletionTests.find("fish"))
    func complete(_ line: String) throws -> [String] {
      try program.folder.write("source voc.fish\ncomplete -C (cat line)\n", to: "run.fish")
      try program.folder.write(line, to: "line")
      return try shell("'\(fish)' --no-config run.fish").split(separator: "\n").map(String.init)
    }
    #expect(try complete("voc tick").first?.hasPrefix("ticket\t") == true)
    #expect(try complete("voc ticket list --sort newe") == ["newest"])
    let names = try complete("voc ticket assign 1 --to ")
    #expect(names.contains("$(touch x)") && names.contains("a b"), "\(names)")
  }
}

extension String {
  fileprivate var trimmingSpaces: String { trimmingCharacters(in: .whitespaces) }
}
