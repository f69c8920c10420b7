import Foundation
import Testing

@testable import voc

@Suite struct EditorTests {
  @Test func whatWasSavedComesBackAndTheFileIsGone() throws {
    let note = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: note) }
    let script = "f() { stat -c %a \"$1\" > \(note); echo \"$1\" >> \(note); echo dos >> \"$1\"; }; f"
    let editor = Editor(environment: ["EDITOR": script, "PATH": "/usr/bin:/bin"])
    #expect(try editor.edit("uno\n") == "uno\ndos\n")
    let lines = try String(contentsOfFile: note, encoding: .utf8).split(separator: "\n")
    #expect(lines.first == "600")
    #expect(!FileManager.default.fileExists(atPath: String(lines.last ?? "")))
  }

  @Test func anEditorThatFailsSavesNothing() {
    #expect(throws: SystemFailure.editor("false", status: 1)) {
      try Editor(environment: ["VISUAL": "false", "EDITOR": "true", "PATH": "/usr/bin:/bin"]).edit("x")
    }
    #expect(throws: SystemFailure.temporaryFile(2)) {
      try Editor(environment: ["TMPDIR": "/nowhere/at/all", "EDITOR": "true"]).edit("x")
    }
  }
}
