import VocDomain

extension VocError {
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
    case .changedSince(let act, let changes):
      let shown = changes.prefix(5).map { change in
        "#\(change.ticketID) (\(change.kind.phrase(language))"
          + (change.actor.map { ", \($0)" } ?? "") + ")"
      }
      return (
        Phrase(
          es: "después del acto {id} cambió lo mismo en {all}",
          en: "after act {id} the same was changed again on {all}"),
        Phrase(
          es: "No se deshizo nada; --skip-changed deshace lo demás y deja esos tickets como están",
          en: "Nothing was undone; --skip-changed undoes the rest and leaves those tickets as they are"),
        ["id": "\(act)", "all": shown.joined(separator: ", ") + (changes.count > 5 ? "…" : "")], .conflict
      )
    default: preconditionFailure("\(self) is not about an act")
    }
  }
}
