import Testing
import VocDesk
import VocDomain
import VocTesting

/// History scored under other promises is history as it would have been under them.
@Suite struct SLAWhatIfTests {
  static let calendars = """
    "calendars": [{"name": "oficina", "zone": "America/Mexico_City", "hours": {"mon-fri": ["09:00-14:00", "16:00-19:00"],
      "sat": ["10:00-14:00"]}}]
    """
  static let strict = """
    {\(calendars), "sla": [{"name": "s", "calendar": "oficina",
      "targets": {"first_reply": "30m", "next_reply": "20m", "resolution": "3h"}}]}
    """
  static let lax = """
    {\(calendars), "sla": [{"name": "s", "targets": {"first_reply": "2h", "next_reply": "20m", "resolution": "9h"}}]}
    """

  /// The same days, whatever was promised.
  private func live(_ seed: UInt64, _ policy: String) throws -> Centre {
    var chance = Chance(seed: seed)
    let centre = try Centre(policy, online: false)
    let changes: [Desk.TicketChange] = [
      .reply("va"), .reply("va"), .pend, .hold, .solve(cause: nil), .solve(cause: nil), .reopen, .noReply,
      .priority(.high), .take, .note("x"),
    ]
    for _ in 0..<60 {
      centre.wait(Int64(chance.number(0...90) * 60))
      if chance.isTrue(oneIn: 4) {
        try centre.create("Correo")
      } else {
        let all = try centre.fixture.rows("SELECT id FROM ticket ORDER BY id").compactMap(Int64.init)
        let (id, change) = (chance.one(of: all) ?? 0, chance.one(of: changes) ?? .take)
        do { try centre.perform(change, on: id) } catch is VocError {}
      }
    }
    return centre
  }

  private func figures(_ figures: [Desk.SLAFigure]) -> [String] {
    figures.map {
      "\($0.measure) \($0.met) \($0.breached) \($0.running) \($0.median ?? -1) \($0.p90 ?? -1) \($0.share ?? -1)"
    }
  }

  /// As the tickets' own pages tell.
  private func told(_ centre: Centre) throws -> [String: [Int]] {
    var told: [String: [Int]] = [:]
    for id in try centre.fixture.rows("SELECT id FROM ticket").compactMap(Int64.init) {
      for clock in try centre.desk().slaView(ticket: id).clocks {
        let place =
          switch clock.state(at: centre.fixture.clock) {
          case .met: 0
          case .breached: 1
          case .running, .paused: 2
          case .unmeasured: 3
          }
        if place < 3 { told[clock.measure.rawValue, default: [0, 0, 0]][place] += 1 }
      }
    }
    return told
  }

  @Test(arguments: 1...4) func otherwiseIsWhatWouldHaveBeen(seed: UInt64) throws {
    let (strict, lax) = (try live(seed, Self.strict), try live(seed, Self.lax))
    var question = Desk.WhatIf(last: 365 * 86_400)
    question.targets = [.firstReply: 1800, .resolution: 3 * 3600]
    question.calendar = "oficina"
    let (asked, real) = (try lax.desk().slaWhatIf(question), try strict.desk().slaWhatIf(question))
    #expect(asked.tickets > 5, "seed \(seed)")
    #expect(figures(asked.otherwise) == figures(real.now), "seed \(seed)")
    #expect(figures(asked.now) != figures(asked.otherwise), "seed \(seed)")
    for centre in [strict, lax] {
      let now = try centre.desk().slaWhatIf(question).now
      let counted = Dictionary(
        uniqueKeysWithValues: now.map { ($0.measure.rawValue, [$0.met, $0.breached, $0.running]) })
      #expect(try told(centre) == counted, "seed \(seed)")
      #expect(try centre.wrong() == [], "seed \(seed)")
    }
  }

  @Test func onlyTheTicketsOfTheLastDaysAndKnownCalendars() throws {
    let centre = try Centre(Self.lax)
    try centre.create("Correo")
    centre.wait(86_400)
    try centre.create("Correo")
    centre.wait(3600)
    #expect(try centre.desk().slaWhatIf(Desk.WhatIf(last: 7200)).tickets == 1)
    #expect(try centre.desk().slaWhatIf(Desk.WhatIf(last: 2 * 86_400)).tickets == 2)
    var question = Desk.WhatIf(last: 7200)
    question.calendar = "ofisina"
    #expect(throws: VocError.unknownCalendar("ofisina", nearest: ["oficina"])) {
      try centre.desk().slaWhatIf(question)
    }
  }
}
