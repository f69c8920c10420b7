import SQLite
import Testing
import VocDesk
import VocDomain
import VocTesting

/// Figures of service in business hours: what is kept of them, whatever comes in whatever order.
@Suite struct BusinessHoursTests {
  static let policies = [
    """
    {"calendars": [{"name": "oficina", "zone": "UTC", "hours": {"mon-fri": ["09:00-18:00"]}}],
     "usual_calendar": "oficina"}
    """,
    """
    {"calendars": [{"name": "oficina", "zone": "UTC", "hours": {"mon-sat": ["08:00-12:00"]}}]}
    """,
    """
    {"calendars": [{"name": "tarde", "zone": "America/Bogota", "holidays": "CO", "hours": {"mon-sun": ["12:00-20:00"]}}],
     "channels": {"whatsapp": {"calendar": "tarde"}}}
    """,
    #"{"usual_calendar": "24/7", "channels": {"whatsapp": {"calendar": "24/7"}}}"#,
    #"{"skills": ["ventas"]}"#,
  ]

  /// The histograms of business time.
  private func kept(_ fixture: DeskFixture) throws -> [String] {
    try fixture.rows(
      """
      SELECT measure || ' ' || grain || ' ' || period || ' ' || hex(histogram) FROM service_count
      WHERE measure LIKE 'business%' ORDER BY 1
      """)
  }

  private func apply(_ policy: String, _ fixture: DeskFixture) throws {
    _ = try fixture.desk().applyPolicy(Array(policy.utf8))
  }

  private func wrong(_ fixture: DeskFixture) throws -> [String] {
    try fixture.desk().examine().filter { $0.problems > 0 }.map { "\($0.check.rawValue) \($0.problems)" }
  }

  private func figures(_ fixture: DeskFixture, matching filter: String = "") throws -> [ReportFigure] {
    try fixture.desk().satisfaction(since: nil, until: nil, by: nil, matching: filter).figures
      .filter { $0.measure.rawValue.hasPrefix("business") }
  }

  /// From Monday 16 March 2026, midnight UTC.
  private func minute(day: Int, _ hour: Int, _ minute: Int = 0) -> Int { (day * 24 + hour) * 60 + minute }

  /// Asked on Friday at 17:30, answered on Monday at 9:30: an hour. Solved by the import as of Monday at 9:30.
  private var weekend: Chat {
    Chat([minute(day: 4, 17, 30): "ana: Hola", minute(day: 7, 9, 30): "us: Buenas"])
  }

