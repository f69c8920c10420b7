import Foundation
import Testing
import VocInsight
import VocTesting

@Suite struct DriverTableTests {
  static let vectors = ["DRIVER-1"]

  @Test func everyDriverOfTheOracle() throws {
    let vector = try StatsVectors().vector("DRIVER-1")
    let counts = try #require(vector.input["tags"] as? [String: [NSNumber]])
    let rows = try vector.rows()
    let tags = try rows.map { row in
      let tag = try row.string("tag")
      let count = try #require(counts[tag])
      return DriverTable.Tagged(tag, Proportion(count[0].intValue, of: count[1].intValue))
    }
    let overall = Proportion(try vector.count("K"), of: try vector.count("N"))
    let table = try #require(DriverTable(overall: overall, tags: tags))
    #expect(table.drivers.count == rows.count && rows.count == counts.count)
    for (row, driver) in zip(rows, table.drivers) {
      row.expectEveryField([
        "tag", "with_rate", "without_rate", "diff", "newcombe95", "z", "p", "shrunk_with", "impact_points",
        "q_bh",
      ])
      #expect(try row.string("tag") == driver.tag)
      try row.expect(driver.with.share, "with_rate")
      try row.expect(driver.without.share, "without_rate")
      try row.expect(driver.comparison.difference, "diff")
      try row.expect(driver.comparison.newcombe(), "newcombe95")
      try row.expect(driver.comparison.z, "z")
      try row.expect(driver.comparison.zP, "p")
      try row.expect(driver.shrunkenShare, "shrunk_with")
      try row.expect(driver.impactPoints, "impact_points")
      try row.expect(driver.q, "q_bh")
    }
    #expect(table.drivers.map(\.isDemonstrable) == [true, false, true, true, false])
  }

  @Test func tagsWithNothingToBeComparedWithAreLeftOut() throws {
    let overall = Proportion(3, of: 5)
    #expect(DriverTable(overall: Proportion(0, of: 0), tags: []) == nil)
    #expect(DriverTable(overall: overall, tags: [])?.drivers == [])
    let table = try #require(
      DriverTable(overall: overall, tags: [.init("all", overall), .init("none", Proportion(0, of: 0))]))
    #expect(table.drivers == [])
  }

  @Test func tagsThatDoNotFitHaveNoTable() {
    let overall = Proportion(3, of: 5)
    #expect(DriverTable(overall: overall, tags: [.init("more", Proportion(4, of: 4))]) == nil)
    #expect(DriverTable(overall: overall, tags: [.init("unsatisfied", Proportion(1, of: 4))]) == nil)
  }

  @Test func equalSharesAreNoDriver() throws {
    let table = try #require(
      DriverTable(overall: Proportion(20, of: 20), tags: [.init("a", Proportion(12, of: 12))]))
    #expect(table.drivers[0].q == 1 && table.drivers[0].impactPoints == 0)
    #expect(table.drivers[0].shrunkenShare == 1)
  }

  @Test func figuresStayInTheirRanges() throws {
    let seed: UInt64 = 700
    var generator = Chance(seed: seed)
    for _ in 0..<200 {
      let (yes, no) = (Int.random(in: 0...200, using: &generator), Int.random(in: 0...200, using: &generator))
      let tags = (0..<Int.random(in: 0...8, using: &generator)).map { index in
        let satisfied = Int.random(in: 0...yes, using: &generator)
        let others = Int.random(in: 0...no, using: &generator)
        return DriverTable.Tagged("\(index)", Proportion(satisfied, of: satisfied + others))
      }
      guard let table = DriverTable(overall: Proportion(yes, of: yes + no), tags: tags) else { continue }
      for driver in table.drivers {
        #expect((driver.comparison.zP...1).contains(driver.q), "seed \(seed)")
        #expect((0...1).contains(driver.shrunkenShare) && abs(driver.impactPoints) <= 100)
        // The prior draws towards the overall share, never beyond it.
        let bounds = [try #require(driver.with.share), try #require(table.overall.share)].sorted()
        #expect(bounds[0] - 1e-12 <= driver.shrunkenShare && driver.shrunkenShare <= bounds[1] + 1e-12)
      }
    }
  }
}
