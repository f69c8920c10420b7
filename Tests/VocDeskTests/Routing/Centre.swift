import SQLite
import Testing
import VocDesk
import VocDomain
import VocTesting

/// A contact centre with a channel of each common kind, agents online, and a clock that the test moves.
final class Centre {
  let fixture: DeskFixture
  private var customers = 0

  /// 1 April 2026, a Wednesday, midnight UTC.
  init(_ policy: String? = nil, agents: [String] = ["Lucia", "Pedro"], online: Bool = true) throws {
    fixture = try DeskFixture()
    let desk = try desk()
    for (name, kind) in [("WhatsApp", "whatsapp"), ("Correo", "email"), ("Chat", "chat"), ("Fono", "phone")] {
      _ = try desk.addChannel(name: name, kind: kind, zone: "UTC", country: "MX", identities: [])
    }
    for name in agents {
      _ = try desk.addAgent(name: name, email: nil)
      if online { _ = try desk.setState("online", ofAgent: name) }
    }
    if let policy { try apply(policy) }
  }

  /// On the database that `make` writes.
  init(made make: (TemporaryFolder) throws -> Void) throws {
    fixture = try DeskFixture()
    try make(fixture.folder)
  }

  func desk(_ actor: String = "turno") throws -> Desk { try fixture.desk(actor) }

  @discardableResult
  func apply(_ policy: String, replacesAll: Bool = false) throws -> Desk.PolicyChange {
    try desk().applyPolicy(Array(policy.utf8), replacesAll: replacesAll)
  }

  func set(_ state: String, _ agents: String...) throws {
    for agent in agents { _ = try desk().setState(state, ofAgent: agent) }
  }

  /// A ticket of a customer of its own, unless they are named.
  @discardableResult
  func create(
    _ channel: String = "WhatsApp", customer: String? = nil, priority: Ticket.Priority = .normal,
    tags: [String] = [], text: String? = nil
  ) throws -> Int64 {
    customers += 1
    var new = Desk.NewTicket(
      customer: customer ?? "Cliente \(customers)", channel: channel,
      text: text ?? "No llega \(customers)")
    (new.priority, new.tags) = (priority, tags)
    return try desk().createTicket(new).id
  }

  @discardableResult
  func perform(_ changes: Desk.TicketChange..., on ids: Int64..., as actor: String = "Lucia") throws
    -> [Ticket]
  {
    try desk(actor).perform(changes, on: ids)
  }

  func wait(_ seconds: Int64) { fixture.clock = fixture.clock + seconds }

  /// A moment of April 2026 in UTC; the 1st is a Wednesday.
  func setClock(day: Int64, _ hour: Int64, _ minute: Int64 = 0) {
    fixture.clock = Instant(unixSeconds: 1_775_001_600 + (day - 1) * 86_400 + hour * 3600 + minute * 60)
  }

  /// What a run does, a line each: "4 open", "1 < Lucia expired", "2 > Pedro", "3 ? Pedro" for an offer, "Lucia: away".
  func route(dryRun: Bool = false) throws -> [String] {
    lines(try fixture.desk("turno", for: dryRun ? .reading : .writing).route(dryRun: dryRun))
  }

  func lines(_ report: Desk.RouteReport) -> [String] {
    report.reopened.map { "\($0.ticketID) open" }
      + report.returned.map { "\($0.ticketID) < \($0.agent) \($0.outcome.rawValue)" }
      + report.given.map { "\($0.ticketID) \($0.offerExpiresAt == nil ? ">" : "?") \($0.agent)" }
      + report.silenced.map { "\($0.agent): \($0.state)" }
  }

  /// Why nothing was given, by how many.
  func left() throws -> [String: Int] {
    Dictionary(uniqueKeysWithValues: try desk().route().left.map { ($0.rawValue, $1) })
  }

  func next(_ agent: String) throws -> Int64? { try desk(agent).nextTicket().given?.ticketID }

  /// "open Lucia", "new -".
  func holder(of id: Int64) throws -> String {
    try fixture.rows(
      """
      SELECT status || ' ' || coalesce(name, '-') FROM ticket LEFT JOIN agent ON agent.id = assignee_id
      WHERE ticket.id = \(id)
      """)[0]
  }

  func events(_ id: Int64) throws -> [String] {
    try desk().view(ticket: id).events.map {
      "\($0.actor): \($0.kind) \($0.from ?? "-") → \($0.to ?? "-")"
    }
  }

  func profile(_ name: String) throws -> AgentProfile {
    try #require(try desk().roster().first { $0.profile.agent.name == name }?.profile)
  }

  /// What a doctor finds wrong.
  func wrong() throws -> [String] {
    try desk().examine().filter { $0.problems > 0 }.map { "\($0.check.rawValue) \($0.problems)" }
  }
}
