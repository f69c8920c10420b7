/// Keeps the legs of calls together while a file is read, in memory that does not grow with it.
///
/// Legs of one call stand near each other: only the last `limit` calls are kept open, the oldest goes first.
struct LegWindow<Leg> {
  private let limit: Int
  /// More legs than any call has; a key with more is no call's.
  private let legLimit = 128
  private var open: [String: [Leg]] = [:]
  private var keys: [String] = []
  private var first = 0

  init(limit: Int = 4096) { self.limit = limit }

  /// Adds a leg; returns the legs of a call that there is no more room for.
  mutating func add(_ leg: Leg, key: String) -> [Leg]? {
    open[key, default: []].append(leg)
    guard let count = open[key]?.count else { return nil }
    if count >= legLimit { return open.removeValue(forKey: key) }
    if count > 1 { return nil }
    keys.append(key)
    return open.count > limit ? removeOldest() : nil
  }

  /// The legs of the oldest call; nil when none is left.
  mutating func removeOldest() -> [Leg]? {
    while first < keys.count {
      let key = keys[first]
      first += 1
      if first > 4096 && first * 2 > keys.count {
        keys.removeFirst(first)
        first = 0
      }
      if let legs = open.removeValue(forKey: key) { return legs }
    }
    return nil
  }
}
