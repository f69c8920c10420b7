import VocDomain

extension VocError {
  /// About tickets that are one matter, or two.
  func ticketMergeSentences(_ language: Language) -> Sentences {
    switch self {
    case .sameTicket(let id):
      (
        Phrase(
          es: "el ticket #{id} no se fusiona consigo mismo", en: "ticket #{id} cannot be merged into itself"),
        Phrase(es: "Se indican dos tickets distintos", en: "Give two different tickets"), ["id": "\(id)"],
        .usage
      )
    case .ticketMerged(let id, let survivor):
      (
        Phrase(
          es: "el ticket #{id} ya es parte del #{survivor}", en: "ticket #{id} is part of #{survivor} already"
        ),
        Phrase(
          es: "Sirve el #{survivor}, o antes se separa con «voc ticket unmerge {id}»",
          en: "Give #{survivor}, or take it out first: “voc ticket unmerge {id}”"),
        ["id": "\(id)", "survivor": "\(survivor)"], .conflict
      )
    case .ticketNotMerged(let id):
      (
        Phrase(es: "el ticket #{id} no está fusionado con otro", en: "ticket #{id} is merged into no other"),
        Phrase(
          es: "«voc ticket view {id} --events» muestra su historia",
          en: "“voc ticket view {id} --events” shows its history"),
        ["id": "\(id)"], .conflict
      )
    case .nothingToUnmerge(let id):
      (
        Phrase(
          es: "el ticket #{id} quedó sin mensajes cuando se deshizo su división",
          en: "ticket #{id} was left without messages when its split was undone"),
        Phrase(
          es: "«voc ticket split» hace otro con una parte de los mensajes",
          en: "“voc ticket split” makes another of some of the messages"), ["id": "\(id)"], .conflict
      )
    case .mergeIntoOver(let id, let status):
      (
        Phrase(
          es: "el ticket #{id} está {status}: no recibe otros",
          en: "ticket #{id} is {status}: it takes no others in"),
        Phrase(
          es: "Se fusiona con uno sin resolver, o antes se reabre con «voc ticket reopen {id}»",
          en: "Merge into an unsolved one, or reopen it first: “voc ticket reopen {id}”"),
        ["id": "\(id)", "status": status.phrase(language)], .conflict
      )
    case .ticketsOfTwo(let id, let customer, let target, let other):
      (
        Phrase(
          es: "el ticket #{id} es de {customer} y el #{target}, de {other}",
          en: "ticket #{id} is {customer}’s and #{target} is {other}’s"),
        Phrase(
          es: "Solo se fusionan los de un cliente; si son la misma persona, antes va «voc customer merge»",
          en: "Only one customer’s are merged; if they are one person, “voc customer merge” comes first"),
        ["id": "\(id)", "customer": customer, "target": "\(target)", "other": other], .conflict
      )
    case .noSuchMessage(let place, let ticket, let count):
      (
        Phrase(
          es: "el ticket #{id} no tiene un mensaje {place}: tiene {count}",
          en: "ticket #{id} has no message {place}: it has {count}"),
        Phrase(
          es: "«voc ticket view {id} --numbers» los numera",
          en: "“voc ticket view {id} --numbers” numbers them"),
        ["id": "\(ticket)", "place": "\(place)", "count": "\(count)"], .notFound
      )
    case .splitsNothing(let id):
      (
        Phrase(
          es: "lo que se separa del ticket #{id} debe ser una parte de sus mensajes",
          en: "what is split off ticket #{id} must be a part of its messages"),
        Phrase(
          es: "Al menos uno se queda; «voc ticket view {id} --numbers» los numera",
          en: "At least one stays; “voc ticket view {id} --numbers” numbers them"), ["id": "\(id)"], .usage
      )
    default: preconditionFailure("not about a merge of tickets: \(self)")
    }
  }

  /// Of the errors about taking acts back.
  func actSentences(_ language: Language) -> Sentences {
    let seeList = Phrase(es: "«voc undo list» los muestra", en: "“voc undo list” shows them")
    switch self {
    case .unknownAct(let id):
      return (
        Phrase(es: "no existe el acto {id}", en: "there is no act {id}"), seeList, ["id": "\(id)"], .notFound
      )
    case .nothingToUndo(let actor):
      return (
        Phrase(
          es: "no hay nada de «{actor}» que deshacer", en: "there is nothing of “{actor}” to undo"),
        Phrase(
          es: "Se deshace lo que uno hizo con tickets; una importación, con «voc import undo LOTE»",
          en: "One undoes what one did to tickets; an import is undone by “voc import undo BATCH”"),
        ["actor": actor], .notFound
      )
    case .othersAct(let id, let actor):
      return (
        Phrase(es: "el acto {id} es de «{actor}»", en: "act {id} is “{actor}”’s"),
        Phrase(
          es: "Cada quien deshace lo suyo: «voc undo list»",
          en: "Everybody undoes their own: “voc undo list”"),
        ["id": "\(id)", "actor": actor], .conflict
      )
    case .actUndone(let id):
      return (
        Phrase(es: "el acto {id} ya está deshecho", en: "act {id} is undone already"), seeList,
        ["id": "\(id)"], .conflict
      )
    case .changedSince(let act, let changes, let others):
      let shown = changes.prefix(5).map { change in
        "#\(change.ticketID) (\(change.kind.phrase(language))"
          + (change.actor.map { ", \($0)" } ?? "") + ")"
      }
      return (
        Phrase(
          es: "después del acto {id} cambió lo mismo en {all}",
          en: "after act {id} the same was changed again on {all}"),
        others > 0
          ? Phrase(
            es: "No se deshizo nada; --skip-changed deshace lo demás y deja esos tickets como están",
            en: "Nothing was undone; --skip-changed undoes the rest and leaves those tickets as they are")
          : Phrase(
            es: "No se deshizo nada; «voc undo ACTO» deshace otro de los de «voc undo list»",
            en: "Nothing was undone; “voc undo ACT” undoes another of those in “voc undo list”"),
        ["id": "\(act)", "all": shown.joined(separator: ", ") + (changes.count > 5 ? "…" : "")], .conflict
      )
    default: preconditionFailure("\(self) is not about an act")
    }
  }
}
