import Glibc
import VocDomain

/// A small file as a whole; "-" is the input.
enum FileInput {
  /// Throws `VocError.fileNotFound` and `.fileUnreadable`.
  static func read(_ path: String, world: World) throws -> [UInt8] {
    if path == "-" { return try world.readInput() }
    let descriptor = open(path, O_RDONLY)
    if descriptor < 0 {
      throw errno == ENOENT ? VocError.fileNotFound(path) : VocError.fileUnreadable(path, errno: errno)
    }
    defer { close(descriptor) }
    do {
      return try World.readToEnd(of: descriptor)
    } catch SystemFailure.reading(let code) {
      throw VocError.fileUnreadable(path, errno: code)
    }
  }
}
