import VocDesk
import VocDomain

/// Figures one below the other: what they are, with interval, n and change.
enum FigureTable {
  static func empty(
    _ key: String, heading: String, isCompared: Bool, _ invocation: Invocation
  ) -> ReportTable {
    func say(_ phrase: Phrase) -> String { invocation.say(phrase) }
    return ReportTable(
      key, heading,
      columns: [
        .init("measure", say(Phrase(es: "Medida", en: "Measure")), isFlexible: true),
        .init("unit", "", for: .programs), .init("n", "", for: .programs), .init("part", "", for: .programs),
        .init("value", say(Phrase(es: "Valor", en: "Value")), for: .people),
        .init("value", "", for: .programs), .init("low", "", for: .programs),
        .init("high", "", for: .programs),
        .init("interval", say(Phrase(es: "IC 95 %", en: "95% CI")), for: .people),
        .init("n", "n", for: .people),
        .init(
          "previous_text", say(Phrase(es: "Antes", en: "Before")), for: isCompared ? .people : .nobody,
          rank: 1),
        .init("previous", "", for: .programs), .init("previous_n", "", for: .programs),
        .init(
          "change_text", say(Phrase(es: "Cambio", en: "Change")), for: isCompared ? .people : .nobody),
        .init("change", "", for: .programs), .init("change_low", "", for: .programs),
        .init("change_high", "", for: .programs),
        .init("remark", say(Phrase(es: "Aviso", en: "Remark")), for: .people, rank: 2),
        .init("warning", "", for: .programs),
      ], whenEmpty: say(Phrase(es: "Sin datos.", en: "No data.")))
  }

  /// What programs get of a figure that stands in a row beside others: value, interval, counts and warnings.
  static func columns(_ key: String) -> [ReportTable.Column] {
    ["", "_low", "_high", "_n", "_part", "_warning"].map { .init(key + $0, "", for: .programs) }
  }

  /// The values of `columns`.
  static func values(_ figure: ReportFigure?) -> [ReportValue] {
    guard let figure else { return Array(repeating: .none, count: 6) }
    return [
      figure.value(figure.value), figure.value(figure.low), figure.value(figure.high), .count(figure.n),
      figure.part.map(ReportValue.count) ?? .none, .text(figure.warningCodes),
    ]
  }

  /// Below a table of figures in rows.
  static let smallSamples = Phrase(
    es: "* muestra pequeña u orientativa; con menos de 10 se dan los conteos.",
    en: "* small sample or indicative; under 10 the counts are given.")

  static func row(_ figure: ReportFigure, _ invocation: Invocation) -> [ReportValue] {
    let change = figure.change
    func changeValue(_ number: Double?) -> ReportValue {
      ReportValue(number) { figure.unit == .points ? .number($0, places: 0) : .percent($0, places: 1) }
    }
    return FigureRow(
      measure: .word(code: figure.code, shown: figure.name(invocation.language)), unit: figure.unit.rawValue,
      n: .count(figure.n), part: figure.part.map(ReportValue.count) ?? .none, shown: figure.shown,
      value: figure.value(figure.value), low: figure.value(figure.low), high: figure.value(figure.high),
      interval: figure.interval(invocation), previousShown: figure.previousShown,
      previous: figure.value(figure.previous), previousN: figure.previousN.map(ReportValue.count) ?? .none,
      changeText: figure.changeText(invocation).map { .word(code: "", shown: $0) } ?? .none,
      change: changeValue(change?.value), changeLow: changeValue(change?.low),
      changeHigh: changeValue(change?.high), remark: figure.warningText(invocation.language),
      warning: figure.warningCodes
    ).values
  }
}
