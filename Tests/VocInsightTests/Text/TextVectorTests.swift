import Testing
import VocDomain

@testable import VocInsight

/// The reference's answers, and what holds of any text.
struct TextVectorTests {
  private static let labels: [SentimentLabel: String] = [
    .negative: "neg", .neutral: "neu", .positive: "pos",
  ]
  private static let cueNames: [Cue: String] = [
    .urgency: "urgencia", .complaint: "queja", .legal: "legal", .churn: "fuga", .competitor: "competencia",
    .praise: "elogio", .repeatContact: "recontacto",
  ]

  @Test func agreesWithTheReference() throws {
    let vectors = try TextVector.all()
    #expect(vectors.count == 30)
    let cues = TextCues(language: .spanish)
    for vector in vectors {
      let text = TextNormalizer.normalize(vector.text)
      #expect(text.folded == vector.folded)
      #expect(text.tokenTexts == vector.tokens)
      let sentiment = SentimentLexicon.spanish.sentiment(of: text)
      #expect(abs(sentiment.score - vector.score) < 1e-9, "\(vector.text): \(sentiment)")
      #expect(Self.labels[sentiment.label] == vector.label, "\(vector.text)")
      #expect(cues.hits(in: text).compactMap { Self.cueNames[$0.cue] }.sorted() == vector.cues)
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func anyTextIsAnalysed(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let analyzer = TextAnalyzer(competitors: ["Movistar", "Ñandú Telecom", "Теле2"])
    let texts = try TextVector.all().map(\.text)
    for _ in 0..<300 {
      let text = Self.mutated(texts, &generator)
      let normalized = TextNormalizer.normalize(text)
      let analysis = analyzer.analyze(normalized)
      for range in analysis.sentiment.hits.map(\.range) + analysis.cues.flatMap(\.ranges) {
        let part = try #require(text.part(atUTF8: range), "\(seed): \(text.debugDescription)")
        #expect(!part.isEmpty && part.utf8.count == range.count, "\(seed): \(text.debugDescription)")
      }
      for token in normalized.tokens {
        let range = normalized.sourceRange(token.range)
        #expect(text.part(atUTF8: range)?.unicodeScalars.isEmpty == false)
      }
      #expect(analysis.sentiment.score.isFinite)
      // Folding what is folded changes nothing.
      #expect(TextNormalizer.normalize(normalized.folded).folded == normalized.folded)
    }
  }

  /// One or two of the texts with a few scalars replaced, doubled, dropped or put in.
  private static func mutated(_ texts: [String], _ generator: inout SplitMix64) -> String {
    let odd: [Unicode.Scalar] = [
      "\0", "\u{303}", "\u{327}", "\u{200D}", "\u{FE0F}", "\u{202E}", "ñ", "Ñ", "¿", "!", " ", "\n", "\u{A0}",
      "😡",
      "🏽", "🇪", "ß", "İ", "ش", "ה", "中", "\u{FFFD}", "Ж", "T", "2", ":", "(", "<", "@", "/", "\u{10FFFF}",
      "ﬁ", "’",
    ]
    var scalars = Array((generator.pick(texts)).unicodeScalars)
    if generator.chance(0.5) { scalars += Array((generator.pick(texts)).unicodeScalars) }
    for _ in 0..<generator.number(in: 0...12) {
      let place = generator.number(in: 0...scalars.count)
      let scalar = generator.pick(odd)
      switch generator.number(in: 0...3) {
      case 0: scalars.insert(scalar, at: place)
      case 1 where place < scalars.count: scalars[place] = scalar
      case 2 where place < scalars.count: scalars.remove(at: place)
      case 3 where place < scalars.count:
        scalars.insert(
          contentsOf: repeatElement(scalars[place], count: generator.number(in: 1...40)), at: place)
      default: break
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
