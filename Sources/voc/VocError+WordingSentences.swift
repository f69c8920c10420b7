import VocDomain

extension VocError {
  /// About kept texts and the list of causes.
  var wordingSentences: Sentences {
    switch self {
    case .unknownMacro(let name, let nearest):
      (
        Phrase(es: "no hay una macro «{name}»", en: "there is no macro “{name}”"),
        VocError.perhaps(
          nearest,
          else: Phrase(es: "«voc macro list» las muestra", en: "“voc macro list” shows them")),
        ["name": name, "nearest": nearest.joined(separator: ", ")], .notFound
      )
    case .macroLacks(let name, let ticket, let fields):
      (
        Phrase(
          es: "en el ticket #{id} no hay dato para {all} de la macro «{name}»",
          en: "on ticket #{id} nothing is known for {all} of the macro “{name}”"),
        Phrase(
          es: "Tras una barra, la macro dice qué va en su lugar: «voc macro save --replace»",
          en: "After a bar the macro says what goes in its place: “voc macro save --replace”"),
        ["name": name, "id": "\(ticket)", "all": fields.joined(separator: ", ")], .conflict
      )
    case .emptyReply(let ticket):
      (
        Phrase(
          es: "en el ticket #{id} no queda nada que decir", en: "on ticket #{id} nothing is left to say"),
        Phrase(es: "El texto va con -m", en: "Give the text with -m"), ["id": "\(ticket)"], .conflict
      )
    case .unknownCause(let name, let nearest):
      (
        Phrase(es: "la causa «{name}» no está en la lista", en: "the cause “{name}” is not in the list"),
        VocError.perhaps(
          nearest,
          else: Phrase(
            es: "«voc cause list» las muestra y «voc cause add» agrega otra",
            en: "“voc cause list” shows them and “voc cause add” adds another")),
        ["name": name, "nearest": nearest.joined(separator: ", ")], .notFound
      )
    case .noSuchCause(let name, let nearest):
      (
        Phrase(
          es: "ningún ticket resuelto tiene la causa «{name}», ni está en la lista",
          en: "no solved ticket has the cause “{name}”, and it is not in the list"),
        nearest.isEmpty
          ? Phrase(
            es: "«voc cause list» muestra las que hay, y «voc cause add» agrega otra",
            en: "“voc cause list” shows those there are, and “voc cause add” adds another")
          : Phrase(
            es: "Tal vez: {nearest}; «voc cause list» las muestra todas",
            en: "Perhaps: {nearest}; “voc cause list” shows them all"),
        ["name": name, "nearest": nearest.joined(separator: ", ")], .notFound
      )
    default: preconditionFailure("not about words: \(self)")
    }
  }
}
