import VocDesk
import VocDomain

/// `voc report channels`
enum ReportChannels {
  static let verb = Verb(
    words: ["report", "channels"],
    summary: Phrase(
      es: "Compara los canales: ¿dan todos el mismo servicio?",
      en: "Compares the channels: do all give the same service?"),
    details: Phrase(
      es:
        "Por canal: CSAT, primera respuesta, resolución, primer contacto y reabiertos. Por cada medida, una prueba sobre todos los canales, las parejas, y un veredicto: paridad, brecha o no concluyente. Que no se note una diferencia no es paridad: también la paridad hay que mostrarla. Un canal con menos de 10 datos se muestra con sus conteos y queda fuera de las pruebas.",
      en:
        "By channel: CSAT, first reply, resolution, first contact and reopened. For each measure a test over all channels, the pairs, and a verdict: parity, gap or inconclusive. No visible difference is not parity: parity must be shown, too. A channel with fewer than 10 values is shown with its counts and left out of the tests."
    ),
    positional: FilterInput.positional,
    options: ReportOptions.all + ReportOutput.options(tables: ChannelSheet.tables),
    jsonFields: ["verdict", "since", "until", "zone", "filter", UnfinishedImports.key] + ChannelSheet.tables,
    examples: [
      "voc report channels --since 2026-09", "voc report channels priority:high --table pairs",
      "voc report channels --md",
    ],
    run: { invocation in
      try invocation.writeReport { period, filter in
        let report = try invocation.desk(for: .reading).channelReport(
          since: period.since, until: period.until, matching: filter)
        var sheet = ChannelSheet(report: report, invocation: invocation).sheet
        // All pairs are too many for a screen.
        if ReportOutput(invocation: invocation).isForPeople { sheet.tables.removeAll { $0.key == "pairs" } }
        return sheet
      }
    })
}
