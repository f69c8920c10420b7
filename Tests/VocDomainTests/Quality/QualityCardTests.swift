import Testing
import VocDomain

@Suite struct QualityCardTests {
  private let card: QualityCard

  init() throws {
    card = try QualityCard(items: [.init("Saludo", weight: 1), .init("Solución", weight: 3)])
  }

  static let means: [([Int: Int], Double)] = [
    ([0: 5, 1: 5], 100), ([0: 1, 1: 1], 0), ([0: 5, 1: 1], 25), ([0: 3, 1: 3], 50), ([0: 5], 100),
    ([1: 2], 25), ([0: 5, 9: 1], 100),
  ]

  @Test(arguments: means)
  func theMeanIsWeighted(marks: [Int: Int], percent: Double) {
    #expect(card.percent(marks) == percent)
  }

  @Test func withoutMarksThereIsNoMean() { #expect(card.percent([:]) == nil) }

  @Test func itemsAreKnownWhateverTheirAccents() throws {
    #expect(try card.marks([("saludo", 5), ("SOLUCION", 2)]) == [0: 5, 1: 2])
  }

  /// Whoever judged first, and in whichever language, a usual item is one.
  @Test(arguments: [
    (["greeting", "solution"], "saludo", "SOLUCION"), (["saludo", "solución"], "Greeting", "solution"),
  ])
  func usualItemsAreTheSameInBothLanguages(names: [String], greeting: String, solution: String) throws {
    let card = try QualityCard(items: names.map { .init($0, weight: 2) })
    #expect(try card.marks([(greeting, 4), (solution, 2)]) == [0: 4, 1: 2])
    #expect(card.items.map(\.key) == ["greeting", "solution"])
    #expect(throws: QualityError.sameItem(greeting)) { try card.marks([(names[0], 5), (greeting, 5)]) }
    #expect(throws: QualityError.markOutOfRange(greeting, 6)) { try card.marks([(greeting, 6)]) }
    #expect(throws: QualityError.unknownItem("saldo", nearest: ["saludo"])) { try card.marks([("saldo", 5)]) }
  }

  @Test func aCardHasAUsualItemOnce() {
    #expect(throws: QualityError.sameItem("greeting")) {
      try QualityCard(items: [.init("Saludo", weight: 1), .init("greeting", weight: 2)])
    }
  }

  @Test func theUsualCardIsTheSameWhateverItsLanguage() throws {
    let weights = [("saludo", 10), ("comprensión", 25), ("Claridad", 25), ("solution", 40)]
    let typed = try QualityCard(items: weights.map { .init($0.0, weight: $0.1) })
    #expect(typed.isSame(as: .usual) && typed != .usual)
    #expect(!typed.isSame(as: card))
    #expect(try QualityCard(items: QualityCard.usual.items) == .usual)
  }

  @Test func whatMakesNoSenseIsRefused() {
    #expect(throws: QualityError.noItems) { try card.marks([]) }
    #expect(throws: QualityError.unknownItem("saludos", nearest: ["Saludo"])) {
      try card.marks([("saludos", 5)])
    }
    #expect(throws: QualityError.markOutOfRange("Saludo", 6)) { try card.marks([("saludo", 6)]) }
    #expect(throws: QualityError.sameItem("Saludo")) { try card.marks([("saludo", 5), ("Saludo", 5)]) }
    #expect(throws: QualityError.noItems) { try QualityCard(items: []) }
    #expect(throws: QualityError.sameItem("SALUDO")) {
      try QualityCard(items: [.init("saludo", weight: 1), .init("SALUDO", weight: 1)])
    }
    #expect(throws: QualityError.weightOutOfRange("x", 0)) { try QualityCard(items: [.init("x", weight: 0)]) }
  }
}
