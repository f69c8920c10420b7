/// A 64-bit FNV-1a hash of what an export's record says, to find it again when it comes twice.
///
/// http://www.isthe.com/chongo/tech/comp/fnv/. Two records with one hash are compared in full.
public struct Fingerprint: Sendable {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  public init() {}

  public init(_ texts: [String?], _ numbers: [Int64?] = []) {
    for text in texts { add(text) }
    for number in numbers { add(number ?? -1) }
  }

  public mutating func add(_ text: String?) {
    var text = text ?? "\u{0}"
    text.withUTF8 { bytes in
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    hash = (hash ^ 0xFF) &* 0x100_0000_01B3
  }

  public mutating func add(_ number: Int64) {
    hash = (hash ^ UInt64(bitPattern: number)) &* 0x100_0000_01B3
  }

  public var value: Int64 { Int64(bitPattern: hash) }
}
