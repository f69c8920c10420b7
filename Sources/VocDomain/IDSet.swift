/// Which rows of a table are meant. Rows are numbered one by one, so that a bit for each tells in a fraction of a set's
/// time; the few numbers far beyond the others are in a set.
public struct IDSet: Sendable {
  private var near: [UInt64]
  private var far: Set<Int64> = []

  public init(_ ids: [Int64]) {
    let end = min(ids.max() ?? 0, Int64(64 * ids.count + IDSet.slack))
    near = [UInt64](repeating: 0, count: Int(max(0, end)) / 64 + 1)
    for id in ids {
      if let place = place(of: id) { near[place] |= IDSet.bit(of: id) } else { far.insert(id) }
    }
  }

  /// How many bits may be empty, beyond 63 for each that is set.
  private static let slack = 1 << 20

  public func contains(_ id: Int64) -> Bool {
    guard let place = place(of: id) else { return far.contains(id) }
    return near[place] & IDSet.bit(of: id) != 0
  }

  /// Nil far beyond.
  private func place(of id: Int64) -> Int? {
    id >= 0 && id / 64 < near.count ? Int(id / 64) : nil
  }

  private static func bit(of id: Int64) -> UInt64 { 1 << UInt64(id & 63) }
}
