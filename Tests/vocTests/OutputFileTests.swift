import Glibc
import Testing
import VocTesting

@testable import voc

@Suite struct OutputFileTests {
  private let folder: TemporaryFolder
  private let world = FakeWorld()

  init() throws { folder = try TemporaryFolder() }

  private func write(_ name: String, replaces: Bool = false, _ texts: String...) throws {
    try OutputFile(folder[name], replaces: replaces, besides: folder["voc.db"]).write(in: world.world) {
      world in
      for text in texts { world.out(text) }
    }
  }

  @Test func itIsThereAsAWholeForItsOwnerOnly() throws {
    let before = umask(0)
    defer { umask(before) }
    try write("a.csv", "uno\n", "dos\n")
    #expect(try String(decoding: folder.bytes("a.csv"), as: UTF8.self) == "uno\ndos\n")
    #expect(try folder.mode("a.csv") == 0o600)
    #expect(folder.contents == ["a.csv"] && world.output == "")
  }

  @Test func whatIsThereIsReplacedKnowingly() throws {
    try folder.write("antes", to: "a.csv")
    #expect(throws: Refusal.self) { try write("a.csv", "ahora") }
    #expect(try folder.bytes("a.csv") == Array("antes".utf8))
    try write("a.csv", replaces: true, "ahora")
    #expect(try folder.bytes("a.csv") == Array("ahora".utf8))
    #expect(try folder.mode("a.csv") == 0o600 && folder.contents == ["a.csv"])
  }

  @Test func whatSomebodyMakesMeanwhileStays() throws {
    let file = try OutputFile(folder["a.csv"], replaces: false, besides: folder["voc.db"])
    #expect(throws: Refusal.self) {
      try file.write(in: world.world) { world in
        world.out("nuestro")
        try folder.write("ajeno", to: "a.csv")
      }
    }
    #expect(try folder.bytes("a.csv") == Array("ajeno".utf8) && folder.contents == ["a.csv"])
  }

  @Test func whatFailsLeavesNothing() throws {
    struct Failure: Error {}
    try folder.write("antes", to: "b.csv")
    for (name, replaces) in [("a.csv", false), ("b.csv", true)] {
      #expect(throws: Failure.self) {
        try OutputFile(folder[name], replaces: replaces, besides: "").write(in: world.world) { world in
          world.out("a medias")
          throw Failure()
        }
      }
    }
    #expect(try folder.contents == ["b.csv"] && folder.bytes("b.csv") == Array("antes".utf8))
  }

  @Test func foldersAndTheDatabaseAreLeftAlone() throws {
    try folder.write("x", to: "carpeta/x")
    try folder.write("datos", to: "voc.db")
    symlink(folder["voc.db"], folder["enlace"])
    for name in ["carpeta", "voc.db", "enlace"] {
      #expect(throws: Refusal.self) { try write(name, replaces: true, "no") }
    }
    #expect(try folder.bytes("voc.db") == Array("datos".utf8))
  }
}
