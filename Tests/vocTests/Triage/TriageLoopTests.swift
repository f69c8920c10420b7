import Foundation
import Testing
import VocDesk
import VocDomain
import VocTesting

@testable import voc

/// The loop on a terminal that is a script: what is typed, and the screen that follows.
@Suite struct TriageLoopTests {
  private let desk: ScriptedTriage

  init() throws { desk = try ScriptedTriage() }

  @Test func keysActAndTheScreenTells() throws {
    let fake = desk.world()
    let script = ScriptedTriage.Script([
      desk.keys("t"), desk.keys("rhola\r"), desk.keys("sretraso\r"), desk.keys("\u{1A}"), desk.keys("q"),
    ])
    #expect(desk.run(fake, script) == .ok)
    #expect(script.log == ["enter", "suspend", "leave"])
    #expect(script.screens[0].contains("3 tickets sin resolver · 3 esperan respuesta"))
    #expect(script.screens[1].contains("#1 abierto, de lucia"))
    #expect(script.screens[2].contains("#1 abierto, de lucia, respuesta anotada"))
    #expect(script.screens[3].contains("#1 resuelto, de lucia, causa «retraso»"))
    #expect(script.screens[3].contains("2 tickets sin resolver"))
    #expect(script.emulator.unknown == [])
  }

