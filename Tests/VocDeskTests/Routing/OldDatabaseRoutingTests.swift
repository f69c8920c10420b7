import Foundation
import SQLite
import Testing
import VocDesk
import VocDomain
import VocTesting

/// A database of before there was any routing, opened today.
@Suite struct OldDatabaseRoutingTests {
  @Test func whatWasThereIsGivenAndPromised() throws {
    let today = try Centre(agents: ["Lucia", "Pedro"], online: false)
    today.fixture.clock = Chat.instant(5)
    try today.fixture.importChat(Chat([0: "ana: Hola", 2: "us: Buenas", 4: "ana: ¿Y mi pedido?"])) {
      $0.identities = ["Café Andino"]
    }
    for _ in 1...2 { try today.create("Correo") }
    try today.perform(.take, on: 2)
    try today.perform(.assign("Pedro"), .reply("Va"), .solve(cause: nil), on: 3, as: "Pedro")
    let before = ofThen(try today.fixture.dump())

    let old = try Centre(made: { folder in
      try OldDatabaseTests.writeOld(
        from: today.fixture.path, to: try folder.write("", to: "voc.db"), before: "0008-routing")
    })
    old.fixture.clock = today.fixture.clock
    _ = try old.desk().reindexService(anew: false) { _ in }
    _ = try old.desk().reindexText(anew: false) { _ in }
    let opened = ofThen(try old.fixture.dump())
    #expect(opened == before, "\(opened.difference(from: before))")
    #expect(try old.wrong() == [])
    #expect(try old.route() == [])
    #expect(try old.desk().routeWhy(ticket: 1).wait?.reason == .nobodyOnline)
    #expect(try old.desk().slaView(ticket: 1).policyName == nil)
    try old.set("online", "Pedro")
    #expect(try old.route() == ["1 > Pedro"])
    // Nobody knows since when Lucia has hers: it does not go back by itself.
    #expect(try old.holder(of: 2) == "open Lucia")
    try old.apply(#"{"sla": [{"name": "s", "targets": {"first_reply": "1m", "resolution": "1h"}}]}"#)
    #expect(try old.fixture.rows("SELECT CAST(ticket_id AS TEXT) FROM ticket_sla ORDER BY 1") == ["1", "2"])
    try old.perform(.reply("Ya"), .solve(cause: nil), .reopen, on: 2)
    #expect(try old.wrong() == [])
    let batch = try #require(try old.desk().batches(limit: 1).first)
    _ = try old.desk().undoImport(batch.id)
    #expect(try old.wrong() == [])
  }

  /// Without what came later: routing, and the acts that events are part of.
  private func ofThen(_ dump: [String]) -> [String] {
    let later = ["act", "outbox", "agent_presence", "agent_turn", "assignment", "migration"]
    return dump.filter { line in !later.contains { line.hasPrefix($0) } }.map { line in
      line.hasPrefix("event") ? line.components(separatedBy: " act_id=")[0] : line
    }
  }
}
