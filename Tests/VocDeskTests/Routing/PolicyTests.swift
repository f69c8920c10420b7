import Testing
import VocDesk
import VocDomain

@Suite struct PolicyTests {
  private let fixture: DeskFixture

  init() throws { fixture = try DeskFixture() }

  private func apply(_ text: String, _ desk: Desk) throws -> Desk.PolicyChange {
    try desk.applyPolicy(Array(text.utf8))
  }

  @Test func aDocumentIsAppliedWholeOrNotAtAll() throws {
    let desk = try fixture.desk()
    #expect(try apply(#"{"skills":["ventas"]}"#, desk).version == 1)
    #expect(throws: PolicyProblems.self) {
      try apply(#"{"skills":["inglés"],"routing":{"order":"fifo"}}"#, desk)
    }
    #expect(throws: PolicySyntaxError.self) { try apply(#"{"skills":["inglés"]"#, desk) }
    #expect(try desk.policyHistory().map(\.version) == [1])
    #expect(try desk.policyDocument()["skills"] == .list([.text("ventas")]))
  }

  @Test func theSameAgainIsNoVersion() throws {
    let desk = try fixture.desk()
    #expect(try apply("{}", desk).version == 0)
    #expect(try apply(#"{"skills":["ventas"]}"#, desk).differences.map(\.path) == ["skills"])
    #expect(try apply(#"{"skills":["ventas"]}"#, desk).differences == [])
    #expect(try desk.policyHistory().map(\.actor) == ["lucia"])
  }

