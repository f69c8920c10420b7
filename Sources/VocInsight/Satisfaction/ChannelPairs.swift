/// A test for every pair of channels: of the first with each later one, then of the second, and so on.
struct ChannelPairs<Test> {
  private(set) var places: [(first: Int, second: Int)] = []
  private(set) var tests: [Test] = []

  /// A pair of which `test` makes nothing is left out.
  init(count: Int, _ test: (Int, Int) -> Test?) {
    for first in 0..<count {
      for second in (first + 1)..<count {
        guard let result = test(first, second) else { continue }
        places.append((first, second))
        tests.append(result)
      }
    }
  }

  /// What stands in `values`, one for each test, for the pair of `one` and `other`, whichever comes first; 1
  /// where the pair was left out.
  func value(of one: Int, _ other: Int, in values: [Double]) -> Double {
    let place = (min(one, other), max(one, other))
    return places.firstIndex { $0 == place }.map { values[$0] } ?? 1
  }
}
