import Foundation
import Testing

@testable import voc

/// The files of Tests/SessionTests/sessions; `RECORD=1 swift test` rewrites them, and the diff is reviewed.
@Suite(.serialized) struct SessionTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("SessionTests")

  static let sessions: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent("sessions").path))
    ?? [])
    .filter { $0.hasSuffix(".txt") }.sorted()

  @Test func thereAreSessions() { #expect(!SessionTests.sessions.isEmpty) }

  @Test(arguments: SessionTests.sessions)
  func replays(name: String) throws {
    // Files of a session are named from the folder of sample exports.
    let exports = SessionTests.root.appendingPathComponent("exports")
    _ = FileManager.default.changeCurrentDirectoryPath(exports.path)
    let file = SessionTests.root.appendingPathComponent("sessions").appendingPathComponent(name)
    let expected = try String(contentsOf: file, encoding: .utf8)
    let actual = try SessionRunner.replay(expected)
    if actual == expected { return }
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try actual.write(to: file, atomically: true, encoding: .utf8)
    } else {
      Issue.record("\(name):\(SessionTests.difference(expected, actual))")
    }
  }

  /// The first line in which two texts differ.
  static func difference(_ expected: String, _ actual: String) -> String {
    let wanted = expected.components(separatedBy: "\n") + ["(end)"]
    let found = actual.components(separatedBy: "\n") + ["(end)"]
    let line = zip(wanted, found).prefix { $0 == $1 }.count
    return "\(line + 1)\nexpected \(wanted[line])\nactual   \(found[line])"
  }
}

@Suite struct SessionRunnerTests {
  @Test func answersAreWrittenWhereTheyBelong() throws {
    let session = """
      # Fake verbs.
      $ voc ticket list 'a b' "c\\"d" e\\ f
      old
      @ 2026-11-21T09:00:00Z
      $ voc ticket solve --cause x
      < 12\tabierto
      < #13

      $ voc ticket nada
      $ voc ticket reply 1 -m '# uno'
      """
    let expected = """
      # Fake verbs.
      $ voc ticket list 'a b' "c\\"d" e\\ f
      ticket list|a b|c"d|e f
      @ 2026-11-21T09:00:00Z
      $ voc ticket solve --cause x
      < 12\tabierto
      < #13
      12 13

      $ voc ticket nada
      ! voc: «nada» no es un verbo de «ticket». Los verbos están en «voc help ticket».
      ? 2
      $ voc ticket reply 1 -m '# uno'
      \\# uno
      """
    #expect(try SessionRunner.replay(session, verbs: FakeVerbs.table) == expected)
    #expect(try SessionRunner.replay(expected, verbs: FakeVerbs.table) == expected)
  }

  @Test func commandsArePiped() throws {
    let session = "$ LANG=en voc ticket reply 1 -m 7 | voc ticket solve --cause x"
    #expect(try SessionRunner.replay(session, verbs: FakeVerbs.table) == session + "\n7")
  }
}