  @Test func aRehearsalKeepsNothing() throws {
    let desk = try fixture.desk()
    let change = try desk.applyPolicy(Array(#"{"skills":["a"]}"#.utf8), dryRun: true)
    #expect(change.version == 0 && change.differences.count == 1)
    #expect(try desk.policyHistory().isEmpty)
  }

  /// A policy may speak of the kind of a channel that goes again with the import that made it.
  @Test func aKindThatIsGoneDoesNotSpoilThePolicy() throws {
    let desk = try fixture.desk()
    let channel = try desk.addChannel(name: "Fax", kind: "fax", zone: nil, country: nil, identities: [])
    _ = try apply(#"{"channels":{"fax":{"capacity":2}},"routing":{"states":{"away":["fax"]}}}"#, desk)
    _ = try fixture.rows("DELETE FROM channel WHERE id = \(channel.id) RETURNING name")
    #expect(try fixture.desk().roster().isEmpty)
    #expect(try apply(#"{"skills":["x"]}"#, fixture.desk()).version == 2)
    #expect(throws: PolicyProblems.self) { try apply(#"{"channels":{"fex":{}}}"#, fixture.desk()) }
    #expect(
      try apply(#"{"channels":{"fax":null},"routing":{"states":null}}"#, fixture.desk()).version == 3)
    #expect(throws: PolicyProblems.self) { try apply(#"{"channels":{"fax":{}}}"#, fixture.desk()) }
  }

  @Test(arguments: [
    (#"{"queues":[{"name":"v","condition":"channel:wasap"}]}"#, "queues.v.condition", ["whatsapp"]),
    (#"{"queues":[{"name":"v","condition":"channel:tinda"}]}"#, "queues.v.condition", ["Tienda"]),
    (#"{"sla":[{"name":"s","condition":"tag:a queue:vnetas"}]}"#, "sla.s.condition", ["ventas"]),
  ])
  func conditionsAskForWhatThereIs(text: String, path: String, nearest: [String]) throws {
    let desk = try fixture.desk()
    _ = try desk.addChannel(name: "Tienda", kind: "fax", zone: nil, country: nil, identities: [])
    _ = try apply(
      #"{"queues":[{"name":"ventas","condition":"channel:tienda OR channel:fax"}]}"#, desk)
    let problems = try #require(throws: PolicyProblems.self) { try apply(text, desk) }.problems
    #expect(problems.map(\.path) == [path])
    guard case .badCondition(_, let error) = problems[0].what,
      case .unknownValue(_, _, _, let found) = error.problem
    else {
      Issue.record("\(problems)")
      return
    }
    #expect(found == nearest)
    #expect(try desk.policyHistory().count == 1)
  }

  /// The channel is called otherwise now: what was right when it was applied is no reason to refuse all else.
  @Test func aConditionThatWasRightStaysSo() throws {
    let desk = try fixture.desk()
    _ = try desk.addChannel(name: "Tienda", kind: "chat", zone: nil, country: nil, identities: [])
    _ = try apply(#"{"queues":[{"name":"v","condition":"channel:tienda"}]}"#, desk)
    _ = try fixture.rows("UPDATE channel SET name = 'Local' RETURNING name")
    #expect(try apply(#"{"skills":["x"]}"#, fixture.desk()).version == 2)
    #expect(throws: PolicyProblems.self) {
      try apply(#"{"queues":[{"name":"w","condition":"channel:tienda"}]}"#, fixture.desk())
    }
  }

  /// A queue goes of which a promise speaks.
  @Test func aQueueThatAPromiseAsksForStays() throws {
    let desk = try fixture.desk()
    _ = try apply(
      #"{"queues":[{"name":"v","condition":"tag:v"}],"sla":[{"name":"s","condition":"queue:v"}]}"#, desk)
    #expect(throws: PolicyProblems.self) { try desk.removeQueue("v") }
  }

  @Test func aQueueIsChangedMemberByMember() throws {
    let desk = try fixture.desk()
    _ = try desk.putQueue(["name": .text("Ventas"), "condition": .text("tag:a"), "maximum_wait": .text("1h")])
    #expect(throws: VocError.duplicateName("ventas")) { try desk.putQueue(["name": .text("ventas")]) }
    _ = try desk.putQueue(["name": .text("VENTAS"), "maximum_wait": .text("none")], updates: true)
    let queue = try desk.queue(named: "ventas")
    #expect(queue.name == "Ventas" && queue.condition.description == "tag:a" && queue.maximumWait == nil)
    _ = try desk.removeQueue("ventas")
    #expect(try desk.queues().map(\.queue.name) == ["general"])
    #expect(throws: VocError.queueIsAlwaysThere("general")) { try desk.removeQueue("General") }
  }

  @Test func membersMakeTheFirstGroup() throws {
    let desk = try fixture.desk()
    _ = try desk.addAgent(name: "Ana", email: nil)
    #expect(throws: VocError.self) {
      try desk.changeMembers(ofQueue: "general", group: nil, adding: ["Ana", "nadie"], removing: [])
    }
    #expect(try desk.queues()[0].groups.isEmpty && desk.policyHistory().isEmpty)
    let line = try desk.changeMembers(ofQueue: "general", group: nil, adding: ["Ana"], removing: [])
    #expect(line.groups.map(\.tier.group) == ["general"] && line.groups[0].agents.map(\.name) == ["Ana"])
    #expect(try desk.roster()[0].profile.groups == ["general"])
    #expect(throws: VocError.unknownGroup("genral", nearest: ["general"])) {
      try desk.changeMembers(ofQueue: "general", group: "genral", adding: [], removing: ["Ana"])
    }
    let empty = try desk.changeMembers(ofQueue: "general", group: nil, adding: [], removing: ["Ana"])
    #expect(empty.groups.map(\.agents.count) == [0])
  }

  @Test func anAgentIsAddedWithEverythingOrNotAtAll() throws {
    let desk = try fixture.desk()
    _ = try desk.putQueue(["name": .text("v"), "condition": .text("tag:v"), "groups": .list([.text("g")])])
    func add(_ groups: [String], _ shift: String?, _ makesNew: Bool) throws -> Agent {
      try desk.addAgent(
        name: "Ana", email: nil, groups: groups, shift: shift, skills: ["ventas": 3], makesNew: makesNew)
    }
    #expect(throws: VocError.unknownGroup("h", nearest: ["g"])) { try add(["h"], nil, true) }
    #expect(throws: VocError.unknownCalendar("noche", nearest: [])) { try add(["g"], "noche", true) }
    #expect(throws: VocError.unknownSkill("ventas", nearest: [])) { try add(["g"], nil, false) }
    #expect(try desk.agents().isEmpty)
    let agent = try add(["g"], "24/7", true)
    let profile = try #require(try desk.agentLine(agent.id)).profile
    #expect(profile.groups == ["g"] && profile.shift == "24/7" && profile.skills == ["ventas": 3])
    #expect(try desk.policyDocument()["skills"] == .list([.text("ventas")]))
  }

  @Test func aSkillThatNobodyKnowsCannotBeTakenAway() throws {
    let desk = try fixture.desk()
    _ = try desk.addAgent(name: "Ana", email: nil)
    _ = try desk.setSkills(["ventas": 2], ofAgent: "Ana", makesNew: true)
    _ = try apply(#"{"skills":null}"#, desk)
    // Theirs, though the policy lists it no more.
    #expect(throws: VocError.unknownSkill("vetnas", nearest: ["ventas"])) {
      try desk.setSkills(["vetnas": nil], ofAgent: "Ana", makesNew: false)
    }
    #expect(try desk.setSkills(["ventas": nil], ofAgent: "Ana", makesNew: false).skills == [:])
  }
}
