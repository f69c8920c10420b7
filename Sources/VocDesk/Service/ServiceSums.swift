import VocDomain
import VocInsight

/// What was counted of service in one stretch of time, or in one group of it.
struct ServiceSums {
  /// By the measures' raw values.
  private var histograms = [BucketHistogram](
    repeating: BucketHistogram(), count: ServiceMeasure.allCases.count)
  /// First solves that are old enough to tell whether the customer came again.
  var observed = BucketHistogram()
  /// Tickets of the stretch that have never been solved: their ages in seconds, as of now, and how many.
  var unresolved: [Double: Int] = [:]
  /// The same by their ages in the seconds in which their channels were attended.
  var businessUnresolved: [Double: Int] = [:]
  /// The same by their ages without the time that they waited for their customers; buckets of seconds (`DurationBuckets`).
  private var netUnresolved = BucketHistogram()

  subscript(_ measure: ServiceMeasure) -> BucketHistogram { histograms[measure.rawValue] }

  mutating func add(_ measure: ServiceMeasure, _ histogram: PackedHistogram) {
    histograms[measure.rawValue].add(histogram)
  }

  mutating func add(_ measure: ServiceMeasure, bucket: Int, value: Int64) {
    histograms[measure.rawValue].add(bucket: bucket, value: value)
  }

  /// Adds tickets that were never solved, as one of the two measures of these counts them; of one age in seconds.
  mutating func addUnresolved(
    _ measure: ServiceMeasure, _ parts: [(bucket: Int, count: Int)], age: Double
  ) {
    unresolved[age, default: 0] += parts.reduce(0) { $0 + $1.count }
    for (bucket, count) in parts {
      let net =
        measure == .unresolvedPaused
        ? bucket : DurationBuckets.bucket(of: Int64(age - DurationBuckets.middle(of: bucket)))
      netUnresolved.add(bucket: net, value: 0, times: count)
    }
  }

  /// Times as values that quantiles can be read from.
  func durations(_ measure: ServiceMeasure) -> CountedSample { CountedSample(durations: self[measure]) }

  /// How long tickets took until they were first solved, and how long those that never were have taken so far.
  func untilSolved(_ measure: ServiceMeasure) -> CensoredSample {
    func sample(_ ages: [Double: Int]) -> CountedSample {
      CountedSample(counted: ages.map { (value: $0.key, count: $0.value) })
    }
    let goingOn =
      switch measure {
      case .netResolution: CountedSample(durations: netUnresolved)
      case .businessResolution: sample(businessUnresolved)
      default: sample(unresolved)
      }
    return CensoredSample(ended: durations(measure), goingOn: goingOn)
  }

  var callLevel: ServiceLevel {
    func calls(_ measure: ServiceMeasure) -> [(wait: Int64, count: Int)] {
      self[measure].counts.enumerated().lazy.filter { $1 > 0 }
        .map { (Int64(DurationBuckets.middle(of: $0)), $1) }
    }
    return ServiceLevel(answered: calls(.answeredCall), abandoned: calls(.abandonedCall))
  }
}

extension CountedSample {
  /// Of buckets of seconds.
  fileprivate init(durations histogram: BucketHistogram) {
    self.init(
      counted: histogram.counts.enumerated().map { (value: DurationBuckets.middle(of: $0), count: $1) })
  }
}

extension BucketHistogram {
  /// How many solved tickets of a `ServiceMeasure.solved` histogram fulfil a condition.
  func solves(where condition: (SolveOutcome) -> Bool) -> Int {
    counts.enumerated().reduce(0) { condition(SolveOutcome(rawValue: $1.offset)) ? $0 + $1.element : $0 }
  }
}
