import Foundation
import VocDomain

/// Channels beside each other: what customers answer, and how long they wait.
extension PageChart {
  /// A figure with its interval, and the words that stand beside it.
  struct Estimate {
    var value: Double
    var low: Double?
    /// Nil where the interval has no end that is known.
    var high: Double?
    var note: String
  }

  struct Channel {
    var name: String
    /// In percent.
    var satisfaction: Estimate?
    /// In seconds.
    var wait: Estimate?
  }

  /// Where the axes of both lie, in units of a drawing that is 340 wide.
  private static let percent = (left: 78.0, right: 148.0)
  private static let seconds = (left: 226.0, right: 284.0)

  /// A line a channel: on the left a share on a scale of 0 to 100, on the right a time on a logarithmic one.
  func channels(_ channels: [Channel], headings: (satisfaction: String, wait: String), title: String)
    -> String
  {
    let axis = TimeAxis(
      channels.compactMap(\.wait).flatMap { [$0.value, $0.low, $0.high].compactMap(\.self) })
    let bottom = 12 + Double(channels.count) * 13
    var body = [
      words(headings.satisfaction, x: PageChart.percent.left, y: 7, size: 7),
      words(headings.wait, x: PageChart.seconds.left, y: 7, size: 7),
    ]
    for share in [0.0, 50, 100] {
      body.append(rule(x: percentPlace(share), to: bottom))
      body.append(
        words(numbers.decimal(share, places: 0), x: percentPlace(share), y: bottom + 7, size: 6.5, "middle"))
    }
    if let axis {
      for tick in axis.ticks {
        let x = wait(tick, on: axis)
        body.append(rule(x: x, to: bottom))
        if tick == axis.first || tick == axis.last {
          body.append(words(DurationText.text(tick, numbers), x: x, y: bottom + 7, size: 6.5, "middle"))
        }
      }
    }
    for (index, channel) in channels.enumerated() {
      let y = 12 + Double(index) * 13 + 6.5
      body.append(words(DisplayWidth.truncated(channel.name, to: 15), x: 0, y: y + 3, size: 9))
      if let estimate = channel.satisfaction {
        body += dot(estimate, y: y, end: PageChart.percent.right) { percentPlace($0) }
        body.append(words(estimate.note, x: PageChart.percent.right + 4, y: y + 3, size: 8))
      }
      if let estimate = channel.wait, let axis {
        body += dot(estimate, y: y, end: PageChart.seconds.right) { wait($0, on: axis) }
        body.append(words(estimate.note, x: PageChart.seconds.right + 4, y: y + 3, size: 8))
      }
    }
    let desc = channels.map { channel in
      [
        channel.name, channel.satisfaction.map { "\(headings.satisfaction): \($0.note)" },
        channel.wait.map { "\(headings.wait): \($0.note)" },
      ].compactMap(\.self).joined(separator: ", ")
    }
    return svg(
      width: 340, height: Int(bottom + 9), title: title, desc: desc.joined(separator: "; "), body)
  }

  private func percentPlace(_ share: Double) -> Double {
    let (left, right) = PageChart.percent
    return left + min(max(share, 0), 100) / 100 * (right - left)
  }

  private func wait(_ seconds: Double, on axis: TimeAxis) -> Double {
    let (left, right) = PageChart.seconds
    return left + axis.share(of: seconds) * (right - left)
  }

  private func dot(_ estimate: Estimate, y: Double, end: Double, _ x: (Double) -> Double) -> [String] {
    let high = estimate.high.map(x) ?? end
    let low = x(estimate.low ?? estimate.value)
    return [
      "<line x1=\"\(place(low))\" y1=\"\(place(y))\" x2=\"\(place(high))\" y2=\"\(place(y))\" stroke=\"\(PageColour.passive)\" stroke-width=\"2\"/>",
      "<circle cx=\"\(place(x(estimate.value)))\" cy=\"\(place(y))\" r=\"2.8\" fill=\"\(PageColour.promoter)\"/>",
    ]
  }

  private func rule(x: Double, to bottom: Double) -> String {
    "<line x1=\"\(place(x))\" y1=\"11\" x2=\"\(place(x))\" y2=\"\(place(bottom))\" stroke=\"\(PageColour.rule)\" stroke-width=\"0.6\"/>"
  }

  private func words(_ text: String, x: Double, y: Double, size: Double, _ anchor: String = "start") -> String
  {
    let at = anchor == "start" ? "" : " text-anchor=\"\(anchor)\""
    return
      "<text x=\"\(place(x))\" y=\"\(place(y))\" font-size=\"\(place(size))\"\(at)>\(Escaping.html(text))</text>"
  }
}

/// A logarithmic axis of seconds between two lengths of time that people know.
struct TimeAxis: Equatable {
  let first: Double
  let last: Double

  /// From a second to ten years.
  private static let known: [Double] = [
    1, 10, 60, 600, 3600, 21_600, 86_400, 604_800, 2_592_000, 31_536_000, 315_360_000,
  ]

  /// Around some times; nil of none.
  init?(_ seconds: [Double]) {
    let seconds = seconds.filter(\.isFinite)
    guard let least = seconds.min(), let most = seconds.max() else { return nil }
    let known = TimeAxis.known
    let first = known.lastIndex { $0 <= least } ?? 0
    let last = known.firstIndex { $0 >= most } ?? known.count - 1
    let low = min(first, known.count - 2)
    (self.first, self.last) = (known[low], known[max(last, low + 1)])
  }

  var ticks: [Double] { TimeAxis.known.filter { first <= $0 && $0 <= last } }

  /// Where a time lies, 0...1; what is beyond an end lies on it.
  func share(of seconds: Double) -> Double {
    guard seconds > first else { return 0 }
    return min(1, log(seconds / first) / log(last / first))
  }
}