  @Test func whatOthersWriteAppearsByItself() throws {
    let fake = desk.world()
    let script = ScriptedTriage.Script([.nothing, desk.keys("q")])
    var terminal = script.terminal
    let read = terminal.read
    terminal.read = { seconds in
      if script.screens.isEmpty {
        self.desk.command(
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
    #expect(desk.command(fake, ["triage"]) == .ok)
    #expect(!script.screens[0].contains("Zoé"))
    let list = script.screens[1].split(separator: "\n")
    #expect(list[1].contains("#4  !! Zoé") && list[3].contains("▌#1"), "\(script.screens[1])")
  }

  @Test func theEditorGetsTheDraftAndTheConversation() throws {
    let fake = desk.world()
    fake.edited = "Desde el editor\n"
    let script = ScriptedTriage.Script([
      desk.keys("rborrador"), desk.keys("\u{1B}"), .nothing, desk.keys("R"), desk.keys("q"),
    ])
    #expect(desk.run(fake, script) == .ok)
    #expect(script.log == ["enter", "lend", "leave"])
    #expect(script.screens[4].contains("respuesta anotada"))
    #expect(script.screens[4].contains("Desde el editor"))
  }

  @Test func anEditorThatFailsLosesNothing() throws {
    let fake = desk.world()
    let script = ScriptedTriage.Script([
      desk.keys("rborrador"), desk.keys("\u{1B}"), .nothing, desk.keys("R"), desk.keys("r"), desk.keys("q"),
    ])
    #expect(desk.run(fake, script) == .ok)
    #expect(script.screens[4].contains("El editor «fake» terminó con error"))
    #expect(script.screens[5].contains(" borrador"))
  }

  @Test func aRefusedFilterComesBackToBeMended() throws {
    let fake = desk.world()
    let script = ScriptedTriage.Script([
      desk.keys("/estatus:open\r"), desk.keys("/"), desk.keys("\u{3}"), desk.keys("/"), desk.keys("\u{3}q"),
    ])
    #expect(desk.run(fake, script) == .ok)
    #expect(script.screens[1].contains("«estatus»"))
    #expect(script.screens[2].contains("━ Filtro: status:open tag:vip assignee:@me, o palabras ━"))
    #expect(script.screens[2].contains("\n estatus:open\n"), "\(script.screens[2])")
    #expect(!script.screens[4].contains("estatus"))
  }

  @Test func tabCompletesAFilter() throws {
    let fake = desk.world()
    let script = ScriptedTriage.Script([
      desk.keys("/st\t"), desk.keys("tus:sol\t"), desk.keys("ch\t"), desk.keys("mos\t"), desk.keys("c\t"),
      desk.keys("\u{3}q"),
    ])
    #expect(desk.run(fake, script) == .ok)
    #expect(script.screens[1].contains("\n sta\n"))
    #expect(script.screens[1].contains("status:") && script.screens[1].contains("stage:"))
    #expect(script.screens[2].contains("\n status:solved\n"))
    #expect(script.screens[3].contains("\n status:solved channel:\n"))
    #expect(script.screens[4].contains("\n status:solved channel:Mostrador\n"), "\(script.screens[4])")
    #expect(script.screens[5].contains(" channel: · customer: · "), "\(script.screens[5])")
  }

  @Test func aFilterMayBeGivenAsWords() throws {
    let fake = desk.world()
    desk.command(fake, ["ticket", "solve", "2"])
    for (words, title) in [
      (["status:solved"], "/status:solved"), (["status:solved", "id:2"], "/status:solved id:2"),
      (["--filter", "id:2", "status:solved"], "/(id:2) (status:solved)"),
    ] {
      let script = ScriptedTriage.Script([desk.keys("q")])
      fake.terminal = script.terminal
      #expect(desk.command(fake, ["triage"] + words) == .ok)
      #expect(
        script.screens[0].contains("1 ticket") && script.screens[0].contains(title), "\(script.screens[0])")
    }
  }

  /// Tags look unlike phones, and on a usual screen they are what is seen.
  @Test func tagsComeBeforeThePhone() throws {
    let fake = desk.world()
    desk.command(
      fake,
      [
        "ticket", "create", "--customer", "+52 55 1234 5671", "--channel", "Mostrador", "--tag", "garantia",
        "-m", "Hola",
      ])
    desk.command(fake, ["agent", "add", "Maximiliano Fernández de Córdoba"])
    let script = ScriptedTriage.Script([
      desk.keys("/id:4\r"), desk.keys("aMaximiliano Fernández de Córdoba\r"), desk.keys("q"),
    ])
    #expect(desk.run(fake, script) == .ok)
    #expect(script.screens[2].contains(" → Maximiliano · [garantia]"), "\(script.screens[2])")
    #expect(script.screens[1].contains(" · sin asignar · [garantia] ·…"), "\(script.screens[1])")
  }

  @Test func whoIsNoAgentIsTold() throws {
    let fake = desk.world()
    let script = ScriptedTriage.Script([
      desk.keys("t"), desk.keys("x"), desk.keys("/nada:1\r"), desk.keys("q"),
    ])
    #expect(desk.run(fake, script, agent: "nadie") == .ok)
    #expect(script.screens[1].contains("«nadie» no es un agente"))
    #expect(script.screens[2].contains("«nadie» no es un agente"))
    #expect(script.screens[3].contains("«nada»"))
    #expect(script.screens[3].contains("3 tickets sin resolver"))
  }

  @Test func withoutANextTicketItSaysWhy() throws {
    let fake = desk.world()
    let script = ScriptedTriage.Script([desk.keys("x"), desk.keys("q")])
    #expect(desk.run(fake, script) == .ok)
    let text = script.screens[1].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("No hay ticket para usted: su estado es «desconectado». Con c se pone en línea."))
  }

  @Test func aKeyGoesOnlineAndOffline() throws {
    let fake = desk.world()
    let script = ScriptedTriage.Script([
      desk.keys("c"), desk.keys("x"), desk.keys("c"), desk.keys("x"), desk.keys("q"),
    ])
    #expect(desk.run(fake, script) == .ok)
    #expect(script.screens[1].contains("lucia: en línea"))
    #expect(script.screens[2].contains("#1 abierto, de lucia"), "\(script.screens[2])")
    #expect(script.screens[3].contains("lucia: desconectado"))
    #expect(script.screens[4].contains("su estado es «desconectado»"))
  }

  /// What is to be done is said by the key, not by the command.
  @Test func refusalsNameKeys() throws {
    let fake = desk.world()
    let script = ScriptedTriage.Script([
      desk.keys("l"), desk.keys("/id:1 status:solved,new\r"), desk.keys("s\r"), desk.keys("t"),
      desk.keys("s\r"), desk.keys("o"), desk.keys("q"),
    ])
    #expect(desk.run(fake, script) == .ok)
    #expect(script.screens[1].contains("El ticket #1 no está asignado. Se toma con t."))
    #expect(script.screens[4].contains("está resuelto. Antes se reabre con o."), "\(script.screens[4])")
    #expect(script.screens[5].contains("antes se reabre con o."), "\(script.screens[5])")
    #expect(script.screens[6].contains("#1 abierto"))
    #expect(!script.screens.joined().contains("«voc "))
  }

  @Test func itRefusesWithoutATerminal() throws {
    let fake = desk.world()
    fake.outputIsTerminal = false
    #expect(desk.run(fake, ScriptedTriage.Script([])) == .failure)
    #expect(fake.errors.hasPrefix("voc: triage necesita una terminal. «voc ticket list»"))
    let dumb = desk.world()
    dumb.environment["TERM"] = "dumb"
    let script = ScriptedTriage.Script([])
    #expect(desk.run(dumb, script) == .failure)
    #expect(script.log == [] && dumb.errors.contains("TERM=dumb"))
  }

  @Test func aTerminalThatGoesEndsIt() throws {
    let script = ScriptedTriage.Script([.closed])
    #expect(desk.run(desk.world(), script) == .ok)
    #expect(script.log == ["enter", "leave"])
  }
}
