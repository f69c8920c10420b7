import Glibc
import VocDomain

/// A file that an answer is written to: readable by its owner only, and there as a whole or not at all.
struct OutputFile {
  private let path: String
  private let replaces: Bool

  /// Refuses before anything is read what must not be written over: a file without `replaces`, what is no file, and the
  /// database itself.
  init(_ path: String, replaces: Bool, besides database: String) throws {
    (self.path, self.replaces) = (path, replaces)
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    let isFile = status.st_mode & S_IFMT == S_IFREG
    // Its log and its index belong to it (https://www.sqlite.org/walformat.html#the_wal_index_or_shm_file).
    let isDatabase = ["", "-wal", "-shm"].contains { suffix in
      var own = stat()
      return stat(database + suffix, &own) == 0 && own.st_ino == status.st_ino && own.st_dev == status.st_dev
    }
    if !isFile || isDatabase {
      throw Refusal(
        isDatabase
          ? Phrase(
            es: "«{path}» es de la base de datos; no se tocó",
            en: "“{path}” is the database’s; it was not touched"
          )
          : Phrase(
            es: "«{path}» no es un archivo; no se tocó", en: "“{path}” is no file; it was not touched"),
        Phrase(es: "Conviene elegir otro nombre", en: "Choose another name"), ["path": path],
        exitCode: .conflict)
    }
    if !replaces { throw exists }
  }

  /// Gives the body a world whose output is the file, which gets its name only when all of it is written.
  func write<Result>(in world: World, _ body: (World) throws -> Result) throws -> Result {
    var name = Array((path + ".XXXXXX").utf8CString)
    // It makes the file with mode 0600 whatever the umask.
    let descriptor = mkstemp(&name)
    if descriptor < 0 { throw VocError.cannotCreate(path: path, errno: errno) }
    let temporary = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var isWhole = false
    defer { if !isWhole { unlink(temporary) } }
    let result: Result
    do {
      defer { close(descriptor) }
      let buffer = OutputBuffer(descriptor: descriptor)
      var inside = world
      inside.out = { buffer.append($0) }
      inside.outputIsClosed = { buffer.hasFailed }
      inside.outputIsTerminal = false
      result = try body(inside)
      try buffer.flushOrThrow()
      if fsync(descriptor) != 0 && errno != EINVAL { throw SystemFailure.writing(errno) }
    }
    try place(temporary)
    isWhole = true
    return result
  }

  /// Another name for the same file fails where somebody has made one meanwhile; moving it would not.
  private func place(_ temporary: String) throws {
    if !replaces {
      if link(temporary, path) == 0 {
        unlink(temporary)
        return
      }
      if errno == EEXIST { throw exists }
      // A file system without links; then the look at the start must do.
    }
    if rename(temporary, path) != 0 { throw VocError.cannotCreate(path: path, errno: errno) }
  }

  private var exists: Refusal {
    Refusal(
      Phrase(es: "ya existe «{path}»; no se tocó", en: "“{path}” exists already; it was not touched"),
      Phrase(
        es: "Conviene elegir otro nombre, o reemplazarlo con --replace",
        en: "Choose another name, or replace it with --replace"), ["path": path], exitCode: .conflict)
  }
}
