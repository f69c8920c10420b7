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

  private func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> String {
    invocation.say(phrase, values)
  }
  private var numbers: NumberStyle { invocation.numbers }

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
          code: "", shown: entry.signs.map { $0.phrase(numbers) }.joined(separator: ", ")),
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

  private var worthHeading: Phrase {
    report.worth == .stated ? Phrase(es: "Valor", en: "Value") : Phrase(both: "Tickets")
  }

  private func worth(_ value: Double?) -> ReportValue {
    guard let value else { return .none }
    return report.worth == .tickets ? .count(Int(value)) : .number(value, places: AmountText.places(value))
  }

  private func band(_ band: CustomerReport.Band) -> ReportValue {
    .word(code: band.rawValue, shown: say(band.phrase))
  }

  private var classes: ReportTable {
    var table = tallies(
      "classes", Phrase(es: "Clases por valor", en: "Classes by value"), "class",
      Phrase(es: "Clase", en: "Class"))
    for line in report.classes {
      add(
        line.tally,
        line.valueClass.map { .text($0.rawValue) } ?? .word(code: "", shown: say(CustomerSheet.none)),
        to: &table)
    }
    return table
  }

  private var stages: ReportTable {
    var table = tallies(
      "stages", Phrase(es: "Etapas (LAER)", en: "Stages (LAER)"), "stage", Phrase(es: "Etapa", en: "Stage"))
    for line in report.stages {
      let name: ReportValue =
        line.stage.map { .word(code: $0.rawValue, shown: say($0.stagePhrase)) }
        ?? .word(code: "", shown: say(CustomerSheet.none))
      add(line.tally, name, to: &table)
    }
    return table
  }

  private func tallies(_ key: String, _ heading: Phrase, _ first: String, _ name: Phrase) -> ReportTable {
    ReportTable(
      key, say(heading),
      columns: [
        .init(first, say(name)), .init("customers", say(Phrase(es: "Clientes", en: "Customers"))),
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

  private func add(_ tally: CustomerReport.Tally, _ name: ReportValue, to table: inout ReportTable) {
    let (customers, worth) = (Double(report.customers), report.totalWorth)
    table.add([
      name, .count(tally.customers),
      invocation.share(100 * Double(tally.customers) / max(customers, 1), of: report.customers),
      self.worth(tally.worth),
      worth > 0 ? invocation.share(100 * tally.worth / worth, of: report.customers) : .none,
      .count(tally[.high]), .count(tally[.medium]), .count(tally[.low]),
    ])
  }

  static let noData = Phrase(es: "Sin datos.", en: "No data.")
  static let none = Phrase(es: "(sin dato)", en: "(none)")

  // MARK: - What it rests on

  private var legend: [String] {
    var lines = [
      say(
        report.worth == .stated
          ? Phrase(
            es:
              "Valor: lo que anotó «voc customer value»; quien no lo tiene no entra en la cuenta del valor. Clase A hasta el 80 % del valor, B hasta el 95 %, C el resto.",
            en:
              "Value: what “voc customer value” keeps; who has none does not count in it. Class A up to 80% of the value, B up to 95%, C the rest."
          )
          : Phrase(
            es:
              "No hay valores anotados («voc customer value»): en su lugar cuentan los tickets del periodo, que dicen quién contacta más y no quién vale más. Clase A hasta el 80 % de los tickets, B hasta el 95 %, C el resto.",
            en:
              "No values are kept (“voc customer value”): tickets of the period stand in, which tell who writes most and not who is worth most. Class A up to 80% of the tickets, B up to 95%, C the rest."
          )),
      say(
        Phrase(
          es:
            "Señales de riesgo, a hoy: puntos que expertos dieron a cada motivo, no una probabilidad medida; altas, medias y bajas son cortes de esa suma. Días de {zone}.",
          en:
            "Signs of risk, as of today: points that experts gave to each reason, no measured probability; high, medium and low are cuts of their sum. Days of {zone}."
        ), ["zone": report.zone]),
    ]
    if report.filter != nil {
      lines.insert(
        say(
          Phrase(
            es: "Solo clientes con un ticket del periodo que cumple el filtro; las clases son entre ellos.",
            en: "Only customers with a ticket of the period that matches the filter; classes are among them.")
        ),
        at: 0)
    }
    lines.append(
      say(
        Phrase(
          es:
            "La clase la calcula este informe; el segmento de un cliente (segment:A, --by segment) es el que le dio el negocio, y puede ser otro.",
          en:
            "The class is what this report reckons; a customer’s segment (segment:A, --by segment) is what the business gave them, and may differ."
        )))
    if report.givenClasses > 0 { lines.append(CustomerCounts.given(report.givenClasses, in: numbers)) }
    if report.nobodies > 0 { lines.append(CustomerCounts.leftOut(report.nobodies, in: numbers)) }
    if report.unmeasured > 0 {
      lines.append(CustomerCounts.unmeasured(report.unmeasured, in: numbers))
    }
    return lines
  }
}
