import VocDesk
import VocDomain

/// What is said where texts are still to be read.
enum UnreadTexts {
  static let phrase = Phrase(
    es: "Faltan textos por leer y sus señales no cuentan todavía: «voc reindex text» los lee.",
    en: "Texts are still to be read and their signs do not count yet: “voc reindex text” reads them.")
}

/// `voc reindex text`
enum ReindexText {
  static let verb = Verb(
    words: ["reindex", "text"],
    summary: Phrase(
      es: "Lee los mensajes y comentarios que faltan, en busca de señales",
      en: "Reads the messages and comments that were not, for their signs"),
    details: Phrase(
      es:
        "Son los de antes de esta versión, y todos cuando cambia la lista de competidores. Lo demás se lee al escribirlo.",
      en:
        "Those are the ones from before this version, and all of them when the list of competitors changes. All else is read as it is written."
    ),
    options: [
      Option(
        names: ["--all"],
        summary: Phrase(es: "todo de nuevo, no solo lo que falta", en: "all, not only what is missing"))
    ],
    examples: ["voc reindex text"],
    run: { invocation in
      let desk = try invocation.desk(for: .writing)
      let progress = Progress(Phrase(es: "textos leídos", en: "texts read"), for: invocation)
      let count = try desk.reindexText(anew: invocation.flag("--all")) { progress.advance(to: $0) }
      progress.finish()
      invocation.print(
        CountedPhrase(
          one: Phrase(es: "{n} texto leído.", en: "{n} text read."),
          other: Phrase(es: "{n} textos leídos.", en: "{n} texts read."))(count, in: invocation.numbers))
      return .ok
    })
}
