import Glibc

/// Gives the terminal back whatever ends this process, and takes it again when it goes on after being stopped.
///
/// All that a handler touches lies in memory that was allocated before, and it calls only what signal-safety(7) allows:
/// write, tcsetattr, sigaction, raise.
enum TerminalSignals {
  private static let fatal = [
    SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS,
  ]
  private static let others = [SIGTSTP, SIGCONT, SIGWINCH]

  /// What the handlers share with the rest of the process.
  fileprivate struct State {
    var isActive: sig_atomic_t = 0
    /// Whether the screen is ours at this moment.
    var hasScreen: sig_atomic_t = 0
    var wasCalled: sig_atomic_t = 0
    var usual = termios()
    var raw = termios()
    var wakeUpRead: Int32 = -1
    var wakeUpWrite: Int32 = -1
    var entering = bytes(RawTerminal.entering)
    var leaving = bytes(RawTerminal.leaving)
    /// By signal number: what was there before us.
    var before = UnsafeMutablePointer<sigaction>.allocate(capacity: 65)
    var stack = UnsafeMutableRawPointer.allocate(byteCount: stackSize, alignment: 16)
  }

  /// False, with errno, where no pipe can be made.
  static func begin(usual: termios, raw: termios) -> Bool {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return false }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    shared.pointee.usual = usual
    shared.pointee.raw = raw
    shared.pointee.wakeUpRead = ends[0]
    shared.pointee.wakeUpWrite = ends[1]
    shared.pointee.isActive = 1
    // A stack that has overflowed has no room for a handler.
    var place = stack_t(ss_sp: shared.pointee.stack, ss_flags: 0, ss_size: stackSize)
    sigaltstack(&place, nil)
    for signal in fatal + others { sigaction(signal, nil, shared.pointee.before + Int(signal)) }
    for signal in fatal where !isIgnored(signal) { install(signal, die) }
    install(SIGTSTP, stop)
    install(SIGCONT, goOn)
    install(SIGWINCH, { _ in callLoop() })
    return true
  }

  static func end() {
    if shared.pointee.isActive == 0 { return }
    for signal in fatal + others { sigaction(signal, shared.pointee.before + Int(signal), nil) }
    var none = stack_t(ss_sp: nil, ss_flags: Int32(SS_DISABLE), ss_size: 0)
    sigaltstack(&none, nil)
    shared.pointee.isActive = 0
    close(shared.pointee.wakeUpRead)
    close(shared.pointee.wakeUpWrite)
  }

  /// As under nohup: what was ignored stays so.
  private static func isIgnored(_ signal: Int32) -> Bool {
    let before = shared.pointee.before[Int(signal)].__sigaction_handler.sa_handler
    return unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  static func takeScreen() { take() }
  static func giveScreen() { give() }

  /// As the terminal itself does for Ctrl+Z: the whole group stops.
  static func suspend() { kill(0, SIGTSTP) }

  static var wakeUp: Int32 { shared.pointee.wakeUpRead }

  /// Whether a signal asked for the screen to be drawn anew, since the last time.
  static func wasCalled() -> Bool {
    if shared.pointee.wasCalled == 0 { return false }
    var byte: UInt8 = 0
    while Glibc.read(shared.pointee.wakeUpRead, &byte, 1) > 0 {}
    shared.pointee.wasCalled = 0
    return true
  }

  private static let stackSize = 64 * 1024

  private static func bytes(_ text: String) -> UnsafeMutableBufferPointer<UInt8> {
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
    _ = buffer.initialize(from: text.utf8)
    return buffer
  }

  fileprivate static func install(_ signal: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    action.sa_flags = Int32(SA_ONSTACK) | Int32(SA_NODEFER)
    sigemptyset(&action.sa_mask)
    sigaction(signal, &action, nil)
  }
}

/// Never freed, so that a late signal finds it; `let`, so that a handler needs no exclusive access to a variable.
nonisolated(unsafe) private let shared: UnsafeMutablePointer<TerminalSignals.State> = {
  let pointer = UnsafeMutablePointer<TerminalSignals.State>.allocate(capacity: 1)
  pointer.initialize(to: TerminalSignals.State())
  return pointer
}()

private func put(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
  var start = 0
  while start < bytes.count {
    let count = Glibc.write(STDOUT_FILENO, bytes.baseAddress?.advanced(by: start), bytes.count - start)
    if count > 0 { start += count } else if count == 0 || errno != EINTR { return }
  }
}

private func take() {
  if shared.pointee.isActive == 0 { return }
  shared.pointee.hasScreen = 1
  tcsetattr(STDIN_FILENO, TCSADRAIN, &shared.pointee.raw)
  put(shared.pointee.entering)
}

private func give() {
  if shared.pointee.hasScreen == 0 { return }
  put(shared.pointee.leaving)
  tcsetattr(STDIN_FILENO, TCSANOW, &shared.pointee.usual)
  shared.pointee.hasScreen = 0
}

/// Wakes the loop up: it draws anew.
private func callLoop() {
  let code = errno
  shared.pointee.wasCalled = 1
  var byte: UInt8 = 1
  _ = Glibc.write(shared.pointee.wakeUpWrite, &byte, 1)
  errno = code
}

/// A signal that ends the process: first the terminal, then what would have happened without us.
private func die(_ signal: Int32) {
  // While an editor has the terminal, its Ctrl+C is not for us.
  if shared.pointee.hasScreen == 0 && (signal == SIGINT || signal == SIGQUIT) { return }
  give()
  sigaction(signal, shared.pointee.before + Int(signal), nil)
  raise(signal)
}

private func stop(_ signal: Int32) {
  let code = errno
  let hadScreen = shared.pointee.hasScreen != 0
  give()
  sigaction(SIGTSTP, shared.pointee.before + Int(SIGTSTP), nil)
  raise(SIGTSTP)
  // Here it goes on.
  TerminalSignals.install(SIGTSTP, stop)
  if hadScreen {
    take()
    callLoop()
  }
  errno = code
}

/// After a stop that nobody could catch, the shell may have changed the terminal.
private func goOn(_ signal: Int32) {
  if shared.pointee.hasScreen == 0 { return }
  let code = errno
  take()
  callLoop()
  errno = code
}
