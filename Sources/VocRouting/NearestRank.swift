extension [Int64] {
  /// Of sorted values: the smallest that at least so large a share of them does not exceed; nil of nothing.
  public func nearestRank(_ share: Double) -> Int64? {
    isEmpty ? nil : self[Swift.max(0, Int((share * Double(count)).rounded(.up)) - 1)]
  }
}
