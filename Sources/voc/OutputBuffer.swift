import Glibc

/// Collects what goes to a descriptor and writes it in large pieces.
final class OutputBuffer {
  private let descriptor: Int32
  private var bytes: [UInt8] = []
  private var failure: Int32 = 0
  /// The reader has gone; the rest is dropped.
  private(set) var isClosed = false

  /// Whether what else is written would be lost.
  var hasFailed: Bool { failure != 0 || isClosed }

  private static let limit = 64 * 1024

  init(descriptor: Int32) { self.descriptor = descriptor }

  func append(_ text: String) {
    if isClosed { return }
    bytes.append(contentsOf: text.utf8)
    if bytes.count >= OutputBuffer.limit { flush() }
  }

  func flush() {
    if bytes.isEmpty || isClosed { return }
    let code = OutputBuffer.write(&bytes, to: descriptor)
    if code == EPIPE { isClosed = true } else if code != 0 { failure = code }
    bytes.removeAll(keepingCapacity: true)
  }

  /// A reader that left is no failure; a full disk is.
  func flushOrThrow() throws {
    flush()
    if failure != 0 {
      defer { failure = 0 }
      throw SystemFailure.writing(failure)
    }
  }

  /// Zero, or the errno that stopped it.
  static func write(_ bytes: inout [UInt8], to descriptor: Int32) -> Int32 {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: start), $0.count - start)
      }
      if count >= 0 {
        start += count
      } else if errno == EAGAIN {
        var poll = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        Glibc.poll(&poll, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}
