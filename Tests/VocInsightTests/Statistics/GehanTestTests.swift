import Testing
import VocTesting

@testable import VocInsight

@Suite struct GehanTestTests {
  /// Remission of leukaemia in weeks, E. A. Freireich et al., Blood 21 (1963): Gehan's own case. SAS's LIFETEST gives
  /// 13.4579 on 1 degree of freedom.
  private static let placebo = CensoredSample(
    ended: CountedSample([1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]),
    goingOn: CountedSample([]))
  private static let treated = CensoredSample(
    ended: CountedSample([6, 6, 6, 7, 10, 13, 16, 22, 23]),
    goingOn: CountedSample([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]))

  @Test func freireichsTrial() throws {
    let test = try #require(GehanTest([Self.treated, Self.placebo]))
    #expect(abs(test.statistic - 13.4579) < 0.0001 && test.degrees == 1)
    #expect(abs(test.p - 0.000244) < 1e-6)
    #expect(abs(test.scores[0] * 42 + 271) < 1e-9 && abs(test.scores[0] + test.scores[1]) < 1e-9)
  }

  @Test func theOrderOfGroupsMakesNoDifference() throws {
    let third = CensoredSample(ended: CountedSample([3, 9, 30]), goingOn: CountedSample([2, 40]))
    let one = try #require(GehanTest([Self.treated, Self.placebo, third]))
    let other = try #require(GehanTest([third, Self.treated, Self.placebo]))
    #expect(abs(one.statistic - other.statistic) < 1e-9 && one.degrees == 2)
  }

  /// Both ask the same; they differ in the variance alone.
  @Test func withoutAnythingGoingOnItIsNearKruskalAndWallis() throws {
    var generator = Chance(seed: 4)
    for shift in 0..<4 {
      let groups = (0..<3).map { group in
        (0..<400).map { _ in Double.random(in: 0...100, using: &generator) + Double(group * shift * 2) }
      }
      let test = try #require(
        GehanTest(groups.map { CensoredSample(ended: CountedSample($0), goingOn: CountedSample([])) }))
      let ranks = try #require(KruskalWallis(groups))
      #expect(abs(test.statistic - ranks.h) < 0.1 * ranks.h + 0.1, "\(test.statistic) \(ranks.h)")
    }
  }

  @Test func equalGroupsDoNotDiffer() throws {
    let test = try #require(GehanTest([Self.treated, Self.treated]))
    #expect(test.statistic < 1e-12 && test.p > 0.999)
  }

  @Test func whatCannotBeCompared() {
    let none = CensoredSample(ended: CountedSample([]), goingOn: CountedSample([]))
    let waiting = CensoredSample(ended: CountedSample([]), goingOn: CountedSample([1, 2]))
    let one = CensoredSample(ended: CountedSample([1]), goingOn: CountedSample([]))
    #expect(GehanTest([]) == nil && GehanTest([Self.treated]) == nil)
    #expect(GehanTest([none, none]) == nil && GehanTest([waiting, waiting]) == nil)
    #expect(GehanTest([one, none]) == nil)
    #expect(GehanTest([one, one]) == nil)
  }
}
