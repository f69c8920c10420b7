import Foundation
import SQLite
import Testing
import VocTesting

/// Several processes on one database.
@Suite(.serialized) struct SharedDatabaseTests {
  @Test(.notForEver) func eightAtOnceLoseNothing() throws {
    let program = try Program()
    #expect(try program.run("channel", "add", "WhatsApp", "--timezone", "UTC").code == 0)
    for index in 1...3 {
      let answer = try program.run(
        "ticket", "create", "--customer", "+52 55 1234 567\(index)", "--channel", "WhatsApp", "-m", "Hola")
      #expect(answer.code == 0, "\(answer.errors)")
    }
    #expect(try program.run("agent", "add", "lucia").code == 0)
    // Each of 8 shells does 40 acts one after the other; each voc is a process of its own.
    let line = """
      for n in $(seq 1 10); do
        "$0" ticket create --customer "Cliente $1 $n" --channel WhatsApp -m "pedido $1.$n" || exit 9
        "$0" ticket reply $((n % 3 + 1)) -m "respuesta $1.$n" || exit 9
        "$0" ticket tag $((n % 3 + 1)) --add "t-$1-$n" || exit 9
        "$0" ticket note $((n % 3 + 1)) -m "nota $1.$n" || exit 9
      done
      """
    let running = try (1...8).map { try program.start(["\($0)"], shell: line) }
    for shell in running {
      let answer = try shell.answer()
      #expect(answer.code == 0, "\(answer.errors)")
      #expect(answer.errors == "")
    }
    let database = try Database(path: program.folder["voc.db"])
    #expect(try Dump.faults(database) == [])
    let counts = [
      "ticket": 83, "customer": 83, "ticket_tag": 80, "message WHERE author = 'customer'": 83,
      "message WHERE author = 'agent' AND is_public": 80, "message WHERE NOT is_public": 80,
      "event WHERE kind = 'created'": 83, "event WHERE kind = 'reply'": 80, "event WHERE kind = 'tag'": 80,
      "event WHERE kind = 'note'": 80,
    ]
    for (what, count) in counts {
      #expect(try database.value("SELECT count(*) FROM \(what)") == Int64(count), "\(what)")
    }
  }

  /// The first processes of all meet where there is no database yet.
  @Test func eightAtOnceMakeOneDatabase() throws {
    for round in 1...12 {
      let program = try Program()
      // All at the same moment. No `&` and `wait`: the shell may inherit a blocked SIGCHLD from the tests' threads.
      let line = #"until [ -e go ]; do :; done; exec "$0" agent add "agente $1""#
      let running = try (1...8).map { try program.start(["\($0)"], shell: line) }
      try program.folder.write("", to: "go")
      for process in running {
        let answer = try process.answer()
        #expect(answer.code == 0, "round \(round): \(answer.errors)")
      }
      let database = try Database(path: program.folder["voc.db"])
      #expect(try database.value("SELECT count(*) FROM agent") == 8)
      #expect(try database.row("PRAGMA journal_mode") { $0.text(0) } == "wal")
      #expect(try Dump.faults(database) == [])
    }
  }

  @Test func aWriterKeptOutForLongSaysSoAndEndsWithFour() throws {
    let program = try Program()
    #expect(try program.run("agent", "add", "lucia").code == 0)
    let holder = try Database(path: program.folder["voc.db"])
    try holder.executeScript("BEGIN IMMEDIATE")
    #expect(try program.run("agent", "list").output.contains("lucia"), "readers are not kept out")
    let start = Date()
    let answer = try program.run("agent", "add", "pedro")
    #expect(answer.code == 4)
    #expect(
      answer.errors
        == "voc: another process has held the database for over 10 s; nothing was changed. Try again when it is done.\n"
    )
    #expect(Date().timeIntervalSince(start) >= 10)
    try holder.executeScript("ROLLBACK")
    #expect(try program.run("agent", "list").output.contains("pedro") == false)
  }

  @Test func aReaderThatLeavesEarlyIsNoTrouble() throws {
    let program = try Program()
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let padding = String(repeating: "asunto largo ", count: 8)
    // Two days between them: each is a ticket of its own.
    let text = (0..<3_000).map { index in
      let date = "\(two(index % 13 * 2 + 1))/\(two(index / 13 % 12 + 1))/\(2000 + index / 156)"
      return "\(date), 10:00 - Ana Mora: \(padding)\(index)\n"
    }.joined()
    try program.folder.write(text, to: "Chat de WhatsApp con Ana Mora.txt")
    let imported = try program.shell(
      #""$0" import "Chat de WhatsApp con Ana Mora.txt" --timezone UTC --us Nadie --date-order dmy"#)
    #expect(imported.code == 0, "\(imported.errors)")
    let answer = try program.shell(
      #"{ "$0" ticket list --status all --limit 100000; echo "ended with $?" >&2; } | head -1"#)
    #expect(answer.output.split(separator: "\n").count == 1)
    #expect(answer.errors == "ended with 0\n")
    let whole = try program.shell(#""$0" ticket list --status all --limit 100000 | wc -c"#)
    #expect(
      Int(whole.output.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0 > 3 * 65_536, "fits in a pipe")
  }
}
