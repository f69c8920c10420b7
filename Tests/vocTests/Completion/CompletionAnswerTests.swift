import Foundation
import Testing
import VocTesting

@testable import voc

/// `voc __complete` on a database with awkward names.
@Suite struct CompletionAnswerTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for words in [
      ["agent", "add", "Lucía Fernández", "--email", "lucia@example.com"],
      ["agent", "add", "Zoe $(touch x)"],
      ["channel", "add", "WhatsApp Ventas", "--kind", "whatsapp"], ["channel", "add", "Chat"],
      ["view", "save", "urgentes", "priority:urgent"],
      [
        "ticket", "create", "--customer", "Ana López", "--channel", "Chat", "-m", "No llega el café",
        "--tag", "vip", "--tag", "café",
      ],
      [
        "ticket", "create", "--customer", "Mal\u{1B}[2Jo", "--channel", "Chat", "-m", "x", "--priority",
        "high",
      ],
    ] { #expect(run(words).code == .ok, "\(words)") }
  }

  private func run(_ words: [String]) -> (code: ExitCode, output: String, errors: String) {
    let fake = FakeWorld()
    fake.environment["VOC_DB"] = folder["voc.db"]
    fake.outputIsTerminal = false
    let code = CommandLineProgram.run(arguments: words, world: fake.world)
    return (code, fake.output, fake.errors)
  }

  private func lines(_ words: String...) -> [String] {
    let (code, output, errors) = run(["__complete", "--position", "\(words.count)", "--", "voc"] + words)
    #expect(code == .ok && errors.isEmpty)
    return output.split(separator: "\n").map(String.init)
  }

  @Test func valuesComeFromTheDatabase() {
    #expect(lines("ticket", "view", "") == ["2\tMal\\u{1B}[2Jo: x", "1\tAna López: No llega el café"])
    #expect(lines("ticket", "view", "1") == ["1\tAna López: No llega el café"])
    #expect(lines("ticket", "view", "x") == [])
    #expect(
      lines("ticket", "assign", "--to", "")
        == ["@me\tquien actúa", "Lucía Fernández\tlucia@example.com", "Zoe $(touch x)"])
    #expect(lines("ticket", "assign", "--to", "fern") == ["Lucía Fernández\tlucia@example.com"])
    #expect(lines("ticket", "list", "--assignee", "no") == ["none"])
    #expect(lines("ticket", "list", "--channel", "") == ["Chat\tchat", "WhatsApp Ventas\twhatsapp"])
    #expect(lines("ticket", "tag", "--add", "") == ["café", "vip"])
    #expect(lines("ticket", "tag", "--add", "v") == ["vip"])
    #expect(lines("customer", "view", "an") == ["Ana López\t#1"])
    #expect(lines("customer", "view", "mal") == ["2\tMal\\u{1B}[2Jo"])
    #expect(lines("ticket", "move", "1", "--to", "") == ["general"])
    #expect(lines("view", "remove", "") == ["urgentes\tpriority:urgent"])
    #expect(lines("agent", "state", "on") == ["online\ten línea"])
    #expect(lines("channel", "add", "x", "--country", "M") == ["MX"])
  }

  @Test func statusesAndPrioritiesHaveBothLanguages() {
    #expect(lines("ticket", "list", "--status", "op") == ["open\tabierto"])
    #expect(lines("ticket", "list", "--status", "ab") == ["abierto\topen"])
    #expect(lines("ticket", "list", "--status", "new,pen") == ["new,pending\tpendiente"])
    #expect(lines("ticket", "priority", "1", "--to", "").count == 4)
    #expect(lines("ticket", "priority", "1", "--to", "urg") == ["urgent\turgente"])
    #expect(lines("ticket", "priority", "1", "--to", "al") == ["alta\thigh"])
  }

  @Test func filtersGoOnFromWhatIsTyped() {
    #expect(lines("ticket", "list", "sta") == ["status:", "stage:"])
    #expect(lines("ticket", "list", "-ta") == ["-tag:"])
    #expect(lines("ticket", "list", "-").contains("-customer:"))
    #expect(lines("ticket", "list", "-").contains { $0.hasPrefix("--limit\t") })
    #expect(lines("ticket", "list", "-L") == [])
    #expect(lines("ticket", "solve", "-ta") == [])
    #expect(lines("ticket", "list", "-tag:v") == ["-tag:vip"])
    #expect(lines("ticket", "list", "status:new,op") == ["status:new,open\tabierto"])
    #expect(lines("ticket", "list", "channel:wh") == ["channel:\"WhatsApp Ventas\"\twhatsapp"])
    #expect(lines("ticket", "list", "assignee:@") == ["assignee:@me\tquien actúa"])
    #expect(lines("ticket", "list", "@u") == ["@urgentes\tpriority:urgent"])
    #expect(lines("triage", "--filter", "is:waiting prio") == ["is:waiting priority:"])
    #expect(lines("ticket", "list", "is:un") == ["is:unassigned", "is:unsolved"])
    #expect(lines("ticket", "list", "is:fo") == ["is:follow-up"])
  }

  /// Mal… cannot be shown; who has a name twice is asked for once.
  @Test func customersOfAFilterHaveTheirNames() {
    for (name, text) in [("Ana López", "y"), ("Ana Ruiz", "z"), ("Beto", "w")] {
      #expect(run(["ticket", "create", "--customer", name, "--channel", "Chat", "-m", text]).code == .ok)
    }
    #expect(
      lines("search", "customer:") == [
        "customer:\"Ana López\"\t#1", "customer:\"Ana Ruiz\"\t#3", "customer:Beto\t#4",
      ])
    #expect(
      lines("search", "customer:\"") == [
        "customer:\"Ana López\"\t#1", "customer:\"Ana Ruiz\"\t#3", "customer:\"Beto\"\t#4",
      ])
    #expect(lines("search", "x -customer:\"Ana R") == ["x -customer:\"Ana Ruiz\"\t#3"])
    #expect(lines("search", "customer:\"Ana Ruiz\",b") == ["customer:\"Ana Ruiz\",Beto\t#4"])
    #expect(
      lines("search", "customer:\"Ana Ruiz\" sta") == [
        "customer:\"Ana Ruiz\" status:", "customer:\"Ana Ruiz\" stage:",
      ])
    #expect(lines("search", "\"no lle") == [])
  }

  @Test func ticketsAreHandedToSomebodyElse() {
    let zoe = "Zoe $(touch x)"
    let (lucia, me) = ("Lucía Fernández\tlucia@example.com", "@me\tquien actúa")
    #expect(lines("shift", "handover", "--as", "Lucía Fernández", "--to", "") == [zoe])
    #expect(lines("--as=Lucía Fernández", "shift", "handover", "--to", "@") == [])
    #expect(lines("shift", "handover", "--agent", zoe, "--to", "") == [me, lucia])
    #expect(lines("shift", "handover", "--to", "") == [lucia, zoe])
  }

  @Test func bashGetsWhatItIsToPutIn() {
    func bash(_ line: String) -> String {
      run(["__complete", "--shell", "bash", "--breaks", ShellLineTests.breaks, "--line", line]).output
    }
    #expect(bash("voc ticket list --assignee=zo") == "Zoe\\ \\$\\(touch\\ x\\)\n")
    #expect(bash("voc ticket assign --to \"zo") == "Zoe \\$(touch x)\n")
    #expect(bash("voc ticket assign --to 'zo") == "Zoe $(touch x)\n")
    #expect(bash("voc ticket list status:op") == "open\tabierto\n")
    #expect(bash("voc ticket list @u") == "@urgentes\tpriority:urgent\n")
    #expect(bash("voc ticket list assignee:@m") == "@me\tquien actúa\n")
    #expect(bash("voc import Chat\\ de") == "\tChat de\n")
  }

  @Test func withoutADatabaseItStaysSo() {
    let missing = folder["nada/voc.db"]
    let answer = run(["__complete", "--position", "5", "--", "voc", "--db", missing, "ticket", "view", "1"])
    #expect(answer == (.ok, "", ""))
    #expect(!folder.has("nada"))
    #expect(lines("--db", folder["voc.db"], "agent", "shift", "x") == [])
  }

  @Test(arguments: [
    [], ["--position"], ["--position", "x", "--"], ["--position", "9", "--", "voc"], ["--line", "\u{0}'\\"],
    ["--position", "-4", "--", "voc", "ticket"], ["--shell"],
    ["--position", "3", "--", "voc", "ticket", "--"],
  ])
  func whateverComesItSaysNothingWrong(words: [String]) {
    let answer = run(["__complete"] + words)
    #expect(answer.code == .ok && answer.errors.isEmpty)
  }
}
