import VocDomain

/// `voc undo list`
enum UndoList {
  static let verb = Verb(
    words: ["undo", "list"],
    summary: Phrase(
      es: "Muestra lo que uno ha hecho con tickets, lo más reciente primero",
      en: "Shows what one has done to tickets, the newest first"),
    options: [
      Option(
        names: ["--limit", "-L"], value: Phrase(both: "N"),
        summary: Phrase(es: "cuántos como máximo (20)", en: "how many at the most (20)"))
    ],
    jsonFields: listing.fields, isListing: true, examples: ["voc undo list"],
    run: { invocation in
      let acts = try invocation.desk(for: .reading).acts(limit: try invocation.limit(20))
      if acts.isEmpty && invocation.isForPeople {
        invocation.print(
          invocation.say(
            Phrase(
              es: "«{actor}» no ha hecho nada con tickets.", en: "“{actor}” has done nothing to tickets."),
            ["actor": Escaping.line(invocation.actor)]))
      }
      listing.write(acts, for: invocation)
      return .ok
    })

  private static let listing = Listing<PerformedAct>([
    .init(name: "act", header: Phrase(es: "Acto", en: "Act"), alignment: .right, value: { .int($0.id) }),
    .init(
      name: "at", header: Phrase(es: "Cuándo", en: "When"), value: { TicketJSON.time($0.at) },
      cell: { act, invocation in
        .init(RelativeTime.text(act.at, now: invocation.world.now(), invocation.language))
      }),
    .init(
      name: "verbs", header: Phrase(es: "Qué", en: "What"), isFlexible: true,
      value: { .string(($0.undoes == nil ? "" : "undo:") + $0.verbs.map(\.rawValue).joined(separator: ",")) },
      cell: { act, invocation in
        let words = act.verbs.map { $0.name(invocation.language) }.joined(separator: ", ")
        let phrase =
          act.undoes == nil
          ? Phrase(both: "{what}") : Phrase(es: "deshacer {id}: {what}", en: "undo {id}: {what}")
        return .init(invocation.say(phrase, ["what": words, "id": "\(act.undoes ?? 0)"]))
      }),
    .init(
      name: "undoes", header: Phrase(both: ""), isHidden: true, value: { $0.undoes.map(JSON.int) ?? .null }),
    .init(
      name: "tickets", header: Phrase(both: "Tickets"), alignment: .right,
      value: { .int(Int64($0.ticketCount)) }),
    .init(
      name: "undone", header: Phrase(es: "Deshecho en", en: "Undone on"), alignment: .right,
      isIdle: { $0.undoneCount == 0 || $0.undoes != nil },
      value: { .int(Int64($0.undoes == nil ? $0.undoneCount : 0)) }),
  ])
}
