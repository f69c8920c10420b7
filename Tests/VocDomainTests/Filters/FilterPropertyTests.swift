import Testing
import VocTesting

@testable import VocDomain

@Suite struct FilterPropertyTests {
  @Test func parsingWhatIsPrintedGivesTheSame() throws {
    var random = RandomFilter(seed: 11)
    for round in 0..<4_000 {
      let filter = TicketFilter(random.expression())
      let text = filter.description
      #expect(try TicketFilter.parse(text) == filter, "\(round): \(text)")
    }
  }

  @Test(arguments: ["America/Santiago", "Europe/Madrid", "UTC"])
  func aFilterMatchesWhatItPlainlyMeans(zone: String) throws {
    var random = RandomFilter(seed: 12)
    let clock = try ZoneClock(named: zone)
    let context = FilterContext(now: random.now, zone: clock, me: "LUCIA díaz")
    let naive = NaiveFilter(now: random.now, zone: clock, me: "LUCIA díaz")
    var matched = 0
    for round in 0..<1_500 {
      let filter = TicketFilter(random.expression())
      for _ in 0..<4 {
        let facts = random.facts()
        let matches = filter.matches(facts, context)
        #expect(matches == naive.holds(filter.expression, facts), "\(round): \(filter) \(facts)")
        matched += matches ? 1 : 0
      }
    }
    #expect((1_500...4_500).contains(matched), "too few or too many of 6000: \(matched)")
  }

  /// A text of the tags a, b and c, and which of the eight tickets with some of them it asks for.
  private struct Sentence {
    var text: String
    var tickets: UInt8
  }

  private func alternatives(_ chance: inout Chance, _ depth: Int) -> Sentence {
    let parts = (0..<chance.number(1...3)).map { _ in sequence(&chance, depth) }
    let text = parts.map(\.text).joined(separator: chance.isTrue(oneIn: 2) ? " OR " : "  O\t")
    return Sentence(text: text, tickets: parts.reduce(0) { $0 | $1.tickets })
  }

  private func sequence(_ chance: inout Chance, _ depth: Int) -> Sentence {
    let parts = (0..<chance.number(1...3)).map { _ in term(&chance, depth) }
    let text = parts.map(\.text).joined(separator: chance.isTrue(oneIn: 4) ? " AND " : " ")
    return Sentence(text: text, tickets: parts.reduce(0xFF) { $0 & $1.tickets })
  }

  private func term(_ chance: inout Chance, _ depth: Int) -> Sentence {
    switch chance.number(depth == 0 ? 2...6 : 0...6) {
    case 0, 1:
      let inner = alternatives(&chance, depth - 1)
      return Sentence(text: "(\(inner.text))", tickets: inner.tickets)
    case 2:
      let inner = term(&chance, depth)
      return Sentence(text: "-" + inner.text, tickets: ~inner.tickets)
    case 3: return Sentence(text: "tag:b,c", tickets: 0b1111_1100)
    case 4: return Sentence(text: "tag:a", tickets: 0b1010_1010)
    case 5: return Sentence(text: "tag:b", tickets: 0b1100_1100)
    default: return Sentence(text: "tag:\"c\"", tickets: 0b1111_0000)
    }
  }

  @Test func orAndAndMinusBindAsTheGrammarSays() throws {
    var chance = Chance(seed: 13)
    let context = FilterContext(now: Instant(unixSeconds: 0), zone: try ZoneClock(named: "UTC"))
    let tickets = (0..<8).map { number in
      let tags = ["a", "b", "c"].enumerated().filter { number >> $0.offset & 1 == 1 }.map(\.element)
      return TicketFacts(
        id: Int64(number), status: .new, tags: tags, createdAt: context.now, updatedAt: context.now)
    }
    for _ in 0..<3_000 {
      let sentence = alternatives(&chance, 2)
      let filter = try TicketFilter.parse(sentence.text)
      let matched = tickets.filter { filter.matches($0, context) }.reduce(UInt8(0)) { $0 | 1 << UInt8($1.id) }
      #expect(matched == sentence.tickets, "\(sentence.text)")
    }
  }

  /// Parses whatever stands there; an error must point into the text.
  private func parse(_ text: String) throws {
    let filter: TicketFilter
    do {
      filter = try TicketFilter.parse(text)
    } catch {
      let columns = error.columns
      #expect(columns.lowerBound >= 1 && columns.upperBound <= text.count + 1, "\(text.debugDescription)")
      return
    }
    #expect(try TicketFilter.parse(filter.description) == filter, "\(text.debugDescription)")
  }

  @Test func randomBytesNeverTrap() throws {
    var chance = Chance(seed: 14)
    for _ in 0..<3_000 {
      let bytes = (0..<chance.number(0...40)).map { _ in UInt8(chance.number(0...255)) }
      try parse(String(decoding: bytes, as: UTF8.self))
    }
  }

  private static let pieces =
    TicketFilter.Field.allCases.map { $0.rawValue + ":" } + [
      "(", ")", "-", "\"", "\\", ":", ",", "..", ".", "<", "<=", ">", ">=", " ", "\n", "\r\n", " OR ", "AND ",
      "@me", "#", "none", "2026-11-01", "2026-11", "T10:30", "Z", "-06:00", "-7d", "3w", "hoy", "open",
      "alta",
      "9223372036854775807", "0", "e\u{301}", "\u{301}", "\u{200D}", "\u{1F469}", "ñ", "\u{0}", "9999-12-31",
      "0001-01-01",
    ]

  @Test func randomPiecesNeverTrap() throws {
    var chance = Chance(seed: 15)
    for _ in 0..<6_000 {
      try parse((0..<chance.number(1...12)).map { _ in chance.one(of: Self.pieces) ?? "" }.joined())
    }
  }

  @Test func mutatedFiltersNeverTrap() throws {
    var random = RandomFilter(seed: 16)
    let context = FilterContext(now: random.now, zone: try ZoneClock(named: "America/Havana"))
    for _ in 0..<4_000 {
      var scalars = Array(TicketFilter(random.expression()).description.unicodeScalars)
      for _ in 0..<random.chance.number(1...3) {
        let index = random.chance.number(0...scalars.count - 1)
        let piece = Array((random.chance.one(of: Self.pieces) ?? "").unicodeScalars)
        scalars.replaceSubrange(index..<min(scalars.count, index + random.chance.number(0...3)), with: piece)
        if scalars.isEmpty { scalars = ["a"] }
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      try parse(String(text))
      if let filter = try? TicketFilter.parse(String(text)) { _ = filter.matches(random.facts(), context) }
    }
  }
}
