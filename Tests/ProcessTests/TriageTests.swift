import Foundation
import SQLite
import Testing
import VocTesting

@testable import voc

/// `voc triage` as a person has it: the built program on a terminal, keys and screens.
@Suite(.serialized) struct TriageTests {
  var program: Program
  /// A ticket of our own among those of the demonstration.
  let ticket: Int64
  /// Whom the router may give tickets to.
  let agent: String

  init() throws {
    program = try Program()
    let demo = try program.run(
      "demo", "--tickets", "40", "--waiting", "8", "--agents", "2", "--messages-per-ticket", "6")
    #expect(demo.code == 0, "\(demo.errors)")
    let database = try Database(path: program.folder["voc.db"])
    agent = try #require(
      try database.rows("SELECT a.name FROM agent a ORDER BY a.id DESC LIMIT 1") { $0.text(0) }.first)
    program.environment["VOC_AGENT"] = agent
    program.environment["EDITOR"] = "cp respuesta.txt"
    try program.folder.write("Escrito en el editor\n", to: "respuesta.txt")
    let channel = try #require(try database.rows("SELECT name FROM channel") { $0.text(0) }.first)
    let made = try program.run(
      "ticket", "create", "--customer", "Zoé Ñandú", "--channel", channel, "--priority", "low", "-m",
      "Hola 👩‍👩‍👧 漢字 \u{1B}[2J\u{1B}]0;malo\u{7} e\u{301}")
    #expect(made.code == 0, "\(made.errors)")
    ticket = try database.value("SELECT max(id) FROM ticket") ?? 0
  }

  private func start(rows: Int = 24, columns: Int = 80) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(program, ["triage"], rows: rows, columns: columns)
    terminal.wait(for: "q quit")
    #expect(terminal.screen.modes.isSuperset(of: [1049, 2004]) && !terminal.screen.isCursorShown)
    #expect(terminal.modes != terminal.usualModes)
    return terminal
  }

  private func value(_ sql: String) throws -> String {
    let database = try Database(path: program.folder["voc.db"])
    return try database.rows(sql, ticket) { $0.text(0) }.joined(separator: ",")
  }

  @Test(.notForEver) func aMorningByKeyboard() throws {
    let terminal = try start()
    // Filter, read.
    terminal.type("/", expecting: "━ Filter")
    terminal.type("id:\(ticket)\r", expecting: "▌#\(ticket)")
    terminal.wait(for: "Hola 👩‍👩‍👧 漢字 \\u{1B}[2J\\u{1B}]0;malo\\u{7} e\u{301}")
    // Acts, each told of in the line of notices.
    terminal.type("t", expecting: "#\(ticket) open, \(agent)’s")
    terminal.type("nllamar a las 10\r", expecting: "note recorded")
    terminal.type("r\u{1B}[200~Buenos días:\rya sale ñ 👍\u{1B}[201~", expecting: "ya sale ñ 👍")
    terminal.type("\r", expecting: "reply recorded")
    terminal.type("+vip retraso\r", expecting: "+vip, +retraso")
    terminal.type("-vip\r", expecting: ", -vip")
    terminal.type("p4", expecting: "urgent priority")
    terminal.type("d2h\r", expecting: "#\(ticket) pending")
    terminal.type("e", expecting: "#\(ticket) on hold")
    terminal.type("m", expecting: "needs no reply")
    terminal.type("sbodega\r", expecting: "cause “bodega”")
    terminal.type("t", expecting: "You cannot take ticket #\(ticket): it is solved")
    terminal.type("o", expecting: "#\(ticket) open")
    terminal.type("l", expecting: "#\(ticket) open, unassigned")
    terminal.type("R", expecting: "reply recorded")
    terminal.type("N", expecting: "note recorded")
    terminal.wait(for: "Escrito en el editor")
    // Drafts outlive Esc, which a short wait tells from a sequence.
    terminal.type("rborrador", expecting: "borrador")
    terminal.type("\u{1B}", expecting: "The draft is kept")
    terminal.type("r", expecting: "borrador")
    terminal.type("\u{15}\u{1B}")
    terminal.wait("the prompt goes") { !$0.text.contains("━ Reply") }
    // Somebody else's acts come by themselves, and clash with ours.
    #expect(try program.run("ticket", "assign", "\(ticket)", "--to", "Iván Contreras").code == 0)
    terminal.wait(for: "→ Iván")
    terminal.type("t", expecting: "Iván Contreras has ticket #\(ticket) already")
    terminal.type("a\u{15}\(agent.prefix(3))\t", expecting: "━ Assign #\(ticket) to: \(agent)")
    terminal.type("\r", expecting: "#\(ticket) open, \(agent)’s")
    // All tickets, the next one, up and down.
    terminal.type("/\u{15}\r", expecting: "unsolved tickets")
    terminal.type("x", expecting: "open, \(agent)’s, ")
    terminal.type("Gg\t\u{1B}[5~\u{1B}[6~\t?", expecting: "reply in the editor")
    terminal.type("q", expecting: "▌#")
    terminal.type("q")
    #expect(terminal.end() == 0)
    terminal.expectGivenBack()
    #expect(try value("SELECT status || priority FROM ticket WHERE id = ?") == "open4")
    #expect(try value("SELECT tag FROM ticket_tag WHERE ticket_id = ?") == "retraso")
    #expect(try value("SELECT cause FROM ticket WHERE id = ?") == "bodega")
    let said = try value("SELECT body FROM message WHERE ticket_id = ? AND author = 'agent' ORDER BY id")
    #expect(said == "llamar a las 10,Buenos días:\nya sale ñ 👍,Escrito en el editor,Escrito en el editor")
    #expect(try program.run("doctor").code == 0)
  }

  /// Macros, the picker in a resize, merges, each with one way that is refused.
  @Test(.notForEver) func macrosAndMerges() throws {
    let terminal = try start()
    terminal.type("/id:\(ticket)\r", expecting: "▌#\(ticket)")
    terminal.type("M", expecting: "There are no macros yet")
    #expect(
      try program.run("macro", "save", "Envío", "-m", "{{greeting}} 漢字, {{customer.first_name}}").code == 0)
    #expect(try program.run("macro", "save", "saludo", "-m", "Hola").code == 0)
    terminal.type("M", expecting: "━ Macro to reply to #\(ticket)")
    terminal.type("env", expecting: "▌Envío")
    terminal.wait(for: " 漢字, Zoé")
    for (rows, columns) in [(10, 40), (24, 80)] {
      terminal.resize(rows: rows, columns: columns)
      terminal.wait("\(rows)×\(columns)") { $0.line(rows - 1).contains("Enter takes it") }
    }
    terminal.type("\r", expecting: "━ Reply to #\(ticket)")
    terminal.type(" listo\r", expecting: "reply recorded")
    // Nothing to merge it with; somebody else's is refused, and one of the customer's own taken back.
    terminal.type("f", expecting: "This customer has no other unsolved ticket.")
    let other = try value("SELECT max(id) || '' FROM ticket WHERE status = 'open' AND id <> ?")
    terminal.type("\(other)\r", expecting: "if they are one person")
    terminal.type("\u{3}")
    let channel = try value(
      "SELECT c.name FROM channel c JOIN ticket t ON t.channel_id = c.id WHERE t.id = ?")
    let customer = try value("SELECT customer_id || '' FROM ticket WHERE id = ?")
    #expect(
      try program.run("ticket", "create", "--customer", customer, "--channel", channel, "-m", "Lo mismo").code
        == 0)
    terminal.type("f", expecting: "▌#\(ticket + 1)")
    terminal.type("\r", expecting: "y merges")
    terminal.wait(for: "Merge #\(ticket) into #\(ticket + 1) “Lo mismo”?")
    terminal.type("y", expecting: "takes #\(ticket) in")
    #expect(try value("SELECT status FROM ticket WHERE id = ?") == "closed")
    terminal.type("u", expecting: "Undone on")
    #expect(try value("SELECT status FROM ticket WHERE id = ?") == "open")
    terminal.type("q")
    #expect(terminal.end() == 0)
    terminal.expectGivenBack()
    let said = try value("SELECT body FROM message WHERE ticket_id = ? AND author = 'agent' ORDER BY id")
    #expect(said.hasSuffix(" 漢字, Zoé listo"))
    #expect(try program.run("doctor").code == 0)
  }

  /// WhatsApp a day after the customer's last words: it is said before anybody types, and a template goes out.
  @Test(.notForEver) func aClosedWindow() throws {
    try program.folder.write(
      "01/02/26, 10:00 - Rosa Paz: ¿Tienen café?\n01/02/26, 10:05 - Tienda: Sí\n01/02/26, 10:06 - Rosa Paz: ¿Cuánto?\n",
      to: "Chat de WhatsApp con Rosa Paz.txt")
    let imported = try program.run(
      "import", "Chat de WhatsApp con Rosa Paz.txt", "--us", "Tienda", "--timezone", "America/Mexico_City",
      "--country", "MX")
    #expect(imported.code == 0, "\(imported.errors)")
    let database = try Database(path: program.folder["voc.db"])
    let ticket = try #require(try database.value("SELECT max(id) FROM ticket") as Int64?)
    let terminal = try start()
    terminal.type("/id:\(ticket)\r", expecting: "▌#\(ticket)")
    terminal.type("r", expecting: "━ Window closed 2026-02-02 16:06 · WhatsApp")
    terminal.wait(for: "Empty: already sent by hand, only record it.")
    terminal.type("Cuesta 90 pesos\r", expecting: "A template’s name is one word")
    terminal.type("\u{15}precio_1\r", expecting: "━ Template “precio_1” to #\(ticket)")
    terminal.type("Cuesta 90\r", expecting: "reply recorded")
    terminal.wait(for: "[to be sent, templ")
    terminal.type("r", expecting: "━ Window closed")
    terminal.type("\r", expecting: "━ Reply to #\(ticket) that was sent by hand")
    terminal.type("Va el recibo\r", expecting: "reply recorded")
    terminal.wait(for: "Va el recibo")
    terminal.type("q")
    #expect(terminal.end() == 0)
    terminal.expectGivenBack()
    #expect(try database.rows("SELECT template FROM outbox") { $0.text(0) } == ["precio_1"])
  }

  @Test(.notForEver) func theWindowMayChange() throws {
    let terminal = try start()
    for (rows, columns) in [(40, 120), (10, 40), (24, 60), (24, 80)] {
      terminal.resize(rows: rows, columns: columns)
      terminal.wait("\(rows)×\(columns)") { $0.line(rows - 1).contains("q quit") && $0.text.contains("▌#") }
    }
    terminal.resize(rows: 5, columns: 30)
    terminal.wait(for: "Window too small")
    terminal.type("q")
    #expect(terminal.end() == 0)
    terminal.expectGivenBack()
  }

  /// Also of a crash: a handler writes what gives the terminal back, then the signal takes its course.
  @Test(
    .notForEver,
    arguments: [SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS])
  func aSignalGivesTheTerminalBack(signal: Int32) throws {
    let terminal = try start()
    kill(terminal.process, signal)
    let status = try #require(terminal.end())
    #expect(status & 0x7F == signal)
    terminal.expectGivenBack()
  }

  @Test(.notForEver) func itGoesOnAfterAStop() throws {
    let terminal = try start()
    kill(terminal.process, SIGSTOP)
    var status: Int32 = 0
    waitpid(terminal.process, &status, WUNTRACED)
    terminal.setUsualModes()
    terminal.resize(rows: 30, columns: 90)
    kill(terminal.process, SIGCONT)
    terminal.wait(for: "q quit")
    #expect(terminal.modes != terminal.usualModes)
    terminal.type("\u{3}")
    #expect(terminal.end() == 0)
    terminal.expectGivenBack()
  }

  @Test(.notForEver) func aBusyDatabaseIsSaidAndTriedAgain() throws {
    let terminal = try start()
    terminal.type("/id:\(ticket)\r", expecting: "▌#\(ticket)")
    let other = try Database(path: program.folder["voc.db"])
    try other.transaction {
      terminal.type("t", expecting: "Another process is writing")
      terminal.type("j")
    }
    terminal.type("t", expecting: "#\(ticket) open, \(agent)’s")
    terminal.type("q")
    #expect(terminal.end() == 0)
    terminal.expectGivenBack()
  }

  @Test(.notForEver) func whereThereIsNoTerminalItRefuses() throws {
    let piped = try program.run("triage")
    #expect(piped.code == 1 && piped.errors.contains("needs a terminal") && piped.output == "")
    let dumb = try PseudoTerminal(program, ["triage"], term: "dumb")
    #expect(dumb.end().map { $0 >> 8 } == 1)
    #expect(dumb.screen.text.contains("TERM=dumb") && dumb.modes == dumb.usualModes)
    #expect(!dumb.output.contains(0x1B))
    let empty = try PseudoTerminal(program, ["triage", "--db", "nada.db"])
    #expect(empty.end().map { $0 >> 8 } == 3)
    #expect(!program.folder.has("nada.db"))
    let mistyped = try PseudoTerminal(program, ["triage", "--filter", "colour:red"])
    #expect(mistyped.end().map { $0 >> 8 } == 2)
    #expect(mistyped.screen.text.contains("no field “colour”"))
  }
}
