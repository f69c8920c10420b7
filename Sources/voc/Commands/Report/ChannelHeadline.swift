import VocDesk
import VocDomain

/// Whether the channels give the same service, in one sentence.
struct ChannelHeadline {
  let report: ChannelReport
  let invocation: Invocation

  var text: String {
    switch report.verdict {
    case nil: say(ChannelSheet.nothingToCompare)
    case .parity:
      differing.isEmpty
        ? say(
          Phrase(
            es: "Los canales dan el mismo servicio en todo lo que se comparó.",
            en: "The channels give the same service in all that was compared."))
        : say(
          Phrase(
            es:
              "Los canales dan el mismo servicio en todo lo que se comparó, dentro de la tolerancia; difieren demostrablemente, pero poco, en: {names}.",
            en:
              "The channels give the same service in all that was compared, within the tolerance; they differ demonstrably, but little, in: {names}."
          ), ["names": differing])
    case .inconclusive:
      say(
        Phrase(
          es:
            "No hay datos suficientes para decir si todos los canales dan el mismo servicio; falta en: {names}.",
          en:
            "There is not enough data to tell whether all channels give the same service; short of it: {names}."
        ),
        ["names": names(.inconclusive)])
    case .gap:
      say(
        Phrase(
          es: "No todos los canales dan el mismo servicio: {gaps}.",
          en: "Not all channels give the same service: {gaps}."),
        ["gaps": gaps.joined(separator: "; ")])
    }
  }

  /// The gap to tell where only one can be told.
  var widestGap: String? { gaps.first }

  private func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> String {
    invocation.say(phrase, values)
  }

  private var differing: String {
    names(report.comparisons.filter { $0.standings.contains(where: \.differsLittle) })
  }

  private func names(_ verdict: ChannelReport.Verdict) -> String {
    names(report.comparisons.filter { $0.verdict == verdict })
  }

  private func names(_ comparisons: [ChannelReport.Comparison]) -> String {
    comparisons.map { comparison in
      let name = say(comparison.measure.comparedPhrase)
      return comparison.measure == .csat ? name : name.prefix(1).lowercased() + name.dropFirst()
    }.joined(separator: ", ")
  }

  /// The widest gap of each measure that has one.
  private var gaps: [String] {
    report.comparisons.compactMap { comparison in
      guard let best = comparison.standings.first(where: \.isBest) else { return nil }
      let behind = comparison.standings.filter { $0.verdict == .gap }
      // Ratios of shares lie under one, those of times over it.
      let worst = behind.max { abs(distance($0.ratio)) < abs(distance($1.ratio)) }
      return worst.map { sentence(comparison, $0, best) }
    }
  }

  private func distance(_ ratio: Double?) -> Double {
    guard let ratio, ratio > 0 else { return 0 }
    return ratio > 1 ? ratio : 1 / ratio
  }

  private func sentence(
    _ comparison: ChannelReport.Comparison, _ worst: ChannelReport.Standing, _ best: ChannelReport.Standing
  ) -> String {
    let numbers = invocation.numbers
    let values = [
      "worst": worst.channel, "best": best.channel, "there": figure(comparison.measure, worst.channel),
      "here": figure(comparison.measure, best.channel),
      "times": numbers.decimal(worst.ratio ?? 0, places: (worst.ratio ?? 0) < 10 ? 1 : 0),
    ]
    switch comparison.measure {
    case .firstReply:
      return say(
        Phrase(
          es:
            "{worst} tarda {times} veces lo que {best} en responder por primera vez ({there} contra {here})",
          en: "{worst} takes {times} times as long as {best} to reply first ({there} against {here})"), values
      )
    case .resolution:
      return say(
        Phrase(
          es: "{worst} tarda {times} veces lo que {best} en resolver ({there} contra {here})",
          en: "{worst} takes {times} times as long as {best} to solve ({there} against {here})"), values)
    case .csat:
      return say(
        Phrase(
          es: "en {worst} queda satisfecho el {there} y en {best} el {here}",
          en: "on {worst} {there} are satisfied and on {best} {here}"), values)
    case .reopened:
      return say(
        Phrase(
          es: "en {worst} se reabre el {there} y en {best} el {here}",
          en: "on {worst} {there} are reopened and on {best} {here}"), values)
    default:
      return say(
        Phrase(
          es: "{worst} resuelve al primer contacto el {there} y {best} el {here}",
          en: "{worst} resolves {there} at first contact and {best} {here}"), values)
    }
  }

  private func figure(_ measure: ReportFigure.Measure, _ channel: String) -> String {
    let figure = report.rows.first { $0.name == channel }?.figure(measure)
    guard let figure, let value = figure.value else { return "—" }
    if figure.unit == .percent { return invocation.numbers.percent(value / 100) }
    return figure.value(value).shown(invocation.numbers)
  }
}
