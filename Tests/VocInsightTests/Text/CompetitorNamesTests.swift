import Testing
import VocDomain

@testable import VocInsight

@Suite struct CompetitorNamesTests {
  @Test(arguments: [
    ("En el cafe  RIVAL me atienden antes", [0]), ("Café Rival y Ñandú Telecom", [0, 1]),
    ("¡ñandu telecom no, ÑANDÚ TELECOM sí!", [1]), ("cafés rivales", []), ("", []),
    ("уйду в ТЕЛЕ2, прощайте", [3]), ("уйду в МЕЛЕ2, прощайте", []), ("el café rival... café rival", [0]),
    ("café rival plus", [0, 5]),
  ])
  func tellsWhichNamesATextSays(text: String, places: [Int]) {
    let names = CompetitorNames([
      "Café Rival", "Ñandú Telecom", "--", "Теле2", "", "Rival Plus",
    ])
    #expect(names.mentioned(in: text) == places)
  }

  @Test func manyNamesAreAllFound() {
    let all = (0..<100).map { "marca\($0)x" }
    let names = CompetitorNames(all)
    for (place, name) in all.enumerated() { #expect(names.mentioned(in: "yo uso \(name), sí") == [place]) }
    #expect(names.mentioned(in: all.joined(separator: " ")) == Array(0..<100))
    #expect(CompetitorNames([]).mentioned(in: "marca1x") == [])
  }

  /// What a text is flagged for, it names.
  @Test func agreesWithTheCue() {
    let list = ["Café Rival", "Telco", "Теле2"]
    let analyzer = TextAnalyzer(competitors: list)
    let names = CompetitorNames(list)
    var random = SplitMix64(seed: 5)
    let words = [
      "café", "rival", "telco", "теле2", "теле3", "y", "me", "voy", "CAFÉ", "Rival", "telcos", ".",
    ]
    for _ in 0..<500 {
      let text = (0..<4).map { _ in words[random.below(words.count)] }.joined(separator: " ")
      let isFlagged = analyzer.analyze(text).cues.contains { $0.cue == .competitor }
      #expect(isFlagged == !names.mentioned(in: text).isEmpty, "\(text)")
    }
  }
}
