import Testing

@testable import VocInsight

struct TermSeriesTests {
  private func counter(_ texts: [(String, Int64)]) -> TermCounter {
    var counter = TermCounter()
    for (text, customer) in texts { counter.add(TextNormalizer.normalize(text), customer: customer) }
    return counter
  }

  @Test func countsTheCommonerTermsByPeriod() {
    let texts: [(String, Int64)] = [
      ("La cafetera gotea", 1), ("Cafetera que gotea", 2), ("gotea, gotea y gotea", 3), ("Otra cosa", 4),
    ]
    var series = TermSeries(counter(texts), inAtLeast: 2, customers: 2, periods: 3)
    #expect(series.series.map(\.term.term) == ["cafetera", "gotea"])
    for (index, text) in texts.enumerated() {
      series.add(TextNormalizer.normalize(text.0), period: index / 2)
    }
    series.add(TextNormalizer.normalize("gotea"), period: 3)
    series.add(TextNormalizer.normalize("gotea"), period: -1)
    #expect(series.textCounts == [2, 2, 0])
    #expect(series.series.map(\.texts) == [[2, 0, 0], [2, 1, 0]])
  }

  /// What one customer says over and over is no term of many.
  @Test func customersAreAskedToo() {
    let series = TermSeries(
      counter((0..<9).map { _ in ("gotea", 1) }), inAtLeast: 5, customers: 3, periods: 1)
    #expect(series.series.isEmpty)
  }

  @Test(arguments: [0, -3]) func noPeriodsAreNone(periods: Int) {
    var series = TermSeries(counter([("gotea", 1)]), inAtLeast: 1, customers: 1, periods: periods)
    series.add(TextNormalizer.normalize("gotea"), period: 0)
    #expect(series.textCounts == [] && series.series.map(\.texts) == [[]])
  }
}
