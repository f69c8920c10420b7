import Testing

@testable import VocInsight

struct TextLanguageTests {
  @Test(arguments: [
    (TextLanguage.spanish, "Hola buenas tardes, quisiera saber por mi pedido"), (.spanish, "¿Precio?"),
    (.spanish, "mañana"), (.spanish, "No me llega el correo"), (.spanish, "gracias"),
    (.spanish, "ok gracias"),
    (.spanish, "ya pagué la factura"), (.spanish, "y mi devolucion?"),
    (.spanish, "ESTOY MUY ENOJADA CON USTEDES"),
    (.spanish, "sigo sin servicio"), (.spanish, "an\u{303}o"), (.spanish, "El WhatsApp no anda"),
    (.portuguese, "Olá, bom dia! Meu pedido não chegou"), (.portuguese, "nao recebi meu boleto"),
    (.portuguese, "obrigado"), (.portuguese, "vc pode me ajudar com a conta"), (.portuguese, "Não"),
    (.portuguese, "quero cancelar minha assinatura"), (.portuguese, "Reclamação"),
    (.portuguese, "oi, tudo bem?"),
    (.portuguese, "ainda estou sem internet"), (.portuguese, "na\u{303}o"),
    (.english, "Hello, where is my order?"), (.english, "thanks!"), (.english, "I want a refund"),
    (.english, "my card was charged twice"), (.english, "it doesn't work"), (.english, "Still waiting"),
    (.unknown, ""), (.unknown, "ok"), (.unknown, "😡😡"), (.unknown, "12345"), (.unknown, "no"),
    (.unknown, "WhatsApp"), (.unknown, "Привет"), (.unknown, "hola hello"), (.unknown, "!!!!"),
  ])
  func tells(language: TextLanguage, text: String) {
    #expect(TextLanguage.detect(in: TextNormalizer.normalize(text)) == language)
  }

  @Test func theUnknownFallsBack() {
    #expect(TextLanguage.unknown.resolved(fallback: .portuguese) == .portuguese)
    #expect(TextLanguage.english.resolved(fallback: .portuguese) == .english)
  }

  @Test func eachTextGoesByItsLanguage() {
    let analyzer = TextAnalyzer(fallback: .portuguese)
    #expect(analyzer.analyze("ruim").language == .unknown)
    #expect(analyzer.analyze("ruim").sentiment.label == .negative)
    #expect(analyzer.analyze("I will sue you, my lawyer knows").cues.map(\.cue) == [.legal])
    #expect(
      analyzer.analyze("Vou processar a empresa, já liguei três vezes").cues.map(\.cue) == [
        .legal, .repeatContact,
      ])
  }
}
