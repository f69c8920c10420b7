/// The bytes of one export, readable from the start as often as a parser needs.
///
/// Parsers do no I/O: whoever makes the source opens, rewinds and closes the file.
public struct ByteSource {
  /// The file's name without its folder, "-" for standard input: evidence for a chat's title.
  public let name: String
  private let visit: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void

  /// `visit` hands every chunk of the file, from its first byte on, to the closure that it is given.
  public init(name: String, visit: @escaping ((UnsafeRawBufferPointer) throws -> Void) throws -> Void) {
    self.name = name
    self.visit = visit
  }

  public init(name: String, bytes: [UInt8]) {
    self.init(name: name) { body in try bytes.withUnsafeBytes(body) }
  }

  /// Chunks end anywhere, in the middle of a line or a character too; each is valid only during the call.
  public func forEachChunk(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    try visit(body)
  }

  /// Throws `UnreadableExport.empty` where there is not a byte.
  func refuseEmpty() throws {
    var isEmpty = true
    try forEachChunk { isEmpty = isEmpty && $0.isEmpty }
    if isEmpty { throw UnreadableExport.empty }
  }
}
