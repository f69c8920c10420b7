/// Whole numbers as LEB128 (DWARF 5, section 7.6) with the sign in the lowest bit.
public struct PackedNumbers {
  private let bytes: [UInt8]
  private var position = 0
  /// Whether the bytes ended within a number.
  public private(set) var isBroken = false

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  public mutating func next() -> Int64? {
    // Most numbers are small.
    if position < bytes.count, bytes[position] < 0x80 {
      defer { position += 1 }
      return Int64(bytes[position] >> 1) ^ -Int64(bytes[position] & 1)
    }
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if shift > 63 {
        isBroken = true
        return nil
      }
      value |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1) }
      shift += 7
    }
    isBroken = isBroken || shift > 0
    return nil
  }

  public static func append(_ number: Int64, to bytes: inout [UInt8]) {
    var value = UInt64(bitPattern: number << 1 ^ number >> 63)
    while value >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    bytes.append(UInt8(value))
  }
}
