import Glibc
import Testing
import VocDomain

@testable import voc

@Suite struct ExplanationTests {
  static let cases: [(any Error & Sendable, String, String, ExitCode)] = [
    (
      VocError.unknownZone("America/Mexico_Cty", nearest: ["America/Mexico_City"]),
      "voc: la zona horaria «America/Mexico_Cty» no existe. Tal vez: America/Mexico_City.\n",
      "voc: the time zone “America/Mexico_Cty” does not exist. Perhaps: America/Mexico_City.\n", .usage
    ),
    (
      VocError.unknownZone("\u{1B}", nearest: []),
      "voc: la zona horaria «\\u{1B}» no existe. Se escribe como America/Mexico_City o America/Bogota.\n",
      "voc: the time zone “\\u{1B}” does not exist. Write it like America/Mexico_City or America/Bogota.\n",
      .usage
    ),
    (
      Refusal(
        Phrase(es: "el ticket {n} ya es de {agent}", en: "ticket {n} already is {agent}’s"),
        Phrase(es: "«voc ticket view {n}» lo muestra", en: "“voc ticket view {n}” shows it"),
        ["n": "7", "agent": "ana"], exitCode: .conflict),
      "voc: el ticket 7 ya es de ana. «voc ticket view 7» lo muestra.\n",
      "voc: ticket 7 already is ana’s. “voc ticket view 7” shows it.\n", .conflict
    ),
    (
      SystemFailure.editor("nano", status: 130),
      "voc: el editor «nano» terminó con error (130); no se guardó nada. VISUAL o EDITOR eligen el editor, "
        + "o bien el texto va con -m.\n",
      "voc: the editor “nano” ended with an error (130); nothing was saved. VISUAL or EDITOR chooses the "
        + "editor, or give the text with -m.\n", .failure
    ),
    (
      VocError.fileUnreadable("chats", errno: 13),
      "voc: no se pudo leer chats (sin permiso). Conviene revisar los permisos.\n",
      "voc: chats could not be read (permission denied). Check the permissions.\n", .failure
    ),
    (
      VocError.cannotCreate(path: "x.csv", errno: 28),
      "voc: no se pudo crear x.csv (el disco está lleno). Conviene revisar los permisos y el espacio.\n",
      "voc: x.csv could not be made (the disk is full). Check the permissions and the space.\n", .failure
    ),
    (
      FakeVerbs.Strange(),
      "voc: ocurrió una falla interna (Strange). Conviene repetir el comando; si vuelve a fallar, "
        + "«voc doctor» revisa los datos.\n",
      "voc: an internal failure occurred (Strange). Try the command again; if it fails again, "
        + "“voc doctor” checks the data.\n", .failure
    ),
  ]

  @Test(arguments: cases.indices)
  func errorsSayWhatHappenedThenWhatToDo(index: Int) {
    let (error, spanish, english, code) = ExplanationTests.cases[index]
    #expect(Explanation(error, language: .es).line == spanish)
    #expect(Explanation(error, language: .en).line == english)
    #expect(Explanation(error, language: .es).exitCode == code)
  }

  @Test(arguments: [EACCES, EPERM, ENOENT, ENOTDIR, EISDIR, ENOSPC, EROFS])
  func theReasonsThatPeopleMeetAreInBothLanguages(code: Int32) {
    let reason = SystemFailure.reason(code)
    #expect(reason.es != reason.en)
  }

  @Test func aTerminalsEdgeCutsNoWord() {
    let fake = FakeWorld()
    fake.width = 40
    fake.run("ticket", "list", "--limt", "3")
    #expect(fake.errors.split(separator: "\n").count == 1)
    let inPipe = fake.errors
    (fake.errors, fake.errorIsTerminal) = ("", true)
    fake.run("ticket", "list", "--limt", "3")
    let lines = fake.errors.split(separator: "\n")
    #expect(lines.count > 1 && lines.allSatisfy { $0.count <= 40 })
    #expect(fake.errors.replacing("\n", with: " ") == inPipe.replacing("\n", with: " "))
  }

  @Test(arguments: [
    ("No hay así: «voc help» lo dice.", "No hay así:\n«voc help» lo dice."),
    ("  uno dos tres cuatro cinco", "  uno dos tres\n  cuatro cinco"),
    ("«una cita más larga que la línea»", "«una cita más larga\nque la línea»"),
    ("corta  así\n", "corta  así\n"), ("«sin fin y larga de más", "«sin fin y larga de\nmás"),
  ])
  func whatIsQuotedStaysTogether(text: String, fitted: String) {
    #expect(TextWrap.fitted(text, width: 19) == fitted)
  }

  @Test func whatIsMarkedStaysBelowItsText() throws {
    let fake = FakeWorld()
    (fake.width, fake.errorIsTerminal) = (30, true)
    let error = FilterError(.badNumber("12a"), columns: 44..<47)
    let text = "un texto bastante largo para esta línea id:12a"
    Explanation(MisreadFilter(text: text, error: error), language: .es).write(in: fake.world)
    #expect(fake.errors.hasSuffix("  \(text)\n  \(String(repeating: " ", count: 43))^^^\n"))
  }

  @Test(arguments: [
    SystemFailure.reading(5), .writing(28), .temporaryFile(2),
  ])
  func theSystemGivesItsReason(failure: SystemFailure) {
    let explanation = Explanation(failure, language: .en)
    #expect(explanation.what.hasSuffix(")") && !explanation.what.contains("errno"))
    #expect(!explanation.todo.isEmpty)
  }
}
