import Testing
import VocDomain
import VocInsight
import VocTesting

@Suite struct FacetTableTests {
  /// Answers as blocks: how many, whether satisfied, and whether each facet is so.
  private func tabulated(_ blocks: [(Int, Bool, [Bool])]) -> FacetTable? {
    let answers = blocks.flatMap { block in Array(repeating: (block.1, block.2), count: block.0) }
    let count = blocks.first?.2.count ?? 0
    return FacetTable(
      satisfied: answers.map(\.0), facets: (0..<count).map { index in answers.map { $0.1[index] } })
  }

  @Test func countsDifferencePhiAndQuadrant() throws {
    // 40 with the first facet, of whom 10 are satisfied; 60 without, of whom 45 are. The second tells nothing.
    let table = try #require(
      tabulated([
        (5, true, [true, true]), (5, true, [true, false]), (15, false, [true, true]),
        (15, false, [true, false]),
        (22, true, [false, true]), (23, true, [false, false]), (8, false, [false, true]),
        (7, false, [false, false]),
      ]))
    let late = try #require(table.facets[0])
    #expect(late.with == Proportion(10, of: 40) && late.without == Proportion(45, of: 60))
    // χ² of the four counts by hand: 100 (10·15 − 30·45)² / (40·60·55·45), with the sign of the difference.
    let phi = -(1200.0 * 1200 / (40 * 60 * 55 * 45)).squareRoot()
    #expect(abs(late.phi - phi) < 1e-12)
    #expect(late.isDemonstrable && late.quadrant == .keyWeakness)
    let other = try #require(table.facets[1])
    #expect(!other.isDemonstrable && other.quadrant == .minorWeakness)
    #expect(abs(table.together.values.reduce(0, +) - table.together.explained) < 1e-12)
    #expect(table.together.explained >= phi * phi - 1e-12)
  }

  /// Where few are dissatisfied, z makes too much of one more: scipy.stats.fisher_exact([[27, 3], [943, 27]]) of scipy 1.17.1
  /// tells 0.057 where z tells 0.022.
  @Test func fewDissatisfiedAreTestedByFisher() throws {
    let table = try #require(
      tabulated([(27, true, [true]), (3, false, [true]), (943, true, [false]), (27, false, [false])]))
    let facet = try #require(table.facets[0])
    #expect(abs(facet.q - 0.057) < 0.001 && !facet.isDemonstrable)
  }

  @Test func importanceAndSatisfactionMakeTheFourQuadrants() throws {
    // Of 40 answers each, one facet or none: 10, 40, 26, 29 and 27 are satisfied, 66 % of all.
    let satisfied = [10, 40, 26, 29, 27]
    let blocks = satisfied.enumerated().flatMap { place, count in
      let facets = (0..<4).map { $0 == place }
      return [(count, true, facets), (40 - count, false, facets)]
    }
    #expect(
      try #require(tabulated(blocks)).facets.map { $0?.quadrant }
        == [.keyWeakness, .keyStrength, .minorWeakness, .minorStrength])
  }

  @Test(arguments: [(29, false), (30, true)])
  func fewerThanThirtyOnEitherSideAreNotShown(n: Int, isShown: Bool) throws {
    for isWith in [true, false] {
      let table = try #require(
        tabulated([
          (20, true, [isWith, true]), (n - 20, false, [isWith, false]), (30, true, [!isWith, false]),
          (30, false, [!isWith, true]),
        ]))
      #expect((table.facets[0] != nil) == isShown && table.facets[1] != nil)
      #expect(table.together.values.count == (isShown ? 2 : 1), "one that is hidden is in no figure")
    }
  }

  @Test func fewerThanThirtyAnswersAreNoTable() {
    #expect(tabulated([(29, true, [true])]) == nil)
    #expect(tabulated([(30, true, [true])])?.facets == [nil])
    #expect(FacetTable(satisfied: [], facets: []) == nil)
  }

  @Test func whereAllAreSatisfiedNothingIsImportant() throws {
    let table = try #require(tabulated([(40, true, [true]), (40, true, [false])]))
    let facet = try #require(table.facets[0])
    #expect(facet.phi == 0 && facet.importance == 0 && !facet.isDemonstrable)
  }
}
