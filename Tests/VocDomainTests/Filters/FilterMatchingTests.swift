import Testing

@testable import VocDomain

@Suite struct FilterMatchingTests {
  /// 2026-11-04, a Wednesday, 12:00 in UTC.
  static let now = Instant(unixSeconds: 1_793_793_600)

  static let ticket = TicketFacts(
    id: 17, status: .open, priority: .high, subject: "Mi PEDIDO no llegó", channelName: "Tienda Ñuñoa",
    channelKind: "whatsapp", queue: "Ventas Norte", assignee: "Lucía", customerID: 7,
    customerName: "José Pérez", segment: .a, stage: .adopt, language: "es-MX", country: "MX",
    tags: ["Reclamo", "vip"], cause: "Envío", createdAt: now + -3 * Seconds.day, updatedAt: now + -60,
    waitingSince: now + -30 * Seconds.minute, dueAt: now + -5, isBreached: true,
    pendingUntil: now + 60, isFollowUp: true)

  static let bare = TicketFacts(
    id: 18, status: .solved, subject: "", channelName: "Web", channelKind: "web", customerID: 8,
    customerName: "Ana", createdAt: now + -Seconds.hour, updatedAt: now, solvedAt: now)

  private func matches(_ text: String, _ facts: TicketFacts, me: String? = nil) throws -> Bool {
    let context = FilterContext(now: Self.now, zone: try ZoneClock(named: "UTC"), me: me)
    return try TicketFilter.parse(text).matches(facts, context)
  }

  @Test(arguments: [
    "", "id:17", "id:1,17", "id:>16", "id:17..17", "id:<=17", "status:abierto", "status:new,open",
    "priority:alta", "priority:>normal", "priority:>=high", "priority:<urgent", "priority:low..high",
    "channel:whatsapp", "channel:WhatsApp", "channel:\"tienda nunoa\"", "queue:\"VENTAS  norte\"",
    "assignee:lucia", "-assignee:none", "assignee:pedro,lucia", "customer:\"jose perez\"", "customer:#7",
    "segment:a", "segment:b,A", "stage:adopt", "language:es", "language:es-mx", "country:mx", "tag:VIP",
    "tag:otro,reclamo", "tag:vip tag:reclamo", "-tag:none", "cause:envio", "created:2026-11-01",
    "created:sunday", "created:>=2026-11-01", "created:<=2026-11-01", "created:<-2d", "created:>-4d",
    "created:2026-10..2026-11", "created:2026-11-01T12:00", "updated:today", "updated:>=-1m", "updated:>-61s",
    "solved:none", "-solved:today", "waiting:>=30m", "waiting:<31m", "waiting:29m..30m", "waiting:..1h",
    "-waiting:none", "due:<0", "due:<2h", "due:<=-5s", "due:>-6s", "due:-1m..0s", "-due:none",
    "is:waiting", "is:unsolved", "is:breached", "is:promised", "is:follow-up", "is:seguimiento",
    "-is:unassigned", "is:unassigned,waiting",
    "pedido",
    "\"no llego\"", "LLEGÓ mi", "edid", "-llega.", "tag:x OR tag:vip", "-(tag:x tag:vip)",
    "tag:x tag:y OR tag:vip", "-tag:x -tag:y",
  ])
  func theTicketIsAskedFor(text: String) throws {
    #expect(try matches(text, Self.ticket))
    #expect(try !matches("-(\(text.isEmpty ? "id:17" : text))", Self.ticket))
  }

  @Test(arguments: [
    "queue:none", "assignee:none", "segment:none", "stage:none", "language:none", "country:none", "tag:none",
    "cause:none", "waiting:none", "due:none", "is:unassigned", "-is:waiting", "-is:unsolved", "-is:breached",
    "-is:prometido", "-is:seguimiento",
    "segment:a,none", "due:<1h,none", "solved:hoy", "solved:>=2026-11-04T12:00",
    "updated:2026-11-04T12:00:00Z",
    // What is not there is neither less nor more.
    "-due:<2h", "-due:>=2h", "-waiting:>1s", "-waiting:<=1s", "-queue:x", "-segment:A", "-assignee:@me",
    "-language:es", "-\"x\"", "an", "-channel:phone", "status:resuelto", "priority:normal",
  ])
  func theBareTicketIsAskedFor(text: String) throws {
    #expect(try matches(text, Self.bare, me: "Lucía"))
    #expect(try !matches("-(\(text))", Self.bare, me: "Lucía"))
  }

  @Test(arguments: [
    "id:18", "status:new,solved", "priority:<high", "channel:whats", "queue:ventas", "assignee:luci",
    "customer:jose", "customer:\"#7\"", "customer:#8", "language:e", "language:es-m", "language:pt",
    "country:es",
    "tag:v", "tag:\"none\"", "created:2026-10-31", "created:2026-11-02", "created:<2026-11-01",
    "created:>2026-11-01",
    "created:>-3d", "created:<-3d", "created:monday", "updated:yesterday", "waiting:>30m", "waiting:<30m",
    "due:>0s", "due:<-5s", "\"pedido llego\"", "xyz", "tag:x OR tag:y tag:vip", "-(tag:x OR tag:vip)",
    "(tag:x OR tag:vip) tag:y",
  ])
  func theTicketIsNotAskedFor(text: String) throws {
    #expect(try !matches(text, Self.ticket))
    #expect(try matches("-(\(text))", Self.ticket))
  }

  @Test func meIsWhoeverAsks() throws {
    #expect(try matches("assignee:@me", Self.ticket, me: "LUCIA"))
    #expect(try !matches("assignee:@me", Self.ticket, me: "Pedro"))
    #expect(try !matches("assignee:@me", Self.ticket, me: nil))
    #expect(try !matches("assignee:@me", Self.bare, me: nil))
  }

  @Test func oneContextServesManyTickets() throws {
    let context = FilterContext(now: Self.now, zone: try ZoneClock(named: "UTC"), me: "Lucía")
    let filter = try TicketFilter.parse("pedido queue:\"ventas norte\" created:>=sunday")
    for _ in 0..<3 {
      #expect(filter.matches(Self.ticket, context))
      #expect(!filter.matches(Self.bare, context))
    }
  }
}
