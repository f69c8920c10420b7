import Foundation
import Testing
import VocDesk
import VocDomain
import VocTesting

/// The policy as a whole: applied entirely or not at all, and every version kept.
@Suite struct PolicyVersionTests {
  @Test func anErrorAnywhereChangesNothing() throws {
    let centre = try Centre(#"{"skills": ["inglés"]}"#)
    try centre.create()
    let before = try centre.fixture.dump()
    let bad = """
      {"calendars": [{"name": "nunca", "zone": "UTC"}], "skills": ["francés"],
       "queues": [{"name": "a", "required_skills": {"ingles": 3}}], "sla": [{"name": "s", "targets": {"first": "1h"}}]}
      """
    do {
      try centre.apply(bad)
      Issue.record("was applied")
    } catch let error as PolicyProblems {
      #expect(
        error.problems.map(\.path).sorted() == [
          "calendars.nunca", "queues.a.required_skills.ingles", "sla.s.targets.first",
        ])
    }
    #expect(throws: PolicySyntaxError.self) { try centre.apply("{\"skills\": [") }
    #expect(throws: VocError.self) {
      try centre.desk().setSkills(["alemán": 3], ofAgent: "Nadie", makesNew: true)
    }
    #expect(try centre.fixture.dump() == before)
    #expect(try centre.desk().policyDocument()["skills"] == .list([.text("inglés")]))
  }

  /// What a transaction that failed had made of the policy is not what the desk goes on with.
  @Test func aDeskForgetsWhatWasRolledBack() throws {
    let centre = try Centre()
    let desk = try centre.desk()
    #expect(throws: VocError.self) {
      try desk.setSkills(["alemán": 3], ofAgent: "Nadie", makesNew: true)
    }
    try centre.apply(#"{"skills": ["inglés"]}"#)
    #expect(throws: VocError.unknownSkill("alemán", nearest: [])) {
      try desk.setSkills(["alemán": 3], ofAgent: "Lucia", makesNew: false)
    }
    _ = try desk.setSkills(["inglés": 3], ofAgent: "Lucia", makesNew: false)
    #expect(try centre.profile("Lucia").skills == ["inglés": 3])
  }

  @Test func aDryRunTellsTheDifferencesOnly() throws {
    let centre = try Centre()
    let before = try centre.fixture.dump()
    let json = Array(#"{"routing": {"idle": "1h"}, "queues": [{"name": "ventas"}]}"#.utf8)
    let dry = try centre.fixture.desk("turno", for: .reading).applyPolicy(json, dryRun: true)
    #expect(dry.version == 0)
    #expect(dry.differences.map(\.path) == ["queues.ventas", "routing.idle"])
    #expect(try centre.fixture.dump() == before)
    let real = try centre.desk().applyPolicy(json)
    #expect(real.version == 1 && real.differences == dry.differences)
    // The same again is no version.
    let again = try centre.desk().applyPolicy(json)
    #expect(again.version == 1 && again.differences == [])
  }

  @Test func everyVersionIsKept() throws {
    let centre = try Centre(#"{"routing": {"idle": "1h"}}"#)
    centre.wait(60)
    _ = try centre.desk("jefa").applyPolicy(Array(#"{"routing": {"idle": "2h"}}"#.utf8))
    _ = try centre.desk("jefa").applyPolicy(Array("{}".utf8), replacesAll: true)
    let history = try centre.desk().policyHistory()
    #expect(history.map(\.version) == [3, 2, 1])
    #expect(history.map(\.actor) == ["jefa", "jefa", "turno"])
    #expect(history[1].differences.map(\.path) == ["routing.idle"])
    #expect(history[1].differences.map(\.old) == [.text("1h")])
    #expect(try centre.desk().policyDocument(version: 1)["routing"] == .object(["idle": .text("1h")]))
    #expect(try centre.desk().policyDocument() == .object([:]))
    #expect(throws: VocError.unknownPolicy(4)) { try centre.desk().policyDocument(version: 4) }
  }

  @Test func decisionsSayUnderWhichVersion() throws {
    let centre = try Centre()
    // One desk for all: a policy that another applies is in force for it at once.
    let desk = try centre.desk("robot")
    for _ in 0...2 {
      try centre.create()
      _ = try desk.route()
      let count = try centre.desk().policyHistory().count
      try centre.apply(#"{"routing": {"idle": "\#(count + 1)h"}}"#)
    }
    #expect(
      try centre.fixture.rows("SELECT CAST(policy_id AS TEXT) FROM route_decision ORDER BY id") == [
        "0", "1", "2",
      ])
  }

  @Test func eightAtOnceLoseNothing() throws {
    let centre = try Centre()
    try centre.create()
    let path = centre.fixture.path
    DispatchQueue.concurrentPerform(iterations: 8) { index in
      do {
        let desk = try Desk(path: path, for: .writing, actor: "a\(index)", systemZone: "UTC") {
          Instant(unixSeconds: 1_775_001_700)
        }
        let json = """
          {"queues": [{"name": "q\(index)"}], "sla": [{"name": "s\(index)", "targets": {"resolution": "\(index + 1)h"}}]}
          """
        _ = try desk.applyPolicy(Array(json.utf8))
      } catch {
        Issue.record("\(error)")
      }
    }
    #expect(try centre.desk().policyHistory().map(\.version) == [8, 7, 6, 5, 4, 3, 2, 1])
    let names = try centre.desk().queues().map(\.queue.name).sorted()
    #expect(names == ["general"] + (0..<8).map { "q\($0)" })
    #expect(try centre.wrong() == [])
  }

  @Test func withoutAPolicyEverythingWorks() throws {
    let centre = try Centre(online: false)
    try centre.create()
    let desk = try centre.desk()
    #expect(try desk.policyHistory().isEmpty && desk.slaView(ticket: 1).policyName == nil)
    #expect(try desk.queues().map { "\($0.queue.name) \($0.waiting)" } == ["general 1"])
    #expect(try desk.alerts(includingAcknowledged: true, limit: 9).isEmpty)
    #expect(try desk.fireAlerts() == 0)
    #expect(try desk.slaWhatIf(Desk.WhatIf(last: 86_400)).now.isEmpty)
    #expect(try desk.roster().map(\.profile.state) == ["offline", "offline"])
    #expect(try centre.route() == [])
    let empty = try DeskFixture()
    #expect(try empty.desk(for: .reading).route(dryRun: true).given.isEmpty)
    #expect(try empty.desk(for: .reading).queues().count == 1)
    #expect(!empty.folder.has("voc.db"))
  }
}
