import VocDesk

/// `--watch` of a list: shows it again whenever somebody has written.
///
/// On a terminal it has the whole screen until q or Ctrl+C. Elsewhere each list that differs from the last one is
/// written whole, a blank line between two, until Ctrl+C or until nobody reads any more. Either end is exit code 0.
struct ListWatch {
  static let option = Option(
    names: ["--watch"], value: Phrase(es: "SEGUNDOS", en: "SECONDS"),
    summary: Phrase(
      es: "la muestra de nuevo cuando alguien escribe, hasta Ctrl+C; mira cada tantos segundos (2)",
      en: "shows it again when somebody writes, until Ctrl+C; looks every so many seconds (2)"),
    mayLackValue: true)

  /// Times such as "5 min ago" grow old without anybody writing.
  private static let longestRest = 30.0

  let invocation: Invocation
  let pause: Double
  let show: (Invocation) throws -> ExitCode

  private var desk: Desk?
  private var seen: Int64?

  /// Shows the list once, or watches it where that was asked for.
  static func run(_ invocation: Invocation, _ show: @escaping (Invocation) throws -> ExitCode) throws
    -> ExitCode
  {
    guard let text = invocation.string(option.name) else { return try show(invocation) }
    let pause = text.isEmpty ? 2 : try invocation.int(option.name, in: 1...3600) ?? 2
    var watch = ListWatch(invocation: invocation, pause: Double(pause), show: show)
    let isOnScreen = invocation.isForPeople && invocation.world.inputIsTerminal
    return isOnScreen ? try watch.onScreen() : try watch.elsewhere()
  }

  private init(
    invocation: Invocation, pause: Double, show: @escaping (Invocation) throws -> ExitCode
  ) {
    self.invocation = invocation
    self.pause = pause
    self.show = show
  }

  /// Whether the database is another than at the last look; at the first one it is.
  private mutating func hasChanged() throws -> Bool {
    // A database that is not there yet has no version: it may come.
    if desk == nil, invocation.hasDatabase { desk = try invocation.desk(for: .reading) }
    let version = try desk?.dataVersion() ?? -1
    defer { seen = version }
    return seen != version
  }

  private mutating func onScreen() throws -> ExitCode {
    let (world, terminal) = (invocation.world, invocation.world.terminal)
    try world.flush()
    // What is wrong with the command line is told where it can be read.
    _ = try text(size: terminal.size())
    try terminal.enter()
    defer { terminal.leave() }
    var drawnAt = -Double.infinity
    while true {
      if try hasChanged() || world.uptime() - drawnAt >= ListWatch.longestRest {
        if !terminal.write(frame(try text(size: terminal.size()), size: terminal.size())) { return .ok }
        drawnAt = world.uptime()
      }
      switch terminal.read(pause) {
      case .nothing: break
      case .redraw: drawnAt = -.infinity
      case .closed: return .ok
      case .bytes(let bytes):
        // Ctrl+C, Ctrl+D, q.
        if bytes.contains(where: { [0x03, 0x04, UInt8(ascii: "q")].contains($0) }) { return .ok }
        if bytes.contains(0x1A) {
          terminal.suspend()
          drawnAt = -.infinity
        }
      }
    }
  }

  private mutating func elsewhere() throws -> ExitCode {
    let world = invocation.world
    world.catchInterrupts()
    var last: String?
    while true {
      if try hasChanged() {
        let text = try text(size: nil)
        if text != last { world.out((last == nil ? "" : "\n") + text) }
        last = text
        try world.flush()
      }
      if world.outputIsClosed() || world.isInterrupted() { return .ok }
      world.sleep(pause)
      if world.isInterrupted() { return .ok }
    }
  }

  /// The list as it is now.
  private func text(size: ScreenSize?) throws -> String {
    var text = ""
    var world = invocation.world
    world.out = { text += $0 }
    if let size {
      world.width = size.columns
      world.err = { text += $0 }
    }
    _ = try show(invocation.inWorld(world))
    return text
  }

  /// What fits on the screen, with how to leave below it.
  private func frame(_ text: String, size: ScreenSize) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let room = max(0, size.rows - 1)
    let footer = DisplayWidth.truncated(
      invocation.say(Phrase(es: "Se actualiza sola · q sale", en: "Updates by itself · q quits")),
      to: size.columns)
    let rows = (0..<room).map { $0 < lines.count && $0 < room - 1 ? lines[$0] : "" }
    return "\u{1B}[H"
      + (rows + [invocation.style.dim(footer)]).map { $0 + "\u{1B}[K" }.joined(separator: "\r\n")
  }
}
