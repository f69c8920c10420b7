import Testing
import VocDomain
import VocInsight

@Suite struct CustomerFactsTests {
  static let now = Instant(unixSeconds: 1_775_001_600)

  static func facts(_ change: (inout CustomerFacts) -> Void) -> CustomerFacts {
    var facts = CustomerFacts()
    change(&facts)
    return facts
  }

  @Test func ofWhomNothingIsKnownNothingIsTold() {
    #expect(CustomerFacts().signals(at: Self.now) == [])
  }

  @Test(
    arguments: [
      (0, nil, [.detractor]), (6, nil, [.detractor]), (7, nil, []), (8, nil, []), (9, nil, [.promoter]),
      (10, 10, [.promoter]), (6, 8, [.detractor]), (6, 9, [.detractor, .fallingScore]),
      (7, 10, [.fallingScore]),
      (7, 9, []), (9, 1, [.promoter]),
    ] as [(Int, Int?, ChurnSignals)])
  func scores(last: Int, before: Int?, expected: ChurnSignals) {
    let facts = Self.facts { ($0.lastScore, $0.scoreBefore) = (last, before) }
    #expect(facts.signals(at: Self.now) == expected)
  }

  @Test(arguments: [(1, true), (2, true), (3, false), (5, false)])
  func satisfaction(score: Int, isBad: Bool) {
    let facts = Self.facts { $0.lastSatisfaction = score }
    #expect(facts.signals(at: Self.now) == (isBad ? [.badSatisfaction] : []))
  }

  @Test(
    arguments: [
      (0, [.reopened], [], []), (30, [.reopened], [], []), (31, [], [], []), (89, [], [], []),
      (90, [], [.silent], []),
      (400, [], [.silent], []),
    ] as [(Int64, ChurnSignals, ChurnSignals, ChurnSignals)])
  func ages(days: Int64, reopened: ChurnSignals, word: ChurnSignals, _: ChurnSignals) {
    let moment = Self.now + -days * Seconds.day
    #expect(Self.facts { $0.reopenedAt = moment }.signals(at: Self.now) == reopened)
    #expect(Self.facts { $0.takeWord(at: moment) }.signals(at: Self.now) == word)
    #expect(
      Self.facts { $0.takeSolve(at: moment, atFirstContact: true) }.signals(at: Self.now)
        == (days <= 90 ? [.resolvedAtFirst] : []))
  }

  @Test func contactsAndOverdueTicketsCount() {
    #expect(Self.facts { $0.recentContacts = 2 }.signals(at: Self.now) == [])
    #expect(Self.facts { $0.recentContacts = 3 }.signals(at: Self.now) == [.manyContacts])
    #expect(Self.facts { $0.overdueTickets = 1 }.signals(at: Self.now) == [.openOverdue])
  }

  /// The newest solve and the newest word tell, in whatever order they are read.
  @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0]])
  func theNewestTells(order: [Int64]) {
    var facts = CustomerFacts()
    for place in order {
      facts.takeSolve(at: Self.now + -place * Seconds.day, atFirstContact: place == 0)
      facts.takeWord(at: Self.now + -place * Seconds.day)
    }
    #expect(facts.solvedAt == Self.now && facts.isSolvedAtFirst && facts.lastWordAt == Self.now)
  }
}
