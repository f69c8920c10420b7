import Foundation
import Testing

@testable import voc

@Suite struct PolicyHelpTests {
  /// Runs voc on a database of its own.
  private func run(_ arguments: [String], input: String?, on database: String) -> FakeWorld {
    let fake = FakeWorld()
    fake.environment["VOC_DB"] = database
    fake.input = input
    let code = CommandLineProgram().run(arguments: arguments, world: fake.world)
    #expect(code == .ok, "\(fake.errors)")
    return fake
  }

  @Test func theExampleAppliesAndStaysAsItIs() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("voc-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let database = folder.appendingPathComponent("voc.db").path
    let applied = run(["config", "apply", "-"], input: PolicyHelp.example, on: database)
    #expect(applied.output.contains("queues.ventas: — → {"))
    let shown = run(["config", "show"], input: nil, on: database).output
    // What is shown is a document too, and changes nothing.
    let again = run(["config", "apply", "-", "--replace"], input: shown, on: database)
    #expect(again.output == "" && again.errors.contains("versión 1"))
  }

  @Test(arguments: Language.allCases, [60, 100])
  func thePageFitsAndNamesEveryKey(language: Language, width: Int) {
    let fake = FakeWorld()
    fake.environment["VOC_LANG"] = language.rawValue
    fake.width = width
    #expect(fake.run("help", "policy") == .ok)
    let example = Set(PolicyHelp.example.split(separator: "\n"))
    for line in fake.output.split(separator: "\n") where !example.contains(line) {
      #expect(DisplayWidth.columns(String(line)) <= width, "\(line)")
    }
    let keys = """
      calendars usual_calendar channels skills queues sla routing name department note remove zone hours holidays
      exceptions weight capacity synchronous blocking offer no_answer inactive reply_window calendar condition groups
      fallback required_skills optional_skills skill_timeout maximum_wait targets first_reply next_reply resolution
      requester_wait solve_counts hold_counts pending_counts reopen_within order method priority_bonus segment_bonus stage_bonus
      raise affinity wave_cap misses exclusion idle states
      """
    for key in keys.split(whereSeparator: \.isWhitespace) { #expect(fake.output.contains(key), "\(key)") }
  }
}
