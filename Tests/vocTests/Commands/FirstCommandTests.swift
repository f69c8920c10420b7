import Foundation
import Testing
import VocTesting

@testable import voc

/// What the first command of all leaves behind.
@Suite struct FirstCommandTests {
  private let folder: TemporaryFolder
  private let fake = FakeWorld()

  init() throws {
    folder = try TemporaryFolder()
    fake.environment["VOC_DB"] = folder["voc.db"]
    try "nada".write(toFile: folder["nada.txt"], atomically: true, encoding: .utf8)
    try "x;1\n".write(toFile: folder["x.csv"], atomically: true, encoding: .utf8)
  }

  private func run(_ words: [String]) -> ExitCode {
    CommandLineProgram().run(arguments: words.map { $0 == "@" ? folder["nada.txt"] : $0 }, world: fake.world)
  }

  private var left: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("voc") }
    }
  }

  @Test(arguments: [
    ["ticket", "create", "--customer", "Ana", "--channel", "Nada", "-m", "Hola"], ["ticket", "solve", "1"],
    ["channel", "add", "Tienda", "--kind", "in-person", "--timezone", "Marte/Base"], ["import", "@"],
    ["import", "no-existe.txt"], ["survey", "answer", "--survey", "nps", "--score", "11"],
    ["config", "apply", "@"], ["qa", "card", "--item", "x=0"], ["loop", "open", "--dry-run"],
  ])
  func whatWritesNothingLeavesNoDatabase(words: [String]) throws {
    _ = run(words)
    #expect(try left == [])
    #expect(!fake.errors.contains("Se creó la base de datos"), "\(fake.errors)")
  }

  @Test func whatWritesSomethingLeavesItAndSaysSo() throws {
    #expect(run(["agent", "add", "lucia"]) == .ok)
    #expect(try left.contains("voc.db"))
    #expect(fake.errors.contains("Se creó la base de datos"))
    // What fails from then on takes nothing away.
    #expect(run(["ticket", "solve", "1"]) != .ok)
    fake.output = ""
    #expect(run(["agent", "list", "--json", "name"]) == .ok)
    #expect(fake.output.contains("lucia"))
  }

  /// A report for programs is whole; on a terminal it is cut and says so.
  @Test func theReportOnCustomersIsCutForPeopleOnly() throws {
    #expect(run(["demo", "--tickets", "2000", "--answers", "2000", "--until", "2026-11-20"]) == .ok)
    func lines(_ words: String...) -> Int {
      fake.output = ""
      #expect(run(["report", "customers"] + words) == .ok)
      return fake.output.split(whereSeparator: \.isNewline).count - 1
    }
    let all = lines("--csv")
    #expect(all > 20 && lines("--csv", "--limit", "10000") == all && lines("--csv", "--limit", "5") == 5)
    fake.outputIsTerminal = true
    fake.output = ""
    #expect(run(["report", "customers"]) == .ok)
    #expect(fake.output.contains("Se muestran 20 de \(all): --limit \(all) los muestra todos."))
  }

  /// What is said of an invented database is what stands in it.
  @Test func theDemoCountsThoseThatWait() throws {
    func answer(_ words: String...) -> [String] {
      fake.output = ""
      #expect(run(words) == .ok)
      return fake.output.split(separator: "\n").map(String.init)
    }
    let told = answer(
      "demo", "--tickets", "20", "--answers", "5", "--waiting", "7", "--until", "2026-11-20", "--json",
      "tickets,unsolved,customers")
    let all = answer("ticket", "list", "--status", "all", "--limit", "1000", "--json", "id")
    let unsolved = answer("ticket", "list", "--limit", "1000", "--json", "id")
    let customers = answer("customer", "list", "--limit", "1000", "--json", "id")
    #expect(all.count == 27)
    #expect(
      told == ["{\"tickets\":27,\"unsolved\":\(unsolved.count),\"customers\":\(customers.count)}"])
  }
}
