/// How unequally a whole is shared out.
public enum Gini {
  /// The Gini coefficient: 0 where all have the same, towards 1 where one has everything.
  ///
  /// Nil where nothing is shared out, and with negative or endless values. Source: A. Sen, On Economic
  /// Inequality (1973), chapter 2.
  public static func coefficient(_ values: [Double]) -> Double? {
    guard values.allSatisfy({ $0 >= 0 && $0.isFinite }) else { return nil }
    let total = values.reduce(0, +)
    guard total > 0, total.isFinite else { return nil }
    let n = Double(values.count)
    let weighted = values.sorted().enumerated().reduce(0) { sum, item in
      sum + (2 * Double(item.offset + 1) - n - 1) * (item.element / total)
    }
    return max(0, weighted / n)
  }
}
