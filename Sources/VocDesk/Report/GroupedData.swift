import VocDomain

/// Data by group; what counts for the same group comes in runs, so that the last one is at hand.
struct GroupedData {
  private var places = PlacesByID()
  private var groups: [(number: Int, data: PeriodData)] = []
  private var last: (number: Int, place: Int)?

  mutating func change(_ number: Int, _ body: (inout PeriodData) -> Void) {
    if let last, last.number == number { return body(&groups[last.place].data) }
    let place = places[Int64(number)] ?? groups.count
    if place == groups.count {
      places.set(place, of: Int64(number))
      groups.append((number, PeriodData()))
    }
    last = (number, place)
    body(&groups[place].data)
  }

  /// By the numbers of the groups.
  var byNumber: [Int: PeriodData] { Dictionary(uniqueKeysWithValues: groups.map { ($0.number, $0.data) }) }
}
