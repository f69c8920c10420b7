#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A stretch of borrowed bytes that cannot be read past its end.
///
/// `UnsafeRawBufferPointer` checks its bounds in debug builds only. Here a byte past the end reads as NUL, and
/// a range is cut to what there is, so that no malformed input can make a parser trap or read foreign memory.
struct ByteView {
  let buffer: UnsafeRawBufferPointer

  init(_ buffer: UnsafeRawBufferPointer) { self.buffer = buffer }

  var count: Int { buffer.count }
  var isEmpty: Bool { buffer.isEmpty }
  var array: [UInt8] { Array(buffer) }

  @inline(__always)
  subscript(index: Int) -> UInt8 {
    index >= 0 && index < buffer.count ? buffer[index] : 0
  }

  /// From `start` up to `end`, as far as that is there.
  ///
  /// Two numbers and no `Range`, because making one whose start is after its end traps.
  subscript(start: Int, end: Int) -> ByteView {
    let lower = max(0, min(start, buffer.count))
    let upper = max(lower, min(end, buffer.count))
    return ByteView(UnsafeRawBufferPointer(rebasing: buffer[lower..<upper]))
  }

  func from(_ start: Int) -> ByteView { self[start, count] }

  func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    guard start >= 0, start < count, let base = buffer.baseAddress,
      let found = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  func lastIndex(of byte: UInt8) -> Int? { buffer.lastIndex(of: byte) }

  func hasPrefix(_ needle: [UInt8], at start: Int = 0) -> Bool {
    guard start >= 0, needle.count <= count - start else { return false }
    for index in needle.indices where self[start + index] != needle[index] { return false }
    return true
  }

  /// Compares at `start` without regard to the case of ASCII letters; `needle` is in lower case.
  func hasPrefixIgnoringCase(_ needle: [UInt8], at start: Int = 0) -> Bool {
    guard start >= 0, needle.count <= count - start else { return false }
    for index in needle.indices where self[start + index].asciiLowercased != needle[index] { return false }
    return true
  }

  func equalsIgnoringCase(_ needle: [UInt8]) -> Bool {
    needle.count == count && hasPrefixIgnoringCase(needle)
  }

  func firstRange(of needle: [UInt8]) -> Int? {
    guard let first = needle.first else { return nil }
    var start = 0
    while let candidate = firstIndex(of: first, from: start) {
      if hasPrefix(needle, at: candidate) { return candidate }
      start = candidate + 1
    }
    return nil
  }

  func contains(_ needle: [UInt8]) -> Bool { firstRange(of: needle) != nil }

  /// Where the first byte after WhatsApp's invisible marks stands, counted from `start`.
  @inline(__always)
  func skippingMarks(from start: Int) -> Int {
    var index = start
    while self[index] >= 0xE2, isMark(at: index) { index += 3 }
    return index
  }

  /// U+200E, U+200F, U+202A...U+202E, U+2066...U+2069 or U+FEFF: all three bytes long in UTF-8.
  func isMark(at index: Int) -> Bool {
    switch (self[index], self[index + 1], self[index + 2]) {
    case (0xE2, 0x80, 0x8E), (0xE2, 0x80, 0x8F), (0xE2, 0x80, 0xAA...0xAE): true
    case (0xE2, 0x81, 0xA6...0xA9), (0xEF, 0xBB, 0xBF): true
    default: false
    }
  }

  /// How many bytes the white space at `index` takes: space, U+00A0, U+202F or U+2009; 0 for anything else.
  @inline(__always)
  func spaceLength(at index: Int) -> Int {
    switch self[index] {
    case 0x20: 1
    case 0xC2: self[index + 1] == 0xA0 ? 2 : 0
    case 0xE2: self[index + 1] == 0x80 && (self[index + 2] == 0xAF || self[index + 2] == 0x89) ? 3 : 0
    default: 0
    }
  }

  func skippingSpaces(from start: Int) -> Int {
    var index = start
    while true {
      let length = spaceLength(at: index)
      if length == 0 { return index }
      index += length
    }
  }

  /// The end of this view without trailing white space, line ends and marks.
  var trimmedEnd: Int {
    var end = count
    while end > 0 {
      let last = self[end - 1]
      if last == 0x20 || last == 0x0A || last == 0x0D || last == 0x09 {
        end -= 1
      } else if end >= 2, last == 0xA0, self[end - 2] == 0xC2 {
        end -= 2
      } else if end >= 3, isMark(at: end - 3) || spaceLength(at: end - 3) == 3 {
        end -= 3
      } else {
        break
      }
    }
    return end
  }

  /// The start of this view without leading white space, line ends and marks.
  var trimmedStart: Int {
    var start = 0
    while start < count {
      let next = skippingSpaces(from: skippingMarks(from: start))
      if next > start {
        start = next
      } else if self[start] == 0x0A || self[start] == 0x0D || self[start] == 0x09 {
        start += 1
      } else {
        break
      }
    }
    return start
  }

  /// Nothing but white space, line ends and marks.
  var isBlank: Bool { trimmedEnd == 0 }

  var trimmed: ByteView { self[trimmedStart, trimmedEnd] }

  /// Decoded as UTF-8.
  var string: String { String(decoding: buffer, as: UTF8.self) }
}

extension UInt8 {
  @inline(__always) var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  @inline(__always) var asciiLowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
  @inline(__always) var isASCIILetter: Bool { asciiLowercased >= 0x61 && asciiLowercased <= 0x7A }
}
