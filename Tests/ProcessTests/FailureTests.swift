import Foundation
import SQLite
import Testing
import VocTesting

/// What goes wrong from day to day: how voc ends, and that it says why in one line.
@Suite struct FailureTests {
  let program: Program

  init() throws { program = try Program() }

  /// One sentence of what, one of what to do; no trace of a crash.
  private func expect(
    _ answer: Program.Answer, _ code: Int32, _ words: String, at location: SourceLocation = #_sourceLocation
  ) {
    #expect(answer.code == code, "\(answer.errors)", sourceLocation: location)
    #expect(answer.output == "", sourceLocation: location)
    let lines = answer.errors.split(separator: "\n")
    #expect(lines.count == 1 && lines[0].hasPrefix("voc: "), "\(answer.errors)", sourceLocation: location)
    #expect(answer.errors.contains(words), "\(answer.errors)", sourceLocation: location)
  }

  @Test func filesThatCannotBeImported() throws {
    #expect(try program.run("agent", "add", "lucia").code == 0)
    expect(try program.run("import", "nada.txt"), 3, "nada.txt” does not exist")
    try program.folder.write("x", to: "carpeta/foto.jpg")
    expect(try program.run("import", "carpeta"), 3, "holds no export")
    try program.folder.write("", to: "vacio.txt")
    try program.folder.write([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1, 2, 0xFF], to: "binario.txt")
    try program.folder.write("una lista\nde compras\n", to: "lista.txt")
    try program.folder.write(Array("PK\u{3}\u{4}".utf8) + [20, 0, 0, 0, 8, 0], to: "cortado.zip")
    for name in ["vacio.txt", "binario.txt", "lista.txt", "cortado.zip"] {
      expect(try program.run("import", name), 1, name)
    }
    expect(try program.run("import", "-", input: ""), 1, "empty")
    #expect(try program.run("import").code == 2)
    let database = try Database(path: program.folder["voc.db"])
    #expect(try database.value("SELECT count(*) FROM import_batch") == 0)
  }

  @Test func databasesThatAreNotOurs() throws {
    try program.folder.write([], to: "ajena.db")
    try Database(path: program.folder["ajena.db"]).executeScript("CREATE TABLE t (a)")
    try program.folder.write(Array(repeating: 0x41, count: 5000), to: "texto.db")
    #expect(try program.run("agent", "add", "lucia").code == 0)
    let whole = try program.folder.bytes("voc.db")
    try program.folder.write(whole, to: "futura.db")
    try Database(path: program.folder["futura.db"]).executeScript("PRAGMA user_version = 999")
    try program.folder.write(Array(whole.prefix(whole.count / 2)), to: "cortada.db")
    let table = [
      ("ajena.db", "another application"), ("texto.db", "no database of voc"), ("futura.db", "newer voc"),
      ("cortada.db", "damaged"),
    ]
    for (name, words) in table {
      let before = try program.folder.bytes(name)
      expect(try program.run("ticket", "list", "--db", name), 1, words)
      expect(try program.run("agent", "add", "x", "--db", name), 1, words)
      #expect(try program.folder.bytes(name) == before, "\(name)")
    }
  }

  @Test func standardInputIsAFileLikeAnyOther() throws {
    let chat = "16/03/2026, 10:00 - Ana Mora: Hola\n16/03/2026, 10:01 - Café Andino: Dígame\n"
    let first = try program.run("import", "-", "--us", "Café Andino", "--timezone", "UTC", input: chat)
    #expect(first.code == 0, "\(first.errors)")
    #expect(try program.run("ticket", "list", "--status", "all").output.contains("Ana Mora"))
    let again = try program.run("import", "-", "--timezone", "UTC", "--json", input: chat)
    #expect(again.code == 0 && again.output.contains("\"messages_known\":2"), "\(again)")
  }

  @Test func readingMakesNoDatabase() throws {
    #expect(try program.run("ticket", "list").code == 0)
    #expect(try program.run("report", "satisfaction").code == 0)
    #expect(!program.folder.has("voc.db"))
    let made = try program.run("agent", "add", "lucia")
    #expect(made.code == 0 && made.errors.contains("Created the database"), "\(made.errors)")
    #expect(try program.folder.mode("voc.db") == 0o600)
  }

  @Test func anExportIsThereAsAWholeOrNotAtAll() throws {
    #expect(try program.run("demo", "--tickets", "80", "--answers", "0").code == 0)
    expect(try program.run("ticket", "export", "--output", "no/hay/x.jsonl"), 1, "no such folder")
    expect(try program.run("ticket", "export", "--output", "/dev/full", "--replace"), 4, "is no file")
    expect(try program.run("ticket", "export", "--output", "voc.db", "--replace"), 4, "is the database")
    expect(try program.shell("\"$0\" ticket export > /dev/full"), 1, "the disk is full")
    let made = try program.run("ticket", "export", "--output", "x.jsonl")
    #expect(made.code == 0 && made.output == "80 tickets exported to x.jsonl\n", "\(made)")
    #expect(try program.folder.mode("x.jsonl") == 0o600)
    let whole = try program.folder.bytes("x.jsonl")
    #expect(try program.run("ticket", "export").output == String(decoding: whole, as: UTF8.self))
    expect(try program.run("ticket", "export", "id:1", "--output", "x.jsonl"), 4, "--replace")
    expect(
      try program.run("ticket", "export", "--output", "x.jsonl", "--replace", "assignee:nadie"), 3, "nadie")
    // A file may grow to 100 blocks of 512 bytes: enough for what SQLite shares beside the database.
    let cut = try program.shell(
      "ulimit -f 100; trap '' XFSZ; \"$0\" ticket export --messages -o x.jsonl --replace")
    expect(cut, 1, "could not be written")
    #expect(try program.folder.bytes("x.jsonl") == whole)
    #expect(program.folder.contents.filter { $0.hasPrefix("x.jsonl") } == ["x.jsonl"])
    #expect(try program.shell("\"$0\" ticket export --messages | head -c 1").code == 0)
  }

  static let canDropRights =
    getuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")

  /// As somebody without rights: root may write whatever the modes say.
  @Test(.enabled(if: canDropRights, "only root can become somebody else"))
  func foldersThatMayNotBeWritten() throws {
    #expect(try program.run("agent", "add", "lucia").code == 0)
    for (name, mode) in [("", 0o555), ("voc.db", 0o444)] {
      try FileManager.default.setAttributes(
        [.posixPermissions: mode], ofItemAtPath: name.isEmpty ? program.folder.path : program.folder[name])
    }
    // The binary may stand where others cannot go.
    let open = try TemporaryFolder()
    let copy = open["voc"]
    try FileManager.default.copyItem(atPath: program.binary, toPath: copy)
    let nobody = "setpriv --reuid=65534 --regid=65534 --clear-groups \(copy)"
    let written = try program.shell(nobody + " agent add pedro")
    expect(written, 1, "read-only")
    let made = try program.shell(nobody + " agent add pedro --db otra.db")
    expect(made, 1, "could not be made (permission denied)")
    expect(
      try program.shell(nobody + " agent add pedro --db una/otra/voc.db"), 1,
      "una could not be made (permission denied)")
    expect(
      try program.shell(nobody + " ticket export --output tickets.csv --csv"), 1,
      "tickets.csv could not be made (permission denied)")
    let secret = try program.shell("chmod 755 . && echo x > secreto.txt && chmod 600 secreto.txt")
    #expect(secret.code == 0)
    expect(try program.shell(nobody + " import secreto.txt --db otra.db"), 1, "permission denied")
  }
}
