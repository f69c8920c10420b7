/// The authors of an export: how often each speaks, and which of them are no authors at all.
struct SenderTable: Sendable {
  /// How a line that seems to have an author is to be read.
  enum Verdict: Equatable, Sendable {
    case sender
    /// A system notice that holds ": ".
    case system
  }

  struct Entry: Sendable {
    /// As the file has it, up to the first ": ".
    let raw: [UInt8]
    let name: String
    var count = 0
    var verdict = Verdict.sender
    /// Names that go on after the first ": ", with how often each stands; nil once a line had none.
    var longer: [[UInt8]: Int]? = [:]
    /// The normalised ones of `longer` that were believed.
    var longerNames: [[UInt8]: String] = [:]
  }

  /// A file with more authors than any group: later ones are read alike, but not counted.
  private static let limit = 1 << 16
  private static let longerLimit = 16

  private(set) var entries: [Entry] = []
  private var index: [Int: [Int]] = [:]

  /// Counts a line; `longer` is its start up to the second ": ", where it has one.
  mutating func add(_ raw: ByteView, longer: ByteView?) {
    guard let position = position(of: raw) ?? insert(raw) else { return }
    entries[position].count += 1
    guard entries[position].longer != nil else { return }
    if let longer, longer.count <= raw.count + 80 {
      entries[position].longer?[longer.array, default: 0] += 1
      if (entries[position].longer?.count ?? 0) > SenderTable.longerLimit { entries[position].longer = nil }
    } else {
      entries[position].longer = nil
    }
  }

  /// Where `raw` stands in `entries`.
  func position(of raw: ByteView) -> Int? {
    guard let bucket = index[SenderTable.hash(raw)] else { return nil }
    return bucket.first { entries[$0].raw.count == raw.count && raw.hasPrefix(entries[$0].raw) }
  }

  private mutating func insert(_ raw: ByteView) -> Int? {
    guard entries.count < SenderTable.limit else { return nil }
    entries.append(Entry(raw: raw.array, name: SenderName.normalised(raw)))
    index[SenderTable.hash(raw), default: []].append(entries.count - 1)
    return entries.count - 1
  }

  private static func hash(_ raw: ByteView) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: raw.buffer)
    return hasher.finalize()
  }

  /// Decides about every author once all lines are counted.
  mutating func settle(title: String?) {
    for position in entries.indices {
      entries[position].verdict = SenderTable.verdict(entries[position].raw, count: entries[position].count)
      guard let longer = entries[position].longer, !longer.isEmpty, entries[position].name != title,
        longer.values.allSatisfy({ $0 >= 2 })
      else { continue }
      // Never alone, always followed by one of a few names that come again: the name itself holds ": ".
      for raw in longer.keys {
        entries[position].longerNames[raw] = raw.withUnsafeBytes { SenderName.normalised(ByteView($0)) }
      }
    }
  }

  /// Tells a system notice that holds ": " from an author.
  static func verdict(_ raw: [UInt8], count: Int) -> Verdict {
    raw.withUnsafeBytes { buffer in
      let bytes = ByteView(buffer)
      if SystemPhrase.match(bytes, includingWeak: false) != nil { return .system }
      let isOdd = count == 1 && (hasQuote(bytes) || bytes.string.count > 60)
      return isOdd && SystemPhrase.match(bytes) != nil ? .system : .sender
    }
  }

  private static func hasQuote(_ bytes: ByteView) -> Bool {
    bytes.firstIndex(of: 0x22) != nil || bytes.contains([0xE2, 0x80, 0x9C]) || bytes.contains([0xC2, 0xAB])
  }

  /// The normalised names with how often each speaks, most first.
  var senders: [(name: String, count: Int)] {
    var counts: [String: Int] = [:]
    for entry in entries where entry.verdict == .sender {
      if entry.longerNames.isEmpty { counts[entry.name, default: 0] += entry.count }
      for (raw, name) in entry.longerNames { counts[name, default: 0] += entry.longer?[raw] ?? 0 }
    }
    return counts.map { (name: $0.key, count: $0.value) }
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0.name < $1.name }
  }
}
