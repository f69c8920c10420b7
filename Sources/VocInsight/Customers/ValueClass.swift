/// How much a customer's worth weighs among all.
public enum ValueClass: String, CaseIterable, Comparable, Sendable {
  case a = "A"
  case b = "B"
  case c = "C"

  static func of(shareBefore share: Double) -> ValueClass {
    // Four fifths of five equal customers are 80 %, whatever the last digit says.
    if share < 0.8 - 1e-12 { return .a }
    return share < 0.95 - 1e-12 ? .b : .c
  }

  /// A comes before B.
  public static func < (left: ValueClass, right: ValueClass) -> Bool { left.rawValue < right.rawValue }
}
