import VocDesk
import VocDomain

/// The columns that several tables of the journey share, with their values.
extension JourneySheet {
  var pairColumns: [ReportTable.Column] {
    [
      .init("from", say(Phrase(es: "De", en: "From")), isFlexible: true),
      .init("to", say(Phrase(es: "A", en: "To"))),
    ]
  }

  /// Exact seconds for programs, two units for people.
  var waitColumns: [ReportTable.Column] {
    [
      .init("count", say(Phrase(es: "Veces", en: "Times"))), .init("mean", "", for: .programs),
      .init("median", "", for: .programs), .init("p90", "", for: .programs),
      .init("total", "", for: .programs),
      .init("median_time", say(Phrase(es: "Mediana", en: "Median")), for: .people),
      .init("p90_time", "p90", for: .people, rank: 1),
      .init("total_time", say(Phrase(es: "En total", en: "In all")), for: .people),
      .init("warning", "", for: .programs),
    ]
  }

  func values(_ waits: JourneyReport.Waits) -> [ReportValue] {
    [
      .count(waits.count), .number(waits.mean, places: 3), .number(waits.median, places: 3),
      .number(waits.p90, places: 3), .count(Int(waits.total)),
      JourneySheet.shown(waits.median, of: waits.count, invocation.numbers),
      JourneySheet.shown(waits.p90, of: waits.count, invocation.numbers), .duration(Double(waits.total)),
      .text(JourneySheet.warnings(waits.count).map(\.code).joined(separator: " ")),
    ]
  }

  static func warnings(_ n: Int) -> [SampleWarning] { SampleWarning.rule(n: n, marginOfError: nil) }

  /// A figure of waits for people: none of fewer than ten, with a mark of fewer than 30.
  static func shown(_ seconds: Double, of n: Int, _ numbers: NumberStyle) -> ReportValue {
    let warnings = warnings(n)
    if warnings.contains(.figureHidden) || warnings.contains(.noData) { return .none }
    return warnings.isEmpty
      ? .duration(seconds) : .word(code: "", shown: DurationText.text(seconds, numbers) + "*")
  }

  /// Beside an arrow: how often, and the median.
  static func note(_ waits: JourneyReport.Waits, _ numbers: NumberStyle) -> String {
    "\(numbers.integer(waits.count)) · \(shown(waits.median, of: waits.count, numbers).shown(numbers))"
  }

  /// Below a table of waits some of which are few.
  static let smallSamples = Phrase(
    es: "* muestra pequeña (menos de 30); —: menos de 10, muestra insuficiente.",
    en: "* small sample (under 30); —: under 10, sample too small.")

  func remarks(onWaits counts: [Int]) -> [String] {
    isForPeople && counts.contains { !JourneySheet.warnings($0).isEmpty }
      ? [say(JourneySheet.smallSamples)] : []
  }

  var shareColumns: [ReportTable.Column] {
    [
      .init("count", "Tickets"), .init("of", say(Phrase(es: "De", en: "Of"))), .init("share", "%"),
      .init("low", "", for: .programs), .init("high", "", for: .programs),
      .init("interval", say(Phrase(es: "IC 95 %", en: "95% CI")), for: .people),
      .init("warning", say(Phrase(es: "Muestra", en: "Sample")), rank: 0),
    ]
  }

  /// Programs get the raw figures and the warning; people none under ten tickets.
  func values(_ share: JourneyReport.Share) -> [ReportValue] {
    let isHidden = isForPeople && share.warnings.contains(.figureHidden)
    func percent(_ value: Double?) -> ReportValue {
      isHidden ? .none : ReportValue(value) { .percent($0 * 100, places: 1) }
    }
    let warnings = share.warnings.filter { !(isHidden && $0 == .indicative) }
    return [
      .count(share.count), .count(share.of), percent(share.share), percent(share.low), percent(share.high),
      .range(percent(share.low), percent(share.high)),
      warnings.isEmpty
        ? .text("")
        : .word(
          code: warnings.map(\.code).joined(separator: " "),
          shown: warnings.map { $0.phrase(language) }.joined(separator: ", ")),
    ]
  }

  func shown<Row>(_ rows: [Row]) -> [Row] {
    isForPeople && invocation.string("--table") == nil ? Array(rows.prefix(JourneySheet.most)) : rows
  }

  var noData: String {
    say(Phrase(es: "Sin datos: ningún ticket en este periodo.", en: "No data: no ticket in this period."))
  }

  func words(_ activity: String) -> String { TouchpointWording.text(activity, language) }
  func value(_ activity: String) -> ReportValue { TouchpointWording.value(activity, language) }
  func say(_ phrase: Phrase) -> String { invocation.say(phrase) }
}
