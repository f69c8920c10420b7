/// Data by group; what counts for the same group comes in runs, so that the last one is at hand.
struct GroupedData<Key: Hashable> {
  private var places: [Key: Int] = [:]
  private var all: [PeriodData] = []
  private var last: (key: Key, place: Int)?

  mutating func change(_ key: Key, _ body: (inout PeriodData) -> Void) {
    if let last, last.key == key { return body(&all[last.place]) }
    let place = places[key] ?? all.count
    if place == all.count {
      places[key] = place
      all.append(PeriodData())
    }
    last = (key, place)
    body(&all[place])
  }

  var byKey: [Key: PeriodData] { places.mapValues { all[$0] } }
}
