import Testing
import VocTesting

@testable import voc

@Suite struct CustomerValueTests {
  @Test(arguments: [(20, ""), (21, "…and 1 more line\n"), (22, "…and 2 more lines\n")])
  func theFirstTwentyLinesThatNobodyIsAreNamed(count: Int, last: String) throws {
    let folder = try TemporaryFolder()
    let fake = FakeWorld()
    fake.environment["VOC_DB"] = folder["voc.db"]
    fake.environment["LANG"] = "en_US.UTF-8"
    let lines = (1...count).map { "Nobody \($0),\($0)\n" }.joined()
    let path = try folder.write("customer,value\n" + lines, to: "worth.csv")
    #expect(fake.run("customer", "value", "--file", path, verbs: VerbTable.all) == .partialImport)
    #expect(fake.errors.hasSuffix("no customer is that\n" + last))
    #expect(fake.errors.components(separatedBy: "no customer is that").count == 21)
  }

  @Test func aRehearsalOfOneAmountIsRefused() throws {
    let folder = try TemporaryFolder()
    let fake = FakeWorld()
    fake.environment["VOC_DB"] = folder["voc.db"]
    for words in [["Ana", "500", "--dry-run"], ["Ana", "--remove", "--dry-run"], ["--dry-run"]] {
      let code = CommandLineProgram(verbs: VerbTable.all).run(
        arguments: ["customer", "value"] + words, world: fake.world)
      #expect(code == .usage, "\(words)")
    }
  }
}
