import Testing

@testable import voc

@Suite struct HTMLTests {
  static let texts: [(String, String)] = [
    ("Ñandú 漢 👩‍👩‍👧", "Ñandú 漢 👩‍👩‍👧"), ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
    ("<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"),
    ("\" onload=\"x", "&quot; onload=&quot;x"), ("&lt;", "&amp;lt;"),
    // A mark upon "<" makes another Character of it, and the same markup.
    ("<\u{338}b>", "&lt;\u{338}b&gt;"), ("a\nb", "a b"),
    ("a\u{202E}b\u{0}", "a\\u{202E}b\\u{0}"),
  ]

  @Test(arguments: texts)
  func whatSomebodyWroteIsNoMarkup(text: String, escaped: String) {
    #expect(Escaping.html(text) == escaped)
    #expect(HTML.text(text).markup == escaped)
  }

  @Test func attributesAndContentsAreEscaped() {
    let element = HTML("a", ["title": "\"<x>\""], .text("<b>"), HTML("br"), .all([.text("y"), .text("z")]))
    #expect(element.markup == "<a title=\"&quot;&lt;x&gt;&quot;\">&lt;b&gt;<br>yz</a>")
  }

  @Test func noTextLeavesItsPlace() {
    var random = SplitMix(seed: 23)
    for round in 0..<2000 {
      let escaped = Escaping.html(random.text())
      #expect(!escaped.contains { "<>\"'".contains($0) }, "seed 23, round \(round)")
      #expect(
        !escaped.unicodeScalars.contains { ["<", ">", "\"", "'"].contains($0) || Escaping.isUnsafe($0) },
        "seed 23, round \(round)")
    }
  }

  @Test func aPageIsWholeAndAsksForNothingFromElsewhere() {
    let text = HTMLPage(language: .es, title: "A & B", body: [HTML("main", [:], .text("<hola>"))]).text
    #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"es\">\n"))
    #expect(text.contains("<title>A &amp; B</title>") && text.contains("<main>&lt;hola&gt;</main>"))
    for word in ["<script", "http://", "https://", "url(", "@import", "<img", "<link"] {
      #expect(!text.contains(word), "\(word)")
    }
  }
}
