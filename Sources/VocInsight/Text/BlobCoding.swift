/// Writes a kept model: little-endian numbers, and at the end a checksum over all of it.
struct BlobWriter {
  private(set) var bytes: [UInt8]

  /// `mark` tells what the blob is and its version.
  init(mark: String) { bytes = Array(mark.utf8) }

  mutating func write<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ text: String) {
    write(UInt32(truncatingIfNeeded: text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  /// The whole, with its checksum.
  func sealed() -> [UInt8] {
    var writer = self
    writer.write(BlobReader.checksum(bytes[...]))
    return writer.bytes
  }
}

/// Reads what `BlobWriter` wrote; every method gives nil where the blob is not what it should be.
struct BlobReader {
  private let bytes: [UInt8]
  private let end: Int
  private var index: Int

  /// Nil of another mark, and of a blob that was damaged.
  init?(_ bytes: [UInt8], mark: String) {
    guard bytes.count >= mark.utf8.count + 4, bytes.starts(with: mark.utf8) else { return nil }
    self.bytes = bytes
    end = bytes.count - 4
    index = end
    let kept = bytes[end...].enumerated().reduce(UInt32(0)) {
      $0 | UInt32($1.element) << UInt32(8 * $1.offset)
    }
    guard kept == Self.checksum(bytes[..<end]) else { return nil }
    index = mark.utf8.count
  }

  var isAtEnd: Bool { index == end }
  /// How many bytes are left, so that a count can be judged before room is made for it.
  var left: Int { end - index }

  mutating func number<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) -> Number? {
    let size = MemoryLayout<Number>.size
    guard left >= size else { return nil }
    var number = Number(0)
    withUnsafeMutableBytes(of: &number) { $0.copyBytes(from: bytes[index..<index + size]) }
    index += size
    return Number(littleEndian: number)
  }

  mutating func text() -> String? {
    guard let count = number(UInt32.self).map(Int.init), count <= left else { return nil }
    defer { index += count }
    return String(validating: bytes[index..<index + count], as: UTF8.self)
  }

  static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var hash = FNV1a32()
    for byte in bytes { hash.add(byte) }
    return hash.value
  }
}
