import Testing

@testable import voc

@Suite struct ReportOutputTests {
  /// Whatever part of a sheet somebody's words stand in.
  @Test func nothingOfASheetReachesTheTerminalThatItWouldObey() throws {
    let text = "\u{1B}[2J\u{202E}x"
    var full = ReportTable("full", text, columns: [.init("a", "a")], whenEmpty: text)
    full.add([.text(text)])
    full.remarks = [text]
    let empty = ReportTable("empty", text, columns: [.init("a", "a")], whenEmpty: text)
    let fake = FakeWorld()
    ReportOutput(invocation: try fake.invocation([], of: ReportChannels.verb)).write(
      ReportSheet(title: text, subtitle: text, headline: text, tables: [full, empty], legend: [text]))
    #expect(fake.output.components(separatedBy: "\\u{1B}[2J\\u{202E}x").count == 10)
    #expect(!fake.output.unicodeScalars.contains { $0 != "\n" && Escaping.isUnsafe($0) })
  }

  /// What is not shown need not be computed.
  @Test(arguments: [
    ([], true), (["--table", "facets"], true), (["--table", "topics"], false),
    (["--table", "drivers"], false),
    (["--md"], true), (["--md", "--table", "drivers"], false), (["--csv"], false),
    (["--csv", "--table", "facets"], true), (["--json"], true), (["--json", "facets"], true),
    (["--json", "explained"], true), (["--json", "topics,csat"], false),
    (["--json", "facets", "--table", "topics"], false), (["--json", "explained", "--table", "topics"], true),
  ])
  func knowsWhatIsShown(arguments: [String], isShown: Bool) throws {
    let invocation = try FakeWorld().invocation(arguments, of: ReportTopics.verb)
    #expect(ReportTopics.showsFacets(invocation) == isShown)
  }

  @Test func aFlagIsForPrograms() {
    let numbers = NumberStyle(language: .es, environment: [:])
    #expect(ReportValue.flag(true).json == .bool(true) && ReportValue.flag(false).json == .bool(false))
    #expect(ReportValue.flag(true).csv(numbers) == "true" && ReportValue.flag(false).csv(numbers) == "false")
    #expect(ReportValue.flag(true).shown(numbers) == "" && !ReportValue.flag(true).isNumeric)
  }
}
