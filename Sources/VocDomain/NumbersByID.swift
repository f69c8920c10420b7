/// Some numbers of each row of a table, in no order.
public struct NumbersByID: Sendable {
  /// Of each row twice its number; of one with several, one more than twice the place where their chain begins.
  private var firsts = PlacesByID()
  private var links: [(number: Int32, next: Int32)] = []

  public init() {}

  /// A number of 0..<2^30.
  public mutating func add(_ number: Int, to id: Int64) {
    guard let first = firsts.set(2 * number, of: id) else { return }
    if first.isMultiple(of: 2) { links.append((Int32(first / 2), -1)) }
    let next = first.isMultiple(of: 2) ? links.count - 1 : first / 2
    links.append((Int32(number), Int32(next)))
    firsts.set(2 * (links.count - 1) + 1, of: id)
  }

  /// False where the row has none.
  @discardableResult
  public func each(of id: Int64, _ body: (Int) -> Void) -> Bool {
    guard let first = firsts[id] else { return false }
    if first.isMultiple(of: 2) {
      body(first / 2)
      return true
    }
    var place = first / 2
    while place >= 0 {
      body(Int(links[place].number))
      place = Int(links[place].next)
    }
    return true
  }
}
