import VocDomain

extension QualityError {
  /// What is wrong with a card or a judgement, and what to do.
  var sentences: Sentences {
    switch self {
    case .noItems:
      (
        Phrase(es: "no se dijo ningún punto", en: "no item was given"),
        Phrase(es: "Van con --item: saludo=5", en: "Give them with --item: greeting=5"), [:], .usage
      )
    case .sameItem(let name):
      (
        Phrase(
          es: "el punto «{name}» está dos veces, o no tiene nombre",
          en: "the item “{name}” stands twice, or has no name"),
        Phrase(es: "Cada punto va una vez", en: "Give each item once"), ["name": name], .usage
      )
    case .unknownItem(let name, let nearest):
      (
        Phrase(es: "la pauta no tiene el punto «{name}»", en: "the card has no item “{name}”"),
        VocError.perhaps(
          nearest, else: Phrase(es: "«voc qa card» muestra la pauta", en: "“voc qa card” shows the card")),
        ["name": name, "nearest": nearest.joined(separator: ", ")], .notFound
      )
    case .markOutOfRange(let name, let mark):
      (
        Phrase(es: "{mark} no vale para «{name}»", en: "{mark} is no mark for “{name}”"),
        Phrase(es: "Va de 1 (mal) a 5 (bien)", en: "Give 1 (bad) to 5 (good)"),
        ["name": name, "mark": "\(mark)"], .usage
      )
    case .weightOutOfRange(let name, let weight):
      (
        Phrase(es: "{weight} no vale como peso de «{name}»", en: "{weight} is no weight for “{name}”"),
        Phrase(es: "Va de 1 a 1000", en: "Give 1 to 1000"), ["name": name, "weight": "\(weight)"], .usage
      )
    case .noAgent(let ticket):
      (
        Phrase(es: "nadie atendió el ticket #{id}", en: "nobody served ticket #{id}"),
        Phrase(es: "A quién se evalúa va con --agent", en: "Say who is judged with --agent"),
        ["id": "\(ticket)"], .conflict
      )
    case .unknownScore(let id):
      (
        Phrase(es: "no existe la evaluación {id}", en: "there is no judgement {id}"),
        Phrase(es: "«voc qa list» las muestra", en: "“voc qa list” shows them"), ["id": "\(id)"], .notFound
      )
    case .removedAlready(let id):
      (
        Phrase(es: "la evaluación {id} ya se retiró", en: "judgement {id} was taken back already"),
        Phrase(es: "No hay nada que hacer", en: "There is nothing to do"), ["id": "\(id)"], .conflict
      )
    }
  }
}
