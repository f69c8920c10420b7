import VocDesk
import VocDomain

/// `voc view list`
enum ViewList {
  static let verb = Verb(
    words: ["view", "list"],
    summary: Phrase(es: "Lista las vistas guardadas", en: "Lists the saved views"),
    details: Phrase(
      es:
        "Una vista es un filtro con nombre, para todos los que usan esta base: «voc ticket list @urgentes» la muestra, y «@urgentes channel:chat» la acota.",
      en:
        "A view is a filter with a name, for everybody who uses this database: “voc ticket list @urgentes” shows it, and “@urgentes channel:chat” narrows it."
    ),
    jsonFields: listing.fields,
    isListing: true, examples: ["voc view list", "voc view list --json name,filter"],
    run: { invocation in
      let views = try invocation.desk(for: .reading).views()
      let isForPeople = invocation.isForPeople
      if views.isEmpty && isForPeople {
        invocation.print(
          invocation.say(
            Phrase(
              es: "Todavía no hay vistas: «voc view save NOMBRE FILTRO» guarda una.",
              en: "There are no views yet: “voc view save NAME FILTER” saves one.")))
      }
      listing.write(views, for: invocation)
      return .ok
    })

  private static let listing = Listing<Desk.ViewLine>([
    .init(
      name: "name", header: Phrase(es: "Vista", en: "View"), value: { .string($0.view.name) },
      cell: { line, _ in .init("@" + line.view.name) }),
    .init(
      name: "filter", header: Phrase(es: "Filtro", en: "Filter"), isFlexible: true,
      value: { .string($0.view.text) }),
    .init(
      name: "problem", header: Phrase(es: "Problema", en: "Problem"), isIdle: { $0.problem == nil },
      value: { JSON($0.problem.map { sentence($0, .en) }) },
      cell: { line, invocation in
        .init(line.problem.map { sentence($0, invocation.language) } ?? "—", paint: { $0.red($1) })
      }),
    .init(
      name: "actor", header: Phrase(es: "Guardada por", en: "Saved by"), rank: 1,
      value: { .string($0.view.actor) }),
    .init(
      name: "at", header: Phrase(es: "Cuándo", en: "When"), rank: 2,
      value: { .string(Timestamp.rfc3339($0.view.at)) },
      cell: { line, invocation in
        .init(RelativeTime.text(line.view.at, now: invocation.world.now(), invocation.language))
      }),
  ])

  private static func sentence(_ problem: FilterError, _ language: Language) -> String {
    let (reason, _, values) = problem.clause
    return reason(language, values)
  }
}
