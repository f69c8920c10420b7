import VocDesk
import VocDomain

/// `voc reindex service`
enum ReindexService {
  static let verb = Verb(
    words: ["reindex", "service"],
    summary: Phrase(
      es: "Mide los tickets que faltan en las cifras de servicio",
      en: "Measures the tickets that the figures of service lack"),
    details: Phrase(
      es:
        "Son los tickets de antes de esta versión; los demás se miden al escribir en ellos. También cuenta cuántas respuestas de antes traen comentario. Lo que está bien no cambia; «voc doctor» dice si algo está mal.",
      en:
        "Those are the tickets from before this version; the others are measured whenever somebody writes on them. It also counts how many answers from before came with a comment. What is right does not change; “voc doctor” tells whether anything is wrong."
    ),
    options: [
      Option(
        names: ["--all"],
        summary: Phrase(es: "todo de nuevo, no solo lo que falta", en: "all, not only what is missing"))
    ],
    examples: ["voc reindex service"],
    run: { invocation in
      let desk = try invocation.desk(for: .writing)
      let progress = Progress(
        Phrase(es: "tickets medidos", en: "tickets measured"), for: invocation)
      let count = try desk.reindexService(anew: invocation.flag("--all")) { progress.advance(to: $0) }
      progress.finish()
      invocation.print(
        CountedPhrase(
          one: Phrase(es: "{n} ticket medido.", en: "{n} ticket measured."),
          other: Phrase(es: "{n} tickets medidos.", en: "{n} tickets measured."))(
            count, in: invocation.numbers))
      return .ok
    })
}
