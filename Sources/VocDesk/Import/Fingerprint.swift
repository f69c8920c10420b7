/// A 64-bit FNV-1a hash of what an export's record says, to find it again when it comes twice.
///
/// http://www.isthe.com/chongo/tech/comp/fnv/. Two records with one hash are compared in full.
struct Fingerprint {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ text: String?) {
    var text = text ?? "\u{0}"
    text.withUTF8 { bytes in
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    hash = (hash ^ 0xFF) &* 0x100_0000_01B3
  }

  mutating func add(_ number: Int64) {
    hash = (hash ^ UInt64(bitPattern: number)) &* 0x100_0000_01B3
  }

  var value: Int64 { Int64(bitPattern: hash) }
}

/// Counts how often the same record has come in one file, without remembering the whole file.
///
/// Identical records stand near each other; one that comes again after 50,000 others is the same record
/// twice, as in two overlapping exports pasted together.
struct OrdinalCounter<Key: Hashable> {
  private var recent: [Key: Int64] = [:]
  private var older: [Key: Int64] = [:]
  private let limit = 50_000

  /// How many times the key has come before.
  subscript(key: Key) -> Int64 { recent[key] ?? older[key] ?? 0 }

  mutating func set(_ key: Key, to count: Int64) {
    if recent.count >= limit {
      older = recent
      recent = [:]
    }
    recent[key] = count
  }
}
