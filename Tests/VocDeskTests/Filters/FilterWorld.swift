import SQLite
import Testing
import VocDomain
import VocStore
import VocTesting

@testable import VocDesk

/// Agents, channels, queues and tickets in which the filters of `FilterText` often find something.
struct FilterWorld {
  private let fixture: DeskFixture
  private let desk: Desk

  init(_ fixture: DeskFixture, _ desk: Desk) throws {
    (self.fixture, self.desk) = (fixture, desk)
    for name in ["Lucía", "Diego Ruiz"] { _ = try desk.addAgent(name: name, email: nil) }
    for (name, kind) in [("WhatsApp", "whatsapp"), ("Teléfono 2", "phone"), ("phone", "chat")] {
      _ = try desk.addChannel(name: name, kind: kind, zone: "UTC", country: nil, identities: [])
    }
    _ = try desk.applyPolicy(
      Array(
        """
        {"calendars":[{"name":"x","zone":"Asia/Tokyo","hours":{"mon-fri":["09:00-18:00"]}}],"usual_calendar":"x",
         "queues":[{"name":"Ventas","condition":"tag:vip,reclamacion OR segment:A"},
          {"name":"Cola Ñandú","condition":"channel:phone -customer:Bo created:<=2026-03-30"},
          {"name":"vacia","condition":"is:breached cause:envio language:es"}]}
        """.utf8))
  }

  /// Tickets with everything that a filter may ask, and without.
  func fill(_ chance: inout Chance, tickets: Int) throws {
    let database = try Database(path: fixture.path)
    func maybe(_ values: [String]) -> String? { chance.isTrue(oneIn: 3) ? nil : chance.one(of: values) }
    for id in 1...8 {
      let name = chance.one(of: FilterText.names) ?? ""
      try database.execute(
        """
        INSERT INTO customer (id, name, folded_name, language, country, segment, stage, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, 0)
        """, id, name, Folding.folded(name), maybe(FilterText.languages), maybe(FilterText.countries),
        maybe(["A", "B", "C"]), maybe(["land", "adopt", "expand", "renew"]))
    }
    func moment() -> Int64 { fixture.clock.unixSeconds + Int64(chance.number(-72...6)) * Seconds.hour }
    for id in 1...tickets {
      let status = chance.one(of: Ticket.Status.allCases) ?? .new
      let isUnsolved = Ticket.Status.unsolved.contains(status)
      try database.execute(
        """
        INSERT INTO ticket (id, status, priority, subject, customer_id, channel_id, assignee_id, cause, created_at,
          updated_at, waiting_since, solved_at, pending_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, id, status.rawValue, chance.number(1...4), chance.one(of: FilterText.subjects) ?? "",
        chance.number(1...8), chance.number(1...3), chance.isTrue(oneIn: 2) ? nil : chance.number(1...2),
        maybe(FilterText.causes), moment(), moment(),
        isUnsolved && chance.isTrue(oneIn: 2) ? moment() : nil, isUnsolved ? nil : moment(),
        status == .pending && chance.isTrue(oneIn: 2) ? moment() : nil)
      // Of an answer that there is not: it would count in what is asked of answers.
      if chance.isTrue(oneIn: 4) {
        try database.execute(
          "INSERT INTO follow_up (answer_id, ticket_id, opened_at, due_at) VALUES (?, ?, 0, 0)",
          id + 1_000_000, id)
      }
      for tag in FilterText.tags where chance.isTrue(oneIn: 5) {
        try database.execute("INSERT INTO ticket_tag (tag, ticket_id) VALUES (?, ?)", tag, id)
      }
      if chance.isTrue(oneIn: 3) {
        let queue = chance.one(of: FilterText.queues + ["Que ya no hay"]) ?? ""
        try database.execute("INSERT INTO ticket_queue (ticket_id, queue) VALUES (?, ?)", id, queue)
      }
      for _ in 0..<chance.number(0...2) {
        try database.execute(
          """
          INSERT INTO message (ticket_id, at, author, author_name, kind, is_public, body)
          VALUES (?, ?, 'customer', 'Ana', 'message', 1, 'x')
          """, id, moment())
        var cues = CueSet()
        for cue in Cue.allCases where chance.isTrue(oneIn: 6) { cues[cue] = chance.number(1...3) }
        let mood = chance.number(-1...1)
        if cues.isEmpty && mood == 0 { continue }
        try database.execute(
          """
          INSERT INTO message_signal (message_id, language, mood, score, cues)
          SELECT max(id), 'es', ?, 0, ? FROM message
          """, mood, cues.bits)
      }
      if chance.isTrue(oneIn: 2) {
        try database.execute(
          "INSERT INTO ticket_sla (ticket_id, due_at, is_breached) VALUES (?, ?, ?)", id,
          chance.isTrue(oneIn: 3) ? nil : moment(), chance.isTrue(oneIn: 3))
      }
    }
  }

  /// What is known of each in memory.
  func facts(_ tickets: ClosedRange<Int64>) throws -> [TicketFacts] {
    let service = try desk.currentService()
    return try tickets.map { try facts(of: $0, service) }
  }

  func context(zone: String) throws -> FilterContext {
    FilterContext(now: fixture.clock, zone: try ZoneClock(named: zone), me: "Lucía")
  }

  private func facts(of id: Int64, _ service: Service) throws -> TicketFacts {
    var row = try #require(try desk.store.routableTicket(id))
    row.facts.tags = try desk.store.tags(ofTicket: id)
    let tags = row.facts.tags
    var facts = try desk.facts(of: row, service, desk.filterContext(service, at: fixture.clock))
    facts.tags = tags
    facts.take(try desk.store.said(onTickets: [id])[id])
    return facts
  }
}
