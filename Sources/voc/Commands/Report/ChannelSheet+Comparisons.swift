import VocDesk
import VocDomain

/// The channels beside each other: to the best one, all at once, in pairs.
extension ChannelSheet {
  /// Each channel beside the best one.
  var parity: ReportTable {
    var table = ReportTable(
      "parity", say(Phrase(es: "Frente al mejor canal", en: "Beside the best channel")),
      columns: [
        .init("measure", say(Phrase(es: "Medida", en: "Measure"))),
        .init("channel", say(Phrase(es: "Canal", en: "Channel")), isFlexible: true),
        .init("ratio", say(Phrase(es: "Razón", en: "Ratio"))),
        .init("interval", say(Phrase(es: "IC 95 %", en: "95% CI")), for: .people),
        .init("low", "", for: .programs), .init("high", "", for: .programs),
        .init("q", "q", for: .people), .init("q", "", for: .programs),
        .init("verdict", say(Phrase(es: "Veredicto", en: "Verdict"))),
      ], whenEmpty: say(ChannelSheet.nothingToCompare))
    for comparison in report.comparisons {
      for standing in comparison.standings {
        table.add([
          .word(code: comparison.measure.rawValue, shown: say(comparison.measure.comparedPhrase)),
          name(standing.channel), number(standing.ratio, places: 2), interval(standing),
          number(standing.low, places: 4), number(standing.high, places: 4), shownP(standing.q),
          number(standing.q, places: 6), verdict(standing),
        ])
      }
    }
    if report.comparisons.contains(where: { $0.standings.contains(where: \.differsLittle) }) {
      table.remarks = [littleDifference]
    }
    return table
  }

  /// What parity means where a difference was shown all the same.
  var littleDifference: String {
    let numbers = invocation.numbers
    return say(
      Phrase(
        es:
          "Difieren poco: la diferencia es demostrable (q < {q}), pero menor que la tolerancia ({low} a {high}).",
        en:
          "They differ a little: the difference is demonstrable (q < {q}) but smaller than the tolerance ({low} to {high})."
      ),
      [
        "q": numbers.decimal(0.05, places: 2), "low": numbers.decimal(0.8, places: 1),
        "high": numbers.decimal(1.25, places: 2),
      ])
  }

  private func interval(_ standing: ChannelReport.Standing) -> ReportValue {
    guard let low = standing.low, let high = standing.high else { return .none }
    return .range(.number(low, places: 2), .number(high, places: 2))
  }

  private func verdict(_ standing: ChannelReport.Standing) -> ReportValue {
    if standing.isBest { return .word(code: "best", shown: say(Phrase(es: "el mejor", en: "the best"))) }
    if standing.differsLittle {
      return .word(
        code: ChannelReport.Verdict.parity.rawValue,
        shown: say(Phrase(es: "paridad, difieren poco", en: "parity, they differ a little")))
    }
    return standing.verdict.map { .word(code: $0.rawValue, shown: say($0.phrase)) } ?? .none
  }

  /// Over all channels together, a line a measure.
  var tests: ReportTable {
    var table = ReportTable(
      "tests", say(Phrase(es: "Todos los canales a la vez", en: "All channels at once")),
      columns: [
        .init("measure", say(Phrase(es: "Medida", en: "Measure")), isFlexible: true),
        .init("test", say(Phrase(es: "Prueba", en: "Test"))),
        .init("statistic", say(Phrase(es: "Estadístico", en: "Statistic"))),
        .init("degrees", say(Phrase(es: "gl", en: "df"))), .init("p", "p", for: .people),
        .init("p", "", for: .programs),
        .init("effect", say(Phrase(es: "Efecto", en: "Effect")), for: .people),
        .init("effect", "", for: .programs), .init("median", "", for: .programs),
        .init("median_test_p", "", for: .programs),
        .init("verdict", say(Phrase(es: "Veredicto", en: "Verdict"))),
      ], whenEmpty: say(ChannelSheet.nothingToCompare))
    for comparison in report.comparisons {
      let test = comparison.test
      // Where all are alike there was nothing to test.
      let isTested = test.degrees > 0
      table.add([
        .word(code: comparison.measure.rawValue, shown: say(comparison.measure.comparedPhrase)),
        .word(code: test.name.rawValue, shown: say(test.name.phrase)),
        isTested ? .number(test.statistic, places: 1) : .none, .count(test.degrees),
        isTested ? shownP(test.p) : .none, isTested ? .number(test.p, places: 6) : .none,
        isTested ? shownEffect(test) : .none, isTested ? number(test.effect, places: 4) : .none,
        ReportValue(comparison.medianTest?.median, as: ReportValue.duration),
        number(comparison.medianTest?.p, places: 6),
        .word(code: comparison.verdict.rawValue, shown: say(comparison.verdict.phrase)),
      ])
    }
    table.remarks = report.comparisons.compactMap(plainWords) + leftOut
    return table
  }

