import Testing
import VocTesting

@testable import voc

/// `voc ticket list --watch` in a pipe, where somebody else writes meanwhile.
@Suite struct ListWatchTests {
  private func run(_ fake: FakeWorld, _ words: [String], in folder: TemporaryFolder) -> ExitCode {
    fake.environment["VOC_DB"] = folder["voc.db"]
    return CommandLineProgram.run(arguments: words, world: fake.world)
  }

  @Test func inAPipeEachListThatDiffersIsWritten() throws {
    let folder = try TemporaryFolder()
    let fake = FakeWorld()
    fake.outputIsTerminal = false
    fake.interruptedAfterNaps = 5
    fake.whileAsleep = { nap in
      guard [2, 4].contains(nap) else { return }
      if nap == 2 { #expect(run(FakeWorld(), ["channel", "add", "Chat"], in: folder) == .ok) }
      let words = ["ticket", "create", "--customer", "Ana", "--channel", "Chat", "-m", "Hola \(nap)"]
      #expect(run(FakeWorld(), words, in: folder) == .ok)
    }
    let words = ["ticket", "list", "--sort", "number", "--watch", "7", "--format", "{id} {subject}"]
    #expect(run(fake, words, in: folder) == .ok)
    #expect(fake.output == "\n1 Hola 2\n\n1 Hola 2\n2 Hola 4\n")
    #expect(fake.naps == 5 && fake.clock.unixSeconds == 1_795_186_800 + 35)
  }

  @Test(arguments: [(["--watch"], 2), (["--watch", "9"], 9), (["--watch=9"], 9), (["--watch", "--utc"], 2)])
  func theSecondsMayBeMissing(options: [String], pause: Int) throws {
    let fake = FakeWorld()
    fake.outputIsTerminal = false
    fake.interruptedAfterNaps = 1
    #expect(run(fake, ["ticket", "list"] + options, in: try TemporaryFolder()) == .ok)
    #expect(fake.clock.unixSeconds == 1_795_186_800 + Int64(pause))
  }

  @Test func secondsThatAreNoneAreRefused() throws {
    let fake = FakeWorld()
    #expect(run(fake, ["ticket", "list", "--watch=0"], in: try TemporaryFolder()) == .usage)
    #expect(fake.errors.contains("«0» no vale para --watch"))
  }
}
