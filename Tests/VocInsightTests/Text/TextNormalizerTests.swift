import Foundation
import Testing

@testable import VocInsight

struct TextNormalizerTests {
  @Test(arguments: [
    ("", ""),
    ("ÁÉÍÓÚÜ Ñ çã õ", "aeiouu ñ ca o"),
    ("an\u{303}o AN\u{303}O e\u{301}", "año año e"),
    ("n\u{301}\u{303}", "ñ"),
    ("  a\t\n\u{A0}b ", " a b "),
    ("Łódź œuf straße", "lodz œuf straße"),
    ("inde\u{200B}mnización so\u{AD}lo", "indemnizacion solo"),
    ("don’t", "don't"),
    ("ПРИВЕТ", "привет"),
    ("a\0b", "a\0b"),
    ("ĐẮT ﬁn", "dat ﬁn"),
  ])
  func folds(text: String, folded: String) {
    #expect(TextNormalizer.normalize(text).folded == folded)
  }

  @Test(
    arguments: [
      ("", []),
      ("😡👍🏽❤️", ["😡", "👍", "❤"]),
      ("🇪🇸", ["🇪", "🇸"]),
      ("graciaaaas!!!! ¿¿¿sí??? 1000", ["graciaas", "!!", "¿¿", "si", "??", "1000"]),
      ("¿!!!?", ["¿!!?"]),
      ("bien :) mal :'( >:( :-/ <3 XD ;D", ["bien", ":)", "mal", ":'(", ">:(", ":-/", "<3", "xd", ";d"]),
      ("nombre:daniel hora:8 http://a.b/c?d=e ya", ["nombre", "daniel", "hora", "8", "ya"]),
      ("a https://x.es:/ www.hola.com", ["a"]),
      ("ver(http://hola)", ["ver"]),
      ("@ana hola ana@correo.es", ["hola", "ana", "es"]),
      ("no-funciona 24/7 4500ml", ["no", "funciona", "24", "7", "4500", "ml"]),
      ("שלום مرحبا", []),
      (":", []), ("<", []), (">:", []), ("@", []), ("http://", []), ("h", ["h"]), ("www", ["ww"]),
    ] as [(String, [String])])
  func cuts(text: String, tokens: [String]) {
    #expect(TextNormalizer.normalize(text).tokenTexts == tokens)
  }

  @Test func tellsWhereTokensStand() {
    let text = "  Sen\u{303}or, ¡NO!  😡\u{FE0F} fin"
    let normalized = TextNormalizer.normalize(text)
    let parts = normalized.tokens.map { text.part(atUTF8: normalized.sourceRange($0.range)).map(String.init) }
    #expect(parts == ["Sen\u{303}or", "¡", "NO", "!", "😡\u{FE0F}", "fin"])
  }

  @Test func partsOutsideOfATextAreNone() {
    #expect("año".part(atUTF8: 0..<3) == "añ")
    #expect("año".part(atUTF8: 2..<9) == nil)
    #expect("año".part(atUTF8: -1..<2) == nil)
  }

  private static let analyzer = TextAnalyzer()

  @Test(
    arguments: [
      ("a", 1_000_000), ("no ", 200_000), ("ñ", 100_000), ("!", 100_000), ("😡", 100_000), ("a ", 100_000),
      ("@", 100_000),
      (":", 100_000), ("http://", 100_000), ("\u{303}", 100_000), ("<", 100_000), ("cancelar mi ", 100_000),
    ])
  func longTextsTakeTheirLength(unit: String, bytes: Int) {
    func seconds(ofBytes bytes: Int) -> Double {
      let text = String(repeating: unit, count: bytes / unit.utf8.count)
      let start = Self.secondsOfThread
      #expect(Self.analyzer.analyze(text).sentiment.score.isFinite)
      return Self.secondsOfThread - start
    }
    _ = seconds(ofBytes: bytes / 8)
    let quarter = seconds(ofBytes: bytes / 4)
    // Four times as much, and not sixteen times.
    #expect(seconds(ofBytes: bytes) < 9 * quarter + 0.05)
  }

  /// What this thread alone has worked.
  private static var secondsOfThread: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
