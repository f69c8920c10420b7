import Glibc

/// A shell on a line of the person's own: people set EDITOR to "code --wait" and PAGER to "less -R".
enum ShellProcess {
  /// As posix_spawn(3) answers: 0, or why it could not be started. `arguments` are the line's $0, $1 and so on.
  static func start(
    _ line: String, _ environment: [String: String], arguments: [String] = [], process: inout pid_t,
    actions: UnsafePointer<posix_spawn_file_actions_t>? = nil,
    attributes: UnsafePointer<posix_spawnattr_t>? = nil
  ) -> Int32 {
    let words = ["sh", "-c", line] + arguments
    var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in pointers + variables { free(pointer) } }
    return posix_spawn(&process, "/bin/sh", actions, attributes, &pointers, &variables)
  }
}
