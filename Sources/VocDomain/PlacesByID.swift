/// Where what belongs to each row of a table stands in a list. Rows are numbered one by one, so that an array finds the
/// place in a fraction of a dictionary's time; the few numbers far beyond the others are in a dictionary.
public struct PlacesByID: Sendable {
  private var near: [Int32] = []
  private var far: [Int64: Int] = [:]
  private var count = 0

  /// How much of the array may stand empty, beyond what is in it.
  private static let slack = 1 << 16

  public init() {}

  public subscript(_ id: Int64) -> Int? {
    if id >= 0, id < Int64(near.count), near[Int(id)] >= 0 { return Int(near[Int(id)]) }
    return far.isEmpty ? nil : far[id]
  }

  /// Returns where it stood before.
  @discardableResult
  public mutating func set(_ place: Int, of id: Int64) -> Int? {
    let before = self[id]
    if before == nil { count += 1 }
    if id >= 0, id < Int64(4 * count + PlacesByID.slack), place < Int(Int32.max), far[id] == nil {
      while near.count <= Int(id) { near.append(-1) }
      near[Int(id)] = Int32(place)
    } else {
      far[id] = place
    }
    return before
  }
}
