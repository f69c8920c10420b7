import Foundation

/// When a term, or a topic, surged: the likeliest path of a machine with a calm and a busy state.
///
/// Source: J. Kleinberg, "Bursty and Hierarchical Structure in Streams", Data Mining and Knowledge Discovery
/// 7 (2003), section 4, batched arrivals and two states; the path of least cost is found exactly, by
/// Viterbi's algorithm.
public struct Bursts: Equatable, Sendable {
  /// One surge.
  public struct Burst: Equatable, Sendable {
    /// The periods of the surge, counted from 0.
    public let periods: ClosedRange<Int>
    /// What calling these periods busy saves, above 0 unless they cost the same: the strength of the surge.
    public let weight: Double
  }

  /// The share of hits in the calm state, that of all periods together.
  public let calmShare: Double
  /// The share of hits in the busy state, at most 1.
  public let busyShare: Double
  /// For each period, whether it is busy.
  public let isBusy: [Bool]
  /// The cost of the path.
  public let cost: Double
  /// The runs of busy periods.
  public let bursts: [Burst]

  /// Nil where all periods together have nothing.
  ///
  /// - Parameters:
  ///   - periods: for each period, the documents with the term, of all.
  ///   - scale: s, how many times as frequent the term is in the busy state, above 1.
  ///   - reluctance: γ, the cost of becoming busy in units of ln(periods); 0 and above. The path starts calm.
  public init?(_ periods: [Proportion], scale: Double = 2, reluctance: Double = 1) {
    let hits = periods.reduce(0) { $0 + $1.successes }
    guard let calm = Proportion(hits, of: periods.reduce(0) { $0 + $1.trials }).share, scale > 1,
      reluctance >= 0 && reluctance.isFinite
    else { return nil }
    calmShare = calm
    busyShare = min(1, calm * scale)
    let busy = busyShare
    let costs = periods.map { (calm: Self.cost($0, calm), busy: Self.cost($0, busy)) }
    (isBusy, cost) = Self.cheapestPath(costs, rise: reluctance * log(Double(periods.count)))
    bursts = Self.runs(isBusy).map { run in
      Burst(periods: run, weight: costs[run].reduce(0) { $0 + ($1.calm - $1.busy) })
    }
  }

  /// −ln of the binomial probability of the period.
  private static func cost(_ period: Proportion, _ share: Double) -> Double {
    let (r, d) = (Double(period.successes), Double(period.trials))
    let ways = logGamma(d + 1) - logGamma(r + 1) - logGamma(d - r + 1)
    let hits = r == 0 ? 0 : r * log(share)
    let misses = d == r ? 0 : (d - r) * log1p(-share)
    return -(ways + hits + misses)
  }

  /// Where two paths cost the same, the calmer one.
  private static func cheapestPath(
    _ costs: [(calm: Double, busy: Double)], rise: Double
  ) -> (path: [Bool], cost: Double) {
    var (calm, busy) = (0.0, Double.infinity)
    var cameBusy: [(calm: Bool, busy: Bool)] = []
    for period in costs {
      cameBusy.append((calm: busy < calm, busy: busy < calm + rise))
      (calm, busy) = (min(calm, busy) + period.calm, min(busy, calm + rise) + period.busy)
    }
    var path: [Bool] = []
    var isBusy = busy < calm
    for came in cameBusy.reversed() {
      path.append(isBusy)
      isBusy = isBusy ? came.busy : came.calm
    }
    return (path.reversed(), min(calm, busy))
  }

  private static func runs(_ isBusy: [Bool]) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for period in isBusy.indices where isBusy[period] {
      if let last = runs.last, last.upperBound == period - 1 {
        runs[runs.count - 1] = last.lowerBound...period
      } else {
        runs.append(period...period)
      }
    }
    return runs
  }
}
