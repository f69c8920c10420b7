import Foundation
import Testing

@testable import voc

@Suite struct PhraseTests {
  @Test func placeholdersAreFilledOnce() {
    let phrase = Phrase(es: "{n} de {name} {x {} {otro}", en: "{name}: {n}")
    #expect(phrase(.es, ["n": "3", "name": "{n}"]) == "3 de {n} {x {} {otro}")
    #expect(phrase(.en, ["n": "3", "name": "Ana"]) == "Ana: 3")
    #expect(phrase(.en) == "{name}: {n}")
  }

  @Test(arguments: [(0, "0 clientes"), (1, "1 cliente"), (2, "2 clientes"), (12_000, "12.000 clientes")])
  func countsAgree(n: Int, text: String) {
    let phrase = CountedPhrase(
      one: Phrase(es: "{n} cliente", en: "{n} customer"),
      other: Phrase(es: "{n} clientes", en: "{n} customers"))
    #expect(phrase(n, in: NumberStyle(language: .es, decimalMark: ",")) == text)
  }

  /// Every phrase of the sources says something in both languages, with the same values in it.
  @Test func bothLanguagesSayTheSame() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/voc")
    let files = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter {
      $0.hasSuffix(".swift")
    }
    var count = 0
    for file in files {
      let source = try String(contentsOf: root.appendingPathComponent(file), encoding: .utf8)
      for (es, en) in PhraseScanner.phrases(in: source) {
        count += 1
        #expect(!es.isEmpty && !en.isEmpty, "\(file): \(es) / \(en)")
        #expect(!(es + en).contains("\\("), "\(file): a phrase takes values by name: \(es)")
        let (left, right) = (Phrase.placeholders(of: es), Phrase.placeholders(of: en))
        #expect(left.sorted() == right.sorted(), "\(file): \(es) / \(en)")
        #expect(
          !PhraseTests.hasDecimal(es, asIn: en), "\(file): a decimal mark depends on the country: \(es)")
        #expect(
          !es.contains("“") && !en.contains("«"), "\(file): quotation marks of the other language: \(es)")
      }
    }
    #expect(count > 50)
  }

  /// Whether a number has a comma in Spanish and a point in English.
  private static func hasDecimal(_ es: String, asIn en: String) -> Bool {
    es.matches(of: /[0-9]+,[0-9]+/).contains { en.contains($0.output.replacing(",", with: ".")) }
  }

  @Test func theScannerFindsEveryForm() {
    let source =
      #"Phrase(es: "a (b", en: "c\"d"), Phrase( es: """\#n  uno \\#n  dos\#n  """,\#n en: "x" + "y")"#
    let found = PhraseScanner.phrases(in: source)
    #expect(found.map(\.es) == ["a (b", "\n  uno \n  dos\n  "])
    #expect(found.map(\.en) == ["c\"d", "xy"])
  }
}

/// Finds `Phrase(es: …, en: …)` in source text and joins the literals of each side.
enum PhraseScanner {
  static func phrases(in source: String) -> [(es: String, en: String)] {
    source.components(separatedBy: "Phrase(").dropFirst().compactMap { part in
      var rest = part[...]
      var sides: [String: String] = [:]
      var label: String?
      var depth = 0
      while let character = rest.first {
        if depth == 0 && character == ")" { break }
        if rest.hasPrefix("\"") {
          let text = literal(&rest)
          if let label { sides[label, default: ""] += text }
          continue
        }
        if depth == 0, rest.hasPrefix("es:") || rest.hasPrefix("en:") { label = String(rest.prefix(2)) }
        if "([{".contains(character) { depth += 1 }
        if ")]}".contains(character) { depth -= 1 }
        rest = rest.dropFirst()
      }
      guard let es = sides["es"], let en = sides["en"] else { return nil }
      return (es, en)
    }
  }

  private static func literal(_ rest: inout Substring) -> String {
    let quote = rest.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
    rest = rest.dropFirst(quote.count)
    var text = ""
    while !rest.isEmpty && !rest.hasPrefix(quote) {
      if rest.first == "\\", let escaped = rest.dropFirst().first {
        rest = rest.dropFirst(2)
        text += escaped == "(" ? "\\(" : escaped == "n" ? "\n" : String(escaped)
      } else {
        text.append(rest.removeFirst())
      }
    }
    rest = rest.dropFirst(quote.count)
    return text
  }
}

@Suite struct LanguageTests {
  static let cases: [([String: String], Language)] = [
    ([:], .en),
    (["LANG": "es_MX.UTF-8"], .es),
    (["LANG": "es"], .es),
    (["LANG": "pt_BR.UTF-8"], .es),
    (["LANG": "en_US.UTF-8"], .en),
    (["LANG": "fr_FR.UTF-8"], .en),
    (["LANG": "est_EE"], .en),
    (["LANG": "C"], .en),
    (["LANG": "POSIX"], .en),
    (["LC_ALL": "C", "LANG": "es_MX"], .en),
    (["LC_ALL": "", "LC_MESSAGES": "es_AR.UTF-8", "LANG": "en_US"], .es),
    (["LC_MESSAGES": "en_US", "LANG": "es_MX"], .en),
    (["VOC_LANG": "en", "LC_ALL": "es_MX"], .en),
    (["VOC_LANG": "", "LC_ALL": "es_MX"], .es),
    (["VOC_LANG": "ES"], .es),
    (["VOC_LANG": "fr", "LANG": "es_MX"], .en),
  ]

  @Test(arguments: cases)
  func comesFromTheEnvironment(environment: [String: String], language: Language) {
    #expect(Language(environment: environment) == language)
  }

  @Test(arguments: [
    (["--lang", "en", "x"], Language.en), (["x", "--lang=es"], .es), (["--", "--lang", "en"], nil),
    (["--lang"], nil), (["--lang", "fr"], nil),
  ])
  func orFromTheCommandLine(arguments: [String], language: Language?) {
    #expect(Arguments.language(in: arguments) == language)
  }
}
