import Testing
import VocInsight

@Suite struct RateRatioTests {
  /// Counts in equal times: the interval follows from Clopper and Pearson's for 5 of 15 (0.11824 to 0.61620).
  @Test func equalTimes() throws {
    let rates = try #require(RateRatio(earlier: (10, 30), later: (5, 30)))
    #expect(rates.ratio == 0.5)
    let interval = try #require(rates.interval())
    #expect(abs(interval.low - 0.11824 / 0.88176) < 1e-4)
    #expect(abs(interval.high - 0.61620 / 0.38380) < 1e-4)
  }

  /// Twice the time halves the rate, and its interval with it.
  @Test func timesScale() throws {
    let equal = try #require(RateRatio(earlier: (10, 30), later: (5, 30)))
    let twice = try #require(RateRatio(earlier: (10, 30), later: (5, 60)))
    #expect(twice.ratio == 0.25)
    #expect(
      try abs(#require(twice.interval()).high - #require(equal.interval()).high / 2) < 1e-9)
  }

  @Test func nothingBeforeHasNoRatioAndNoUpperBound() throws {
    let rates = try #require(RateRatio(earlier: (0, 30), later: (5, 30)))
    #expect(rates.ratio == nil)
    #expect(try #require(rates.interval()).high == .infinity)
  }

  @Test func nothingAfterBeginsAtZero() throws {
    let rates = try #require(RateRatio(earlier: (12, 30), later: (0, 30)))
    let interval = try #require(rates.interval())
    #expect(rates.ratio == 0 && interval.low == 0 && interval.high < 0.5)
  }

  @Test(
    arguments: [
      (0, 30.0, 0, 30.0), (1, 0, 1, 30), (1, 30, 1, 0), (-1, 30, 1, 30), (1, .nan, 1, 30),
      (1, .infinity, 1, 30),
    ] as [(Int, Double, Int, Double)])
  func whatHasNoRateIsNone(before: Int, timeBefore: Double, after: Int, timeAfter: Double) {
    #expect(RateRatio(earlier: (before, timeBefore), later: (after, timeAfter)) == nil)
  }
}
