import Foundation
import Testing
import VocDesk
import VocDomain
import VocTesting

@testable import voc

/// The loop on a terminal that is a script: what is typed, and the screen that follows.
@Suite struct TriageLoopTests {
  private final class Script {
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

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func keys(_ text: String) -> Terminal.Reading { .bytes(Array(text.utf8)) }

  private func run(
    _ fake: FakeWorld, _ script: Script, agent: String = "lucia"
  ) -> ExitCode {
    fake.terminal = script.terminal
    return command(fake, ["triage"], agent: agent)
  }

  @discardableResult
  private func command(_ fake: FakeWorld, _ words: [String], agent: String = "lucia") -> ExitCode {
    fake.environment["VOC_DB"] = folder["voc.db"]
    fake.environment["VOC_AGENT"] = agent
    return CommandLineProgram().run(arguments: words, world: fake.world)
  }

  /// A database with a few tickets, and a world that reads it.
  private func world(tickets: Int = 3) -> FakeWorld {
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

  @Test func keysActAndTheScreenTells() throws {
    let fake = world()
    let script = Script([keys("t"), keys("rhola\r"), keys("sretraso\r"), keys("\u{1A}"), keys("q")])
    #expect(run(fake, script) == .ok)
    #expect(script.log == ["enter", "suspend", "leave"])
    #expect(script.screens[0].contains("3 tickets sin resolver · 3 esperan respuesta"))
    #expect(script.screens[1].contains("#1 abierto, de lucia"))
    #expect(script.screens[2].contains("#1 abierto, de lucia, respuesta anotada"))
    #expect(script.screens[3].contains("#1 resuelto, de lucia, causa «retraso»"))
    #expect(script.screens[3].contains("2 tickets sin resolver"))
    #expect(script.emulator.unknown == [])
  }

  @Test func whatOthersWriteAppearsByItself() throws {
    let fake = world()
    let script = Script([.nothing, keys("q")])
    var terminal = script.terminal
    let read = terminal.read
    terminal.read = { seconds in
      if script.screens.isEmpty {
        self.command(
          FakeWorld(),
          [
            "ticket", "create", "--customer", "Zoé", "--channel", "Mostrador", "-m", "Urge", "--priority",
            "urgent",
          ])
        fake.uptime += 2
      }
      return read(seconds)
    }
    fake.terminal = terminal
    #expect(command(fake, ["triage"]) == .ok)
    #expect(!script.screens[0].contains("Zoé"))
    let list = script.screens[1].split(separator: "\n")
    #expect(list[1].contains("#4  !! Zoé") && list[3].contains("▌#1"), "\(script.screens[1])")
  }

  @Test func theEditorGetsTheDraftAndTheConversation() throws {
    let fake = world()
    fake.edited = "Desde el editor\n"
    let script = Script([keys("rborrador"), keys("\u{1B}"), .nothing, keys("R"), keys("q")])
    #expect(run(fake, script) == .ok)
    #expect(script.log == ["enter", "lend", "leave"])
    #expect(script.screens[4].contains("respuesta anotada"))
    #expect(script.screens[4].contains("Desde el editor"))
  }

  @Test func anEditorThatFailsLosesNothing() throws {
    let fake = world()
    let script = Script([keys("rborrador"), keys("\u{1B}"), .nothing, keys("R"), keys("r"), keys("q")])
    #expect(run(fake, script) == .ok)
    #expect(script.screens[4].contains("El editor «fake» terminó con error"))
    #expect(script.screens[5].contains(" borrador"))
  }

  @Test func whoIsNoAgentIsTold() throws {
    let fake = world()
    let script = Script([keys("t"), keys("x"), keys("/nada:1\r"), keys("q")])
    #expect(run(fake, script, agent: "nadie") == .ok)
    #expect(script.screens[1].contains("«nadie» no es un agente"))
    #expect(script.screens[2].contains("«nadie» no es un agente"))
    #expect(script.screens[3].contains("«nada»"))
    #expect(script.screens[3].contains("3 tickets sin resolver"))
  }

  @Test func withoutANextTicketItSaysWhy() throws {
    let fake = world()
    let script = Script([keys("x"), keys("q")])
    #expect(run(fake, script) == .ok)
    #expect(script.screens[1].contains("No hay ticket para usted"))
  }

  @Test func itRefusesWithoutATerminal() throws {
    let fake = world()
    fake.outputIsTerminal = false
    #expect(run(fake, Script([])) == .failure)
    #expect(fake.errors.hasPrefix("voc: triage necesita una terminal. «voc ticket list»"))
    let dumb = world()
    dumb.environment["TERM"] = "dumb"
    let script = Script([])
    #expect(run(dumb, script) == .failure)
    #expect(script.log == [] && dumb.errors.contains("TERM=dumb"))
  }

  @Test func aTerminalThatGoesEndsIt() throws {
    let script = Script([.closed])
    #expect(run(world(), script) == .ok)
    #expect(script.log == ["enter", "leave"])
  }
}
