import VocDesk
import VocDomain

/// The graph of a journey in the language of Graphviz (https://graphviz.org/doc/info/lang.html).
struct JourneyDot {
  let report: JourneyReport
  let invocation: Invocation

  init(_ report: JourneyReport, _ invocation: Invocation) {
    (self.report, self.invocation) = (report, invocation)
  }

  var text: String {
    var lines = [
      "digraph journey {", "  rankdir=LR;",
      "  node [shape=box, style=rounded, fontname=\"sans-serif\", color=\"\(MapColour.text)\", fontcolor=\"\(MapColour.text)\"];",
      "  edge [fontname=\"sans-serif\", fontcolor=\"\(MapColour.text)\"];",
    ]
    // From left to right, as the map has them.
    for activity in report.activities.sorted(by: { ($0.position, $0.name) < ($1.position, $1.name) }) {
      let label = [words(activity.name), invocation.numbers.integer(activity.count)]
      lines.append("  \(quoted(activity.name)) [label=\(quoted(label))];")
    }
    let most = Double(report.edges.first?.waits.count ?? 1)
    for edge in report.edges {
      let label = [JourneySheet.note(edge.waits, invocation.numbers)]
      let width = hundredths(1 + 5 * (Double(edge.waits.count) / most).squareRoot())
      lines.append(
        "  \(quoted(edge.from)) -> \(quoted(edge.to)) [label=\(quoted(label)), penwidth=\(width), color=\"\(MapColour(edge).rawValue)\"];"
      )
    }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }

  private func words(_ activity: String) -> String {
    TouchpointWording.text(activity, invocation.language)
  }

  private func quoted(_ text: String) -> String { quoted([text]) }

  /// Lines of a label; a backslash would be an escape and a quotation mark would end it.
  private func quoted(_ lines: [String]) -> String {
    let escaped = lines.map { line in
      Escaping.line(line).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }
    return "\"" + escaped.joined(separator: "\\n") + "\""
  }

  /// With a point, whatever the country: it is for a program.
  private func hundredths(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}

/// The colours of a journey's edges, by whom most of the waiting is for; told apart by contrast, too.
enum MapColour: String, CaseIterable {
  case company = "#B34700"
  case customer = "#0072B2"
  case other = "#767676"

  static let text = "#1A1A1A"

  init(_ edge: JourneyReport.Edge) {
    // The same in the same order each time, should two have waited as long.
    let most = JourneyReport.Holder.allCases.max { (edge.held[$0] ?? 0) < (edge.held[$1] ?? 0) }
    switch most {
    case _ where edge.waits.total == 0: self = .other
    case .company: self = .company
    case .customer: self = .customer
    case .thirdParty, .nobody, nil: self = .other
    }
  }
}
