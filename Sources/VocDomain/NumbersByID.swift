/// Some numbers of each row of a table, in no order.
public struct NumbersByID: Sendable {
  /// Where the chain of a row's numbers begins.
  private var firsts = PlacesByID()
  private var links: [(number: Int32, next: Int32)] = []

  public init() {}

  /// A number of 0..<2^31.
  public mutating func add(_ number: Int, to id: Int64) {
    links.append((Int32(number), Int32(firsts[id] ?? -1)))
    firsts.set(links.count - 1, of: id)
  }

  /// False where the row has none.
  @discardableResult
  public func each(of id: Int64, _ body: (Int) -> Void) -> Bool {
    guard var place = firsts[id] else { return false }
    while place >= 0 {
      body(Int(links[place].number))
      place = Int(links[place].next)
    }
    return true
  }
}
