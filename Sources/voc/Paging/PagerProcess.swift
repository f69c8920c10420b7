import Glibc

/// The reader's own pager: VOC_PAGER, else PAGER, else less.
enum PagerProcess {
  /// Nil where there is none, and where it would only be cat.
  static func command(_ environment: [String: String]) -> String? {
    if ["", "dumb"].contains(environment["TERM"] ?? "") { return nil }
    let named = Language.firstSet(["VOC_PAGER", "PAGER"], in: environment)
    let command = named ?? "less"
    let program = command.split(separator: " ").first.map(String.init) ?? ""
    // What a shell would not find shows nothing of the answer.
    return program != "cat" && isFound(program, environment) ? command : nil
  }

  private static func isFound(_ program: String, _ environment: [String: String]) -> Bool {
    // Quoted, or with variables before it: the shell knows.
    if program.contains(where: { "=\"'$".contains($0) }) { return true }
    if program.contains("/") { return access(program, X_OK) == 0 }
    let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return folders.contains { access("\($0)/\(program)", X_OK) == 0 }
  }

  /// Nil where it cannot be started.
  static func open(_ environment: [String: String]) -> Pager? {
    guard let command = command(environment) else { return nil }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    let (reading, writing) = (ends[0], ends[1])
    _ = fcntl(writing, F_SETFD, FD_CLOEXEC)
    let process = spawn(command, environment, input: reading)
    Glibc.close(reading)
    guard let process else {
      Glibc.close(writing)
      return nil
    }
    // Ctrl+C is for the pager as long as it has the terminal.
    let before = (signal(SIGINT, SIG_IGN), signal(SIGQUIT, SIG_IGN))
    return Pager(
      write: { text in
        var bytes = Array(text.utf8)
        return OutputBuffer.write(&bytes, to: writing) == 0
      },
      close: {
        Glibc.close(writing)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        signal(SIGINT, before.0)
        signal(SIGQUIT, before.1)
      })
  }

  /// What the reader has set, and what we would set in their place.
  static func variables(_ environment: [String: String]) -> [String: String] {
    // F: no pager for one screen; R: colours; X: the last screen stays. As git and gh set it. In a locale that is
    // not installed less would show the bytes of ours.
    environment.merging(["LESS": "FRX", "LV": "-c", "LESSCHARSET": "utf-8"]) { own, _ in own }
  }

  private static func spawn(_ command: String, _ environment: [String: String], input: Int32) -> pid_t? {
    let variables = PagerProcess.variables(environment)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_addclose(&actions, input)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // We ignore SIGPIPE; who pages must not inherit that.
    var usual = sigset_t()
    sigemptyset(&usual)
    sigaddset(&usual, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var process: pid_t = 0
    let started = ShellProcess.start(
      command, variables, process: &process, actions: &actions, attributes: &attributes)
    return started == 0 ? process : nil
  }
}
