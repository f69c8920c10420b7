import Foundation
import Testing
import VocTesting

/// The built `voc`, run as its users run it: in a process of its own.
struct Program {
  struct Answer {
    var code: Int32
    var output: String
    var errors: String
  }

  /// Beside the test bundle; nil, and an issue, where it is missing.
  static let binary: String? = {
    let places = CommandLine.arguments.filter { $0.contains(".xctest") } + [CommandLine.arguments[0]]
    return places.map { path in
      let bundle = path.range(of: ".xctest").map { String(path[..<$0.upperBound]) } ?? path
      return (bundle as NSString).deletingLastPathComponent + "/voc"
    }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  let folder: TemporaryFolder
  var binary: String
  var environment: [String: String]

  init() throws {
    folder = try TemporaryFolder()
    binary = try #require(Program.binary, "there is no voc beside the test bundle: build the whole package")
    environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "VOC_DB": folder["voc.db"], "VOC_LANG": "en", "TZ": "UTC",
      "VOC_AGENT": "lucia",
    ]
  }

  /// Starts it; what it says goes to files, so that no pipe can fill up.
  func start(_ arguments: [String], shell: String? = nil, input: String? = nil) throws -> Running {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: shell == nil ? binary : "/bin/sh")
    process.arguments = shell.map { ["-c", $0, binary] + arguments } ?? arguments
    process.environment = environment
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let name = "run-\(UUID().uuidString)"
    for ending in [".out", ".err"] { try folder.write("", to: name + ending) }
    process.standardOutput = FileHandle(forWritingAtPath: folder[name + ".out"])
    process.standardError = FileHandle(forWritingAtPath: folder[name + ".err"])
    process.standardInput =
      try input.map { FileHandle(forReadingAtPath: try folder.write($0, to: name + ".in")) as Any }
      ?? FileHandle.nullDevice
    try process.run()
    return Running(process: process, folder: folder, name: name)
  }

  func run(_ arguments: String..., input: String? = nil) throws -> Answer {
    try start(arguments, input: input).answer()
  }

  /// Runs a line of the shell in which "$0" is voc.
  func shell(_ line: String) throws -> Answer { try start([], shell: line).answer() }

  struct Running {
    let process: Process
    fileprivate let folder: TemporaryFolder
    fileprivate let name: String

    /// Ends the process where it takes longer than two minutes: a test that hangs tells nothing.
    func answer() throws -> Answer {
      let deadline = ContinuousClock.now + .seconds(120)
      while process.isRunning && ContinuousClock.now < deadline { usleep(2_000) }
      if process.isRunning {
        Issue.record("it hangs: \(process.arguments ?? [])")
        kill()
      }
      return Answer(
        code: process.terminationStatus,
        output: String(decoding: try folder.bytes(name + ".out"), as: UTF8.self),
        errors: String(decoding: try folder.bytes(name + ".err"), as: UTF8.self))
    }

    func kill() {
      Glibc.kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
  }
}

extension Program {
  /// Another program in the same surroundings.
  func running(_ binary: String) -> Program {
    var other = self
    other.binary = binary
    other.environment["PS1"] = "> "
    return other
  }
}
