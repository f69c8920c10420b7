import VocDesk
import VocDomain

extension PageChart {
  /// One hour of the week.
  struct Hour {
    /// What it is told from: nothing is drawn of none.
    var n: Int
    /// Whether it is too little to be dark or light, and drawn in grey.
    var isFew: Bool
    /// How dark it is, 0...1.
    var level: Double
    /// The number that is written in it, of three characters at most.
    var label: String
    /// The same in words, for who hears the page.
    var note: String
  }

  /// The hours of a week, 168 from Monday 00:00 on: darker where there is more of what is counted. The description
  /// tells every hour that is drawn, for screen readers tell nothing of what is inside a picture
  /// (https://www.w3.org/TR/wai-aria-1.2/#img).
  func heatMap(_ hours: [Hour], days: [String], title: String) -> String {
    let (cell, height, left) = (13.0, 9.4, 22.0)
    var body: [String] = []
    for hour in stride(from: 0, to: 24, by: 3) {
      body.append(
        "<text x=\"\(place(left + Double(hour) * cell))\" y=\"7\" font-size=\"7\">\(hour)</text>")
    }
    for (index, hour) in hours.enumerated() {
      let (x, y) = (left + Double(index % 24) * cell, 9 + Double(index / 24) * height)
      if index % 24 == 0 {
        body.append(
          "<text x=\"0\" y=\"\(place(y + 6.8))\" font-size=\"7\">\(Escaping.html(days[index / 24]))</text>")
      }
      if hour.n == 0 { continue }
      let step = min(5, max(0, Int((hour.level * 5).rounded(.up))))
      let fill = hour.isFew ? PageColour.few : PageColour.heat[step]
      let ink = !hour.isFew && step >= 4 ? "#FFFFFF" : PageColour.text
      body.append(
        "<rect x=\"\(place(x))\" y=\"\(place(y))\" width=\"\(place(cell - 1))\" height=\"\(place(height - 1))\" fill=\"\(fill)\"/><text x=\"\(place(x + (cell - 1) / 2))\" y=\"\(place(y + 6.5))\" font-size=\"6\" text-anchor=\"middle\" fill=\"\(ink)\">\(hour.label)</text>"
      )
    }
    let told = hours.enumerated().filter { $0.element.n > 0 }.map { index, hour in
      "\(days[index / 24]) \(index % 24) h: \(hour.note)"
    }
    return svg(
      width: Int(left + 24 * cell), height: Int(10 + 7 * height), title: title,
      desc: told.joined(separator: "; "), body)
  }

  /// How many came in each hour, as dark as the busiest allows.
  func hours(counting counts: [Int]) -> [Hour] {
    let most = max(counts.max() ?? 0, 1)
    return counts.map {
      Hour(
        n: $0, isFew: $0 < 5, level: Double($0) / Double(most), label: PageChart.short($0),
        note: numbers.integer($0))
    }
  }

  /// Which share of each hour's answers is negative, in percent; a dot where the answers are too few for a share.
  func hours(sharing answers: HourlyAnswers) -> [Hour] {
    zip(answers.answers, answers.negative).map { n, negative in
      if n < SampleWarning.fewestShown {
        let tooFew = Phrase(es: "muestra insuficiente", en: "sample too small")(numbers.language)
        return Hour(n: n, isFew: true, level: 0, label: "·", note: "\(tooFew), n=\(numbers.integer(n))")
      }
      let share = Double(negative) / Double(n)
      return Hour(
        n: n, isFew: false, level: share, label: "\(Int((100 * share).rounded()))",
        note: "\(numbers.percent(share)), n=\(numbers.integer(n))")
    }
  }

  /// In three columns at most: 999, 1k, 12k.
  private static func short(_ count: Int) -> String { count < 1000 ? "\(count)" : "\(count / 1000)k" }
}
