import Testing

@testable import voc

@Suite struct ReportMarkdownTests {
  private func markdown(_ text: String) -> String {
    var table = ReportTable("t", text, columns: [.init("a", text)], whenEmpty: text)
    table.add([.text(text)])
    table.remarks = [text]
    let sheet = ReportSheet(title: text, subtitle: text, headline: text, tables: [table], legend: [text])
    return ReportMarkdown(numbers: NumberStyle(language: .en, environment: [:])).text(sheet)
  }

  @Test(arguments: [
    ("a|b", "a\\|b"), ("|\u{301}", "\\|\u{301}"), ("<\u{338}b>", "\\<\u{338}b\\>"),
    ("*\u{FE0F}\u{20E3}", "\\*\u{FE0F}\u{20E3}"), ("[x](y)", "\\[x\\](y)"), ("e\u{301} ñ 👩‍👩‍👧", "e\u{301} ñ 👩‍👩‍👧"),
    ("a\nb\u{1B}", "a b\\\\u{1B}"),
  ])
  func textIsNoMarkup(text: String, escaped: String) {
    let wanted = """
      # \(escaped)

      \(escaped)

      **\(escaped)**

      ## \(escaped)

      | \(escaped) |
      | --- |
      | \(escaped) |

      \(escaped)

      *\(escaped)*

      """
    // By scalars: as Characters a mark upon the bar would hide what stands before it.
    #expect(Array(markdown(text).unicodeScalars) == Array(wanted.unicodeScalars))
  }

  @Test func whatIsSaidOfAnEmptyTableIsEscapedToo() {
    let table = ReportTable("t", "", columns: [.init("a", "a")], whenEmpty: "<b>")
    let numbers = NumberStyle(language: .en, environment: [:])
    #expect(
      ReportMarkdown(numbers: numbers).text(ReportSheet(title: "x", tables: [table])) == "# x\n\n\\<b\\>\n")
  }
}
