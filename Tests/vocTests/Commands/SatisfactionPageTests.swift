import Foundation
import Testing
import VocTesting

@testable import voc

@Suite struct SatisfactionPageTests {
  /// Ten answers of one hour make a heat map; of nine it says that no hour has enough.
  @Test(arguments: [(9, false), (10, true)]) func hoursOfFewAnswersAreNotDrawn(answers: Int, isDrawn: Bool)
    throws
  {
    let folder = try TemporaryFolder()
    let fake = FakeWorld()
    fake.environment["VOC_DB"] = folder["voc.db"]
    fake.environment["LANG"] = "en_US.UTF-8"
    let rows = (0..<answers).map { "2026-03-02 10:\(10 + $0),\($0 % 5 + 1)\n" }.joined()
    let survey = try folder.write("date,csat\n" + rows, to: "survey.csv")
    #expect(fake.run("import", survey, "--timezone", "UTC", verbs: VerbTable.all) == .ok)
    let arguments = [
      "report", "satisfaction", "--since", "2026-03", "--until", "2026-03", "--html", folder["page.html"],
    ]
    #expect(CommandLineProgram(verbs: VerbTable.all).run(arguments: arguments, world: fake.world) == .ok)
    let page = try String(contentsOfFile: folder["page.html"], encoding: .utf8)
    let tooFew = "Sample too small: no hour of the week has 10 answers."
    #expect(page.contains(tooFew) == !isDrawn)
    #expect(page.contains("Negative share (NPS 0 to 6, CSAT 1 and 2)") == isDrawn)
  }

  /// Answers that a file gives no time of are of no hour; the page says how many there are.
  @Test(arguments: [
    (timed: 0, dated: 12, words: "No data.", left: "Not on the map: 12 answers with a date and no time."),
    (
      timed: 3, dated: 1, words: "Sample too small", left: "Not on the map: 1 answer with a date and no time."
    ),
    (timed: 11, dated: 2, words: "Mo 10 h: ", left: "Not on the map: 2 answers with a date and no time."),
    (timed: 11, dated: 0, words: "Mo 10 h: ", left: nil),
  ])
  func answersWithoutATimeAreOfNoHour(timed: Int, dated: Int, words: String, left: String?) throws {
    let folder = try TemporaryFolder()
    let fake = FakeWorld()
    fake.environment["VOC_DB"] = folder["voc.db"]
    fake.environment["LANG"] = "en_US.UTF-8"
    let rows =
      (0..<timed).map { "2026-03-02 10:\(10 + $0),\($0 % 5 + 1),a\($0)\n" }
      + (0..<dated).map { "2026-03-02,\($0 % 5 + 1),b\($0)\n" }
    let survey = try folder.write("date,csat,comment\n" + rows.joined(), to: "survey.csv")
    #expect(fake.run("import", survey, "--timezone", "Europe/Madrid", verbs: VerbTable.all) == .ok)
    let arguments = [
      "report", "satisfaction", "--since", "2026-03", "--until", "2026-03", "--html", folder["page.html"],
    ]
    #expect(CommandLineProgram(verbs: VerbTable.all).run(arguments: arguments, world: fake.world) == .ok)
    let page = try String(contentsOfFile: folder["page.html"], encoding: .utf8)
    let start = try #require(page.range(of: "<h2>When the dissatisfied answer (%)</h2>"))
    let section = String(page[start.upperBound...]).components(separatedBy: "</section>")[0]
    #expect(section.contains(words) && !section.contains(" 0 h: "))
    if let left { #expect(section.contains(left)) } else { #expect(!section.contains("Not on the map")) }
  }

  /// What the terminal says of small samples and of comparing channels stands on the page, too.
  @Test func channelsKeepTheirCaveats() throws {
    let folder = try TemporaryFolder()
    let fake = FakeWorld()
    fake.environment["VOC_DB"] = folder["voc.db"]
    fake.environment["LANG"] = "en_US.UTF-8"
    let demo = ["demo", "--tickets", "300", "--answers", "600", "--until", "2026-03-31"]
    let report = [
      "report", "satisfaction", "--since", "2026-01", "--until", "2026-03", "--html", folder["page.html"],
    ]
    for arguments in [demo, report] {
      #expect(CommandLineProgram(verbs: VerbTable.all).run(arguments: arguments, world: fake.world) == .ok)
    }
    let page = try String(contentsOfFile: folder["page.html"], encoding: .utf8)
    let start = try #require(page.range(of: "<h2>Parity between channels</h2>"))
    let section = String(page[start.upperBound...]).components(separatedBy: "</section>")[0]
    #expect(section.components(separatedBy: ">n</th>").count == 3)
    #expect(section.contains("*</td>") && section.contains("small sample or indicative"))
    #expect(section.contains("between the two times differ by nature"))
  }
}
