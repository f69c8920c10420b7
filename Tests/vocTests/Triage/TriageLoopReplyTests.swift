import Testing
import VocDomain

@testable import voc

/// Macros, closed windows and merges, from the key to the database and back.
@Suite struct TriageLoopReplyTests {
  private let desk: ScriptedTriage

  init() throws { desk = try ScriptedTriage() }

  private func screens(_ fake: FakeWorld, _ keys: String...) -> [String] {
    let script = ScriptedTriage.Script(keys.map(desk.keys) + [desk.keys("\u{3}"), desk.keys("q")])
    #expect(desk.run(fake, script) == .ok)
    #expect(script.emulator.unknown == [])
    return script.screens
  }

  @Test func aMacroIsFilledInEditedAndRecorded() throws {
    let fake = desk.world()
    desk.command(fake, ["macro", "save", "Envío", "-m", "{{greeting}}, {{customer.first_name}}: sale hoy"])
    let screens = screens(fake, "M", "env", "\r", ", sí\r")
    #expect(
      screens[1].contains("━ Macro para responder a #1") && screens[1].contains("Buenos días, Ana: sale"))
    #expect(screens[3].contains("━ Respuesta a #1") && screens[3].contains(" Buenos días, Ana: sale hoy"))
    #expect(screens[4].contains("respuesta anotada") && screens[4].contains("Ana: sale hoy, sí"))
  }

  @Test func withoutMacrosItSaysHowToKeepOne() throws {
    let screens = screens(desk.world(), "M")
    #expect(screens[1].contains("Todavía no hay macros. «voc macro save» guarda la primera."))
  }

  @Test func aMacroSaysWhatItLacks() throws {
    let fake = desk.world()
    desk.command(
      fake, ["ticket", "create", "--customer", "55 1234 5678", "--channel", "Mostrador", "-m", "Hola"])
    desk.command(fake, ["macro", "save", "saludo", "-m", "Hola, {{customer.name}}"])
    let screens = screens(fake, "/id:4\r", "M", "\r")
    #expect(screens[2].contains("En el ticket #4 no hay dato para"), "\(screens[2])")
    #expect(screens[3].contains("━ Macro para responder a #4"))
  }

  @Test func mergingIsToldConfirmedAndUndone() throws {
    let fake = desk.world()
    desk.command(fake, ["ticket", "create", "--customer", "1", "--channel", "Mostrador", "-m", "Lo mismo"])
    let cancelled = screens(fake, "f", "\r", "\r")
    #expect(cancelled[3].contains("No se fusionó.") && cancelled[3].contains("4 tickets sin resolver"))
    let screens = screens(fake, "f", "\r", "s", "u")
    #expect(screens[1].contains("━ Fusionar #1 con") && screens[1].contains("#4  nuevo · Lo mismo"))
    #expect(screens[2].contains("¿Fusionar el #1 con el #4 «Lo mismo»? Su mensaje"), "\(screens[2])")
    #expect(screens[3].contains("#4 nuevo, sin asignar, recibe el #1"), "\(screens[3])")
    #expect(screens[3].contains("3 tickets sin resolver"))
    #expect(screens[4].contains("Deshecho en ") && screens[4].contains("4 tickets sin resolver"))
  }

  @Test func aMergeThatIsRefusedAsksNobody() throws {
    let screens = screens(desk.world(), "f2\r", "\u{15}77\r", "\u{3}")
    #expect(screens[1].contains("El ticket #1 es de Ana 1 y el #2, de Ana 2"))
    #expect(screens[1].contains("━ Fusionar #1 con"))
    #expect(screens[2].contains("77"))
    #expect(!screens[3].contains("━ Fusionar") && screens[3].contains("3 tickets sin resolver"))
  }

  @Test func beyondTheWindowATemplateGoesOut() throws {
    let fake = desk.world()
    desk.command(fake, ["channel", "add", "WhatsApp", "--kind", "whatsapp"])
    desk.command(
      fake, ["ticket", "create", "--customer", "Zoé", "--channel", "WhatsApp", "-m", "¿Y mi pedido?"])
    fake.clock = fake.clock + 25 * 3600
    let screens = screens(fake, "/id:4\r", "r", "envio_1\r", "Ya sale\r")
    #expect(screens[2].contains("━ Ventana cerrada el 21/11/2026 09:00 · WhatsApp ━"), "\(screens[2])")
    #expect(screens[3].contains("━ Plantilla «envio_1» a #4 ━"))
    #expect(
      screens[4].contains("respuesta anotada") && screens[4].contains("plantilla envio_1"), "\(screens[4])")
  }

  @Test func whatIsTypedAsTheWindowClosesIsKept() throws {
    let fake = desk.world()
    desk.command(fake, ["channel", "add", "WhatsApp", "--kind", "whatsapp"])
    desk.command(
      fake, ["ticket", "create", "--customer", "Zoé", "--channel", "WhatsApp", "-m", "¿Y mi pedido?"])
    let script = ScriptedTriage.Script([
      desk.keys("/id:4\r"), desk.keys("rYa sale"), desk.keys("\r"), desk.keys("q"), desk.keys("q"),
    ])
    var terminal = script.terminal
    let read = terminal.read
    terminal.read = { seconds in
      if script.screens.count == 2 { fake.clock = fake.clock + 25 * 3600 }
      return read(seconds)
    }
    fake.terminal = terminal
    #expect(desk.command(fake, ["triage"]) == .ok)
    #expect(script.screens[3].contains("La ventana del #4 acaba de cerrarse"), "\(script.screens[3])")
    #expect(script.screens[4].contains("Hay 1 borrador sin anotar"))
  }
}
