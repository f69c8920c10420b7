import Testing
import VocDomain
import VocInsight
import VocTesting

@Suite struct JourneyGraphTests {
  /// Steps of "a0 b60 c60": activity and second; capitals are turns.
  private func steps(_ text: String, holder: WaitHolder = .company) -> [JourneyStep] {
    text.split(separator: " ").map { word in
      let name = String(word.prefix(1))
      return JourneyStep(
        name, at: Instant(unixSeconds: Int64(word.dropFirst()) ?? 0), holder: holder,
        traits: name == name.lowercased() ? [] : .turn)
    }
  }

  @Test func nothingIsKnownOfNothing() {
    var graph = JourneyGraph()
    graph.add([])
    #expect(graph.cases == 0 && graph.edges().isEmpty && graph.activities().isEmpty)
    #expect(graph.variants().isEmpty && graph.bottlenecks().ranked.isEmpty)
    #expect(Rework.Kind.allCases.allSatisfy { graph.rework.share($0).share == nil })
  }

  @Test func aCaseOfOneStepHasNoEdge() throws {
    var graph = JourneyGraph()
    graph.add(steps("a5"))
    let activity = try #require(graph.activities().first)
    #expect(graph.edges().isEmpty && graph.variantCount == 1)
    #expect(activity.starts == 1 && activity.ends == 1 && activity.position == 0)
  }

  @Test func stepsInDisorderAreOrderedByTimeAndThenByPlace() {
    var graph = JourneyGraph()
    graph.add(steps("b9 a3 c9"))
    #expect(graph.variants().map(\.activities) == [["a", "b", "c"]])
  }

  @Test func figuresOfAnEdgeByHolder() throws {
    var graph = JourneyGraph()
    for seconds in [0, 10, 20, 70] { graph.add(steps("a0 b\(seconds)")) }
    graph.add(steps("a0 b100", holder: .customer))
    let edge = try #require(graph.edges().first)
    #expect(edge.waits.count == 5 && edge.waits.total == 200)
    #expect(edge.waits.mean == 40 && edge.waits.median == 20 && edge.waits.p90 == 88)
    #expect(edge.secondsByHolder == [.company: 100, .customer: 100])
    let bottleneck = try #require(graph.bottlenecks().ranked.first)
    #expect(bottleneck.waits.count == 4 && bottleneck.waits.median == 15 && bottleneck.share == 1)
    #expect(graph.bottlenecks().feltSeconds == 100)
  }

  @Test func timesFarApartDoNotOverflow() throws {
    var graph = JourneyGraph()
    graph.add([
      JourneyStep("a", at: Instant(unixSeconds: .min), holder: .company),
      JourneyStep("b", at: Instant(unixSeconds: .max), holder: .company),
    ])
    #expect(try #require(graph.edges().first).waits.total == Int64(UInt32.max))
  }

  @Test func whatOnlyClosesIsFeltByNobody() {
    var graph = JourneyGraph()
    var closing = steps("a0 b60 z9000")
    closing[2].traits = .closing
    graph.add(closing)
    #expect(graph.bottlenecks().ranked.map(\.to) == ["b"])
    #expect(graph.edges().first { $0.to == "z" }?.secondsByHolder == [.nobody: 8940])
  }

  @Test(
    arguments: [
      ("a0 b1 c2", []), ("a0 a1", [.repeated, .selfLoop]), ("a0 b1 a2", [.repeated, .pingPong]),
      ("a0 b1 c2 a3", [.repeated]), ("A0 B1 A2 B3", []), ("A0 b1 A2", []), ("a0 B1 a2", [.repeated]),
      ("A0 A1", [.selfLoop]),
    ] as [(String, Set<Rework.Kind>)])
  func reworkOfACase(text: String, expected: Set<Rework.Kind>) {
    var graph = JourneyGraph()
    graph.add(steps(text))
    for kind in Rework.Kind.allCases {
      #expect(graph.rework.share(kind) == Proportion(expected.contains(kind) ? 1 : 0, of: 1), "\(kind)")
    }
  }

  @Test(
    arguments: [
      ([], false), (["a", "b"], false), (["a", "b", "a"], true), (["a", "a"], false),
      (["a", "b", "c", "a"], true), (["a", "a", "b", "b"], false),
    ] as [([String], Bool)])
  func handedBack(owners: [String], expected: Bool) {
    var graph = JourneyGraph()
    graph.add(owners.map { JourneyStep("x", at: Instant(unixSeconds: 0), holder: .company, owner: $0) })
    #expect((graph.rework.share(.handedBack).successes == 1) == expected)
  }

  /// Random cases against counting each thing on its own.
  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func sumsHold(seed: UInt64) {
    var generator = Chance(seed: seed)
    var graph = JourneyGraph()
    var cases: [[JourneyStep]] = []
    for _ in 0..<60 {
      var second: Int64 = 0
      let steps = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        second += Int64.random(in: 0...1000, using: &generator)
        return JourneyStep(
          ["a", "b", "c", "d"].randomElement(using: &generator) ?? "a", at: Instant(unixSeconds: second),
          holder: WaitHolder.allCases.randomElement(using: &generator) ?? .nobody,
          traits: Bool.random(using: &generator) ? .turn : .closing)
      }
      cases.append(steps)
      graph.add(steps)
    }
    let edges = graph.edges()
    let pairs = cases.flatMap { steps in zip(steps, steps.dropFirst()).map { ($0, $1) } }
    for edge in edges {
      let waits = pairs.filter { $0.activity == edge.from && $1.activity == edge.to }.map { $1.at - $0.at }
        .sorted()
      #expect(edge.waits.count == waits.count && edge.waits.total == waits.reduce(0, +), "seed \(seed)")
      #expect(edge.secondsByHolder.values.reduce(0, +) == edge.waits.total, "seed \(seed)")
      #expect(Double(waits[0]) <= edge.waits.median && edge.waits.median <= edge.waits.p90, "seed \(seed)")
      #expect(edge.waits.p90 <= Double(waits[waits.count - 1]), "seed \(seed)")
    }
    #expect(edges.reduce(0) { $0 + $1.waits.count } == pairs.count)
    let felt = pairs.filter { $0.holder == .company && !$1.traits.contains(.closing) }
    #expect(graph.bottlenecks().feltSeconds == felt.reduce(0) { $0 + ($1.1.at - $1.0.at) })
    let shares = graph.bottlenecks().ranked.map(\.share)
    #expect(abs(shares.reduce(0, +) - 1) < 1e-9 && shares == shares.sorted(by: >), "seed \(seed)")
    let activities = graph.activities()
    #expect(activities.reduce(0) { $0 + $1.starts } == 60 && activities.reduce(0) { $0 + $1.ends } == 60)
    #expect(graph.variants().reduce(0) { $0 + $1.count } == 60)
    #expect(activities.allSatisfy { (0...1).contains($0.position) })
  }
}
