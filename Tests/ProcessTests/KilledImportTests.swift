import Foundation
import SQLite
import Testing
import VocTesting

/// An import that is killed, and killed again, and then completed, is the import that nobody disturbed.
@Suite(.serialized) struct KilledImportTests {
  /// About 100,000 messages of one chat over some years, all long past.
  private func chat() -> String {
    var chance = Chance(seed: 20_260_401)
    var clock: Int32 = 1_262_304_000
    var text = ""
    for index in 0..<100_000 {
      clock += Int32(chance.one(of: [0, 60, 60, 120, 1800, 9000, 90_000]) ?? 0) / 4
      var moment = time_t(clock)
      var parts = tm()
      gmtime_r(&moment, &parts)
      func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
      let sender = chance.isTrue(oneIn: 2) ? "Ana Mora" : "Café Andino"
      let what = chance.isTrue(oneIn: 5) ? "ok" : "mensaje \(index) sobre el pedido"
      text += "\(two(parts.tm_mday))/\(two(parts.tm_mon + 1))/\(parts.tm_year + 1900), "
      text += "\(two(parts.tm_hour)):\(two(parts.tm_min)) - \(sender): \(what)\n"
    }
    return text
  }

  /// All but what tells when and in which run it was written.
  private func contents(_ program: Program) throws -> [String] {
    try Dump.lines(
      path: program.folder["voc.db"], columns: ["batch_id", "updated_at", "created_at", "id", "ticket_id"]
    )
    .filter { !$0.hasPrefix("event:") }
  }

  private func messages(_ program: Program) throws -> Int64 {
    guard program.folder.has("voc.db"), let database = try? Database(path: program.folder["voc.db"]) else {
      return 0
    }
    // Until the import has made its tables there are none to ask.
    return (try? database.value("SELECT max(id) FROM message")) ?? nil ?? 0
  }

  @Test(.notForEver) func runAgainItIsWhole() throws {
    let text = chat()
    let name = "Chat de WhatsApp con Ana Mora.txt"
    let arguments = ["import", name, "--timezone", "UTC", "--date-order", "dmy"]
    let calm = try Program()
    try calm.folder.write(text, to: name)
    let answer = try calm.start(arguments).answer()
    #expect(answer.code == 0, "\(answer.errors)")

    let killed = try Program()
    try killed.folder.write(text, to: name)
    let seed = UInt64.random(in: 0...UInt64.max)
    var chance = Chance(seed: seed)
    var kept: [Int64] = []
    for round in 0..<3 {
      // At a moment that the data tells, not the clock: how fast the machine is today must not matter.
      let goal = Int64(25_000 * round + chance.number(1...20_000))
      let running = try killed.start(arguments)
      while running.process.isRunning, try messages(killed) < goal { usleep(500) }
      running.kill()
      let database = try Database(path: killed.folder["voc.db"])
      #expect(try database.rows("PRAGMA integrity_check") { $0.text(0) } == ["ok"])
      kept.append(try messages(killed))
      try expectTold(killed, "seed \(seed)")
    }
    #expect(kept == kept.sorted(), "seed \(seed): \(kept)")
    #expect(kept.contains { (1..<100_000).contains($0) }, "seed \(seed): never killed in the middle: \(kept)")
    let last = try killed.start(arguments).answer()
    #expect(last.code == 0, "\(last.errors)")
    try expectTold(killed, isWhole: true, "seed \(seed)")
    for program in [calm, killed] {
      let database = try Database(path: program.folder["voc.db"])
      #expect(try Dump.faults(database) == [])
      #expect(try database.value("SELECT count(*) FROM message") == 100_000)
      #expect(try database.value("SELECT count(*) FROM ticket WHERE status NOT IN ('solved', 'open')") == 0)
    }
    let (wanted, found) = (try contents(calm), try contents(killed))
    let differences = zip(wanted, found).filter { $0 != $1 }
    #expect(wanted.count == found.count && differences.isEmpty, "seed \(seed): \(differences.prefix(3))")
  }

  /// Of each run its file and what it brought are on record, and those that did not end are told of until one has.
  private func expectTold(_ program: Program, isWhole: Bool = false, _ context: String) throws {
    let database = try Database(path: program.folder["voc.db"])
    let files = try database.rows("SELECT batch_id || ': ' || new_records FROM import_file ORDER BY batch_id")
    {
      $0.text(0)
    }
    let brought = try database.rows(
      """
      SELECT id || ': ' || (SELECT count(*) FROM message WHERE batch_id = import_batch.id) FROM import_batch ORDER BY id
      """
    ) { $0.text(0) }
    #expect(files == brought, "\(context)")
    let killed = isWhole ? [] : (1...brought.count).reversed().map(String.init)
    let answer = try program.run("report", "satisfaction", "--json", "unfinished_imports")
    #expect(answer.output == "{\"unfinished_imports\":[\(killed.joined(separator: ","))]}\n", "\(context)")
  }

  @Test(.notForEver) func twoImportsOfOneChatAtOnceAreOne() throws {
    let text = chat()
    let name = "Chat de WhatsApp con Ana Mora.txt"
    let arguments = ["import", name, "--timezone", "UTC", "--date-order", "dmy"]
    let alone = try Program()
    let shared = try Program()
    for program in [alone, shared] { try program.folder.write(text, to: name) }
    #expect(try alone.start(arguments).answer().code == 0)
    #expect(try shared.run("agent", "add", "lucia").code == 0)
    for running in try [shared.start(arguments), shared.start(arguments)] {
      let answer = try running.answer()
      #expect(answer.code == 0, "\(answer.errors)")
    }
    for what in ["message", "ticket", "customer", "conversation"] {
      let (one, other) = (try count(what, alone), try count(what, shared))
      #expect(one == other, "\(what)")
    }
  }

  private func count(_ table: String, _ program: Program) throws -> Int64? {
    try Database(path: program.folder["voc.db"]).value("SELECT count(*) FROM \(table)")
  }
}
