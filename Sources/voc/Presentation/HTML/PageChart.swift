import VocDesk
import VocDomain

/// The charts of the supervisor's page, as inline SVG that also reads without colour and aloud.
struct PageChart {
  let numbers: NumberStyle

  /// A frame with the title and the description that screen readers tell.
  func svg(width: Int, height: Int, title: String, desc: String, _ body: [String]) -> String {
    """
    <svg viewBox="0 0 \(width) \(height)" width="100%" role="img" aria-label="\(Escaping.html(title)). \
    \(Escaping.html(desc))"><title>\(Escaping.html(title))</title><desc>\(Escaping.html(desc))</desc>
    \(body.joined(separator: "\n"))
    </svg>
    """
  }

  func place(_ value: Double) -> String {
    // A point, whatever the reader's country: SVG knows no other mark.
    NumberStyle(language: .en, decimalMark: ".").decimal(value, places: 1).filter { $0 != "," }
  }

  // MARK: - Sparkline

  struct Point {
    var value: Double?
    var low: Double?
    var high: Double?
  }

  /// Twelve periods with their intervals as a band; gaps where there was nothing to show.
  func sparkline(_ points: [Point], title: String, desc: String) -> String? {
    let shown = points.flatMap { [$0.value, $0.low, $0.high] }.compactMap { $0 }.filter(\.isFinite)
    guard points.count(where: { $0.value != nil }) > 1, let least = shown.min(), let most = shown.max() else {
      return nil
    }
    let (width, height) = (120.0, 26.0)
    let span = most > least ? most - least : 1
    func x(_ index: Int) -> String {
      place(4 + Double(index) * (width - 8) / Double(max(points.count - 1, 1)))
    }
    func y(_ value: Double) -> String { place(height - 4 - (value - least) / span * (height - 8)) }
    var parts: [String] = []
    for run in PageChart.runs(points) {
      let band =
        run.compactMap { index in points[index].high.map { "\(x(index)),\(y($0))" } }
        + run.reversed().compactMap { index in points[index].low.map { "\(x(index)),\(y($0))" } }
      parts.append("<polygon points=\"\(band.joined(separator: " "))\" fill=\"#D6E6F2\"/>")
      let line = run.compactMap { index in points[index].value.map { "\(x(index)),\(y($0))" } }
      parts.append(
        "<polyline points=\"\(line.joined(separator: " "))\" fill=\"none\" stroke=\"\(PageColour.promoter)\" stroke-width=\"1.5\"/>"
      )
    }
    if let last = points.indices.last(where: { points[$0].value != nil }), let value = points[last].value {
      parts.append("<circle cx=\"\(x(last))\" cy=\"\(y(value))\" r=\"2.2\" fill=\"\(PageColour.promoter)\"/>")
    }
    return svg(width: Int(width), height: Int(height), title: title, desc: desc, parts)
  }

  /// Stretches of points in a row that have a value.
  private static func runs(_ points: [Point]) -> [[Int]] {
    var runs: [[Int]] = []
    for index in points.indices where points[index].value != nil {
      if let last = runs.last?.last, last + 1 == index {
        runs[runs.count - 1].append(index)
      } else {
        runs.append([index])
      }
    }
    return runs
  }

  // MARK: - Stacked bar

  /// Detractors, passives and promoters side by side, each with its count and share written on or below it; of fewer than
  /// ten the counts alone.
  func stackedBar(_ parts: [(label: String, count: Int)], title: String) -> String {
    let total = parts.reduce(0) { $0 + $1.count }
    let colours = [PageColour.detractor, PageColour.passive, PageColour.promoter]
    let width = 720.0
    var x = 0.0
    var body = [
      """
      <defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
      <rect width="6" height="6" fill="\(PageColour.detractor)"/><line x1="0" y1="0" x2="0" y2="6" \
      stroke="#FFFFFF" stroke-width="1.2" stroke-opacity="0.5"/></pattern></defs>
      """
    ]
    var words: [String] = []
    // The middle one goes a line lower where one of the others might run into it.
    let isWide = parts.allSatisfy { Double($0.count) * (width - 4) >= 150 * Double(max(total, 1)) }
    for (index, part) in parts.enumerated() where part.count > 0 {
      let share = Double(part.count) / Double(max(total, 1))
      let length = share * (width - 4)
      let fill = index == 0 ? "url(#hatch)" : colours[index]
      body.append(
        "<rect x=\"\(place(x))\" y=\"0\" width=\"\(place(max(1, length - 2)))\" height=\"18\" fill=\"\(fill)\"/>"
      )
      let text =
        "\(part.label) \(numbers.integer(part.count))" + (total < 10 ? "" : " (\(numbers.percent(share)))")
      words.append(text)
      let isLast = index == parts.count - 1
      let at = isLast ? width - 4 : x
      body.append(
        "<text x=\"\(place(at))\" y=\"\(index == 1 && !isWide ? 42 : 30)\" font-size=\"10\" text-anchor=\"\(isLast ? "end" : "start")\" fill=\"\(PageColour.text)\">\(Escaping.html(text))</text>"
      )
      x += length
    }
    return svg(
      width: Int(width), height: isWide ? 34 : 46, title: title, desc: words.joined(separator: ", "), body)
  }

  // MARK: - Bars

  struct Bar {
    var label: String
    /// Of one.
    var share: Double
    var note: String
  }

  /// One bar a line, its figures written beside it.
  func bars(_ bars: [Bar], title: String) -> String {
    let (left, room) = (92.0, 140.0)
    let most = max(bars.map(\.share).max() ?? 1, 1e-9)
    var body: [String] = []
    for (index, bar) in bars.enumerated() {
      let y = Double(index) * 12
      let length = max(1, bar.share / most * room)
      let label = DisplayWidth.truncated(bar.label, to: 17)
      body += [
        "<text x=\"0\" y=\"\(place(y + 8.5))\" font-size=\"8.5\">\(Escaping.html(label))</text>",
        "<rect x=\"\(place(left))\" y=\"\(place(y + 1.5))\" width=\"\(place(length))\" height=\"8.5\" fill=\"\(PageColour.promoter)\"/>",
        "<text x=\"\(place(left + length + 4))\" y=\"\(place(y + 8.5))\" font-size=\"8.5\">\(Escaping.html(bar.note))</text>",
      ]
    }
    let desc = bars.map { "\($0.label) \($0.note)" }.joined(separator: "; ")
    return svg(width: 340, height: bars.count * 12 + 2, title: title, desc: desc, body)
  }
}
