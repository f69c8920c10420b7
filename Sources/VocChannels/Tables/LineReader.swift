#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Cuts pushed chunks of bytes into lines.
///
/// Only LF ends a line, with a CR before it taken as part of the ending. A lone CR, U+0085, U+2028 and the
/// like are text: chat exports carry them inside messages, and Swift's own `isNewline` would cut there.
struct LineReader {
  /// How a line ended.
  enum Ending: Equatable, Sendable {
    case crlf
    case lf
    case endOfFile
  }

  /// One line; its bytes are valid only during the call that hands it out.
  struct Line {
    /// Without the ending; of a line that is too long only the first `LineReader.limit` bytes.
    let bytes: UnsafeRawBufferPointer
    /// From 1.
    let number: Int
    let ending: Ending
    let isTooLong: Bool
  }

  /// Longer lines are reported, and never held in memory as a whole.
  static let limit = 1 << 20

  /// Lines handed out so far.
  private(set) var lineCount = 0
  private var pending: [UInt8] = []
  private var hasPending = false
  private var isOverflowing = false
  private var lastByte: UInt8 = 0

  /// Hands out the lines that end within `chunk`; the rest waits for the next chunk or for `finish`.
  mutating func push(_ chunk: UnsafeRawBufferPointer, _ body: (Line) throws -> Void) rethrows {
    guard let base = chunk.baseAddress else { return }
    var start = 0
    while start < chunk.count, let found = memchr(base + start, 0x0A, chunk.count - start) {
      let end = UnsafeRawPointer(found) - base
      let piece = UnsafeRawBufferPointer(rebasing: chunk[start..<end])
      if hasPending {
        keep(piece)
        try handOutPending(endedByNewline: true, body)
      } else {
        let isCRLF = piece.last == 0x0D
        let length = piece.count - (isCRLF ? 1 : 0)
        lineCount += 1
        try body(
          Line(
            bytes: UnsafeRawBufferPointer(rebasing: piece[0..<min(length, LineReader.limit)]),
            number: lineCount, ending: isCRLF ? .crlf : .lf, isTooLong: length > LineReader.limit))
      }
      start = end + 1
    }
    if start < chunk.count { keep(UnsafeRawBufferPointer(rebasing: chunk[start...])) }
  }

  /// Hands out the last line where the file does not end with a newline.
  mutating func finish(_ body: (Line) throws -> Void) rethrows {
    if hasPending { try handOutPending(endedByNewline: false, body) }
  }

  private mutating func keep(_ piece: UnsafeRawBufferPointer) {
    hasPending = true
    guard let last = piece.last else { return }
    lastByte = last
    // One byte of room over the limit, for the CR of an ending.
    let room = LineReader.limit + 1 - pending.count
    pending.append(contentsOf: piece.prefix(room))
    if piece.count > room { isOverflowing = true }
  }

  private mutating func handOutPending(endedByNewline: Bool, _ body: (Line) throws -> Void) rethrows {
    let isCRLF = endedByNewline && lastByte == 0x0D
    let length = pending.count - (isCRLF && !isOverflowing ? 1 : 0)
    let isTooLong =
      length > LineReader.limit || (isOverflowing && !(isCRLF && pending.count < LineReader.limit))
    lineCount += 1
    let number = lineCount
    hasPending = false
    isOverflowing = false
    lastByte = 0
    var bytes: [UInt8] = []
    swap(&bytes, &pending)
    defer {
      bytes.removeAll(keepingCapacity: true)
      swap(&bytes, &pending)
    }
    try bytes.withUnsafeBytes { buffer in
      try body(
        Line(
          bytes: UnsafeRawBufferPointer(rebasing: buffer[0..<min(length, LineReader.limit)]),
          number: number, ending: !endedByNewline ? .endOfFile : isCRLF ? .crlf : .lf,
          isTooLong: isTooLong))
    }
  }
}
