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

  subscript(_ measure: ServiceMeasure) -> BucketHistogram { histograms[measure.rawValue] }

  mutating func add(_ measure: ServiceMeasure, _ histogram: BucketHistogram) {
    histograms[measure.rawValue].add(histogram)
  }

  mutating func add(_ measure: ServiceMeasure, bucket: Int, value: Int64) {
    histograms[measure.rawValue].add(bucket: bucket, value: value)
  }

  /// Times as values that quantiles can be read from.
  func durations(_ measure: ServiceMeasure) -> CountedSample {
    CountedSample(
      self[measure].counts.enumerated().lazy.map { (value: DurationBuckets.middle(of: $0), count: $1) })
  }

  /// How long tickets took until they were first solved, and how long those that never were have taken so far.
  func untilSolved(_ measure: ServiceMeasure) -> CensoredSample {
    let ages = measure == .businessResolution ? businessUnresolved : unresolved
    return CensoredSample(
      ended: durations(measure), goingOn: CountedSample(ages.map { (value: $0.key, count: $0.value) }))
  }

  var callLevel: ServiceLevel {
    func calls(_ measure: ServiceMeasure) -> [(wait: Int64, count: Int)] {
      self[measure].counts.enumerated().lazy.filter { $1 > 0 }
        .map { (Int64(DurationBuckets.middle(of: $0)), $1) }
    }
    return ServiceLevel(answered: calls(.answeredCall), abandoned: calls(.abandonedCall))
  }
}

extension BucketHistogram {
  /// How many solved tickets of a `ServiceMeasure.solved` histogram fulfil a condition.
  func solves(where condition: (SolveOutcome) -> Bool) -> Int {
    counts.enumerated().reduce(0) { condition(SolveOutcome(rawValue: $1.offset)) ? $0 + $1.element : $0 }
  }
}
