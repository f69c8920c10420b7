import VocDesk
import VocDomain

/// What `voc train` says: each judge with its figures, side by side.
struct TrainingSheet {
  let report: TrainingReport
  let isRehearsal: Bool
  let invocation: Invocation

  static let tables = ["mood", "tag_model"]

  var sheet: ReportSheet {
    ReportSheet(
      title: invocation.say(Phrase(es: "Lo aprendido", en: "What was learnt")),
      subtitle: isRehearsal
        ? invocation.say(Phrase(es: "ensayo: no se guarda nada", en: "rehearsal: nothing is kept")) : "",
      facts: [
        .init("mood_verdict", .string(report.moodVerdict.rawValue)),
        .init("tag_verdict", .string(report.topicVerdict.rawValue)),
        .init("comments", .int(Int64(report.comments))),
        .init("tagged_tickets", .int(Int64(report.taggedTickets))), .init("tags", .int(Int64(report.tags))),
      ], tables: [mood, tags],
      legend: [
        invocation.say(
          Phrase(
            es:
              "Medido con textos que no se usaron para aprender (ánimo en 5 partes, etiquetas en 10); IC 95 % Wilson. F1: media de los tres ánimos, de 0 a 1. Es una estimación: nunca va como un hecho junto a una nota.",
            en:
              "Measured on texts that were not learnt from (moods in 5 folds, tags in 10); 95% CI Wilson. F1: mean of the three moods, 0 to 1. An estimate: never shown as a fact beside a score."
          ))
      ])
  }

  private var mood: ReportTable {
    var table = empty("mood", Phrase(es: "Ánimo de los comentarios", en: "Mood of comments"))
    if let model = report.model, let lexicon = report.lexicon {
      add("model", Phrase(es: "modelo propio", en: "own model"), model, to: &table)
      add("lexicon", Phrase(es: "léxico", en: "lexicon"), lexicon, to: &table)
    }
    table.remarks = [verdict(report.moodVerdict, n: report.comments, Self.comments)]
    return table
  }

  private var tags: ReportTable {
    var table = empty("tag_model", Phrase(es: "Etiquetas", en: "Tags"))
    for (code, phrase, figures) in [
      ("best", Phrase(es: "la más probable es suya", en: "the likeliest is theirs"), report.best),
      ("shown", Phrase(es: "sugerencias acertadas", en: "suggestions that are right"), report.shown),
      ("coverage", Phrase(es: "tickets con sugerencia", en: "tickets with a suggestion"), report.coverage),
    ] {
      if let figures { add(code, phrase, figures, to: &table) }
    }
    table.remarks = [verdict(report.topicVerdict, n: report.taggedTickets, Self.tickets)]
    return table
  }

  private func empty(_ key: String, _ heading: Phrase) -> ReportTable {
    ReportTable(
      key, invocation.say(heading),
      columns: [
        .init("judge", "", isFlexible: true),
        .init("right", invocation.say(Phrase(es: "Aciertos", en: "Right"))), .init("n", "n"),
        .init("share", invocation.say(Phrase(es: "Parte", en: "Share"))),
        .init("interval", invocation.say(Phrase(es: "IC 95 %", en: "95% CI")), for: .people),
        .init("low", "", for: .programs), .init("high", "", for: .programs),
        .init("macro_f1", "F1"),
      ], whenEmpty: invocation.say(SatisfactionSheet.noData))
  }

  private func add(
    _ code: String, _ phrase: Phrase, _ figures: TrainingReport.Figures, to table: inout ReportTable
  ) {
    func percent(_ share: Double?) -> ReportValue { ReportValue(share) { .percent(100 * $0, places: 1) } }
    table.add([
      .word(code: code, shown: invocation.say(phrase)), .count(figures.right), .count(figures.n),
      percent(figures.share), .range(percent(figures.low), percent(figures.high)), percent(figures.low),
      percent(figures.high), ReportValue(figures.macroF1) { .number($0, places: 3) },
    ])
  }

  private func verdict(_ verdict: TrainingReport.Verdict, n: Int, _ things: CountedPhrase) -> String {
    let values = ["things": things(n, in: invocation.numbers), "least": "\(TrainingReport.fewestExamples)"]
    let phrase =
      switch verdict {
      case .active where isRehearsal:
        Phrase(es: "Se usaría: aprende de {things}.", en: "It would be used: learns from {things}.")
      case .active: Phrase(es: "En uso: aprendió de {things}.", en: "In use: learnt from {things}.")
      case .tooFew:
        Phrase(
          es: "Muestra insuficiente: {things}, hacen falta {least}. No se usa.",
          en: "Sample too small: {things}, {least} are needed. Not used.")
      case .notBetter:
        Phrase(
          es: "No se usa: con {things} no acierta más que el léxico.",
          en: "Not used: with {things} it does not beat the lexicon.")
      case .notSafe:
        Phrase(
          es: "No se usa: con {things} sugeriría muy poco o fallaría demasiado.",
          en: "Not used: with {things} it would suggest too little or be wrong too often.")
      }
    return invocation.say(phrase, values)
  }

  private static let comments = CountedPhrase(
    one: Phrase(es: "{n} comentario distinto", en: "{n} distinct comment"),
    other: Phrase(es: "{n} comentarios distintos", en: "{n} distinct comments"))
  private static let tickets = CountedPhrase(
    one: Phrase(es: "{n} ticket etiquetado", en: "{n} tagged ticket"),
    other: Phrase(es: "{n} tickets etiquetados", en: "{n} tagged tickets"))
}
