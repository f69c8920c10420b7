import Glibc

/// Ctrl+C as a wish to end, for what goes on until somebody says so.
enum Interruption {
  /// From now on SIGINT ends nothing by itself.
  static func begin() {
    // Made before a signal can come.
    _ = called
    signal(SIGINT) { _ in called.pointee = 1 }
  }

  static var wasCalled: Bool { called.pointee != 0 }
}

/// Never freed; `let`, so that the handler needs no exclusive access to a variable.
nonisolated(unsafe) private let called: UnsafeMutablePointer<sig_atomic_t> = {
  let pointer = UnsafeMutablePointer<sig_atomic_t>.allocate(capacity: 1)
  pointer.initialize(to: 0)
  return pointer
}()
