import Testing
import VocDomain
import VocTesting

@Suite struct IDTests {
  @Test(
    arguments: [
      [], [0], [5], [1, 2, 3, 64, 127, 128], [-1, Int64.min, 7], [Int64.max, 1], [3_000_000_000, 2, 2],
    ] as [[Int64]])
  func aSetHasWhatItWasMadeOf(ids: [Int64]) {
    let set = IDSet(ids)
    let others = ids.flatMap { [$0 &- 1, $0 &+ 1, $0 &+ 64] } + [0, 63, 64, 1 << 20, .min, .max]
    for id in ids + others { #expect(set.contains(id) == ids.contains(id), "\(id)") }
  }

  @Test func numbersAreThoseThatWereAdded() {
    var random = Chance(seed: 5)
    for _ in 0..<50 {
      var (numbers, plain) = (NumbersByID(), [Int64: [Int]]())
      for _ in 0..<200 {
        let id = random.next() % 4 == 0 ? Int64.max - Int64(random.next() % 3) : Int64(random.next() % 60)
        let number = Int(random.next() % 1_000)
        numbers.add(number, to: id)
        plain[id, default: []].append(number)
      }
      for id in Array(0..<60) + [Int64.max, .max - 1, .max - 2, .max - 3, -1] {
        var found: [Int] = []
        let isKnown = numbers.each(of: id) { found.append($0) }
        #expect(isKnown == (plain[id] != nil))
        #expect(found.sorted() == plain[id, default: []].sorted())
      }
    }
  }
}
