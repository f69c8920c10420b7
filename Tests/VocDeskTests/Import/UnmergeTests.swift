import SQLite
import Testing
import VocDesk
import VocDomain
import VocTesting

/// Merges of customers who wrote on each other's tickets, by people and by imports, and telling them apart again.
@Suite struct UnmergeTests {
  let fixture: DeskFixture

  init() throws {
    fixture = try DeskFixture()
    _ = try fixture.desk()
  }

  /// All but the ledger of merges.
  private func dump() throws -> [String] {
    try Dump.lines(path: fixture.path, without: ["import_", "customer_merge"])
  }

  /// What the ticket views of a customer's timeline say, and the calls of it.
  private func said(by customer: String) throws -> [String] {
    let desk = try fixture.desk()
    var lines: [String] = []
    for entry in try desk.view(customer: customer, limit: 99).timeline {
      if case .ticket(let ticket) = entry.kind {
        lines += try desk.view(ticket: ticket.id).messages.map { "\($0.at.unixSeconds) \($0.body)" }
      }
    }
    return lines.sorted()
  }

  @Test(arguments: 1...20) func ticketsOfEachOther(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let desk = RandomHelpDesk(&chance).records
    let export = try ReadExport(.zendesk, desk)
    try export.importPart(desk, into: fixture)
    let ids = try fixture.rows("SELECT CAST(id AS TEXT) FROM customer ORDER BY id").shuffled(using: &chance)
    guard ids.count > 1 else { return }
    let before = try dump()
    let words = try said(by: ids[0]) + said(by: ids[1])
    _ = try fixture.desk().merge(customer: ids[0], absorbing: ids[1], reason: nil)
    #expect(try said(by: ids[0]) == words.sorted(), "seed \(seed)")
    #expect(try said(by: ids[1]) == words.sorted(), "seed \(seed)")
    #expect(
      try fixture.rows("SELECT body FROM message WHERE customer_id = \(ids[1])") == [], "seed \(seed)")
    expectSame(try fixture.faults(), [], "seed \(seed): faults")
    _ = try fixture.desk().unmerge(customer: ids[1])
    expectSame(try dump(), before, "seed \(seed): unmerged")
    expectSame(try fixture.faults(), [], "seed \(seed): faults unmerged")
  }

  /// An import finds that a number of the help desk is somebody who had written before; a person finds that it is not.
  @Test func whatAnImportMerged() throws {
    try fixture.importText(
      "16/03/2026, 10:00 - +52 55 5555 0101: Hola\n16/03/2026, 10:01 - Café Andino: Diga\n",
      as: "Chat de WhatsApp con +52 55 5555 0101.txt"
    ) { ($0.identities, $0.country) = (["Café Andino"], "MX") }
    let export = try ReadExport(.zendesk, [])
    try export.importPart(
      [
        IntakeRulesTests.ticket(),
        IntakeRulesTests.message("1", by: IntakeRulesTests.party("9"), "¿Y?", at: 1),
      ], into: fixture)
    let before = try moved()
    let found = [IntakeRulesTests.user("9", .customer, "Ana Mora", phone: "+525555550101")]
    let report = try export.importPart(found, into: fixture)
    #expect(try moved() != before)
    let absorbed = try #require(
      try fixture.rows("SELECT CAST(id AS TEXT) FROM customer WHERE merged_into IS NOT NULL").first)
    _ = try fixture.desk().unmerge(customer: absorbed)
    expectSame(try moved(), before, "unmerged")
    expectSame(try fixture.faults(), [], "faults")
    // Told apart is told apart, also when the import is taken back.
    try export.importPart(found, into: fixture)
    expectSame(try moved(), before, "again")
    _ = try fixture.desk().undoImport(try #require(report.batch))
    expectSame(try moved(), before, "undone")
    expectSame(try fixture.faults(), [], "faults undone")
  }

  /// Whose everything is.
  private func moved() throws -> [String] {
    try ["ticket", "message", "conversation", "answer"].flatMap { table in
      try fixture.rows(
        "SELECT '\(table) ' || id || ' ' || coalesce(customer_id, '-') FROM \(table) ORDER BY id")
    }
  }
}
