import Testing
import VocDomain

/// Which words tell what a conversation is about.
@Suite struct TellingWordsTests {
  @Test(arguments: [
    ("Hola, buenas tardes: la CAFETERA está tirando agua.", ["cafetera", "tirando", "agua"]),
    ("¡¡Cafetera, cafetéra, CAFETERA!!", ["cafetera"]),
    ("Oi, o pedido 4500ml não chegou", ["pedido", "chegou"]),
    ("I still have not received the invoice", ["received", "invoice"]),
    ("mañana a las 9", []), ("👍", []), ("", []),
  ])
  func areWhatIsLeft(text: String, words: [String]) {
    #expect(TellingWords.candidates(in: [text]) == words)
  }

  @Test func countOnceForAllTexts() {
    #expect(TellingWords.candidates(in: ["la factura", "mi factura y el recibo"]) == ["factura", "recibo"])
  }
}
