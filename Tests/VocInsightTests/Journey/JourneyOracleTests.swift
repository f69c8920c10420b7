import Testing
import VocDomain
import VocInsight
import VocTesting

/// The graph of whole event logs against PM4Py's figures (Oracles/README.md).
@Suite struct JourneyOracleTests {
  /// Each case's steps in the order of the file.
  private func cases(_ log: String) throws -> [[JourneyStep]] {
    var cases: [String: [JourneyStep]] = [:]
    for line in try JourneyFigures.text(ofLog: log).split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",").map(String.init)
      let numbers = cells[2].split { "- :".contains($0) }.compactMap { Int($0) }
      let time = try #require(
        LocalTime(
          year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers[3], minute: numbers[4],
          second: numbers[5]))
      cases[cells[0], default: []].append(
        JourneyStep(cells[1], at: Instant(unixSeconds: time.wallSeconds), holder: .company))
    }
    return cases.sorted { $0.key < $1.key }.map(\.value)
  }

  @Test(arguments: JourneyFigures.logs)
  func everyFigureEqualsPM4Pys(log: String) throws {
    let expected = try JourneyFigures(ofLog: log)
    var graph = JourneyGraph()
    for steps in try cases(log) { graph.add(steps) }
    let edges = graph.edges()
    #expect(edges.count == expected.edges.count)
    for edge in expected.edges {
      let note: Comment = "\(log): \(edge.from) → \(edge.to)"
      let ours = try #require(edges.first { $0.from == edge.from && $0.to == edge.to }, note)
      #expect(ours.waits.count == edge.count, note)
      #expect(abs(ours.waits.mean - edge.mean) <= 1e-9 * max(1, edge.mean), note)
      #expect(abs(ours.waits.median - edge.median) <= 1e-9 * max(1, edge.median), note)
      #expect(abs(ours.waits.p90 - edge.p90) <= 1e-9 * max(1, edge.p90), note)
      #expect(Double(ours.waits.total) == edge.total, note)
    }
    let activities = graph.activities()
    func told(_ count: (JourneyGraph.Activity) -> Int) -> [String: Int] {
      Dictionary(uniqueKeysWithValues: activities.map { ($0.name, count($0)) }.filter { $0.1 > 0 })
    }
    #expect(told(\.starts) == expected.starts)
    #expect(told(\.ends) == expected.ends)
    #expect(told(\.repeats) == expected.repeats.filter { $0.value > 0 })
    let variants = graph.variants()
    #expect(variants.count == expected.variants.count && graph.variantCount == variants.count)
    for variant in expected.variants {
      #expect(variants.first { $0.activities == variant.activities }?.count == variant.count)
    }
  }
}
