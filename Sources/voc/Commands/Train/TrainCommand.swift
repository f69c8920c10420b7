import VocDesk
import VocDomain

/// `voc train`
enum TrainCommand {
  static let verb = Verb(
    words: ["train"],
    summary: Phrase(
      es: "Aprende de los comentarios con nota y de las etiquetas propias",
      en: "Learns from your own scored comments and tags"),
    details: Phrase(
      es:
        "El ánimo de los comentarios se aprende de su nota (NPS 0-6, 7-8, 9-10; CSAT 1-2, 3, 4-5) y se usa solo con 100 comentarios distintos o más y si acierta más que el léxico. Las etiquetas se aprenden de lo primero que dijo el cliente y se sugieren, nunca se ponen solas, si acierta 9 de cada 10. Todo se mide con textos que no se usaron para aprender.",
      en:
        "The mood of comments is learnt from their score (NPS 0-6, 7-8, 9-10; CSAT 1-2, 3, 4-5) and used only with 100 distinct comments or more and if it beats the lexicon. Tags are learnt from what the customer first said and are suggested, never applied, if 9 of 10 are right. All is measured on texts that were not learnt from."
    ),
    options: [
      Option(
        names: ["--dry-run"],
        summary: Phrase(es: "mide y no guarda nada", en: "measures and keeps nothing")),
      Option(
        names: ["--off"],
        summary: Phrase(es: "deja de usar lo aprendido", en: "stops using what was learnt")),
    ] + ReportOutput.options(tables: TrainingSheet.tables),
    jsonFields: ["mood_verdict", "tag_verdict", "comments", "tagged_tickets", "tags"] + TrainingSheet.tables,
    examples: ["voc train --dry-run", "voc train"],
    run: { invocation in
      let output = ReportOutput(invocation: invocation)
      try output.check()
      if invocation.flag("--off") {
        try checkAlone(invocation)
        let hadAny = try invocation.desk(for: .writing).forgetTraining()
        invocation.print(
          invocation.say(
            hadAny
              ? Phrase(es: "Ya no se usa lo aprendido.", en: "What was learnt is no longer used.")
              : Phrase(es: "No había nada aprendido.", en: "Nothing had been learnt.")))
        return .ok
      }
      let isRehearsal = invocation.flag("--dry-run")
      let report = try invocation.desk(for: isRehearsal ? .reading : .writing).train(rehearsing: isRehearsal)
      output.write(
        TrainingSheet(report: report, isRehearsal: isRehearsal, invocation: invocation).sheet)
      return .ok
    })

  /// To stop using what was learnt measures nothing, so that there is nothing to rehearse or to show.
  private static func checkAlone(_ invocation: Invocation) throws {
    let asked =
      (invocation.jsonFields == nil ? [] : ["--json"])
      + ["--csv", "--md", "--table", "--dry-run"].filter { !invocation.strings($0).isEmpty }
    guard let other = asked.last else { return }
    throw UsageError(
      Phrase(es: "--off y {other} se excluyen", en: "--off and {other} exclude each other"),
      Phrase(es: "Va uno de los dos", en: "Give one of them"), ["other": other])
  }
}
