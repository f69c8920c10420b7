import Foundation
import Testing
import VocInsight
import VocTesting

@Suite struct ValueClassesTests {
  static let vectors = ["ABC-1"]

  @Test func everyFigureOfTheOracle() throws {
    let vector = try StatsVectors().vector("ABC-1")
    vector.expectEveryField(["order", "classes", "gini", "top20_share"])
    let values = try #require(vector.input["value"] as? [String: NSNumber])
    let names = values.keys.sorted()
    let classes = try #require(
      ValueClasses(names.enumerated().map { (id: Int64($0), value: values[$1]?.doubleValue ?? 0) }))
    let order = try vector.strings("order")
    #expect(classes.members.map { names[Int($0.id)] } == order)
    let expected = try #require(vector.expected["classes"] as? [String: String])
    #expect(classes.members.count == expected.count)
    for member in classes.members {
      #expect(expected[names[Int(member.id)]] == member.valueClass.rawValue, "\(member.id)")
    }
    try vector.expect(classes.gini, "gini")
    try vector.expect(classes.topFifthShare, "top20_share")
  }

  @Test func nothingOneAndEqualCustomers() throws {
    #expect(ValueClasses([(id: Int64, value: Double)]()) == nil)
    #expect(ValueClasses([(id: 1, value: 0.0), (id: 2, value: -5)]) == nil)
    let one = try #require(ValueClasses([(id: 7, value: 3.0)]))
    #expect(one.members.map(\.valueClass) == [.a] && one.topFifthShare == 1 && one.gini == 0)
    let equal = try #require(ValueClasses((1...5).reversed().map { (id: Int64($0), value: 0.1) }))
    #expect(equal.members.map(\.id) == [1, 2, 3, 4, 5])
    #expect(equal.members.map(\.valueClass) == [.a, .a, .a, .a, .a])
    #expect(abs(equal.topFifthShare - 0.2) < 1e-12)
  }

  @Test(arguments: [
    // Two who together pass 80 %, and then 95 %: each pair goes to the better class of the two as a whole.
    ([70.0, 12, 12, 3, 3], [ValueClass.a, .a, .a, .b, .b]),
    // Who comes after a tie begins where it ends.
    ([50, 25, 25, 1], [.a, .a, .a, .c]),
    ([90, 2, 2, 2, 2, 2], [.a, .b, .b, .b, .b, .b]),
    ([96, 1, 1, 1, 1], [.a, .c, .c, .c, .c]),
    // Most of the ones begin beyond 80 %.
    ([79] + Array(repeating: 1, count: 21), [.a] + Array(repeating: .b, count: 21)),
  ]) func whoIsWorthTheSameIsOfTheSameClass(values: [Double], classes: [ValueClass]) throws {
    let ranking = try #require(ValueClasses(values.enumerated().map { (id: Int64($0), value: $1) }))
    #expect(ranking.members.map(\.valueClass) == classes)
  }

  @Test func refundsAndUnknownValuesCountAsNothing() throws {
    let classes = try #require(
      ValueClasses([
        (id: 1, value: -50.0), (id: 2, value: 10), (id: 3, value: .nan), (id: 4, value: 0),
      ]))
    #expect(classes.members.map(\.id) == [2, 1, 3, 4])
    #expect(classes.members.map(\.valueClass) == [.a, .c, .c, .c])
    #expect(classes.members.map(\.value) == [10, 0, 0, 0])
  }

  @Test func classesFollowOneAnotherAndSharesAddUp() throws {
    let seed: UInt64 = 80
    var generator = Chance(seed: seed)
    for _ in 0..<200 {
      let values = (0..<Int.random(in: 1...60, using: &generator)).map {
        (id: Int64($0), value: Double(Int.random(in: -5...100, using: &generator)))
      }
      guard let classes = ValueClasses(values.shuffled(using: &generator)) else { continue }
      #expect(classes.members.map(\.id) == ValueClasses(values)?.members.map(\.id), "seed \(seed)")
      let order = classes.members.map(\.valueClass)
      #expect(order == order.sorted() && order.first == .a)
      #expect(
        zip(classes.members, classes.members.dropFirst()).allSatisfy {
          $0.value != $1.value || $0.valueClass == $1.valueClass
        }, "seed \(seed)")
      let shares = classes.members.map(\.cumulativeShare)
      #expect(shares == shares.sorted() && abs((shares.last ?? 0) - 1) < 1e-12)
      #expect((0...1).contains(classes.topFifthShare) && (0..<1).contains(classes.gini))
    }
  }
}
