import Foundation
import Testing
import VocTesting

@testable import voc

/// A process on a terminal of its own, as a person has it: keys go in, a screen comes out.
final class PseudoTerminal {
  let process: pid_t
  private(set) var screen: TerminalEmulator
  /// All that came, for what no screen shows.
  private(set) var output: [UInt8] = []
  /// The terminal's modes before anybody changed them.
  let usual: termios
  private let master: Int32
  /// Kept open, so that the modes can still be read when the process has ended.
  private let slave: Int32
  private var status: Int32?

  // TIOCSPTLCK, TIOCGPTN; and glibc's POSIX_SPAWN_SETSID.
  private static let lock: UInt = 0x4004_5431
  private static let slaveNumber: UInt = 0x8004_5430
  private static let newSession: Int16 = 0x80

  struct Failure: Error {
    let what: String
    let code: Int32
  }

  init(_ program: Program, _ arguments: [String], rows: Int = 24, columns: Int = 80, term: String = "xterm")
    throws
  {
    // The Glibc module has no posix_openpt: what it does, by hand (ioctl_tty(2), pts(4)).
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (isLocked, number): (Int32, Int32) = (0, 0)
    guard master >= 0, ioctl(master, PseudoTerminal.lock, &isLocked) == 0,
      ioctl(master, PseudoTerminal.slaveNumber, &number) == 0
    else { throw Failure(what: "/dev/ptmx", code: errno) }
    let path = "/dev/pts/\(number)"
    slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    var modes = termios()
    guard slave >= 0, tcgetattr(slave, &modes) == 0 else { throw Failure(what: path, code: errno) }
    usual = modes
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    screen = TerminalEmulator(rows: rows, columns: columns, width: DisplayWidth.columns)
    var environment = program.environment
    environment["TERM"] = term
    environment["SWIFT_BACKTRACE"] = "enable=no"
    process = try PseudoTerminal.spawn(program, arguments, environment, on: path)
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(slave)
    close(master)
  }

  /// In a session of its own, whose terminal is the first that it opens.
  private static func spawn(
    _ program: Program, _ arguments: [String], _ environment: [String: String], on path: String
  ) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, newSession | Int16(POSIX_SPAWN_SETSIGMASK))
    // The threads of tests have signals blocked, which a child would inherit.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    // Crashes that are meant leave no cores behind.
    let words = [
      "sh", "-c", "ulimit -c 0; cd \"$1\"; shift; exec \"$0\" \"$@\"", program.binary, program.folder.path,
    ]
    var pointers: [UnsafeMutablePointer<CChar>?] = (words + arguments).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in pointers + variables { free(pointer) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, "/bin/sh", &actions, &attributes, &pointers, &variables)
    guard code == 0 else { throw Failure(what: "spawn", code: code) }
    return process
  }

  // MARK: Like a person

  func type(_ text: String) {
    var bytes = Array(text.utf8)
    #expect(OutputBuffer.write(&bytes, to: master) == 0)
  }

  func resize(rows: Int, columns: Int) {
    readOn(seconds: 0.05)
    screen = TerminalEmulator(rows: rows, columns: columns, width: DisplayWidth.columns)
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Takes in what comes within a time.
  func readOn(seconds: Double) {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var bytes = [UInt8](repeating: 0, count: 65_536)
    repeat {
      var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&polled, 1, 10) > 0 else { continue }
      let count = read(master, &bytes, bytes.count)
      if count <= 0 { return }
      output += bytes[..<count]
      screen.feed(bytes[..<count])
    } while ContinuousClock.now < deadline
  }

  /// Waits until the screen is as it should be.
  func wait(
    _ what: String, at location: SourceLocation = #_sourceLocation, until isSo: (TerminalEmulator) -> Bool
  ) {
    let deadline = ContinuousClock.now + .seconds(30)
    while !isSo(screen) {
      if ContinuousClock.now > deadline {
        Issue.record("never: \(what)\n\(screen.text)", sourceLocation: location)
        return
      }
      readOn(seconds: 0.02)
    }
  }

  func wait(for text: String, at location: SourceLocation = #_sourceLocation) {
    wait(text, at: location) { $0.text.contains(text) }
  }

  /// Types, and waits for what the screen says then.
  func type(_ text: String, expecting: String, at location: SourceLocation = #_sourceLocation) {
    type(text)
    wait(for: expecting, at: location)
  }

  /// The wait status, once it has ended (wait(2)).
  func end(at location: SourceLocation = #_sourceLocation) -> Int32? {
    let deadline = ContinuousClock.now + .seconds(30)
    while status == nil && ContinuousClock.now < deadline {
      readOn(seconds: 0.02)
      var code: Int32 = 0
      if waitpid(process, &code, WNOHANG) == process { status = code }
    }
    if status == nil { Issue.record("it goes on\n\(screen.text)", sourceLocation: location) }
    readOn(seconds: 0.05)
    return status
  }

  // MARK: The terminal's state

  var modes: [tcflag_t] {
    var now = termios()
    tcgetattr(slave, &now)
    return [now.c_iflag, now.c_oflag, now.c_cflag, now.c_lflag]
  }

  var usualModes: [tcflag_t] { [usual.c_iflag, usual.c_oflag, usual.c_cflag, usual.c_lflag] }

  /// What a shell does with a job that stops.
  func setUsualModes() {
    var modes = usual
    tcsetattr(slave, TCSANOW, &modes)
  }

  /// Everything is as it was before: screen, cursor, wrapping, paste, the keys' modes.
  func expectGivenBack(at location: SourceLocation = #_sourceLocation) {
    #expect(screen.modes == [7, 25], sourceLocation: location)
    #expect(screen.style == [] && screen.unknown == [], sourceLocation: location)
    #expect(modes == usualModes, sourceLocation: location)
    #expect(
      String(decoding: output, as: UTF8.self).contains(RawTerminal.leaving), sourceLocation: location)
  }
}
