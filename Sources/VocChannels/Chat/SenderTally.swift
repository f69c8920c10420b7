import VocDomain

/// How often each sender wrote whose side nothing tells.
struct SenderTally {
  private var counts: [String: Int] = [:]
  private static let limit = 10_000

  mutating func add(_ name: String) {
    if counts[name] == nil && counts.count >= Self.limit { return }
    counts[name, default: 0] += 1
  }

  /// Most talkative first.
  var senders: [(name: String, count: Int)] {
    counts.map { (name: $0.key, count: $0.value) }
      .sorted { $0.count == $1.count ? $0.name < $1.name : $0.count > $1.count }
  }
}
