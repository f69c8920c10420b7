import Testing
import VocDomain

@testable import VocInsight

struct TopicModelTests {
  private static let topics: [(tag: String, words: [String])] = [
    ("envios", ["paquete", "repartidor", "entregaron", "direccion", "retrasado"]),
    ("facturas", ["factura", "cobraron", "importe", "impuestos", "recibo"]),
    ("acceso", ["contraseña", "usuario", "entrar", "bloqueada", "codigo"]),
  ]

  private static func examples(_ count: Int, seed: UInt64, noise: Double = 0) -> [TopicExample] {
    var generator = SplitMix64(seed: seed)
    return (0..<count).map { number in
      let topic = generator.pick(topics)
      let words = (0..<4).map { _ in
        generator.pick(generator.chance(noise) ? generator.pick(topics).words : topic.words)
      }
      return TopicExample(text: "hola \(words.joined(separator: " ")) caso\(number)", tags: [topic.tag])
    }
  }

  private static func suggestion(_ model: TopicModel, _ text: String) -> TopicModel.Suggestion? {
    model.suggestion(for: TextNormalizer.normalize(text))
  }

  @Test func suggestsWhatPeopleTagged() throws {
    let model = TopicModel(training: Self.examples(90, seed: 1))
    #expect(model.tags == ["acceso", "envios", "facturas"])
    let safe = try #require(Self.suggestion(model, "No puedo ENTRAR con mi usuario ni mi contraseña"))
    #expect(safe.tag == "acceso" && safe.isSafe && safe.knownWords == 3)
    // Other forms of the same words.
    #expect(Self.suggestion(model, "los repartidores y el paquetito")?.tag == "envios")
  }

  @Test func isSilentWhereItIsNotSure() throws {
    let model = TopicModel(training: Self.examples(90, seed: 1))
    let mixed = try #require(Self.suggestion(model, "el paquete y la factura"))
    #expect(!mixed.isSafe && mixed.margin < TopicModel.safeMargin)
    let unknown = try #require(Self.suggestion(model, "buenos dias"))
    #expect(!unknown.isSafe && unknown.knownWords == 0)
    #expect(Self.suggestion(model, "factura").map(\.isSafe) == false)
    // Sure, but of a tag that hardly anybody has given.
    let few = TopicModel(training: Array(Self.examples(12, seed: 1)))
    let rare = try #require(Self.suggestion(few, "factura importe impuestos recibo cobraron"))
    #expect(rare.tag == "facturas" && rare.support < 10 && !rare.isSafe)
  }

  /// By hand: two texts a tag, "gato" in both of a and one of b, "perro" in both of b; V = 2.
  /// P(a|gato) = 3/4 / (3/4 + 2/5), as a has 2 words and b 3.
  @Test func posteriorsAreThoseOfTheDefinition() throws {
    let model = TopicModel(training: [
      TopicExample(text: "gato", tags: ["a"]), TopicExample(text: "gato", tags: ["a"]),
      TopicExample(text: "gato perro", tags: ["b"]), TopicExample(text: "perro", tags: ["b"]),
    ])
    let found = try #require(Self.suggestion(model, "Gato"))
    let posterior = 0.75 / (0.75 + 0.4)
    #expect(found.tag == "a" && found.support == 2)
    #expect(abs(found.posterior - posterior) < 1e-12)
    #expect(abs(found.margin - (2 * posterior - 1)) < 1e-12)
  }

  @Test func needsTagsToChooseFrom() {
    #expect(Self.suggestion(TopicModel(training: []), "paquete") == nil)
    #expect(Self.suggestion(TopicModel(training: [TopicExample(text: "a b", tags: ["x"])]), "b") == nil)
    #expect(TopicModel(training: [TopicExample(text: "a b", tags: [])]).tags.isEmpty)
    let alien = TopicModel(training: [
      TopicExample(text: "gato", tags: ["a"]), TopicExample(text: "perro", tags: ["b"]),
    ])
    #expect(alien.tags == ["a", "b"] && Self.suggestion(alien, "gato") == nil)
  }

  @Test func aTextMayHaveSeveralTags() {
    let model = TopicModel(training: [
      TopicExample(text: "gato", tags: ["a", "b"]), TopicExample(text: "gato", tags: ["b"]),
    ])
    #expect(model.textCounts == [1, 2])
    #expect(Self.suggestion(model, "gato")?.tag == "b")
  }

  @Test func isKeptExactly() {
    for model in [TopicModel(training: Self.examples(60, seed: 2)), TopicModel(training: [])] {
      #expect(TopicModel(decoding: model.encoded()) == model)
    }
  }

  @Test func damagedBlobsAreRefused() {
    let blob = TopicModel(training: Self.examples(30, seed: 3)).encoded()
    expectRefusal(of: blob) { TopicModel(decoding: $0) == nil }
    #expect(TopicModel(decoding: HashedLogit(training: []).encoded()) == nil)
    // A whole blob whose counts promise more than there is.
    var writer = BlobWriter(mark: "VTM1")
    writer.write(UInt32.max)
    #expect(TopicModel(decoding: writer.sealed()) == nil)
  }

  @Test func isMeasuredOnTextsItHasNotSeen() throws {
    let clear = try #require(TopicEvaluation(Self.examples(120, seed: 4)))
    #expect(clear.best.trials == 120 && clear.best.successes == 120)
    #expect(clear.precision.successes == clear.precision.trials && clear.coverage.successes > 90, "\(clear)")
    let noisy = try #require(TopicEvaluation(Self.examples(300, seed: 5, noise: 0.5)))
    let (best, precision) = (try #require(noisy.best.share), try #require(noisy.precision.share))
    #expect(best < 0.9 && precision > best, "\(noisy)")
    #expect(TopicEvaluation(Self.examples(9, seed: 1)) == nil)
    #expect(TopicEvaluation([], folds: 0) == nil)
    // Equal texts with tags by chance cannot be learnt by heart: they are all in one fold, and no model knows them.
    let equal = (0..<40).map { TopicExample(text: "paquete factura", tags: [$0 % 2 == 0 ? "a" : "b"]) }
    #expect(TopicEvaluation(equal)?.best.successes == 0)
  }
}
