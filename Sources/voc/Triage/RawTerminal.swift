import Glibc

/// The terminal of this process: stdin and stdout in raw mode on the alternate screen.
enum RawTerminal {
  /// Alternate screen, no wrapping at the edge, pastes marked as such, no cursor. DEC private modes as xterm has them
  /// (https://invisible-island.net/xterm/ctlseqs/ctlseqs.html).
  static let entering = "\u{1B}[?1049h\u{1B}[?7l\u{1B}[?2004h\u{1B}[?25l\u{1B}[m\u{1B}[2J"
  /// The same backwards. Clears first: a terminal without an alternate screen would go on showing customers' words.
  static let leaving = "\u{1B}[m\u{1B}[2J\u{1B}[H\u{1B}[?2004l\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"

  static var terminal: Terminal {
    Terminal(
      size: size, read: read(seconds:), write: write, enter: enter, leave: leave, lend: lend,
      suspend: { TerminalSignals.suspend() })
  }

  static func size() -> ScreenSize {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 {
      return ScreenSize(rows: Int(size.ws_row), columns: Int(size.ws_col))
    }
    return ScreenSize(rows: 24, columns: 80)
  }

  static func enter() throws {
    var usual = termios()
    guard tcgetattr(STDIN_FILENO, &usual) == 0 else { throw SystemFailure.reading(errno) }
    guard TerminalSignals.begin(usual: usual, raw: raw(usual)) else { throw SystemFailure.reading(errno) }
    TerminalSignals.takeScreen()
  }

  static func leave() {
    TerminalSignals.giveScreen()
    TerminalSignals.end()
  }

  static func lend(_ work: () throws -> Void) throws {
    TerminalSignals.giveScreen()
    defer { TerminalSignals.takeScreen() }
    try work()
  }

  /// Keys one by one and unseen, Ctrl+C and Ctrl+Z among them, and output as it is written (termios(3), "Raw mode").
  private static func raw(_ usual: termios) -> termios {
    var raw = usual
    raw.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INLCR | IGNCR | INPCK | ISTRIP | IXON | PARMRK)
    raw.c_oflag &= ~tcflag_t(OPOST)
    raw.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | ISIG | IEXTEN)
    raw.c_cflag &= ~tcflag_t(CSIZE | PARENB)
    raw.c_cflag |= tcflag_t(CS8)
    return raw
  }

  static func read(seconds: Double) -> Terminal.Reading {
    var polled = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: TerminalSignals.wakeUp, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&polled, nfds_t(polled.count), Int32(max(0, seconds * 1000)))
    if TerminalSignals.wasCalled() { return .redraw }
    if count == 0 || (count < 0 && errno == EINTR) { return .nothing }
    if count < 0 { return .closed }
    if polled[0].revents == 0 { return .nothing }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let got = Glibc.read(STDIN_FILENO, &bytes, bytes.count)
    if got > 0 { return .bytes(Array(bytes[..<got])) }
    return got < 0 && (errno == EINTR || errno == EAGAIN) ? .nothing : .closed
  }

  static func write(_ text: String) -> Bool {
    var bytes = Array(text.utf8)
    return bytes.isEmpty || OutputBuffer.write(&bytes, to: STDOUT_FILENO) == 0
  }
}
