import Glibc

/// The person's editor on a temporary file that only they can read and that is gone afterwards.
struct Editor {
  let environment: [String: String]

  /// VISUAL, else EDITOR, else vi, as git does.
  var command: String { Language.firstSet(["VISUAL", "EDITOR"], in: environment) ?? "vi" }

  func edit(_ initial: String) throws -> String {
    let directory = Language.firstSet(["TMPDIR"], in: environment) ?? "/tmp"
    var template = Array("\(directory)/voc-XXXXXX.txt".utf8CString)
    // mkstemps creates the file 0600 whatever the umask.
    let descriptor = mkstemps(&template, 4)
    guard descriptor >= 0 else { throw SystemFailure.temporaryFile(errno) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    var bytes = Array(initial.utf8)
    let written = OutputBuffer.write(&bytes, to: descriptor)
    close(descriptor)
    guard written == 0 else { throw SystemFailure.temporaryFile(written) }

    let status = try run(on: path)
    guard status == 0 else { throw SystemFailure.editor(command, status: status) }
    let edited = open(path, O_RDONLY)
    guard edited >= 0 else { throw SystemFailure.temporaryFile(errno) }
    defer { close(edited) }
    return String(decoding: try World.readToEnd(of: edited), as: UTF8.self)
  }

  private func run(on path: String) throws -> Int32 {
    var process: pid_t = 0
    let started = ShellProcess.start(
      "\(command) \"$1\"", environment, arguments: ["sh", path], process: &process)
    guard started == 0 else { throw SystemFailure.editor(command, status: started) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { throw SystemFailure.editor(command, status: errno) }
    }
    // Of a wait status, bits 8-15 are the exit code and bits 0-6 the signal (wait(2), WEXITSTATUS).
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}
