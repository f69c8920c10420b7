import VocDesk
import VocDomain

/// `voc report trends`
enum ReportTrends {
  static let verb = Verb(
    words: ["report", "trends"],
    summary: Phrase(
      es: "Dice qué cambia: palabras nuevas, volumen, satisfacción fuera de lo usual",
      en: "Tells what changes: new words, volume, satisfaction beyond its usual limits"),
    details: Phrase(
      es:
        "Compara el periodo con los cuatro anteriores de igual largo; sin fechas, los últimos 30 días con datos. Textos: lo primero que dijo el cliente en cada ticket y los comentarios de encuestas; si son muchos se leen algunos, siempre los mismos. Un término emerge donde el azar lo explicaría menos de una vez en diez mil (G² de Rayson), con el doble de frecuencia, 5 textos y 3 clientes; con menos de una en mil se vigila. Las alarmas esperan a tener 8 periodos y ensanchan sus límites tanto como suelen variar los datos.",
      en:
        "Compares the period with the four before it, as long each; without dates the last 30 days with data. Texts: what the customer first said on each ticket, and comments of surveys; of many some are read, always the same. A term emerges where chance would explain it less than once in ten thousand (Rayson’s G²), with twice the frequency, 5 texts and 3 customers; with less than once in a thousand it is to be watched. Alarms wait for 8 periods and widen their limits as the data usually varies."
    ),
    positional: FilterInput.positional,
    options: ReportOptions.all + ReportOutput.options(tables: TrendsSheet.tables),
    jsonFields: [
      "since", "until", "before", "zone", "filter", "volume", "negative", "texts", UnfinishedImports.key,
    ]
      + TrendsSheet.tables,
    examples: ["voc report trends", "voc report trends channel:whatsapp --since 2026-10 --until 2026-10"],
    run: { invocation in
      try invocation.writeReport { period, filter in
        let report = try invocation.desk(for: .reading).trends(
          since: period.since, until: period.until, matching: filter)
        return TrendsSheet(report: report, invocation: invocation).sheet
      }
    })
}
