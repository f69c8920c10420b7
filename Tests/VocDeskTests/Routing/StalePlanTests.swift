import Testing
import VocDomain
import VocStore
import VocTesting

@testable import VocDesk

/// What happens between a router's look and its hand: what no longer holds is not carried out.
@Suite struct StalePlanTests {
  let centre: Centre

  /// One e-mail each; 1 is Lucia's for a quarter of an hour without answer, 2 and 3 wait.
  init() throws {
    centre = try Centre(
      """
      {"channels": {"email": {"capacity": 1, "no_answer": "15m"}}, "routing": {"idle": "15m"}}
      """, agents: ["Lucia", "Pedro", "Eva"])
    try centre.set("away", "Eva")
    try centre.create("Correo")
    #expect(try centre.route() == ["1 > Lucia"])
    centre.wait(15 * 60)
    try centre.create("Correo")
    try centre.create("Correo")
    try centre.perform(.note("Aquí"), on: 3, as: "Pedro")
  }

  private func run(_ meanwhile: () throws -> Void) throws -> (lines: [String], isDone: Bool) {
    let desk = try centre.desk("robot")
    let plan = try desk.decide()
    try meanwhile()
    var report = Desk.RouteReport()
    let isDone = try desk.carryOut(plan, into: &report)
    #expect(try centre.wrong() == [])
    return (centre.lines(report), isDone)
  }

  @Test func undisturbed() throws {
    let run = try run {}
    #expect(run.lines == ["1 < Lucia unanswered", "1 > Pedro", "2 > Eva", "3 > Lucia", "Lucia: away"])
    #expect(run.isDone)
  }

  @Test func whoAnsweredKeepsTheTicketAndIsNotIdle() throws {
    let run = try run { try centre.perform(.reply("Va"), on: 1) }
    // What was to be Lucia's then is not: nothing of hers became free.
    #expect(run.lines == [] && !run.isDone)
    #expect(try centre.holder(of: 1) == "open Lucia")
    #expect(try centre.profile("Lucia").state == "online")
    #expect(try centre.route() == ["2 > Pedro", "3 > Eva"])
  }

  @Test func whoTookSomethingByHandGetsNothingMore() throws {
    let run = try run { try centre.perform(.take, on: 3, as: "Pedro") }
    #expect(!run.lines.contains { $0.hasSuffix("> Pedro") } && !run.isDone)
    #expect(try centre.holder(of: 3) == "open Pedro")
    #expect(try centre.desk().roster().allSatisfy { $0.loads.allSatisfy { $0.used <= $0.capacity } })
  }

  @Test func whoHasLeftGetsNothing() throws {
    let run = try run { try centre.set("offline", "Pedro") }
    #expect(!run.lines.contains { $0.hasSuffix("> Pedro") } && !run.isDone)
  }

  @Test func whatSomebodyTookOrSolvedIsTheirs() throws {
    let run = try run {
      try centre.perform(.take, on: 2, as: "Eva")
      try centre.perform(.solve(cause: nil), on: 3, as: "Pedro")
    }
    #expect(try [2, 3].map(centre.holder(of:)) == ["open Eva", "solved Pedro"])
    #expect(!run.lines.contains { $0.hasPrefix("2") || $0.hasPrefix("3") })
  }

  @Test func anotherRouterWasFaster() throws {
    let run = try run { _ = try centre.route() }
    #expect(run.lines == [] && !run.isDone)
    #expect(
      try centre.fixture.rows(
        "SELECT ticket_id || '' FROM route_decision WHERE outcome = 'assigned' GROUP BY 1 HAVING count(*) > 2"
      )
        == [])
  }
}
