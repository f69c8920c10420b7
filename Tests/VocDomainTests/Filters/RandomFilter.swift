import VocTesting

@testable import VocDomain

/// Makes filters and tickets of a small world, in which they often meet.
struct RandomFilter {
  var chance: Chance
  let now = Instant(unixSeconds: 1_793_793_600)

  init(seed: UInt64) { chance = Chance(seed: seed) }

  private static let names = [
    "Ana", "ána", "Lucía Díaz", "lucia  diaz", "vip", "none", "ninguno", "@me", "#7", "OR", "O", "Y", "AND",
    "-x",
    "a,b", "a..b", "di \"no\"", "\\", "a\\\"b", "(", ")", ":", "<2", "e\u{301}", "\u{301}x",
    "\u{1F469}\u{200D}\u{1F467}",
    "ñ", "x\ny", "es", "es-MX", "pt", "\u{0}", "a:b", "", " ", "whatsapp", "no llega", "llega", "漢字",
  ]
  private static let countries = ["MX", "es", "Cl"]

  private mutating func name() -> String { chance.one(of: Self.names) ?? "" }

  private mutating func some<Value>(_ make: (inout RandomFilter) -> Value) -> [Value] {
    (0..<chance.number(1...3)).map { _ in make(&self) }
  }

  mutating func expression(depth: Int = 3) -> TicketFilter.Expression {
    switch depth == 0 ? 0 : chance.number(0...4) {
    case 1: .allOf((0..<chance.number(1...3)).map { _ in expression(depth: depth - 1) })
    case 2: .anyOf((0..<chance.number(1...3)).map { _ in expression(depth: depth - 1) })
    case 3: .not(expression(depth: depth - 1))
    default: .test(condition())
    }
  }

  private mutating func condition() -> TicketFilter.Condition {
    switch chance.number(0...11) {
    case 0: .text(folded())
    case 1: .id(some { maker in maker.comparison { Int64($0.chance.number(0...9)) } })
    case 2: .status(some { $0.one(of: Ticket.Status.allCases) })
    case 3: .priority(some { $0.priority() })
    case 4: .segment(some { $0.maybe { $0.one(of: Customer.Segment.allCases) } })
    case 5: .stage(some { $0.maybe { $0.one(of: Customer.Stage.allCases) } })
    case 6: .state(some { $0.one(of: TicketFilter.State.allCases) })
    case 9: .cue(some { $0.maybe { $0.one(of: Cue.allCases) } })
    case 10: .mood(some { $0.maybe { $0.one(of: [.negative, .positive]) } })
    case 7: time()
    case 8: .length(one(of: TicketFilter.LengthField.allCases), some { $0.maybe { $0.length() } })
    default: names()
    }
  }

  private mutating func one<Value>(of values: [Value]) -> Value {
    values[chance.number(0...values.count - 1)]
  }

  private mutating func maybe<Value>(_ make: (inout RandomFilter) -> Value) -> Value? {
    chance.isTrue(oneIn: 4) ? nil : make(&self)
  }

  private mutating func folded() -> FoldedText {
    while true {
      if let text = FoldedText(name()) { return text }
    }
  }

  private mutating func names() -> TicketFilter.Condition {
    let field = one(of: TicketFilter.NameField.allCases)
    return .name(field, some { $0.choice(field) })
  }

  private mutating func choice(_ field: TicketFilter.NameField) -> TicketFilter.NameChoice {
    if field == .country, let country = FoldedText(one(of: Self.countries)) { return .named(country) }
    if field.field.mayBeEmpty, chance.isTrue(oneIn: 4) { return .none }
    if field == .assignee, chance.isTrue(oneIn: 3) { return .me }
    if field == .customer, chance.isTrue(oneIn: 3) { return .number(Int64(chance.number(0...9))) }
    return .named(folded())
  }
}

