import VocDesk
import VocDomain

/// The satisfaction report as a message for a chat: plain text under 1,000 characters.
struct SatisfactionMessage {
  let report: SatisfactionReport
  let invocation: Invocation
  static let longest = 999

  /// Lines go from the end where there are too many.
  var text: String {
    var lines = [SatisfactionHeadline(report: report, invocation: invocation).text]
    if let filter = report.filter {
      lines.append(DisplayWidth.truncated(invocation.onlyTickets(of: filter), to: 200) + ".")
    }
    lines += UnfinishedImports.lines(report.unfinishedImports, invocation)
    if !figures.isEmpty { lines += [""] + figures }
    lines += [
      "",
      invocation.say(
        Phrase(
          es: "Entre corchetes, el intervalo del 95 %. Días de {zone}.",
          en: "In brackets, the 95% interval. Days of {zone}."), ["zone": report.zone]),
    ]
    while lines.joined(separator: "\n").count > SatisfactionMessage.longest, lines.count > 1 {
      lines.removeLast()
    }
    return String(lines.joined(separator: "\n").prefix(SatisfactionMessage.longest))
  }

  private var figures: [String] {
    let told: [ReportFigure.Measure] = [
      .nps, .csat, .ces, .responseRate, .firstReply, .resolution, .firstContact, .reopened, .abandoned,
    ]
    return told.flatMap { measure -> [ReportFigure] in
      let found = report.figures.filter { $0.measure == measure }
      return measure == .responseRate ? found : Array(found.prefix(1))
    }.map(line)
  }

  private func line(_ figure: ReportFigure) -> String {
    let name = figure.name(invocation.language)
    guard figure.isShown else {
      return
        "• \(name): \(figure.warningText(invocation.language)) (n=\(invocation.numbers.integer(figure.n)))"
    }
    let interval = figure.interval(invocation)
    let bounds = interval == .none ? "" : " [\(interval.shown(invocation.numbers))]"
    let notes = [figure.changeNote(invocation) ?? "", figure.warningText(invocation.language)]
    let change = notes.filter { !$0.isEmpty }.map { "; \($0)" }.joined()
    return
      "• \(name): \(figure.shown.shown(invocation.numbers))\(bounds), n=\(invocation.numbers.integer(figure.n))\(change)"
  }
}
