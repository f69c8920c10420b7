import VocDesk
import VocDomain

/// Customers counted by class and by stage.
extension CustomerSheet {
  /// Classes are made among those whose worth is known, and so are their shares of customers; the others stand below.
  var classes: ReportTable {
    var table = tallies(
      "classes", classesHeading, "class", Phrase(es: "Clase", en: "Class"),
      andFor: .init("class_source", "", for: .programs))
    for line in report.classes {
      let isByWorth = line.valueClass != nil && !line.isGiven
      let source = isByWorth ? report.worth.rawValue : line.isGiven ? "segment" : ""
      table.add(
        [name(of: line), .word(code: source, shown: "")]
          + cells(line.tally, of: isByWorth ? report.ranked : nil, hasWorth: isByWorth))
    }
    return table
  }

  private var classesHeading: String {
    let heading = say(Phrase(es: "Clases por valor", en: "Classes by value"))
    if report.worth != .stated || report.ranked == 0 || report.ranked == report.customers { return heading }
    return heading
      + say(
        Phrase(
          es: ", entre los {n} de {all} clientes con valor anotado",
          en: ", among the {n} of {all} customers with a value on record"),
        ["n": numbers.integer(report.ranked), "all": numbers.integer(report.customers)])
  }

  private func name(of line: CustomerReport.ClassLine) -> ReportValue {
    guard let valueClass = line.valueClass else {
      return .word(code: "", shown: say(report.worth == .stated ? CustomerSheet.noValue : CustomerSheet.none))
    }
    if !line.isGiven { return .text(valueClass.rawValue) }
    return .word(
      code: valueClass.rawValue,
      shown: say(Phrase(es: "{x} (por su segmento)", en: "{x} (by segment)"), ["x": valueClass.rawValue]))
  }

  var stages: ReportTable {
    var table = tallies(
      "stages", say(Phrase(es: "Etapas (LAER)", en: "Stages (LAER)")), "stage",
      Phrase(es: "Etapa", en: "Stage"))
    for line in report.stages {
      let name: ReportValue =
        line.stage.map { .word(code: $0.rawValue, shown: say($0.stagePhrase)) }
        ?? .word(code: "", shown: say(CustomerSheet.none))
      table.add([name] + cells(line.tally, of: report.customers, hasWorth: true))
    }
    return table
  }

  private func tallies(
    _ key: String, _ heading: String, _ first: String, _ name: Phrase, andFor other: ReportTable.Column? = nil
  ) -> ReportTable {
    ReportTable(
      key, heading,
      columns: [.init(first, say(name))] + (other.map { [$0] } ?? []) + [
        .init("customers", say(Phrase(es: "Clientes", en: "Customers"))),
        .init("customer_share", say(Phrase(es: "% clientes", en: "% customers"))),
        .init("value", say(worthHeading)),
        .init(
          "value_share",
          say(
            report.worth == .stated
              ? Phrase(es: "% valor", en: "% value") : Phrase(es: "% tickets", en: "% tickets"))),
        .init("high", say(Phrase(es: "Señales altas", en: "High signs"))),
        .init("medium", say(Phrase(es: "medias", en: "medium"))),
        .init("low", say(Phrase(es: "bajas", en: "low"))),
      ], whenEmpty: say(CustomerSheet.noData))
  }

  /// `all`: of how many customers their share is; nil where it would be of others.
  private func cells(_ tally: CustomerReport.Tally, of all: Int?, hasWorth: Bool) -> [ReportValue] {
    let total = report.totalWorth
    return [
      .count(tally.customers),
      all.map { invocation.share(100 * Double(tally.customers) / Double(max($0, 1)), of: $0) } ?? .none,
      hasWorth ? worth(tally.worth) : .none,
      hasWorth && total > 0 ? invocation.share(100 * tally.worth / total, of: report.ranked) : .none,
      .count(tally[.high]), .count(tally[.medium]), .count(tally[.low]),
    ]
  }

  static let noValue = Phrase(es: "sin valor anotado", en: "no value on record")
}
