import Foundation
import Testing
import VocDesk
import VocDomain
import VocTesting

/// Files, folders and archives; what is refused; what a dry run leaves.
@Suite struct ImportFilesTests {
  let fixture: DeskFixture

  init() throws { fixture = try DeskFixture() }

  static let chat = Chat([0: "ana: Hola", 1: "us: Dígame", 2: "ana: No llega\nmi pedido"])

  private func run(_ paths: [String], options: ImportOptions = ImportOptions()) throws -> ImportReport {
    var options = options
    options.zone = "UTC"
    return try fixture.desk().importFiles(paths, options: options, searchPath: "/usr/bin:/bin")
  }

  private func refusals(_ body: () throws -> Void) -> [String] {
    do { try body() } catch let error as ImportRefusals {
      return error.refusals.map { "\(($0.file as NSString).lastPathComponent): \($0.reason)" }
    } catch { return ["\(error)"] }
    return []
  }

  @Test func datesThatCouldBeReadBothWaysAreRefused() throws {
    let text = "01/02/2026, 10:00 - Ana Mora: Hola\n03/04/2026, 10:00 - Café: Sí\n"
    #expect(
      refusals { try fixture.importText(text, as: SidesTests.title) { $0.dateOrder = nil } }
        == ["\(SidesTests.title): dateOrder"])
    try fixture.importText(text, as: SidesTests.title) { $0.dateOrder = .mdy }
    #expect(try fixture.rows("SELECT date(at, 'unixepoch') FROM message") == ["2026-01-02", "2026-03-04"])
  }

  @Test func nothingIsImportedUnlessEveryFileCanBeRead() throws {
    let good = try fixture.folder.write(ImportFilesTests.chat.text, to: SidesTests.title)
    let empty = try fixture.folder.write("", to: "vacio.txt")
    let binary = try fixture.folder.write([0, 1, 2, 0xFF, 0, 7], to: "foto.txt")
    #expect(refusals { _ = try run([good, empty, binary]) } == ["vacio.txt: empty", "foto.txt: binary"])
    #expect(try fixture.rows("SELECT id FROM message") == [])
    #expect(try fixture.rows("SELECT id FROM import_batch") == [])
    #expect(throws: VocError.fileNotFound(fixture.folder["nada.txt"])) {
      try run([good, fixture.folder["nada.txt"]])
    }
    #expect(try run([good]).newMessages == 3)
  }

  @Test func aDryRunTellsTheSameAndLeavesNothing() throws {
    let dry = try fixture.importChat(ImportFilesTests.chat) { $0.isDryRun = true }
    #expect(!fixture.folder.has("voc.db"))
    #expect((dry.newMessages, dry.ticketsOpened, dry.newCustomers, dry.batch) == (3, 1, 1, nil))
    try fixture.importChat(ImportFilesTests.chat)
    let before = try fixture.folder.bytes("voc.db")
    let longer = ImportFilesTests.chat + Chat([9_000: "ana: Hola"])
    let again = try fixture.importChat(longer) { $0.isDryRun = true }
    #expect((again.newMessages, again.knownMessages, again.ticketsOpened) == (1, 3, 1))
    #expect(try fixture.folder.bytes("voc.db") == before)
    #expect(!fixture.folder.has("voc.db-wal"))
    let real = try fixture.importChat(longer)
    #expect((real.newMessages, real.knownMessages, real.ticketsOpened) == (1, 3, 1))
  }

  @Test func recordsAndProblemsAccountForEveryLine() throws {
    let text = """
      basura antes del primero
      16/03/2026, 10:00 - Ana Mora: Hola
      sigue
      31/02/2026, 10:00 - Ana Mora: día que no existe
      16/03/2026, 10:01 - Café Andino: con un \0 dentro
      16/03/2026, 10:02 - Ana Mora: Adiós

      """
    let report = try fixture.importText(text, as: SidesTests.title)
    #expect(report.problems == fixture.problems.count)
    #expect(report.records == report.newMessages)
    var lines = 0
    var options = ImportOptions()
    (options.zone, options.dateOrder) = ("UTC", .dmy)
    try fixture.desk().readRecords(
      [fixture.folder["exports/" + SidesTests.title]], options: options, searchPath: "",
      record: { record, _ in if case .chat(let record) = record { lines += record.lineCount } },
      problem: { lines += $2.lineCount })
    #expect(lines == 6)
    #expect(report.problems > 0)
    #expect(
      try fixture.rows("SELECT records || ' ' || new_records || ' ' || problems FROM import_file")
        == ["\(report.records) \(report.newMessages) \(report.problems)"])
  }

  @Test func aFolderGivesItsExportsAndNamesWhatItSkips() throws {
    try fixture.folder.write(ImportFilesTests.chat.text, to: "in/a/" + SidesTests.title)
    try fixture.folder.write("notas sueltas\n", to: "in/notas.txt")
    try fixture.folder.write(ImportFilesTests.chat.text, to: "in/.oculto/" + SidesTests.title)
    try fixture.folder.write(ImportFilesTests.chat.text, to: "in/__MACOSX/._x.txt")
    try fixture.folder.write("nada", to: "in/foto.jpg")
    let report = try run([fixture.folder["in"]])
    #expect(report.files.map { ($0.name as NSString).lastPathComponent } == [SidesTests.title])
    #expect(report.skipped.map { ($0 as NSString).lastPathComponent } == ["notas.txt"])
    try fixture.folder.write("nada", to: "vacia/foto.jpg")
    #expect(throws: VocError.noExports(fixture.folder["vacia"])) { try run([fixture.folder["vacia"]]) }
  }

  /// A channel that stands for UTC by another of its names is in the zone that was given.
  @Test func theZoneOfAChannelIsKnownByAnyNameOfUTC() throws {
    let desk = try fixture.desk()
    _ = try desk.addChannel(name: "WhatsApp", kind: "whatsapp", zone: "Etc/UTC", country: nil, identities: [])
    let first = try fixture.importText(ImportFilesTests.chat.text, as: SidesTests.title)
    #expect(first.newMessages > 0)
    #expect(try fixture.importText(ImportFilesTests.chat.text, as: SidesTests.title).newMessages == 0)
    #expect(throws: VocError.zoneIsSet(channel: "WhatsApp", zone: "Etc/UTC")) {
      try fixture.importText(ImportFilesTests.chat.text, as: SidesTests.title) { $0.zone = "Europe/London" }
    }
  }

  /// Packs files with the system's `zip`.
  private func zip(_ name: String, _ files: [String: String]) throws -> String {
    for (file, text) in files { try fixture.folder.write(text, to: "packed/" + file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/zip")
    process.arguments = ["-q", "-r", fixture.folder[name], "."]
    process.currentDirectoryURL = URL(fileURLWithPath: fixture.folder["packed"])
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return fixture.folder[name]
  }

  static let hasZip =
    ["zip", "unzip"].allSatisfy { FileManager.default.isExecutableFile(atPath: "/usr/bin/" + $0) }

  @Test(.enabled(if: hasZip, "there is no zip and unzip here"))
  func anArchiveGivesItsChatTheTitleOfItsOwnName() throws {
    let path = try zip(
      "WhatsApp Chat - Ana Mora.zip",
      [
        "_chat.txt": ImportFilesTests.chat.text, "__MACOSX/._chat.txt": "\u{0}\u{5}\u{16}\u{7}",
        "00000001-PHOTO.jpg": "x",
      ])
    let report = try run([path])
    #expect(report.files.map(\.name) == [path + ":_chat.txt"])
    #expect(report.newMessages == 3)
    #expect(try fixture.rows("SELECT name FROM customer") == ["Ana Mora"])
    #expect(try fixture.rows("SELECT author FROM message ORDER BY id") == ["customer", "agent", "customer"])
    #expect(try run([path]).newMessages == 0)
  }

  @Test(.enabled(if: hasZip, "there is no zip and unzip here"))
  func archivesWithoutAChatOrDamagedAreRefused() throws {
    let path = try zip("fotos.zip", ["00000001-PHOTO.jpg": "x"])
    #expect(refusals { _ = try run([path]) } == ["fotos.zip: zipWithoutChat"])
    var bytes = try fixture.folder.bytes("fotos.zip")
    bytes.removeLast(bytes.count / 2)
    try fixture.folder.write(bytes, to: "roto.zip")
    #expect(refusals { _ = try run([fixture.folder["roto.zip"]]) } == ["roto.zip: damagedZip"])
    #expect(throws: VocError.missingProgram("unzip")) {
      try fixture.desk().importFiles([path], options: ImportOptions(), searchPath: fixture.folder.path)
    }
  }

  /// The subject of a group is in the file's name only.
  @Test func aRenamedGroupIsTheSameGroup() throws {
    let fixture = try DeskFixture()
    let text = """
      13/10/2025, 10:00 - Ana creó el grupo "Pedidos"
      13/10/2025, 10:01 - Ana Mora: ¿hay café de olla?
      13/10/2025, 10:02 - Beto Gil: yo quiero dos
      13/10/2025, 10:03 - Café Andino: Sí, anotados

      """
    let first = try fixture.importText(text, as: "Chat de WhatsApp con Pedidos.txt") {
      $0.identities = ["Café Andino"]
    }
    #expect(first.newMessages == 4)
    let renamed = try fixture.importText(
      text + "13/10/2025, 10:09 - Abel Paz: y yo una\n", as: "pedidos.txt")
    #expect(renamed.newMessages == 1 && renamed.knownMessages == 4 && renamed.ticketsOpened == 0)
  }
}
