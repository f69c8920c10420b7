import Foundation
import Testing
import VocTesting

@testable import voc

/// What `voc ticket export` writes.
@Suite struct TicketExportFormTests {
  private let folder: TemporaryFolder
  private let fake = FakeWorld()

  init() throws {
    folder = try TemporaryFolder()
    fake.environment["VOC_DB"] = folder["voc.db"]
    fake.environment["LANG"] = "es_CO.UTF-8"
    _ = try voc("channel", "add", "Tienda", "--kind", "chat")
    _ = try voc(
      "ticket", "create", "--channel", "Tienda", "--customer", "Zoë; Peña", "-m",
      "=HYPERLINK(\"x\")")
  }

  @discardableResult
  private func voc(_ arguments: String...) throws -> String {
    fake.output = ""
    fake.errors = ""
    let code = CommandLineProgram(verbs: VerbTable.all).run(arguments: arguments, world: fake.world)
    #expect(code == .ok, "\(arguments) \(fake.errors)")
    return fake.output
  }

  @Test func csvIsForTheCountryAndNoFormula() throws {
    #expect(
      try voc("ticket", "export", "--csv", "id,subject,customer")
        == "\u{FEFF}id;subject;customer\r\n1;\"'=HYPERLINK(\"\"x\"\")\";\"Zoë; Peña\"\r\n")
    fake.environment["LANG"] = "es_MX.UTF-8"
    #expect(try voc("ticket", "export", "--csv=id", "tag:nada") == "id\r\n")
  }

  /// The same fields under the same names as `voc ticket view --json`.
  @Test func aLineIsWhatTheTicketsViewSays() throws {
    let fields = TicketExport.verb.jsonFields
    let line = try voc("ticket", "export", "--messages")
    #expect(try voc("ticket", "view", "1", "--json", (fields + ["messages"]).joined(separator: ",")) == line)
    #expect(
      try voc("ticket", "export", "--json", "subject,id")
        == "{\"subject\":\"=HYPERLINK(\\\"x\\\")\",\"id\":1}\n")
  }

  @Test func whatIsInterruptedLeavesNoFile() throws {
    fake.interruptedAfterNaps = 0
    let arguments = ["ticket", "export", "--output", folder["x.csv"], "--csv"]
    #expect(CommandLineProgram(verbs: VerbTable.all).run(arguments: arguments, world: fake.world) == .failure)
    #expect(!folder.contents.contains { $0.hasPrefix("x.csv") })
  }
}
