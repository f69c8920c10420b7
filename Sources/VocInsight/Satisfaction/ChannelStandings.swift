/// Channels compared two by two, and each with the best of them: what every kind of parity is told by.
struct ChannelStandings<Test: Equatable & Sendable> {
  /// A channel's figure over the best one's, and the interval of that; nil where there is none.
  typealias Ratio = (value: Double?, interval: ConfidenceInterval?)

  /// Of the first channel with each later one, then of the second, and so on.
  private(set) var pairs: [ChannelPair<Test>] = []
  /// The other channels beside the best, in the order given.
  private(set) var gaps: [ChannelGap] = []

  /// - Parameters:
  ///   - best: the place of the best channel among them.
  ///   - p: of a test.
  ///   - test: of two channels, by their places; a pair of which it makes nothing is left out.
  ///   - ratio: of a channel, by its place.
  init(
    _ channels: [String], best: Int, p: (Test) -> Double, test: (Int, Int) -> Test?, ratio: (Int) -> Ratio
  ) {
    var tested: [(first: Int, second: Int, test: Test)] = []
    for first in channels.indices {
      for second in channels.indices.dropFirst(first + 1) {
        if let test = test(first, second) { tested.append((first, second, test)) }
      }
    }
    let qs = MultipleTesting.benjaminiHochberg(tested.map { p($0.test) })
    pairs = zip(tested, qs).map { pair, q in
      ChannelPair(first: channels[pair.first], second: channels[pair.second], test: pair.test, q: q)
    }
    gaps = channels.indices.filter { $0 != best }.map { index in
      let place = tested.firstIndex { ($0.first, $0.second) == (min(index, best), max(index, best)) }
      // Of a pair that was left out nothing is demonstrated.
      let q = place.map { qs[$0] } ?? 1
      let (ratio, interval) = ratio(index)
      return ChannelGap(
        channel: channels[index], ratio: ratio, interval: interval, q: q,
        verdict: .of(ratio: ratio, interval: interval, q: q))
    }
  }
}
