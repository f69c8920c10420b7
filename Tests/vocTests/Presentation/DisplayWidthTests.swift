import Testing

@testable import voc

@Suite struct DisplayWidthTests {
  static let widths: [(String, Int)] = [
    ("", 0), ("abc", 3), ("ñ", 1), ("n\u{303}", 1), ("e\u{301}", 1), ("漢字", 4), ("ひらがな", 8), ("한글", 4),
    ("ｱ", 1),
    ("１", 2), ("👩‍👩‍👧", 2), ("👍🏽", 2), ("🇲🇽", 2), ("🇲🇽🇦🇷", 4), ("❤️", 2), ("❤", 1), ("😀", 2), ("1️⃣", 2), ("…", 1),
    ("—", 1), ("█▒", 2), ("\t", 8), ("\u{0}", 0), ("\u{200B}", 0), ("नमस्ते", 3), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("«¿?»", 4),
  ]

  @Test(arguments: widths)
  func columnsAreCounted(text: String, width: Int) {
    #expect(DisplayWidth.columns(text) == width)
  }

  static let cuts: [(String, Int, String)] = [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("漢字漢字", 5, "漢字…"), ("漢字漢字", 4, "漢…"),
    ("👩‍👩‍👧👩‍👩‍👧", 3, "👩‍👩‍👧…"), ("abc", 1, "…"), ("abc", 0, ""), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
  ]

  @Test(arguments: cuts)
  func cutTextsEndInAnEllipsis(text: String, width: Int, cut: String) {
    #expect(DisplayWidth.truncated(text, to: width) == cut)
  }

  @Test func aCutNeverExceedsTheWidth() {
    var random = SplitMix(seed: 3)
    for round in 0..<3000 {
      let text = random.text()
      let width = Int.random(in: 0...40, using: &random)
      let cut = DisplayWidth.truncated(text, to: width)
      #expect(DisplayWidth.columns(cut) <= width, "seed 3, round \(round)")
      #expect((cut == text) == (DisplayWidth.columns(text) <= width), "seed 3, round \(round)")
    }
  }

  @Test func wrappedLinesKeepEveryWord() {
    var random = SplitMix(seed: 5)
    for _ in 0..<500 {
      let words = (0..<20).map { _ in String(repeating: "ñ", count: Int.random(in: 1...9, using: &random)) }
      let width = Int.random(in: 9...30, using: &random)
      let lines = TextWrap.lines(words.joined(separator: " "), width: width)
      #expect(lines.joined(separator: " ").split(separator: " ").map(String.init) == words)
      #expect(lines.allSatisfy { DisplayWidth.columns($0) <= width })
    }
  }
}
