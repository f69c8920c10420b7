/// Customers by what they are worth: the few who matter most, those who matter, and the rest (ABC).
///
/// A are the customers, from the most valuable on, who begin before 80 % of all value is reached; B those who
/// begin before 95 %. Source: H. F. Dickie, "ABC Inventory Analysis Shoots for Dollars, Not Pennies", Factory
/// Management and Maintenance 109 (1951). Equally valuable ones are of one class, that of the middle one of them (of the
/// better of two): were a tie to go to the class in which it begins, all customers of one ticket might be A. That value
/// alone ranks, not the place, as in "ABC classification", https://www.daxpatterns.com/abc-classification/. Among
/// themselves they stand by their id.
public struct ValueClasses: Equatable, Sendable {
  /// One customer.
  public struct Member: Equatable, Sendable {
    public let id: Int64
    public let value: Double
    /// The share of all value that this customer and all before hold, 0...1.
    public let cumulativeShare: Double
    public let valueClass: ValueClass
  }

  /// The customers, the most valuable first.
  public let members: [Member]
  /// The share of all value that the most valuable fifth (rounded up) holds, 0...1: 0.8 by the rule of thumb,
  /// and seldom in truth. Where the last of them is tied it makes no difference who of the tie counts: each adds the same.
  public let topFifthShare: Double
  /// The Gini coefficient, 0 where all are worth the same.
  public let gini: Double

  /// Nil where all are worth nothing. A value that is negative or not finite counts as 0.
  public init?(_ values: some Sequence<(id: Int64, value: Double)>) {
    let sorted = values.map { (id: $0.id, value: $0.value > 0 && $0.value.isFinite ? $0.value : 0) }
      .sorted { $0.value != $1.value ? $0.value > $1.value : $0.id < $1.id }
    let total = sorted.reduce(0) { $0 + $1.value }
    guard total > 0, let gini = Gini.coefficient(sorted.map(\.value)) else { return nil }
    var (sum, last, valueClass) = (0.0, Double.infinity, ValueClass.a)
    members = sorted.indices.map { place in
      let (id, value) = sorted[place]
      if value < last {
        let tied = sorted[place...].prefix { $0.value == value }.count
        let beforeMiddle = sum + value * Double((tied - 1) / 2)
        valueClass = value > 0 ? ValueClass.of(shareBefore: beforeMiddle / total) : .c
        last = value
      }
      sum += value
      return Member(id: id, value: value, cumulativeShare: min(1, sum / total), valueClass: valueClass)
    }
    self.gini = gini
    topFifthShare = min(1, sorted.prefix((sorted.count + 4) / 5).reduce(0) { $0 + $1.value } / total)
  }
}
