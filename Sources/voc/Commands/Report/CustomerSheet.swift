import VocDesk
import VocDomain

/// The report on customers as tables.
struct CustomerSheet {
  let report: CustomerReport
  let invocation: Invocation

  static let tables = ["customers", "classes", "stages"]
  static let facts = [
    "since", "until", "zone", "filter", "value_source", "n", "top_fifth_share", "gini", "high_a", "listed",
    "left_out", UnfinishedImports.key,
  ]

  var sheet: ReportSheet {
    ReportSheet(
      title: say(Phrase(es: "Clientes", en: "Customers")),
      subtitle: invocation.subtitle(of: report.period, filter: report.filter),
      headline: headline, facts: facts, tables: [customers, classes, stages],
      legend: UnfinishedImports.lines(report.unfinishedImports, invocation) + legend)
  }

  func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> String {
    invocation.say(phrase, values)
  }
  var numbers: NumberStyle { invocation.numbers }

  private var facts: [JSON.Member] {
    report.period.facts + [
      .init("zone", .string(report.zone)), .init("filter", JSON(report.filter)),
      .init("value_source", .string(report.worth.rawValue)), .init("n", .int(Int64(report.customers))),
      .init("top_fifth_share", JSON(report.topFifthShare)), .init("gini", JSON(report.gini)),
      .init("high_a", .int(Int64(report.endangered))), .init("listed", .int(Int64(report.entryCount))),
      .init("left_out", .int(Int64(report.nobodies))), UnfinishedImports.fact(report.unfinishedImports),
    ]
  }

  /// Under this many customers a share of the first fifth says nothing.
  private static let fewest = 10

  private var headline: String? {
    if report.customers == 0 { return nil }
    var parts: [String] = []
    if let share = report.topFifthShare, let gini = report.gini {
      parts.append(
        report.ranked < CustomerSheet.fewest
          ? say(
            Phrase(
              es: "Muestra insuficiente para decir cuánto aporta el 20 % primero (n={n}).",
              en: "Too few to tell what the first 20% bring (n={n})."), ["n": numbers.integer(report.ranked)])
          : say(
            Phrase(
              es: "El 20 % primero ({k} de {n} clientes) aporta {share} {what}; Gini {gini}.",
              en: "The first 20% ({k} of {n} customers) bring {share} {what}; Gini {gini}."),
            [
              "k": numbers.integer(report.topFifth), "n": numbers.integer(report.ranked),
              "share": inWords(share), "what": say(ofWhat), "gini": numbers.decimal(gini, places: 2),
            ]))
    }
    parts.append(CustomerCounts.endangered(report.endangered, in: numbers))
    return parts.joined(separator: " ")
  }

  private func inWords(_ percent: Double) -> String {
    let text = numbers.percent(percent / 100)
    return invocation.language == .es ? "el \(text)" : text
  }

  private var ofWhat: Phrase {
    report.worth == .stated
      ? Phrase(es: "del valor", en: "of the value") : Phrase(es: "de los tickets", en: "of the tickets")
  }

  // MARK: - Tables

  private var customers: ReportTable {
    var table = ReportTable(
      "customers", say(Phrase(es: "A quién llamar primero", en: "Whom to call first")),
      columns: [
        .init("id", say(Phrase(es: "Nº", en: "No.")), for: .programs),
        .init("id", say(Phrase(es: "Nº", en: "No.")), for: .people),
        .init("name", say(Phrase(es: "Cliente", en: "Customer")), isFlexible: true),
        .init("class", say(Phrase(es: "Clase", en: "Class"))),
        .init("value", say(worthHeading)),
        .init("signs", say(Phrase(es: "Señales", en: "Signs"))),
        .init("points", "", for: .programs),
        .init("stage", "", for: .programs),
        .init("reasons", say(Phrase(es: "Motivos", en: "Reasons")), for: .people, isFlexible: true),
        .init("reasons", "", for: .programs),
      ],
      whenEmpty: report.customers == 0
        ? say(CustomerSheet.noData)
        : say(
          Phrase(
            es: "Nadie muestra señales de riesgo medias o altas.",
            en: "Nobody shows medium or high signs of risk.")))
    for entry in report.entries {
      table.add([
        .count(Int(entry.id)), .word(code: "", shown: "#\(entry.id)"), .text(entry.name),
        entry.valueClass.map { .text($0.rawValue) } ?? .none, worth(entry.worth), band(entry.band),
        .number(entry.points, places: 1), entry.stage.map { .text($0.rawValue) } ?? .none,
        .word(
          code: "", shown: reasons(entry)),
        .text(entry.signs.map(\.code).joined(separator: " ")),
      ])
    }
    if report.entryCount > report.entries.count {
      table.remarks = [
        say(
          Phrase(
            es: "Se muestran {k} de {n}: --limit {n} los muestra todos.",
            en: "Showing {k} of {n}: --limit {n} shows them all."),
          ["k": numbers.integer(report.entries.count), "n": "\(report.entryCount)"])
      ]
    }
    return table
  }

  var worthHeading: Phrase {
    report.worth == .stated ? Phrase(es: "Valor", en: "Value") : Phrase(both: "Tickets")
  }

  /// What speaks for leaving, and then what speaks against it.
  private func reasons(_ entry: CustomerReport.Entry) -> String {
    func words(_ signs: [CustomerReport.Sign]) -> String {
      signs.map { $0.phrase(numbers) }.joined(separator: ", ")
    }
    let against = entry.signs.filter(\.speaksForStaying)
    if against.isEmpty { return words(entry.signs) }
    return say(
      Phrase(es: "{reasons}; a favor: {against}", en: "{reasons}; in favour: {against}"),
      ["reasons": words(entry.signs.filter { !$0.speaksForStaying }), "against": words(against)])
  }

  func worth(_ value: Double?) -> ReportValue {
    guard let value else { return .none }
    return report.worth == .tickets ? .count(Int(value)) : .number(value, places: AmountText.places(value))
  }

  private func band(_ band: CustomerReport.Band) -> ReportValue {
    .word(code: band.rawValue, shown: say(band.phrase))
  }

  static let noData = Phrase(es: "Sin datos.", en: "No data.")
  static let none = Phrase(es: "(sin dato)", en: "(none)")
}
