/// The hash function FNV-1a (Fowler, Noll and Vo, http://www.isthe.com/chongo/tech/comp/fnv): the same on every
/// machine and run, so that it may stand in kept models.
struct FNV1a32 {
  private(set) var value: UInt32 = 0x811C_9DC5

  @inline(__always)
  mutating func add(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 0x0100_0193 }

  /// A token's squeezed codes, or an emoji's scalar; at most `limit` codes.
  mutating func add(_ token: TextToken, of text: NormalizedText, limit: Int = .max) {
    var left = limit
    if token.kind == .emoji {
      for shift in [0, 8, 16, 24] as [UInt32] { add(UInt8(truncatingIfNeeded: token.scalar >> shift)) }
      return
    }
    text.forEachCode(of: token) { code in
      if left > 0 { add(code) }
      left -= 1
    }
  }
}

/// The same with 64 bits.
struct FNV1a64 {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
}
