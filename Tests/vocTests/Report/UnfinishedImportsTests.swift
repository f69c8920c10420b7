import Foundation
import Testing
import VocDesk
import VocDomain
import VocTesting

@testable import voc

/// What commands say while an import has not ended, and that they say nothing of it before and after.
@Suite struct UnfinishedImportsTests {
  private struct Cut: Error {}
  /// A name that a terminal would obey.
  private static let name = "mar\u{1B}[31mzo.csv"

  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder["voc.db"]
    try bring("enero.csv", "fecha,nps\n01/03/2026 10:00,9\n")
    try cutShort()
  }

  private func bring(_ name: String, _ text: String) throws {
    let desk = try Desk(path: path, for: .writing, actor: "lucia", systemZone: "UTC") {
      Instant(unixSeconds: 1_795_186_800)
    }
    var options = ImportOptions()
    (options.zone, options.dateOrder) = ("UTC", .dmy)
    let file = try folder.write(text, to: name)
    let prepared = try desk.prepareImport([file], options: options, searchPath: "/bin")
    _ = try desk.importFiles(prepared, problem: { _, _, _ in throw Cut() })
  }

  /// Ends at a row that nobody can read.
  private func cutShort() throws {
    let rows = (0..<20).map { "02/03/2026 10:\(10 + $0),\($0 % 11)\n" }.joined()
    #expect(throws: Cut.self) { try bring(Self.name, "fecha,nps\n" + rows + "ayer,5\n") }
  }

  private func run(
    _ words: [String], language: String = "en", code expected: ExitCode = .ok
  ) -> (output: String, errors: String) {
    let fake = FakeWorld()
    fake.environment["VOC_DB"] = path
    fake.environment["VOC_LANG"] = language
    fake.width = 1_000
    let code = CommandLineProgram(verbs: VerbTable.all).run(arguments: words, world: fake.world)
    #expect(code == expected, "\(words) \(fake.errors)")
    return (fake.output, fake.errors)
  }

  private static let english =
    " has not ended, and what it brought so far counts. If it is not running any more, the same “voc import” again makes it whole, and “voc import undo 2” takes it back."
  private static let spanish =
    " no ha terminado, y lo que trajo hasta ahora cuenta. Si ya no está en marcha, el mismo «voc import» otra vez la completa, y «voc import undo 2» la quita."

  @Test(arguments: [
    ["satisfaction"], ["satisfaction", "--md"], ["satisfaction", "--html", "-"],
    ["satisfaction", "--format", "whatsapp"], ["channels"], ["agents"], ["customers"], ["loop"], ["topics"],
    ["trends"], ["journey"], ["board"],
  ]) func reportsSayIt(_ words: [String]) {
    for (language, sentence, import_) in [
      ("en", Self.english, "Import 2 has"), ("es", Self.spanish, "importación 2 no"),
    ] {
      let output = run(["report"] + words, language: language).output
      #expect(output.contains(sentence) && output.contains(import_), "\(output)")
      // Files are often called after customers, and reports leave the house.
      #expect(!output.contains("zo.csv"), "\(output)")
      #expect(!output.contains("\u{1B}"), "\(output)")
    }
  }

  @Test(arguments: [
    "satisfaction", "channels", "agents", "customers", "loop", "topics", "trends", "journey", "board",
  ]) func programsGetItsNumber(_ report: String) throws {
    #expect(
      run(["report", report, "--json", "unfinished_imports"]).output == #"{"unfinished_imports":[2]}"# + "\n")
    _ = run(["import", "undo", "2"])
    #expect(
      run(["report", report, "--json", "unfinished_imports"]).output == #"{"unfinished_imports":[]}"# + "\n")
    #expect(!run(["report", report]).output.contains("has not ended"))
  }

  @Test func theDoctorAndTheListSayIt() throws {
    let examined = run(["doctor"])
    #expect(examined.errors.contains(Self.english) && !examined.errors.contains("\u{1B}"))
    #expect(run(["doctor"], language: "es").errors.contains(Self.spanish))
    #expect(examined.errors.contains("zo.csv"))
    func states() -> String {
      run(["import", "list", "--json", "batch,state,continued_by"]).output.replacing("\n", with: "")
    }
    let first = #"{"batch":1,"state":"done","continued_by":null}]"#
    #expect(states() == #"[{"batch":2,"state":"unfinished","continued_by":null},"# + first)
    #expect(run(["import", "list"]).output.contains("zo.csv"))
    _ = run(
      ["import", folder[Self.name], "--timezone", "UTC", "--date-order", "dmy"], code: .partialImport)
    #expect(
      states()
        == #"[{"batch":3,"state":"done","continued_by":null},{"batch":2,"state":"continued","continued_by":3},"#
        + first)
    #expect(run(["import", "list"], language: "es").output.contains("continuado en 3"))
    #expect(run(["doctor"]).errors.isEmpty)
  }

  @Test func severalAreNamedInOneSentence() throws {
    try cutShort()
    #expect(
      run(["report", "satisfaction"]).output.contains(
        "Imports 3, 2 have not ended, and what they brought so far counts."))
    #expect(
      run(["doctor"], language: "es").errors.contains(
        "Las importaciones 3, 2 no han terminado, y lo que trajeron hasta ahora cuenta."))
  }
}
