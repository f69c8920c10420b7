import SQLite
import Testing
import VocDesk
import VocDomain
import VocRouting
import VocTesting

/// A channel that becomes one of another kind: what follows, and what undoing an import leaves of it.
@Suite struct ChannelKindTests {
  /// The telephone is attended always, all else in the office's hours.
  static let officeAndPhone = """
    {"calendars": [{"name": "oficina", "zone": "UTC", "hours": {"mon-fri": ["09:00-18:00"]}}],
     "usual_calendar": "oficina", "channels": {"phone": {"calendar": "24/7"}}}
    """

  let fixture: DeskFixture

  init() throws { fixture = try DeskFixture() }

  private func apply(_ policy: String) throws { _ = try fixture.desk().applyPolicy(Array(policy.utf8)) }

  private func add(_ name: String, _ kind: String) throws {
    _ = try fixture.desk().addChannel(name: name, kind: kind, zone: "UTC", country: nil, identities: [])
  }

  @discardableResult
  private func set(_ kind: String, _ channel: String) throws -> Desk.KindChange {
    try fixture.desk().setKind(kind, ofChannel: channel)
  }

  private func wrong() throws -> [String] {
    try fixture.desk().examine().filter { $0.problems > 0 }.map { "\($0.check.rawValue) \($0.problems)" }
  }

  /// The histograms of business time.
  private func kept() throws -> [String] {
    try fixture.rows(
      """
      SELECT measure || ' ' || grain || ' ' || period || ' ' || hex(histogram) FROM service_count
      WHERE measure LIKE 'business%' ORDER BY 1
      """)
  }

  private func channels() throws -> [String] {
    try fixture.rows("SELECT name || ' ' || kind || ' ' || coalesce(country, '-') FROM channel ORDER BY id")
  }

  private func minute(day: Int, _ hour: Int, _ minute: Int = 0) -> Int { (day * 24 + hour) * 60 + minute }

  /// Asked on Friday at 17:30, answered on Monday at 9:30: an hour of the office's.
  private var weekend: Chat {
    Chat([minute(day: 4, 17, 30): "ana: Hola", minute(day: 7, 9, 30): "us: Buenas"])
  }

  // MARK: - Hours and promises

