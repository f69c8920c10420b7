/// How many tickets a list would have without its limit.
public struct TicketCount: Equatable, Sendable {
  public var number: Int
  /// Whether there may be more: counting them all would cost more than the list.
  public var isLeast: Bool

  public init(number: Int, isLeast: Bool) {
    self.number = number
    self.isLeast = isLeast
  }
}
