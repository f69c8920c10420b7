public import VocDomain

/// The handling times of a period by kind of channel, from which as many more can be drawn.
///
/// The bootstrap: each as likely as it was, with replacement (Efron 1979). A kind without any takes from all.
public struct HandlingTimes: Sendable {
  private let byKind: [String: [HandlingTime]]
  private let all: [HandlingTime]

  public init(_ observed: [(kind: String, time: HandlingTime)]) {
    byKind = Dictionary(grouping: observed, by: \.kind).mapValues { $0.map(\.time) }
    all = observed.map(\.time)
  }

  public var count: Int { all.count }

  /// Nil where nothing at all was observed.
  public func draw(_ kind: String, _ chance: inout SplitMix64) -> HandlingTime? {
    let times = byKind[kind] ?? all
    return times.isEmpty ? nil : chance.pick(times)
  }
}

extension [SimulatedArrival] {
  /// The same tickets with handling times drawn anew. Each has its own generator: under another policy it
  /// draws alike.
  public func handled(by times: HandlingTimes, seed: UInt64) -> [SimulatedArrival] {
    enumerated().map { index, arrival in
      var chance = SplitMix64(seed: seed, stream: UInt64(index))
      var arrival = arrival
      arrival.handling = times.draw(arrival.channelKind, &chance) ?? arrival.handling
      return arrival
    }
  }

  /// As many days of the same weekdays, drawn with replacement: what the period could have been as well.
  ///
  /// Days of 24 hours, counted from the start of the period; a rest shorter than a day stays what it was.
  public func resampled(in period: Range<Instant>, seed: UInt64) -> [SimulatedArrival] {
    let days = Int((period.upperBound - period.lowerBound) / Seconds.day)
    func day(_ arrival: SimulatedArrival) -> Int { Int((arrival.at - period.lowerBound) / Seconds.day) }
    let byDay = Dictionary(grouping: filter { period.contains($0.at) }, by: day)
    var chance = SplitMix64(seed: seed, stream: .max)
    var drawn = byDay[days] ?? []
    for target in 0..<days {
      let alike = Swift.stride(from: target % 7, to: days, by: 7).map(\.self)
      let source = chance.pick(alike)
      drawn += (byDay[source] ?? []).map { arrival in
        var arrival = arrival
        arrival.at = arrival.at + Int64(target - source) * Seconds.day
        return arrival
      }
    }
    return drawn.sorted { $0.at < $1.at }
  }
}
