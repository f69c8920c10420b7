import Foundation
import VocDomain

extension HashedLogit {
  /// Trains on examples; the same examples in the same order give the same model.
  ///
  /// Logistic loss with an L2 penalty (C = 1), labels balanced by their frequency, 20 passes of AdaGrad (Duchi, Hazan
  /// and Singer, "Adaptive Subgradient Methods for Online Learning and Stochastic Optimization", Journal of Machine
  /// Learning Research 12, 2011) in an order drawn from `seed`.
  public init(training examples: [SentimentExample], seed: UInt64 = 1) {
    let visits = Visits(examples, seed: seed)
    let judges = SentimentLabel.allCases.map { Judge(Self.weights(for: $0, examples, visits)) }
    self.init(trainedOn: examples.count, judges: judges)
  }

  private static let passes = 20
  private static let rate: Float = 0.3

  /// The orders of all passes, and the share of the penalty that each visit of a bucket takes.
  private struct Visits {
    let orders: [[Int]]
    let penalties: [Float]

    init(_ examples: [SentimentExample], seed: UInt64) {
      var generator = SplitMix64(seed: seed)
      var order = Array(examples.indices)
      orders = (0..<passes).map { _ in
        generator.shuffle(&order)
        return order
      }
      var counts = [Float](repeating: 0, count: HashedFeatures.bucketCount)
      for bucket in examples.lazy.flatMap(\.features.buckets) { counts[Int(bucket)] += 1 }
      penalties = counts.map { $0 > 0 ? 1 / $0 : 0 }
    }
  }

  private static func weights(
    for label: SentimentLabel, _ examples: [SentimentExample], _ visits: Visits
  ) -> [Float] {
    var weights = [Float](repeating: 0, count: weightCount)
    var squares = [Float](repeating: 0, count: weightCount)
    let own = examples.count { $0.label == label }
    // A label that nothing or everything has cannot be learnt; it then says the same of every text.
    guard own > 0, own < examples.count else {
      weights[weightCount - 1] = own > 0 ? 1 : -1
      return weights
    }
    let ownWeight = Float(examples.count) / Float(2 * own)
    let otherWeight = Float(examples.count) / Float(2 * (examples.count - own))
    func descend(_ index: Int, _ gradient: Float) {
      squares[index] += gradient * gradient
      if squares[index] > 0 { weights[index] -= rate * gradient / squares[index].squareRoot() }
    }
    for index in visits.orders.joined() {
      let features = examples[index].features
      let isOwn = examples[index].label == label
      let sum = features.buckets.reduce(Float(0)) { $0 + weights[Int($1)] }
      var margin = sum * features.bucketValue + weights[weightCount - 1]
      for (index, value) in features.dense.enumerated() {
        margin += weights[HashedFeatures.bucketCount + index] * value
      }
      let error = (1 / (1 + exp(-margin)) - (isOwn ? 1 : 0)) * (isOwn ? ownWeight : otherWeight)
      for bucket in features.buckets {
        let bucket = Int(bucket)
        descend(bucket, error * features.bucketValue + weights[bucket] * visits.penalties[bucket])
      }
      for (offset, value) in features.dense.enumerated() where value != 0 {
        let place = HashedFeatures.bucketCount + offset
        descend(place, error * value + weights[place] / Float(examples.count))
      }
      descend(weightCount - 1, error)
    }
    return weights
  }
}

extension SplitMix64 {
  /// Puts elements in an order drawn by chance (Fisher and Yates, as in Knuth, "The Art of Computer Programming" 2, 3.4.2).
  mutating func shuffle<Element>(_ elements: inout [Element]) {
    for last in elements.indices.dropFirst().reversed() { elements.swapAt(last, below(last + 1)) }
  }
}
