import VocDesk
import VocDomain

/// `voc report agents`
enum ReportAgents {
  static let verb = Verb(
    words: ["report", "agents"],
    summary: Phrase(
      es: "Muestra el trabajo de cada agente y qué necesita el equipo",
      en: "Shows each agent’s work and what the team needs"),
    details: Phrase(
      es:
        "Por orden alfabético y con intervalos: no es una clasificación. Un ticket es de quien lo tiene o lo tuvo al resolverse. El eNPS del equipo no se muestra con menos de 10 respuestas, tampoco sus conteos: serían de personas reconocibles.",
      en:
        "In alphabetical order and with intervals: it is no ranking. A ticket is of whoever has it or had it when it was solved. The team’s eNPS is not shown under 10 answers, nor are its counts: they would be of people one can tell."
    ),
    positional: FilterInput.positional,
    options: ReportOptions.all + ReportOutput.options(tables: AgentSheet.tables),
    jsonFields: ["since", "until", "zone", "filter", "enps", UnfinishedImports.key] + AgentSheet.tables,
    examples: [
      "voc report agents --since 2026-11", "voc report agents channel:whatsapp --table training",
      "voc report agents --csv",
    ],
    run: { invocation in
      try invocation.writeReport { period, filter in
        let report = try invocation.desk(for: .reading).agentReport(
          since: period.since, until: period.until, matching: filter)
        return AgentSheet(report: report, invocation: invocation).sheet
      }
    })
}
