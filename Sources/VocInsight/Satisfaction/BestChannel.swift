import VocDomain

/// The channel that the others are measured against.
enum BestChannel {
  /// The place of the best figure among the channels with values enough, or among all where none has; the
  /// first of equals. Nil without channels. A figure too small to be shown is no measure for others: 1 of 1 beats them
  /// all.
  static func place(_ figures: [Double], counts: [Int], by isBetter: (Double, Double) -> Bool) -> Int? {
    let enough = figures.indices.filter { counts[$0] >= SampleWarning.fewestShown }
    return (enough.isEmpty ? Array(figures.indices) : enough).min { isBetter(figures[$0], figures[$1]) }
  }
}
