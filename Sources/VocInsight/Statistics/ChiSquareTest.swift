/// Pearson's chi-square test of a table of counts: whether its rows are made up alike.
///
/// Source: A. Agresti, Categorical Data Analysis, 3rd ed., section 3.2.1. Rows and columns without any count
/// say nothing and are left out.
public struct ChiSquareTest: Equatable, Sendable {
  /// The counts expected if all rows were made up alike, in the shape of the table.
  public let expected: [[Double]]
  /// The statistic, 0 and above: of a table of two rows and two columns with Yates' correction, unless
  /// asked otherwise.
  public let statistic: Double
  /// (Rows − 1) × (columns − 1); 0 where there is nothing to compare.
  public let degrees: Int
  /// Cramér's V, 0...1, the strength of the association; from the statistic without Yates' correction.
  ///
  /// Source: H. Cramér, Mathematical Methods of Statistics (1946), chapter 21.
  public let cramersV: Double

  /// Nil for a table without counts, with negative ones, or with rows of different lengths.
  ///
  /// - Parameter corrected: whether a two by two table gets Yates' correction for continuity.
  public init?(_ table: [[Int]], corrected: Bool = true) {
    let columnCount = table.first?.count ?? 0
    guard table.allSatisfy({ $0.count == columnCount && $0.allSatisfy { $0 >= 0 } }) else { return nil }
    let rows = table.map { $0.reduce(0) { $0 + Double($1) } }
    let columns = (0..<columnCount).map { column in table.reduce(0) { $0 + Double($1[column]) } }
    let total = rows.reduce(0, +)
    guard total > 0 else { return nil }
    let expected = rows.map { row in columns.map { row * $0 / total } }
    self.expected = expected

    let (height, width) = (rows.count { $0 > 0 }, columns.count { $0 > 0 })
    degrees = (height - 1) * (width - 1)
    func statistic(pulling correction: Double) -> Double {
      var sum = 0.0
      for (row, counts) in table.enumerated() {
        for (column, count) in counts.enumerated() where expected[row][column] > 0 {
          let distance = abs(Double(count) - expected[row][column])
          let pulled = distance - min(correction, distance)
          sum += pulled * pulled / expected[row][column]
        }
      }
      return sum
    }
    let plain = statistic(pulling: 0)
    self.statistic = corrected && height == 2 && width == 2 ? statistic(pulling: 0.5) : plain
    let least = Double(min(height, width) - 1)
    cramersV = least > 0 ? min(1, (plain / total / least).squareRoot()) : 0
  }

  /// P of a statistic at least so large where the rows do not differ, 0...1.
  public var p: Double { degrees == 0 ? 1 : ChiSquare.upperTail(statistic, degrees: Double(degrees)) }
}
