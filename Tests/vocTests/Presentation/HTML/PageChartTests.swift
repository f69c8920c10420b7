import Testing
import VocDesk
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
    (0, 9, "", ""), (1, 1, PageColour.few, "1"), (4, 4, PageColour.few, "4"),
    (5, 5, PageColour.heat[5], "5"), (5, 500, PageColour.heat[1], "5"), (100, 500, PageColour.heat[1], "100"),
    (101, 500, PageColour.heat[2], "101"),
  ])
  func anHourIsDrawnByWhatThereIs(n: Int, most: Int, fill: String, label: String) {
    var counts = [Int](repeating: 0, count: 168)
    counts[30] = n
    var hours = chart.hours(counting: counts + [most])
    hours.removeLast()
    let drawn = map(hours)
    #expect(drawn.components(separatedBy: "<rect").count == (n == 0 ? 1 : 2))
    if n > 0 { #expect(drawn.contains("fill=\"\(fill)\"") && drawn.contains(">\(label)</text>")) }
  }

  /// Nobody is shown a percentage of fewer than ten answers, nor hears one.
  @Test(arguments: [
    (0, 0, "", "", ""), (1, 1, PageColour.few, "·", "sample too small, n=1"),
    (9, 0, PageColour.few, "·", "sample too small, n=9"), (10, 0, PageColour.heat[0], "0", "0%, n=10"),
    (10, 10, PageColour.heat[5], "100", "100%, n=10"), (40, 10, PageColour.heat[2], "25", "25%, n=40"),
  ])
  func aShareIsToldOfTenAnswersOn(n: Int, negative: Int, fill: String, label: String, note: String) {
    var answers = HourlyAnswers()
    (answers.answers[30], answers.negative[30]) = (n, negative)
    let drawn = map(chart.hours(sharing: answers))
    #expect(drawn.components(separatedBy: "<rect").count == (n == 0 ? 1 : 2))
    #expect(drawn.contains("<desc>\(n == 0 ? "" : "Tu 6 h: \(note)")</desc>"))
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
