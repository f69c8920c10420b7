import Foundation
import Testing

@testable import voc

/// The README: its commands replay as one session, its tables say what the program says.
@Suite struct ReadmeTests {
  static let file = SessionTests.root.deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("README.md")

  @Test func everyVerbStandsThere() throws {
    let text = try String(contentsOf: ReadmeTests.file, encoding: .utf8)
    for verb in VerbTable.all {
      let row = "| `voc \(verb.name)` | \(verb.summary.en) |"
      #expect(text.contains(row), "\(row)")
    }
    let rows = text.components(separatedBy: "\n").filter { $0.hasPrefix("| `voc ") }
    #expect(rows.count == VerbTable.all.count)
  }

  @Test func everyExitCodeStandsThere() throws {
    let text = try String(contentsOf: ReadmeTests.file, encoding: .utf8)
    for code in ExitCode.allCases {
      #expect(text.contains("| \(code.rawValue) | \(code.summary.en) |"), "\(code)")
    }
  }
}

// In the suite of the sessions, whose tests take turns: where files are found belongs to the process.
extension SessionTests {
  /// What people see as their database is the session's.
  private static let shownDatabase = "~/.local/share/voc/voc.db"

  @Test func readmeReplays() throws {
    let repository = ReadmeTests.file.deletingLastPathComponent()
    _ = FileManager.default.changeCurrentDirectoryPath(repository.path)
    let text = try String(contentsOf: ReadmeTests.file, encoding: .utf8)
    // Odd parts stand between fences.
    var parts = text.components(separatedBy: "\n```")
    let blocks = parts.indices.filter { !$0.isMultiple(of: 2) && parts[$0].contains("\n$ ") }
    #expect(!blocks.isEmpty)
    for block in blocks { #expect(parts[block].hasPrefix("console\n$ voc "), "\(parts[block])") }
    let session = blocks.map { String(parts[$0].dropFirst("console\n".count)) }.joined(separator: "\n# -\n")
    let replayed = try SessionRunner.replay(
      session.replacingOccurrences(of: SessionTests.shownDatabase, with: "$DIR/voc.db"),
      language: "en_US.UTF-8", agent: "Lucía Fernández"
    ).replacingOccurrences(of: "$DIR/voc.db", with: SessionTests.shownDatabase)
    if replayed == session { return }
    guard ProcessInfo.processInfo.environment["RECORD"] == "1" else {
      Issue.record("README.md: \(SessionTests.difference(session, replayed))")
      return
    }
    for (block, answer) in zip(blocks, replayed.components(separatedBy: "\n# -\n")) {
      parts[block] = "console\n" + answer
    }
    try parts.joined(separator: "\n```").write(to: ReadmeTests.file, atomically: true, encoding: .utf8)
  }
}
