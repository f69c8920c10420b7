import Foundation
import SQLite
import Testing
import VocTesting

/// Several routers, and agents who pull, on one database.
@Suite(.serialized) struct SharedRoutingTests {
  /// So many tickets of as many customers wait; six agents are online.
  private func centre(tickets: Int, capacity: Int) throws -> (Program, Database) {
    let program = try Program()
    #expect(try program.run("channel", "add", "WhatsApp", "--timezone", "UTC").code == 0)
    for agent in 1...6 { #expect(try program.run("agent", "add", "agente \(agent)").code == 0) }
    let database = try Database(path: program.folder["voc.db"])
    try database.executeScript(
      """
      BEGIN;
      INSERT INTO agent_presence (agent_id, state, since) SELECT id, 'online', 0 FROM agent;
      INSERT INTO agent_capacity (agent_id, kind, capacity) SELECT id, 'whatsapp', \(capacity) FROM agent;
      CREATE TEMP TABLE number AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(tickets))
        SELECT i FROM n;
      INSERT INTO customer (id, name, folded_name, created_at) SELECT i, 'Cliente ' || i, 'cliente ' || i, 0 FROM number;
      INSERT INTO ticket (id, status, priority, subject, customer_id, channel_id, created_at, updated_at)
        SELECT i, 'new', 1 + i % 4, 'asunto ' || i, i, 1, 1000 + i, 1000 + i FROM number;
      INSERT INTO event (id, ticket_id, at, actor, kind, to_value) SELECT i, i, 1000 + i, 'x', 'created', 'new' FROM number;
      INSERT INTO ticket_unmeasured (ticket_id) SELECT i FROM number;
      COMMIT;
      """)
    return (program, database)
  }

  /// No ticket was given twice, and who has it is whom the events say.
  private func expectFair(_ program: Program, _ database: Database, given: Int, capacity: Int) throws {
    let twice = "SELECT ticket_id FROM event WHERE kind = 'assignee' GROUP BY ticket_id HAVING count(*) > 1"
    #expect(try database.rows(twice) { $0.int(0) } == [])
    let decidedTwice = "SELECT ticket_id FROM route_decision GROUP BY ticket_id HAVING count(*) > 1"
    #expect(try database.rows(decidedTwice) { $0.int(0) } == [])
    #expect(try database.value("SELECT count(*) FROM ticket WHERE assignee_id IS NOT NULL") == Int64(given))
    let crowded =
      "SELECT assignee_id FROM ticket WHERE assignee_id IS NOT NULL GROUP BY 1 HAVING count(*) > \(capacity)"
    #expect(try database.rows(crowded) { $0.int(0) } == [])
    let told = """
      SELECT count(*) FROM ticket JOIN event ON event.ticket_id = ticket.id AND kind = 'assignee'
      JOIN agent ON agent.id = assignee_id AND agent.name = to_value
      JOIN assignment ON assignment.ticket_id = ticket.id AND assignment.agent_id = assignee_id
      JOIN route_decision ON route_decision.ticket_id = ticket.id AND route_decision.agent_id = assignee_id
      """
    #expect(try database.value(told) == Int64(given))
    let doctor = try program.run("doctor")
    #expect(doctor.code == 0, "\(doctor.output)")
  }

  @Test(.notForEver) func routersAndAgentsAtOnceGiveEachTicketOnce() throws {
    let (program, database) = try centre(tickets: 90, capacity: 10)
    // All at the same moment.
    let routers = try (1...3).map { _ in
      try program.start(
        [], shell: #"until [ -e go ]; do :; done; for n in 1 2 3; do "$0" route run || exit 9; done"#)
    }
    let agents = try (1...6).map { agent in
      try program.start(
        ["agente \(agent)"],
        shell:
          #"until [ -e go ]; do :; done; for n in 1 2 3 4; do "$0" ticket next --as "$1" || exit 9; done"#)
    }
    try program.folder.write("", to: "go")
    for running in routers + agents {
      let answer = try running.answer()
      #expect(answer.code == 0, "\(answer.errors)")
    }
    try expectFair(program, database, given: 60, capacity: 10)
    #expect(try program.run("route", "run").code == 0)
    try expectFair(program, database, given: 60, capacity: 10)
  }

  @Test(.notForEver) func killedInTheMiddleTheNextGoesOn() throws {
    let (program, database) = try centre(tickets: 5400, capacity: 900)
    let seed = UInt64.random(in: 0...UInt64.max)
    var chance = Chance(seed: seed)
    func decided() throws -> Int64 { try database.value("SELECT count(*) FROM route_decision") ?? 0 }
    var kept: [Int64] = []
    for round in 0..<3 {
      let goal = Int64(round * 400 + chance.number(1...200))
      let other = try program.start(["ticket", "next", "--as", "agente 1"])
      let running = try program.start(["route", "run"])
      while running.process.isRunning, try decided() < goal { usleep(300) }
      running.kill()
      #expect(try other.answer().code == 0)
      kept.append(try decided())
      #expect(try Dump.faults(database) == [])
    }
    #expect(kept == kept.sorted(), "seed \(seed)")
    #expect(kept.contains { (1..<5400).contains($0) }, "seed \(seed): never killed in the middle: \(kept)")
    let last = try program.run("route", "run")
    #expect(last.code == 0, "\(last.errors)")
    try expectFair(program, database, given: 5400, capacity: 900)
    #expect(try program.run("route", "run").output.split(separator: "\n").count <= 1)
  }
}
