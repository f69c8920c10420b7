import VocDesk
import VocDomain

/// `voc report customers`
enum ReportCustomers {
  static let verb = Verb(
    words: ["report", "customers"],
    summary: Phrase(
      es: "Quiénes importan y quiénes dan señales de irse: a quién llamar primero",
      en: "Who matters and who shows signs of leaving: whom to call first"),
    details: Phrase(
      es:
        "Clases por valor: A reúne el 80 % del valor, B hasta el 95 %, C el resto. El valor es el que anotó «voc customer value»; si no hay ninguno, los tickets del periodo. Las señales de riesgo suman puntos según expertos, no una probabilidad medida, y son a hoy, sea cual sea el periodo. Con un filtro cuentan los clientes con algún ticket del periodo que lo cumpla.",
      en:
        "Classes by value: A holds 80% of it, B up to 95%, C the rest. The value is what “voc customer value” keeps; where there is none, tickets of the period. Signs of risk add up points that experts guessed, no measured probability, and are as of today, whatever the period. With a filter the customers with a ticket of the period that it matches count."
    ),
    positional: FilterInput.positional,
    options: ReportOptions.all + [
      Option(
        names: ["--limit", "-L"], value: Phrase(both: "N"),
        summary: Phrase(
          es: "a cuántos listar (20; en CSV y JSON, a todos)",
          en: "how many to list (20; in CSV and JSON all)"))
    ] + ReportOutput.options(tables: CustomerSheet.tables),
    jsonFields: CustomerSheet.facts + CustomerSheet.tables,
    examples: [
      "voc report customers --since 2026-09", "voc report customers channel:whatsapp --csv",
      "voc report customers --table classes --json classes",
    ],
    run: { invocation in
      try invocation.writeReport { period, filter in
        let limit = try invocation.limit(ReportOutput(invocation: invocation).isForPrograms ? .max : 20)
        let report = try invocation.desk(for: .reading).customerReport(
          since: period.since, until: period.until, matching: filter, limit: limit)
        return CustomerSheet(report: report, invocation: invocation).sheet
      }
    })
}
