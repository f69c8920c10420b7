import Foundation
import Testing
import VocTesting

@testable import VocDomain

@Suite struct NameTests {
  @Test(arguments: [
    ("", ""), ("  ", ""), ("Ana", "ana"), ("ANA LÓPEZ", "ana lopez"), ("  Ana \t López\n", "ana lopez"),
    ("e\u{301}", "e"), ("Ñandú", "nandu"), ("São Paulo", "sao paulo"), ("Ana\u{A0}Mora", "ana mora"),
    ("漢字", "漢字"), ("👩‍👩‍👧", "👩‍👩‍👧"),
  ])
  func namesAreFolded(name: String, folded: String) { #expect(Folding.folded(name) == folded) }

  /// What is folded without Foundation is folded as Foundation does it.
  @Test func foldingIsFoundations() {
    let punctuation = ["–", "—", "‘", "’", "“", "”", "…", "¡", "¿"]
    for text in punctuation.flatMap({ [$0, "Á\($0)É", " \($0) x", "\($0)\u{301}"] }) {
      let plain = text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      #expect(Folding.folded(text) == plain.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
  }

  @Test func foldingTwiceIsFoldingOnce() {
    var chance = Chance(seed: 7)
    let alphabet = ["a", "Á", "e\u{301}", "ñ", " ", "\t", "İ", "ß", "Å", "漢", "👩‍👩‍👧", "ﬁ", "Σ"]
    for _ in 0..<2_000 {
      let name = (0..<chance.number(0...8)).map { _ in chance.one(of: alphabet) ?? "" }.joined()
      let once = Folding.folded(name)
      #expect(Folding.folded(once) == once, "\(name.debugDescription)")
    }
  }

  @Test(arguments: [
    ("lucia", ["lucia", "lucas", "pedro"], ["lucia", "lucas"]), ("lucai", ["lucia", "pedro"], ["lucia"]),
    ("LUCIA", ["lucia"], ["lucia"]), ("xyz", ["lucia", "pedro"], []), ("", ["ab", "abc"], ["ab"]),
    ("America/Mexico", ["America/Mexico_City", "America/Mexicali"], []),
    ("America/Mexico_Cty", ["America/Mexico_City", "America/Bogota"], ["America/Mexico_City"]),
    ("aaa", ["aab", "aac", "aad", "aae"], ["aab", "aac", "aad"]), ("x", [], []),
  ])
  func theNearestNamesAreOffered(word: String, names: [String], wanted: [String]) {
    #expect(Nearest.names(to: word, among: names) == wanted)
  }

  /// Optimal string alignment by its recursive definition.
  private func plain(_ a: ArraySlice<Unicode.Scalar>, _ b: ArraySlice<Unicode.Scalar>) -> Int {
    guard let x = a.last, let y = b.last else { return max(a.count, b.count) }
    var best = plain(a.dropLast(), b.dropLast()) + (x == y ? 0 : 1)
    best = min(best, plain(a.dropLast(), b) + 1, plain(a, b.dropLast()) + 1)
    if a.count > 1, b.count > 1, x == b.dropLast().last, y == a.dropLast().last {
      best = min(best, plain(a.dropLast(2), b.dropLast(2)) + 1)
    }
    return best
  }

  @Test func distanceIsTheFewestEdits() {
    var words: [[Unicode.Scalar]] = [[]]
    for length in 1...3 {
      words += words.filter { $0.count == length - 1 }.flatMap { word in
        ["a", "b", "c"].map { word + [$0] }
      }
    }
    for a in words {
      for b in words {
        let wanted = plain(a[...], b[...])
        #expect(Nearest.distance(a, b, limit: 9) == wanted, "\(a) \(b)")
        if abs(a.count - b.count) > 1 { #expect(Nearest.distance(a, b, limit: 1) > 1, "\(a) \(b)") }
      }
    }
  }
}

/// The short way of folding says what Foundation says.
@Suite struct FoldingTests {
  private func slowly(_ text: String) -> String {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func everyLetterIsFoldedAsByFoundation() {
    for value in (1...0x17F).compactMap(Unicode.Scalar.init) + ["\u{301}", "\u{2003}", "…", "字", "😀"] {
      for text in [
        "\(value)", "a\(value)", "\(value)b", " \(value)  \(value)", "É\(value)e", "\(value)\u{301}",
      ] {
        #expect(Folding.folded(text) == slowly(text), "\(text.unicodeScalars.map(\.value))")
      }
    }
  }
}
