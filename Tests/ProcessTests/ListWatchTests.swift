import Foundation
import Testing
import VocTesting

/// `voc ticket list --watch` on a terminal of its own, while another process writes.
@Suite(.serialized) struct ListWatchProcessTests {
  let program: Program

  init() throws {
    program = try Program()
    #expect(try program.run("channel", "add", "Chat").code == 0)
    try create("First")
  }

  private func create(_ subject: String) throws {
    let made = try program.run("ticket", "create", "--customer", "Ana", "--channel", "Chat", "-m", subject)
    #expect(made.code == 0, "\(made.errors)")
  }

  @Test(.notForEver, arguments: ["\u{3}", "q"])
  func itDrawsWhatOthersWriteAndGivesTheTerminalBack(key: String) throws {
    let terminal = try PseudoTerminal(program, ["ticket", "list", "--watch", "1"], rows: 10, columns: 60)
    terminal.wait(for: "First")
    try create("Second")
    terminal.wait(for: "Second")
    terminal.resize(rows: 8, columns: 50)
    terminal.wait(for: "q quits")
    terminal.type(key)
    #expect(terminal.end() == 0)
    terminal.expectGivenBack()
  }

  @Test(.notForEver) func elsewhereCtrlCEndsItWell() throws {
    let line = "trap : INT; '\(program.binary)' ticket list --watch 1 > out; echo ended $?"
    let terminal = try PseudoTerminal(program.running("/bin/sh"), ["-c", line], rows: 10, columns: 60)
    func wait(_ text: String) {
      terminal.wait(text) { _ in
        String(decoding: (try? program.folder.bytes("out")) ?? [], as: UTF8.self).contains(text)
      }
    }
    wait("First")
    try create("Second")
    wait("\n\n")
    wait("Second")
    terminal.type("\u{3}", expecting: "ended 0")
    #expect(terminal.end() == 0)
  }
}
