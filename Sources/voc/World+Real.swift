import Foundation
import Glibc
import VocDomain

extension World {
  /// This process: its streams, its clock, its environment.
  static var real: World {
    // A reader that leaves early must not kill an import half way: writing then fails with EPIPE instead.
    signal(SIGPIPE, SIG_IGN)
    let environment = ProcessInfo.processInfo.environment
    let output = OutputBuffer(descriptor: STDOUT_FILENO)
    return World(
      environment: environment,
      now: { Instant(unixSeconds: Int64(time(nil))) },
      uptime: {
        var moment = timespec()
        clock_gettime(CLOCK_MONOTONIC, &moment)
        return Double(moment.tv_sec) + Double(moment.tv_nsec) / 1e9
      },
      sleep: { seconds in
        output.flush()
        usleep(UInt32(seconds * 1e6))
      },
      systemZone: { systemZoneName(environment) },
      out: { output.append($0) },
      err: { text in
        output.flush()
        var bytes = Array(text.utf8)
        // Nowhere is left to say that stderr itself is gone.
        _ = OutputBuffer.write(&bytes, to: STDERR_FILENO)
      },
      flush: { try output.flushOrThrow() },
      outputIsClosed: { output.isClosed },
      readInput: { try readToEnd(of: STDIN_FILENO) },
      edit: { initial in
        output.flush()
        return try Editor(environment: environment).edit(initial)
      },
      inputIsTerminal: isatty(STDIN_FILENO) == 1,
      outputIsTerminal: isatty(STDOUT_FILENO) == 1,
      errorIsTerminal: isatty(STDERR_FILENO) == 1,
      width: terminalWidth(environment),
      height: RawTerminal.size().rows,
      errorWidth: isatty(STDERR_FILENO) == 1 ? terminalWidth(environment) : .max,
      loginName: Language.firstSet(["LOGNAME", "USER"], in: environment) ?? accountName(),
      catchInterrupts: { Interruption.begin() },
      isInterrupted: { Interruption.wasCalled },
      openPager: {
        output.flush()
        return PagerProcess.open(environment)
      },
      terminal: RawTerminal.terminal)
  }

  private static func accountName() -> String {
    getpwuid(getuid()).flatMap { $0.pointee.pw_name }.map { String(cString: $0) } ?? "uid\(getuid())"
  }

  private static func terminalWidth(_ environment: [String: String]) -> Int {
    if let columns = environment["COLUMNS"].flatMap(Int.init), columns > 0 { return columns }
    var size = winsize()
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 { return Int(size.ws_col) }
    }
    return 80
  }

  /// TZ, else the target of /etc/localtime; asking Foundation would load all of ICU's tables first.
  private static func systemZoneName(_ environment: [String: String]) -> String {
    if let name = environment["TZ"].map({ $0.drop { $0 == ":" } }), !name.isEmpty, !name.hasPrefix("/") {
      return String(name)
    }
    var target = [CChar](repeating: 0, count: 1024)
    let length = readlink("/etc/localtime", &target, target.count)
    guard length > 0 else { return "UTC" }
    let path = String(decoding: target[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.range(of: "zoneinfo/").map { String(path[$0.upperBound...]) } ?? "UTC"
  }

  static func readToEnd(of descriptor: Int32) throws -> [UInt8] {
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count == 0 { return all }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemFailure.reading(errno)
      }
      all += chunk[..<count]
    }
  }
}
