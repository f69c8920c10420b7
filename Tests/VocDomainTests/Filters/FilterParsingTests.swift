import Testing

@testable import VocDomain

@Suite struct FilterParsingTests {
  @Test(arguments: [
    ("", false), ("tag:vip", false), ("-status:hold", false), ("tag:vip -(status:hold OR id:7)", false),
    ("is:waiting,unassigned", false), ("-is:waiting", false), ("-solved:>=-7d", false),
    ("-solved:none", true),
    ("status:hold", true), ("-(-status:hold)", true), ("tag:vip OR solved:today", true), ("id:7", true),
    ("is:unsolved", true), ("-is:unsolved", true), ("-status:hold solved:today", true),
  ])
  func aDeniedStatusAsksForNone(text: String, asks: Bool) throws {
    #expect(try TicketFilter.parse(text).asksIfSolved == asks)
  }

  private typealias Condition = TicketFilter.Condition

  private func expression(_ text: String) throws -> TicketFilter.Expression {
    try TicketFilter.parse(text).expression
  }

  private func named(_ name: String) throws -> TicketFilter.NameChoice {
    .named(try #require(FoldedText(name)))
  }

  /// What is written, and how the filter prints itself.
  @Test(arguments: [
    ("", ""), ("  \t\n ", ""),
    // Values.
    ("status:open", "status:open"), ("STATUS:Open", "status:open"), ("id:12", "id:12"),
    ("id:#12,3..5,>9", "id:12,3..5,>9"), ("id:..5", "id:<=5"), ("id:5..", "id:>=5"), ("id:007", "id:7"),
    ("priority:>=high", "priority:>=high"), ("priority:low..high", "priority:low..high"),
    ("segment:a,C,none", "segment:A,C,none"), ("stage:Land", "stage:land"), ("country:mx", "country:mx"),
    ("is:waiting,breached", "is:waiting,breached"), ("is:Seguimiento", "is:follow-up"),
    ("customer:#7", "customer:#7"),
    ("customer:7", "customer:7"), ("assignee:@me,none", "assignee:@me,none"),
    ("assignee:@ME", "assignee:@me"),
    ("waiting:>30m", "waiting:>30m"), ("waiting:>=60s", "waiting:>=1m"),
    ("waiting:1h..90m", "waiting:1h..90m"),
    ("due:<2h", "due:<2h"), ("due:<0", "due:<0s"), ("due:<-48h", "due:<-2d"), ("due:<=7d", "due:<=1w"),
    ("due:none", "due:none"),
    // Spanish words.
    ("status:abierto,Nueva,en-espera", "status:open,new,hold"), ("status:\"en espera\"", "status:hold"),
    ("priority:alta,URGENTE", "priority:high,urgent"), ("queue:ninguno", "queue:none"),
    ("tag:ninguna", "tag:none"), ("assignee:@yo", "assignee:@me"), ("is:sin-asignar", "is:unassigned"),
    // Dates.
    ("created:2026-11", "created:2026-11"), ("created:2026-11-01", "created:2026-11-01"),
    ("created:2026-11-01T10:30", "created:2026-11-01T10:30"),
    ("created:2026-11-01T10:30:15", "created:2026-11-01T10:30:15"),
    ("created:<2026-11-01T10:30:00Z", "created:<2026-11-01T10:30:00Z"),
    ("created:2026-11-01T01:30-06:00", "created:2026-11-01T07:30:00Z"),
    ("created:hoy,ayer,mañana,manana", "created:today,yesterday,tomorrow,tomorrow"),
    ("updated:>=lunes", "updated:>=monday"), ("updated:SÁBADO", "updated:saturday"),
    ("updated:mie", "updated:wednesday"),
    ("solved:>=-7d", "solved:>=-1w"), ("solved:-14d..-36h", "solved:-2w..-36h"),
    ("solved:none", "solved:none"),
    ("created:este-mes", "created:this-month"), ("created:yesterday..", "created:>=yesterday"),
    // Names and their quotes.
    ("queue:\"Ventas Norte\"", "queue:\"Ventas Norte\""), ("queue:\"Ventas\"", "queue:Ventas"),
    ("queue:\"none\"", "queue:\"none\""), ("assignee:\"@me\"", "assignee:\"@me\""),
    ("queue:@me", "queue:\"@me\""), ("customer:\"#7\"", "customer:\"#7\""),
    ("tag:\"a,b\",c", "tag:\"a,b\",c"),
    ("cause:\"a..b\"", "cause:\"a..b\""), ("tag:\"di \\\"no\\\" \\\\ ya\"", "tag:\"di \\\"no\\\" \\\\ ya\""),
    ("tag:-vip", "tag:\"-vip\""), ("channel:none", "channel:\"none\""), ("tag:a-b_c1", "tag:a-b_c1"),
    // Text.
    ("\"no llega\"", "\"no llega\""), ("pedido", "pedido"), ("\"pedido\"", "pedido"), ("e-mail", "e-mail"),
    ("\"OR\" \"O\" \"Y\"", "\"OR\" \"O\" \"Y\""), ("or", "or"), ("hola,adiós", "\"hola,adiós\""),
    ("\"-x\"", "\"-x\""), ("\"a:b\"", "\"a:b\""), ("none", "none"), ("abc\"d e\"", "abc \"d e\""),
    ("a(b)c", "a b c"),
    // How terms hang together.
    ("a b", "a b"), ("a AND b Y c", "a b c"), ("a OR b", "a OR b"), ("a O b", "a OR b"),
    ("a b OR c d", "a b OR c d"), ("(a OR b) c", "(a OR b) c"), ("a OR (b OR c)", "a OR b OR c"),
    ("(a b) c", "a b c"), ("((a))", "a"), ("(a b) OR c", "a b OR c"), ("-a", "-a"), ("--a", "--a"),
    ("-(a)", "-a"), ("-(a b)", "-(a b)"), ("-(a OR b) c", "-(a OR b) c"), ("-a OR b", "-a OR b"),
    ("-tag:vip -\"no llega\"", "-tag:vip -\"no llega\""), ("(a)(b)", "a b"), ("a OR(b c)", "a OR b c"),
    ("( a )", "a"),
  ])
  func filtersAreReadAndPrinted(text: String, printed: String) throws {
    let filter = try TicketFilter.parse(text)
    #expect(filter.description == printed)
    #expect(try TicketFilter.parse(printed) == filter)
  }

  @Test func theExampleOfTheManual() throws {
    let text = "status:open channel:whatsapp -tag:vip assignee:@me due:<2h created:>=2026-11-01 \"no llega\""
    let day = try #require(CivilDate(year: 2026, month: 11, day: 1))
    let words = try #require(FoldedText("no llega"))
    let parts: [TicketFilter.Expression] = [
      .test(.status([.open])), .test(.name(.channel, [try named("whatsapp")])),
      .not(.test(.name(.tag, [try named("vip")]))), .test(.name(.assignee, [.me])),
      .test(.length(.due, [.below(7200)])), .test(.time(.created, [.atLeast(.day(day))])),
      .test(.text(words)),
    ]
    let filter = try TicketFilter.parse(text)
    #expect(filter.expression == .all(parts))
    #expect(filter.description == text)
    #expect(filter.fields == [.status, .channel, .tag, .assignee, .due, .created])
    #expect(filter.asksForText)
  }

  @Test func orBindsLessThanStandingSideBySide() throws {
    func tag(_ name: String) throws -> TicketFilter.Expression { .test(.name(.tag, [try named(name)])) }
    let (a, b, c) = (try tag("a"), try tag("b"), try tag("c"))
    #expect(try expression("tag:a tag:b OR tag:c") == .any([.all([a, b]), c]))
    #expect(try expression("tag:a (tag:b OR tag:c)") == .all([a, .any([b, c])]))
    #expect(try expression("-tag:a tag:b") == .all([.not(a), b]))
    #expect(try expression("-(tag:a tag:b)") == .not(.all([a, b])))
  }

  @Test func everyFieldIsReadAndCarriesItsName() throws {
    let values: [TicketFilter.Field: String] = [
      .id: "1", .status: "open", .priority: "low", .segment: "A", .stage: "land", .country: "MX",
      .created: "today", .updated: "today", .solved: "today", .waiting: ">1h", .due: "<1h",
      .state: "unsolved", .cue: "legal", .mood: "negative",
    ]
    for field in TicketFilter.Field.allCases {
      let text = field.rawValue + ":" + (values[field] ?? "Ana")
      let filter = try TicketFilter.parse(text)
      #expect(filter.description == text)
      #expect(filter.fields == [field == .state ? .status : field])
      #expect(!filter.asksForText)
    }
  }

  @Test(
    arguments: [
      ("is:waiting", [.waiting]), ("is:unassigned", [.assignee]), ("is:unsolved", [.status]),
      ("is:breached,unsolved", [.due, .status]), ("is:promised", [.due]), ("is:seguimiento", [.state]),
      ("hola", []), ("", []),
      ("-(id:1 OR tag:a)", [.id, .tag]),
    ] as [(String, Set<TicketFilter.Field>)])
  func aFilterTellsWhatItAsks(text: String, fields: Set<TicketFilter.Field>) throws {
    #expect(try TicketFilter.parse(text).fields == fields)
  }

  @Test func twoFiltersTogether() throws {
    let open = try TicketFilter.parse("status:open")
    let either = try TicketFilter.parse("tag:a OR tag:b")
    #expect(open.and(either).description == "status:open (tag:a OR tag:b)")
    #expect(TicketFilter.everything.and(open) == open)
    #expect(open.and(.everything) == open)
    #expect(TicketFilter.everything.and(.everything) == .everything)
    #expect(try TicketFilter.parse("") == .everything)
  }
}