  @Test func aReplyAfterAWeekend() throws {
    let fixture = try DeskFixture()
    try fixture.importChat(weekend)
    #expect(try figures(fixture) == [])
    try apply(Self.policies[0], fixture)
    let found = try figures(fixture)
    #expect(
      found.map(\.measure) == [
        .businessFirstReply, .businessFirstReplyP90, .businessResolution, .businessResolutionP90,
      ])
    for figure in found {
      #expect(figure.n == 1 && abs((figure.value ?? 0) - 3600) <= 36, "\(figure)")
    }
    #expect(try wrong(fixture) == [])
  }

  /// Unsolved tickets have lasted as long as the channel has been open since.
  @Test func whatIsOpenCountsTheOpenHours() throws {
    let fixture = try DeskFixture()
    try apply(Self.policies[0], fixture)
    fixture.clock = Chat.instant(minute(day: 4, 12))
    let desk = try fixture.desk()
    _ = try desk.addAgent(name: "lucia", email: nil)
    _ = try desk.addChannel(name: "Correo", kind: "email", zone: "UTC", country: nil, identities: [])
    for name in ["Eva Sol", "Luis Vega", "Ana Mora"] {
      _ = try desk.createTicket(Desk.NewTicket(customer: name, channel: "Correo", text: "Hola"))
    }
    fixture.clock = Chat.instant(minute(day: 4, 13))
    _ = try fixture.desk().perform([.solve(cause: nil)], on: [1])
    fixture.clock = Chat.instant(minute(day: 7, 10))
    _ = try fixture.desk().perform([.solve(cause: nil)], on: [2])
    // Two of three were solved, after one business hour and after seven; the third has lasted for seven since noon.
    let resolution = try #require(try figures(fixture).first { $0.measure == .businessResolution })
    #expect(resolution.n == 3 && resolution.part == 2)
    #expect(abs((resolution.value ?? 0) - 7 * 3600) <= 252)
    #expect(try figures(fixture, matching: "channel:Correo") == figures(fixture))
  }

  /// Whether tickets or policies come first, and also where a policy is applied before any ticket.
  @Test(arguments: 1...6) func theOrderMakesNoDifference(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let chat = RepeatedImportTests.randomChat(&chance)
    let policies = (0..<3).map { _ in chance.one(of: Self.policies) ?? "" }
    let moments = (0..<3).map { _ in Chat.instant(chance.number(0...20_000)) }.sorted { $0 < $1 }
    func kept(importingAt place: Int) throws -> [String] {
      let fixture = try DeskFixture()
      let end = fixture.clock
      for index in 0...policies.count {
        if index == place {
          fixture.clock = end
          try fixture.importChat(chat) { $0.identities = ["Café Andino"] }
          #expect(try wrong(fixture) == [], "seed \(seed)")
        }
        if index == policies.count { break }
        fixture.clock = moments[index]
        try apply(policies[index], fixture)
      }
      #expect(try wrong(fixture) == [], "seed \(seed)")
      return try self.kept(fixture)
    }
    let last = try kept(importingAt: policies.count)
    for place in 0..<policies.count {
      expectSame(try kept(importingAt: place), last, "seed \(seed) at \(place)")
    }
  }

  /// An import that is taken back leaves nothing, though the channel whose hours counted is gone with it.
  @Test func whatIsTakenBackIsNotCounted() throws {
    let fixture = try DeskFixture()
    try apply(Self.policies[0], fixture)
    try apply(Self.policies[2], fixture)
    let batch = try fixture.importChat(weekend).batch
    #expect(try kept(fixture).count == 4)
    _ = try fixture.desk().undoImport(try #require(batch))
    #expect(try fixture.rows("SELECT name FROM channel") == [])
    #expect(try fixture.rows("SELECT measure FROM service_count") == [])
    #expect(try wrong(fixture) == [])
  }

  /// As by an earlier voc: tickets and a policy, and nothing counted. The next that writes anything counts.
  @Test func anOldDatabaseIsCountedByWhoWritesNext() throws {
    let fixture = try DeskFixture()
    try fixture.importChat(weekend)
    try apply(Self.policies[0], fixture)
    let before = try kept(fixture)
    #expect(before.count == 4)
    try Database(path: fixture.path).executeScript(
      "DELETE FROM counted_hours; DELETE FROM service_count WHERE measure LIKE 'business%'")
    #expect(try figures(fixture) == [])
    #expect(try wrong(fixture) == [])
    _ = try fixture.desk().addAgent(name: "Eva", email: nil)
    expectSame(try kept(fixture), before, "counted")
    #expect(try wrong(fixture) == [])
  }

  @Test func theDoctorFindsWhatIsWrong() throws {
    let fixture = try DeskFixture()
    try fixture.importChat(weekend)
    try apply(Self.policies[0], fixture)
    try Database(path: fixture.path).execute(
      "DELETE FROM service_count WHERE measure = 'business_first_reply' AND grain = 'day'")
    #expect(try wrong(fixture) == ["measures 1"])
    _ = try fixture.desk().reindexService(anew: true) { _ in }
    #expect(try wrong(fixture) == [])
  }

  /// A policy that says the same of hours counts nothing anew; one that is rehearsed changes nothing.
  @Test func onlyOtherHoursCountAnew() throws {
    let fixture = try DeskFixture()
    try fixture.importChat(weekend)
    try apply(Self.policies[0], fixture)
    let before = try kept(fixture)
    try apply(Self.policies[4], fixture)
    #expect(try fixture.rows("SELECT policy_id || '' FROM counted_hours") == ["1"])
    _ = try fixture.desk().applyPolicy(Array(Self.policies[1].utf8), dryRun: true)
    expectSame(try kept(fixture), before, "kept")
    fixture.clock = fixture.clock + 60
    try apply(Self.policies[1], fixture)
    #expect(try fixture.rows("SELECT policy_id || '' FROM counted_hours") == ["3"])
    // What has passed stays counted in the hours of then.
    expectSame(try kept(fixture), before, "passed")
  }

  /// Imports, undos, merges, replies and policies in any order: the doctor finds no wrong figure, and a filter that
  /// all tickets fulfil gives the figures of the counters.
  @Test(arguments: 1...10) func whateverHappens(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let centre = try Centre(agents: ["Lucia"])
    centre.fixture.clock = Chat.instant(20_000)
    var log: [String] = []
    for step in 0..<28 {
      centre.wait(Int64(chance.one(of: [0, 60, 4000, 30_000, 200_000]) ?? 0))
      do {
        log.append(try act(step, &chance, centre))
      } catch let error as VocError {
        log.append("\(error)")
      }
      let wrong = try centre.wrong()
      #expect(wrong == [], "seed \(seed)\n\(log.joined(separator: "\n"))")
      if !wrong.isEmpty { return }
    }
    func all(matching filter: String) throws -> [ReportFigure] {
      try centre.desk().satisfaction(since: nil, until: nil, by: nil, matching: filter).figures
    }
    #expect(try all(matching: "created:>=2000-01-01") == all(matching: ""), "seed \(seed)")
  }

  private func act(_ step: Int, _ chance: inout Chance, _ centre: Centre) throws -> String {
    let ids = try centre.fixture.rows("SELECT id FROM ticket ORDER BY id").compactMap(Int64.init)
    let (one, other) = (chance.one(of: ids) ?? 1, chance.one(of: ids) ?? 1)
    switch chance.number(0...9) {
    case 0, 1:
      let chat = RepeatedImportTests.randomChat(&chance)
      try centre.fixture.importChat(chat) { $0.identities = ["Café Andino"] }
      return "import of \(chat.lines.count)"
    case 2:
      guard let batch = try centre.desk().batches(limit: 3).first(where: { $0.undoneAt == nil }) else {
        return "-"
      }
      _ = try centre.desk().undoImport(batch.id)
      return "undo of \(batch.id)"
    case 3, 4:
      let policy = chance.one(of: Self.policies) ?? "{}"
      try centre.apply(policy)
      return policy
    case 5: return "new \(try centre.create(chance.one(of: ["WhatsApp", "Correo", "Fono"]) ?? ""))"
    case 6: return "merge \(try centre.desk("Lucia").merge([one], into: other).id)"
    case 7: return "undo \(try centre.desk("Lucia").undo(act: nil).act.verbs)"
    default:
      let changes: [Desk.TicketChange] = [.reply("va"), .solve(cause: nil), .reopen, .pend, .pend, .hold]
      let change = chance.one(of: changes) ?? .reopen
      try centre.perform(change, on: one)
      return "\(change) on \(one)"
    }
  }
}
