import Foundation
import Testing
import VocInsight
import VocTesting

@Suite struct RelativeImportanceTests {
  /// A case of Oracles/importance_vectors.json.
  private struct Vector: Decodable {
    struct Expected: Decodable {
      var r2: Double
      var lmg: [Double]
      var rank: Int
      var p: Double
    }

    var id: String
    var outcome: [Double]
    var columns: [[Double]]
    var expected: Expected
  }

  private struct Vectors: Decodable { var cases: [Vector] }

  private static func vectors() throws -> [Vector] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Oracles/importance_vectors.json")
    return try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: file)).cases
  }

  @Test func everyFigureOfTheOracle() throws {
    let vectors = try Self.vectors()
    #expect(vectors.count == 7)
    for vector in vectors {
      let ours = try #require(RelativeImportance(of: vector.outcome, by: vector.columns))
      let expected = vector.expected
      #expect(abs(ours.explained - expected.r2) <= 1e-9, "\(vector.id)")
      #expect(ours.values.count == expected.lmg.count && ours.rank == expected.rank, "\(vector.id)")
      for (value, lmg) in zip(ours.values, expected.lmg) { #expect(abs(value - lmg) <= 1e-9, "\(vector.id)") }
      #expect(abs(try #require(ours.p) - expected.p) <= 1e-9, "\(vector.id)")
    }
  }

  // MARK: - Against all orders

  private func permutations(_ items: [Int]) -> [[Int]] {
    if items.isEmpty { return [[]] }
    return items.flatMap { first in
      permutations(items.filter { $0 != first }).map { [first] + $0 }
    }
  }

  /// What each adds when it joins those before it, averaged over all orders, R² from projections one after another.
  private func overAllOrders(_ outcome: [Double], _ columns: [[Double]]) -> [Double] {
    func dot(_ one: [Double], _ other: [Double]) -> Double { zip(one, other).reduce(0) { $0 + $1.0 * $1.1 } }
    func centred(_ numbers: [Double]) -> [Double] {
      let mean = numbers.reduce(0, +) / Double(numbers.count)
      return numbers.map { $0 - mean }
    }
    let y = centred(outcome)
    let orders = permutations(Array(columns.indices))
    var sums = columns.map { _ in 0.0 }
    for order in orders {
      var basis: [[Double]] = []
      for index in order {
        var rest = centred(columns[index])
        for vector in basis {
          let along = dot(rest, vector)
          rest = zip(rest, vector).map { $0 - along * $1 }
        }
        let length = dot(rest, rest).squareRoot()
        if length < 1e-6 { continue }
        let unit = rest.map { $0 / length }
        basis.append(unit)
        let along = dot(y, unit)
        sums[index] += along * along / dot(y, y)
      }
    }
    return sums.map { $0 / Double(orders.count) }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func valuesAreTheMeanOverAllOrdersAndTogetherWhatIsExplained(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let n = chance.number(8...60)
    var columns = (0..<chance.number(1...5)).map { _ in
      let often = chance.number(1...4)
      return (0..<n).map { _ in chance.isTrue(oneIn: often + 1) ? 1.0 : 0 }
    }
    // Now and then one that is always the same, and one that says what the first says.
    if chance.isTrue(oneIn: 3) { columns[columns.count - 1] = columns[0].map { _ in 1 } }
    if chance.isTrue(oneIn: 3), columns.count > 1 { columns[1] = columns[0].map { 1 - $0 } }
    var outcome = (0..<n).map {
      columns[0][$0] == 1 && chance.isTrue(oneIn: 2) || chance.isTrue(oneIn: 3) ? 1.0 : 0
    }
    outcome[0] = 1
    outcome[1] = 0
    let ours = try #require(RelativeImportance(of: outcome, by: columns))
    for (value, expected) in zip(ours.values, overAllOrders(outcome, columns)) {
      #expect(abs(value - expected) <= 1e-9, "seed \(seed)")
      #expect(value >= 0 && value.isFinite)
    }
    #expect(abs(ours.values.reduce(0, +) - ours.explained) <= 1e-9, "seed \(seed)")
    #expect((0...1).contains(ours.explained))
  }

  // MARK: - Edges

  @Test func whatNeverVariesExplainsNothing() throws {
    let constant = try #require(RelativeImportance(of: [0, 1, 0, 1], by: [[1, 1, 1, 1]]))
    #expect(constant.explained == 0 && constant.values == [0] && constant.rank == 0 && constant.p == nil)
    let outcome = try #require(RelativeImportance(of: [1, 1, 1, 1], by: [[0, 1, 0, 1]]))
    #expect(outcome.explained == 0 && outcome.values == [0])
    #expect(try #require(outcome.p) == 1)
  }

  @Test func twoThatSayTheSameShareAlike() throws {
    let facet = [1.0, 1, 1, 0, 0, 0, 1, 0]
    let ours = try #require(
      RelativeImportance(of: [1, 1, 0, 0, 0, 1, 1, 0], by: [facet, facet.map { 1 - $0 }]))
    #expect(abs(ours.explained - 0.25) < 1e-12 && ours.rank == 1)
    #expect(ours.values.allSatisfy { abs($0 - 0.125) < 1e-12 })
  }

  @Test func allThatIsToldIsExplained() throws {
    let ours = try #require(RelativeImportance(of: [1, 0, 1, 0, 1], by: [[1, 0, 1, 0, 1]]))
    #expect(abs(ours.explained - 1) < 1e-12)
    #expect(try #require(ours.p) < 1e-9)
  }

  @Test func nothingAndWhatIsNoNumberHaveNoFigure() {
    #expect(RelativeImportance(of: [], by: []) == nil)
    #expect(RelativeImportance(of: [1, .nan], by: [[0, 1]]) == nil)
    #expect(RelativeImportance(of: [1, 0], by: [[0, .infinity]]) == nil)
    #expect(RelativeImportance(of: [1, 0], by: [])?.explained == 0)
  }

  @Test func chanceExplainsAsMuchMoreAsThereAreVariables() throws {
    var chance = Chance(seed: 4)
    var sum = 0.0
    let runs = 400
    for _ in 0..<runs {
      let columns = (0..<3).map { _ in (0..<40).map { _ in chance.isTrue(oneIn: 2) ? 1.0 : 0 } }
      let outcome = (0..<40).map { _ in chance.isTrue(oneIn: 2) ? 1.0 : 0 }
      let ours = try #require(RelativeImportance(of: outcome, by: columns))
      #expect(abs(ours.explainedByChance - 3.0 / 39) < 1e-12)
      sum += ours.explained
    }
    #expect(abs(sum / Double(runs) - 3.0 / 39) < 0.01)
  }
}
