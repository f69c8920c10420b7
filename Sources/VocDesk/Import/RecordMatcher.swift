/// Tells the records of one file that are stored already from those that are new.
///
/// Identical records (the same "ok" twice in a minute) are told apart by an ordinal: the file's third is the
/// stored third.
struct RecordMatcher<Key: Hashable> {
  /// How many of a key have come, where it is more than one or the first was known.
  private var seen: [Key: Int64] = [:]
  private var older: [Key: Int64] = [:]
  private let memory: Int

  /// Forgets a key after `memory` others: for exports whose identical records stand near each other.
  init(memory: Int = .max) { self.memory = memory }

  /// The ordinal to store the record under; nil where it is stored already.
  ///
  /// `stored` looks an ordinal up: whether its row was stored from this very file, and whether it really says
  /// the same.
  mutating func newOrdinal(
    of key: Key, stored: (Int64) throws -> (isOwn: Bool, isSame: Bool)?
  ) rethrows -> Int64? {
    var ordinal = seen[key] ?? older[key] ?? 0
    while true {
      guard let found = try stored(ordinal) else {
        if ordinal > 0 { remember(key, ordinal + 1) }
        return ordinal
      }
      if found.isSame && !found.isOwn {
        remember(key, ordinal + 1)
        return nil
      }
      ordinal += 1
    }
  }

  private mutating func remember(_ key: Key, _ count: Int64) {
    if seen.count >= memory {
      older = seen
      seen = [:]
    }
    seen[key] = count
  }
}