  /// It is attended in the hours of its kind: what is counted is what it would be had it always been so.
  @Test func itHasTheHoursOfItsKind() throws {
    try apply(Self.officeAndPhone)
    try fixture.importChat(weekend)
    let before = try kept()
    #expect(try set("teléfono", "whatsapp").channel.kind == "phone")
    let figures = try fixture.desk().satisfaction(since: nil, until: nil, by: nil, matching: "").figures
    let reply = try #require(figures.first { $0.measure == .businessFirstReply })
    #expect(abs((reply.value ?? 0) - 64 * 3600) <= 64 * 36)
    #expect(try wrong() == [])
    #expect(try kept() != before)
    #expect(throws: VocError.mistypedKind("whatsap", nearest: ["whatsapp"])) {
      try set("whatsap", "WhatsApp")
    }
    #expect(try set("whatsapp", "WhatsApp").channel.kind == "whatsapp")
    #expect(try wrong() == [])
    #expect(try kept() == before)
  }

  /// What is kept stays as it is, right or wrong, where a change makes no difference to it.
  @Test func theSameHoursAreNotCountedAnew() throws {
    try apply(Self.officeAndPhone)
    try fixture.importChat(weekend)
    try Database(path: fixture.path).execute(
      "DELETE FROM service_count WHERE measure LIKE 'business%' AND grain = 'day'")
    let before = try kept()
    #expect(!before.isEmpty)
    for kind in ["chat", "télex", "whatsapp"] {
      try set(kind, "WhatsApp")
      expectSame(try kept(), before, kind)
    }
    try set("phone", "WhatsApp")
    #expect(try wrong() == [])
  }

  @Test func itHasThePromisesOfItsKind() throws {
    try apply(#"{"sla": [{"name": "voz", "condition": "channel:phone", "targets": {"first_reply": "5m"}}]}"#)
    let desk = try fixture.desk()
    _ = try desk.addAgent(name: "lucia", email: nil)
    try add("Línea", "chat")
    _ = try desk.createTicket(Desk.NewTicket(customer: "Eva Sol", channel: "Línea", text: "Hola"))
    #expect(try fixture.rows("SELECT 'due' FROM ticket_sla") == [])
    try set("phone", "Línea")
    #expect(try fixture.rows("SELECT 'due' FROM ticket_sla") == ["due"])
    #expect(try wrong() == [])
  }

  /// Another channel's tickets are not looked at, so that what is wrong there stays wrong.
  @Test func onlyItsOwnTicketsGetOtherPromises() throws {
    try apply(
      """
      {"sla": [{"name": "voz", "condition": "channel:phone", "targets": {"first_reply": "5m"}},
               {"name": "todo", "targets": {"first_reply": "1h"}}]}
      """)
    let desk = try fixture.desk()
    _ = try desk.addAgent(name: "lucia", email: nil)
    for (name, customer) in [("Línea", "Eva Sol"), ("Sala", "Luis Vega")] {
      try add(name, "chat")
      _ = try desk.createTicket(Desk.NewTicket(customer: customer, channel: name, text: "Hola"))
    }
    try Database(path: fixture.path).execute("UPDATE ticket_sla SET due_at = 1 WHERE ticket_id = 2")
    try set("phone", "Línea")
    let due = fixture.clock.unixSeconds + 5 * 60
    #expect(try fixture.rows("SELECT due_at || '' FROM ticket_sla ORDER BY ticket_id") == ["\(due)", "1"])
    try set("phone", "Sala")
    #expect(try fixture.rows("SELECT DISTINCT due_at || '' FROM ticket_sla") == ["\(due)"])
    #expect(try wrong() == [])
  }

  // MARK: - Undone imports

  /// The second import completed the channel, and people changed its kind before it was undone.
  @Test func undoingAnImportLeavesTheKind() throws {
    try apply(Self.officeAndPhone)
    let first = try #require(try fixture.importChat(weekend).batch)
    let later = Chat([minute(day: 9, 10): "ana: Otra cosa", minute(day: 9, 11): "us: Dígame"])
    let second = try #require(try fixture.importChat(weekend + later) { $0.country = "MX" }.batch)
    #expect(try channels() == ["WhatsApp whatsapp MX"])
    try set("phone", "WhatsApp")
    _ = try fixture.desk().undoImport(second)
    #expect(try channels() == ["WhatsApp phone -"])
    #expect(try wrong() == [])
    _ = try fixture.desk().undoImport(first)
    #expect(try channels() == [])
    #expect(try wrong() == [])
  }

  /// What people built on keeps the channel that the import made.
  @Test func undoingTheImportThatMadeTheChannelLeavesTheKind() throws {
    try apply(Self.officeAndPhone)
    let desk = try fixture.desk()
    _ = try desk.addAgent(name: "lucia", email: nil)
    let batch = try #require(try fixture.importChat(weekend) { $0.country = "MX" }.batch)
    try set("phone", "WhatsApp")
    _ = try desk.perform([.note("se llamó")], on: [1])
    _ = try fixture.desk().undoImport(batch)
    #expect(try channels() == ["WhatsApp phone MX"])
    #expect(try wrong() == [])
  }

  // MARK: - Kinds of one's own

  /// A kind that was mistyped can be corrected, and numbers tell kinds apart.
  @Test(arguments: [
    ("telegrm", "telegram"), ("kiosk-2", "kiosk-3"), ("kiosk-2", "kiosk-1"), ("Fax", "fax"),
    ("emial", "email"),
  ]) func itsOwnKindIsNoHindrance(old: String, new: String) throws {
    try add("Feria", "kiosk-1")
    try add("Avisos", "viber")
    try Database(path: fixture.path).execute("UPDATE channel SET kind = ? WHERE name = 'Avisos'", old)
    #expect(try set(new, "Avisos").channel.kind == new)
    #expect(try channels() == ["Feria kiosk-1 -", "Avisos \(new) -"])
  }

  @Test func whoIsAloneOfItsKind() throws {
    try add("Avisos", "fax")
    func isOnlyOne() throws -> Bool {
      let desk = try fixture.desk()
      return try desk.isOnlyOne(ofOwnKind: try #require(desk.channels().first { $0.name == "Avisos" }))
    }
    #expect(try isOnlyOne())
    try add("Facturas", "fax")
    #expect(try !isOnlyOne())
    try set("phone", "Avisos")
    #expect(try !isOnlyOne())
  }

  /// A policy that names a kind which is no channel's any more can be changed, and it is told where it names it.
  @Test func thePolicyMayGoOnNamingTheOldKind() throws {
    try add("Avisos", "fax")
    try add("Facturas", "fax")
    try apply(
      """
      {"channels": {"fax": {"capacity": 2}}, "routing": {"states": {"away": ["fax"]}},
       "queues": [{"name": "papel", "condition": "channel:fax"}, {"name": "voz", "condition": "channel:phone"}]}
      """)
    #expect(try set("télex", "Avisos").policyPlaces == [])
    let change = try set("phone", "Facturas")
    #expect(change.oldKind == "fax")
    #expect(change.policyPlaces == ["channels.fax", "queues.papel.condition", "routing.states.away[0]"])
    #expect(try set("phone", "Facturas").policyPlaces == [])
    try apply(#"{"channels": {"fax": {"capacity": 3}, "telex": {"capacity": 1}}}"#)
    #expect(throws: PolicyProblems.self) { try apply(#"{"channels": {"fex": {"capacity": 3}}}"#) }
    #expect(try fixture.desk().policyHistory().count == 2)
  }
}
