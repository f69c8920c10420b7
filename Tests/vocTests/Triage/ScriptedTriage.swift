import Testing
import VocTesting

@testable import voc

/// Triage on a terminal that is a script, over a database of its own.
struct ScriptedTriage {
  final class Script {
    var readings: [Terminal.Reading]
    var emulator = ScreenBufferTests.emulator(ScreenSize(rows: 24, columns: 80))
    var screens: [String] = []
    var log: [String] = []

    init(_ readings: [Terminal.Reading]) { self.readings = readings }

    var terminal: Terminal {
      Terminal(
        size: { ScreenSize(rows: 24, columns: 80) },
        read: { _ in
          self.screens.append(self.emulator.text)
          return self.readings.isEmpty ? .closed : self.readings.removeFirst()
        },
        write: { text in
          self.emulator.feed(Array(text.utf8))
          return true
        },
        enter: { self.log.append("enter") }, leave: { self.log.append("leave") },
        lend: { work in
          self.log.append("lend")
          try work()
        }, suspend: { self.log.append("suspend") })
    }
  }

  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func keys(_ text: String) -> Terminal.Reading { .bytes(Array(text.utf8)) }

  func run(
    _ fake: FakeWorld, _ script: Script, agent: String = "lucia"
  ) -> ExitCode {
    fake.terminal = script.terminal
    return command(fake, ["triage"], agent: agent)
  }

  @discardableResult
  func command(_ fake: FakeWorld, _ words: [String], agent: String = "lucia") -> ExitCode {
    fake.environment["VOC_DB"] = folder["voc.db"]
    fake.environment["VOC_AGENT"] = agent
    return CommandLineProgram().run(arguments: words, world: fake.world)
  }

  /// A database with a few tickets, and a world that reads it.
  func world(tickets: Int = 3) -> FakeWorld {
    let fake = FakeWorld()
    command(fake, ["agent", "add", "lucia"])
    command(fake, ["channel", "add", "Mostrador", "--kind", "in-person"])
    for number in 1...tickets {
      command(
        fake,
        [
          "ticket", "create", "--customer", "Ana \(number)", "--channel", "Mostrador", "-m",
          "Asunto \(number)",
        ])
    }
    fake.errors = ""
    return fake
  }
}
