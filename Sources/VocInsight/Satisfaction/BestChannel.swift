/// The channel that the others are measured against.
enum BestChannel {
  /// Values under which a channel's figure is not shown, and is no measure for others: 1 of 1 beats them all.
  static let fewestValues = 10

  /// The place of the best figure among the channels with values enough, or among all where none has; the
  /// first of equals. Nil without channels.
  static func place(_ figures: [Double], counts: [Int], by isBetter: (Double, Double) -> Bool) -> Int? {
    let enough = figures.indices.filter { counts[$0] >= fewestValues }
    return (enough.isEmpty ? Array(figures.indices) : enough).min { isBetter(figures[$0], figures[$1]) }
  }
}
