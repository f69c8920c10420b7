import Testing

@testable import VocInsight

struct TermCounterTests {
  private static func terms(_ texts: [(String, Int64)], inAtLeast: Int = 1) -> [String: [Int]] {
    var counter = TermCounter()
    for (text, customer) in texts { counter.add(TextNormalizer.normalize(text), customer: customer) }
    #expect(counter.textCount == texts.count)
    let terms = counter.terms(inAtLeast: inAtLeast)
    return Dictionary(uniqueKeysWithValues: terms.map { ($0.term, [$0.texts, $0.customers]) })
  }

  @Test func countsTextsAndCustomers() {
    let terms = Self.terms([
      ("Portal caído, PORTAL CAÍDO", 1), ("el portal está caído", 1), ("portal caido!", 2), ("", 3),
    ])
    #expect(
      terms
        == ["portal": [3, 2], "caido": [3, 2], "portal caido": [2, 2], "caido portal": nil].compactMapValues(
          \.self))
  }

  @Test(
    arguments: [
      ("no funciona", ["no funciona", "funciona"]), ("de la app", ["app"]),
      ("sin señal", ["sin señal", "señal"]),
      ("não funciona", ["nao funciona", "funciona"]), ("does not work", ["not work", "work"]),
      ("app, portal", ["app", "portal"]), ("wi-fi lento", ["wi", "fi", "lento", "wi fi", "fi lento"]),
      ("24 portal 7", ["portal"]), ("🤖 portal", ["portal"]), ("e o a", []), ("hola gracias", []),
      (String(repeating: "ab", count: 21) + " portal", ["portal"]), ("laaaargo", ["laargo"]),
    ] as [(String, [String])])
  func tellsTerms(text: String, terms: [String]) {
    #expect(Set(Self.terms([(text, 1)]).keys) == Set(terms))
  }

  @Test func theCommonestComeFirst() {
    var counter = TermCounter()
    for text in ["zeta portal", "portal beta", "beta"] {
      counter.add(TextNormalizer.normalize(text), customer: 1)
    }
    let terms = counter.terms(inAtLeast: 1)
    #expect(terms.map(\.term) == ["beta", "portal", "portal beta", "zeta", "zeta portal"])
    #expect(terms.map(\.customers) == [1, 1, 1, 1, 1])
    #expect(counter.terms(inAtLeast: 2).map(\.term) == ["beta", "portal"])
  }
}