  private func shownEffect(_ test: ChannelReport.Test) -> ReportValue {
    guard let effect = test.effect else { return .none }
    let name = test.name == .kruskalWallis ? "ε²" : "V"
    return .word(code: "", shown: "\(name) \(invocation.numbers.decimal(effect, places: 2))")
  }

  /// Mood's test as a sentence.
  private func plainWords(_ comparison: ChannelReport.Comparison) -> String? {
    guard let test = comparison.medianTest else { return nil }
    let numbers = invocation.numbers
    let parts = comparison.standings.compactMap { standing -> String? in
      guard let above = standing.above, above.n > 0 else { return nil }
      return "\(standing.channel) \(numbers.percent(Double(above.part) / Double(above.n)))"
    }
    return say(
      Phrase(
        es:
          "Dicho llanamente: la mitad de todas las primeras respuestas tarda hasta {median}; más que eso espera: {parts} (prueba de la mediana de Mood, {p}).",
        en:
          "In plain words: half of all first replies take up to {median}; longer than that wait: {parts} (Mood’s median test, {p})."
      ),
      [
        "median": ReportValue.duration(test.median).shown(numbers), "parts": parts.joined(separator: ", "),
        "p": pText(test.p),
      ])
  }

  /// Whom the tests leave out, by measure.
  private var leftOut: [String] {
    ChannelReport.compared.compactMap { measure in
      let rows = report.leftOut(of: measure)
      if rows.isEmpty { return nil }
      let names = rows.map {
        "\($0.name.isEmpty ? say(SatisfactionSheet.none) : $0.name) (n=\($0.figure(measure)?.n ?? 0))"
      }
      return say(
        Phrase(
          es: "{measure}: fuera de las pruebas por tener menos de 10: {names}.",
          en: "{measure}: left out of the tests for having fewer than 10: {names}."),
        ["measure": say(measure.comparedPhrase), "names": names.joined(separator: ", ")])
    }
  }

  var pairs: ReportTable {
    var table = ReportTable(
      "pairs", say(Phrase(es: "Todas las parejas", en: "All pairs")),
      columns: [
        .init("measure", say(Phrase(es: "Medida", en: "Measure"))),
        .init("first", say(Phrase(es: "Canal", en: "Channel")), isFlexible: true),
        .init("second", say(Phrase(es: "y canal", en: "and channel"))),
        .init("effect_name", "", for: .programs),
        .init("effect", say(Phrase(es: "Diferencia", en: "Difference")), for: .people),
        .init("effect", "", for: .programs), .init("p", "p", for: .people), .init("p", "", for: .programs),
        .init("q", "q", for: .people), .init("q", "", for: .programs),
      ], whenEmpty: say(ChannelSheet.nothingToCompare))
    for comparison in report.comparisons {
      for pair in comparison.pairs {
        table.add([
          .word(code: comparison.measure.rawValue, shown: say(comparison.measure.comparedPhrase)),
          name(pair.first), name(pair.second),
          pair.effect == nil ? .none : .text(comparison.medianTest == nil ? "difference" : "cliffs_delta"),
          shownEffect(pair, isDelta: comparison.medianTest != nil), number(pair.effect, places: 4),
          shownP(pair.p), number(pair.p, places: 6), shownP(pair.q), number(pair.q, places: 6),
        ])
      }
    }
    return table
  }

  private func shownEffect(_ pair: ChannelReport.Pair, isDelta: Bool) -> ReportValue {
    guard let effect = pair.effect else { return .none }
    let numbers = invocation.numbers
    let sign = effect > 0 ? "+" : ""
    return .word(
      code: "",
      shown: isDelta
        ? "δ " + sign + numbers.decimal(effect, places: 2)
        : say(
          Phrase(es: "{points} puntos", en: "{points} points"),
          ["points": sign + numbers.decimal(100 * effect, places: 1)]))
  }

  // MARK: - Values

  private func number(_ value: Double?, places: Int) -> ReportValue {
    ReportValue(value) { .number($0, places: places) }
  }

  private func shownP(_ p: Double?) -> ReportValue {
    guard let p else { return .none }
    let numbers = invocation.numbers
    return .word(
      code: "", shown: numbers.probabilityCell(p))
  }

  private func pText(_ p: Double) -> String {
    let shown = shownP(p).shown(invocation.numbers)
    return shown.hasPrefix("<") ? "p < \(shown.dropFirst())" : "p = \(shown)"
  }

  static let nothingToCompare = Phrase(
    es: "Nada que comparar: hacen falta dos canales con 10 datos o más.",
    en: "Nothing to compare: that takes two channels with 10 values or more.")
}
