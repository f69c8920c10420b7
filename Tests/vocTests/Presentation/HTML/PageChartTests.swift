import Testing
import VocDomain

@testable import voc

@Suite struct PageChartTests {
  private let chart = PageChart(numbers: NumberStyle(language: .en, environment: [:]))

  @Test(arguments: [
    ([70, 5000.0], 60.0, 21_600.0), ([60], 60, 600), ([0], 1, 10), ([1e12], 31_536_000, 315_360_000),
    ([3600, 3600], 3600, 21_600), ([0.5, .infinity, .nan, 20], 1, 60),
  ])
  func anAxisOfTimeLiesAroundItsTimes(seconds: [Double], first: Double, last: Double) throws {
    let axis = try #require(TimeAxis(seconds))
    #expect(axis.first == first && axis.last == last)
    for value in seconds + [0, -1, 1e300] { #expect((0...1).contains(axis.share(of: value)) || value.isNaN) }
    #expect(axis.share(of: axis.first) == 0 && axis.share(of: axis.last) == 1)
  }

  @Test func noTimesNoAxis() {
    #expect(TimeAxis([]) == nil)
    #expect(TimeAxis([.nan, .infinity]) == nil)
  }

  @Test func aTenthOfTheTimeIsAsFarOnALogarithmicAxis() throws {
    let axis = try #require(TimeAxis([1, 10]))
    #expect(abs(axis.share(of: 2) + axis.share(of: 5) - 1) < 1e-12)
  }

  private func map(_ hours: [PageChart.Hour]) -> String {
    chart.heatMap(hours, days: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"], title: "t")
  }

  /// The number from one on, grey under five, one hue from there.
  @Test(arguments: [
    (0, 0.0, "", ""), (1, 1, PageColour.few, "100"), (4, 0.5, PageColour.few, "50"),
    (5, 0, PageColour.heat[0], "0"), (5, 0.01, PageColour.heat[1], "1"), (50, 0.2, PageColour.heat[1], "20"),
    (50, 0.21, PageColour.heat[2], "21"), (9, 1, PageColour.heat[5], "100"),
  ])
  func anHourIsDrawnByWhatThereIs(n: Int, level: Double, fill: String, label: String) {
    var hours = [PageChart.Hour](repeating: .init(n: 0, level: 0, label: "0", note: ""), count: 168)
    hours[30] = .init(n: n, level: level, label: label, note: label)
    let drawn = map(hours)
    #expect(drawn.components(separatedBy: "<rect").count == (n == 0 ? 1 : 2))
    if n > 0 { #expect(drawn.contains("fill=\"\(fill)\"") && drawn.contains(">\(label)</text>")) }
  }

  @Test func everyHourThatIsDrawnIsReadAloud() {
    var counts = [Int](repeating: 0, count: 168)
    (counts[0], counts[33], counts[167]) = (1, 1200, 7)
    let drawn = map(chart.hours(counting: counts))
    #expect(drawn.contains("<desc>Mo 0 h: 1; Tu 9 h: 1,200; Su 23 h: 7</desc>"))
    #expect(map(chart.hours(counting: [])).contains("<desc></desc>"))
  }

  @Test func channelsAreDrawnWithWhatTheyHave() {
    let estimate = PageChart.Estimate(value: 90, low: 80, high: nil, note: "90%, n=12")
    let drawn = chart.channels(
      [
        .init(name: "<b>", satisfaction: estimate, wait: nil),
        .init(name: "Web", satisfaction: nil, wait: .init(value: 0, low: nil, high: nil, note: "0 s")),
      ], headings: ("CSAT", "p90"), title: "t")
    #expect(drawn.components(separatedBy: "<circle").count == 3)
    #expect(drawn.contains("&lt;b&gt;") && !drawn.contains("<b>"))
    #expect(!drawn.lowercased().contains("nan") && !drawn.contains("inf"))
    #expect(drawn.contains("<desc>&lt;b&gt;, CSAT: 90%, n=12; Web, p90: 0 s</desc>"))
  }
}
