import Foundation
import VocChannels
import VocDomain

/// A file to import, readable as often as a parser needs.
struct ExportFile {
  /// As people know it: the path, or "-".
  var name: String
  var byteCount: Int
  var source: ByteSource

  /// A file of the disk. Throws `VocError.fileNotFound` and `.fileUnreadable`.
  init(path: String) throws {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else {
      if errno == ENOENT { throw VocError.fileNotFound(path) }
      throw VocError.fileUnreadable(path, errno: errno)
    }
    defer { close(descriptor) }
    var status = stat()
    fstat(descriptor, &status)
    if status.st_mode & S_IFMT == S_IFREG {
      byteCount = Int(status.st_size)
      source = ByteSource(name: (path as NSString).lastPathComponent) { body in
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else {
          throw VocError.fileUnreadable(path, errno: errno)
        }
        defer { close(descriptor) }
        try ExportFile.eachChunk(of: descriptor, path: path, body)
      }
      name = path
    } else {
      // A pipe can be read once; parsers read twice.
      self = try ExportFile(spooling: descriptor, name: path)
    }
  }

  /// Copies what a descriptor still has into a file without a name, which goes when the process does.
  init(spooling input: Int32, name: String, sourceName: String? = nil) throws {
    let spool = try Spool()
    var count = 0
    try ExportFile.eachChunk(of: input, path: name) { bytes in
      count += bytes.count
      try spool.append(bytes)
    }
    self.name = name
    byteCount = count
    source = ByteSource(name: sourceName ?? (name as NSString).lastPathComponent) { body in
      var offset: off_t = 0
      try ExportFile.eachChunk(path: name, body) { buffer in
        // Read where nobody else who reads it can move it from.
        let count = pread(spool.descriptor, buffer.baseAddress, buffer.count, offset)
        offset += max(0, count)
        return count
      }
    }
  }

  static func eachChunk(of descriptor: Int32, path: String, _ body: (UnsafeRawBufferPointer) throws -> Void)
    throws
  {
    try eachChunk(path: path, body) { read(descriptor, $0.baseAddress, $0.count) }
  }

  /// `fill` is `read`: it says how many bytes it put into the buffer, or sets `errno`.
  private static func eachChunk(
    path: String, _ body: (UnsafeRawBufferPointer) throws -> Void,
    fill: (UnsafeMutableRawBufferPointer) -> Int
  ) throws {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = fill(buffer)
      if count == 0 { return }
      if count < 0 {
        if errno == EINTR { continue }
        throw VocError.fileUnreadable(path, errno: errno)
      }
      try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// The first 64 KiB, to tell the format by.
  func head() throws -> [UInt8] {
    struct Enough: Error {}
    var head: [UInt8] = []
    do {
      try source.forEachChunk { bytes in
        head.append(contentsOf: bytes.prefix(1 << 16 - head.count))
        if head.count == 1 << 16 { throw Enough() }
      }
    } catch is Enough {}
    return head
  }
}

/// A temporary file that only this process can see: created 0600 and unlinked at once.
private final class Spool {
  let descriptor: Int32

  init() throws {
    var template = Array((NSTemporaryDirectory() + "/voc-XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else {
      throw VocError.cannotCreate(path: NSTemporaryDirectory(), errno: errno)
    }
    unlink(template)
  }

  deinit { close(descriptor) }

  func append(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes
    while !rest.isEmpty {
      let written = write(descriptor, rest.baseAddress, rest.count)
      if written < 0 {
        if errno == EINTR { continue }
        throw VocError.cannotCreate(path: NSTemporaryDirectory(), errno: errno)
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
  }
}
