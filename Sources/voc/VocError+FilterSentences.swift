import VocDomain

extension VocError {
  /// Of filters and of views.
  var filterSentences: Sentences {
    switch self {
    case .filterTooLong:
      (
        Phrase(es: "el filtro tiene demasiadas condiciones", en: "the filter has too many conditions"),
        Phrase(es: "Conviene repartirlo entre dos comandos", en: "Split it between two commands"), [:], .usage
      )
    case .searchWithoutWords, .searchOnlyDenies, .searchForSigns, .searchMixesWordsAndFields: searchSentences
    case .unknownView(let name, let nearest):
      (
        Phrase(es: "no existe la vista «{name}»", en: "there is no view “{name}”"),
        VocError.perhaps(
          nearest, else: Phrase(es: "«voc view list» las muestra", en: "“voc view list” shows them")),
        ["name": name, "nearest": nearest.joined(separator: ", ")], .notFound
      )
    case .viewExists(let name, let filter):
      (
        Phrase(
          es: "la vista «{name}» ya existe y es {filter}",
          en: "the view “{name}” exists already and is {filter}"),
        Phrase(es: "Con --replace se cambia", en: "Add --replace to change it"),
        ["name": name, "filter": filter], .conflict
      )
    case .badViewName(let name):
      (
        Phrase(es: "«{name}» no puede ser el nombre de una vista", en: "“{name}” cannot name a view"),
        Phrase(
          es: "Va una sola palabra de letras, cifras, - o _, que no sea me",
          en: "Give one word of letters, digits, - or _, other than me"), ["name": name], .usage
      )
    case .emptyView(let name):
      (
        Phrase(es: "la vista «{name}» no pide nada", en: "the view “{name}” asks for nothing"),
        Phrase(
          es: "Va al menos una condición, como status:open",
          en: "Give at least one condition, such as status:open"
        ), ["name": name], .usage
      )
    default: preconditionFailure("not about filters: \(self)")
    }
  }

  private var searchSentences: Sentences {
    switch self {
    case .searchOnlyDenies:
      (
        Phrase(
          es: "la búsqueda solo dice qué palabras no deben estar",
          en: "the search only says which words must not be there"),
        Phrase(
          es: "Va también una palabra que sí esté: «voc search reembolso -cancelado»",
          en: "Give a word that is there, too: “voc search refund -cancelled”"), [:], .usage
      )
    case .searchForSigns(let text):
      (
        Phrase(es: "«{text}» no tiene letras ni cifras", en: "“{text}” has neither letters nor digits"),
        Phrase(es: "Se buscan palabras y números", en: "Words and numbers can be searched"),
        ["text": text], .usage
      )
    case .searchMixesWordsAndFields:
      (
        Phrase(
          es: "una palabra y un campo no pueden ser alternativas ni negarse juntos",
          en: "a word and a field cannot be alternatives, nor be denied together"),
        Phrase(
          es: "Las palabras van entre paréntesis y los campos fuera: «(uno OR otro) channel:whatsapp»",
          en: "Put the words in parentheses and the fields outside: “(one OR other) channel:whatsapp”"), [:],
        .usage
      )
    default:
      (
        Phrase(es: "falta qué buscar", en: "there is nothing to search for"),
        Phrase(
          es:
            "Va al menos una palabra, o un campo que deja pocos tickets: «voc search reembolso», «voc search customer:#1»",
          en:
            "Give at least one word, or a field that leaves few tickets: “voc search refund”, “voc search customer:#1”"
        ),
        [:], .usage
      )
    }
  }
}