extension RandomFilter {
  private mutating func comparison<Value: Comparable>(
    _ make: (inout RandomFilter) -> Value
  ) -> TicketFilter.Comparison<Value> {
    let (a, b) = (make(&self), make(&self))
    switch chance.number(0...5) {
    case 0: return .below(a)
    case 1: return .atMost(a)
    case 2: return .above(a)
    case 3: return .atLeast(a)
    case 4: return .between(min(a, b), max(a, b))
    default: return .equal(a)
    }
  }

  private mutating func priority() -> TicketFilter.Comparison<Ticket.Priority> {
    comparison { $0.one(of: Ticket.Priority.allCases).rawValue }
      .map { Ticket.Priority(rawValue: $0) ?? .normal }
  }

  private mutating func length() -> TicketFilter.Comparison<Int64> {
    while true {
      let length = comparison { Int64($0.chance.number(-9...9)) * $0.one(of: [1, 60, 3600, 86_400]) }
      if case .equal = length { continue }
      return length
    }
  }

  private mutating func time() -> TicketFilter.Condition {
    let field = one(of: TicketFilter.TimeField.allCases)
    return .time(field, some { field.field.mayBeEmpty ? $0.maybe { $0.dates() } : $0.dates() })
  }

  /// What the language can say: no moment alone, no range that ends before it starts.
  private mutating func dates() -> TicketFilter.Comparison<FilterDate> {
    while true {
      let dates = comparison { $0.chance.number(0...400) }.map { date($0) }
      if case .equal(let date) = dates, date.isMoment { continue }
      if case .between(let from, let to) = dates, let from = from.wallStart, let to = to.wallStart, from > to
      {
        continue
      }
      return dates
    }
  }

  private mutating func date(_ hours: Int) -> FilterDate {
    let instant = now + Int64(hours - 380) * Seconds.hour
    let local = LocalTime(wallSeconds: instant.unixSeconds)
    switch chance.number(0...9) {
    case 9: return .year(local.date.components.year)
    case 0: return .month(monthsSince1970: local.date.monthsSince1970)
    case 1: return .day(local.date)
    case 2: return .minute(LocalTime(wallSeconds: local.wallSeconds / 60 * 60))
    case 3: return .second(local)
    case 4: return .instant(instant)
    case 5: return one(of: [.today, .yesterday, .tomorrow, .thisMonth])
    case 6: return .ago(Int64(hours) * Seconds.hour)
    case 7: return .weekday(one(of: Weekday.allCases))
    default: return .day(local.date)
    }
  }
}

extension RandomFilter {
  private mutating func instant() -> Instant { now + Int64(chance.number(-400...24)) * Seconds.hour }

  mutating func facts() -> TicketFacts {
    var facts = plainFacts()
    for cue in Cue.allCases where chance.isTrue(oneIn: 4) { facts.cues[cue] = chance.number(1...3) }
    facts.moods = Set([SentimentLabel.negative, .positive].filter { _ in chance.isTrue(oneIn: 3) })
    return facts
  }

  private mutating func plainFacts() -> TicketFacts {
    TicketFacts(
      id: Int64(chance.number(0...9)), status: one(of: Ticket.Status.allCases),
      priority: one(of: Ticket.Priority.allCases), subject: name() + " " + name(), channelName: name(),
      channelKind: name(), queue: maybe { $0.name() }, assignee: maybe { $0.name() },
      customerID: Int64(chance.number(0...9)), customerName: name(),
      segment: maybe { $0.one(of: Customer.Segment.allCases) },
      stage: maybe { $0.one(of: Customer.Stage.allCases) }, language: maybe { $0.name() },
      country: maybe { $0.one(of: Self.countries) }, tags: chance.isTrue(oneIn: 3) ? [] : some { $0.name() },
      cause: maybe { $0.name() }, createdAt: instant(), updatedAt: instant(),
      waitingSince: maybe { $0.instant() }, solvedAt: maybe { $0.instant() }, dueAt: maybe { $0.instant() },
      isBreached: chance.isTrue(oneIn: 2),
      pendingUntil: maybe { $0.instant() }, isFollowUp: chance.isTrue(oneIn: 2))
  }
}
