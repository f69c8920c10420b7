import VocDesk
import VocDomain

/// `voc view save` and `voc view remove`
enum ViewSave {
  static let verb = Verb(
    words: ["view", "save"],
    summary: Phrase(es: "Guarda un filtro con nombre", en: "Saves a filter under a name"),
    details: Phrase(
      es:
        "El nombre es una palabra. «@me» y las fechas como today valen para quien usa la vista, cuando la usa. Una vista no pide otra.",
      en:
        "The name is one word. “@me” and dates such as today hold for whoever uses the view, when they use it. A view asks for no other."
    ),
    positional: .init(
      name: Phrase(es: "NOMBRE FILTRO", en: "NAME FILTER"), count: 2...Int.max,
      summary: Phrase(
        es: "cómo se llama, y qué tickets pide; «voc help filters»",
        en: "what it is called, and which tickets it asks for; “voc help filters”"),
      isFilter: true),
    options: [
      Option(
        names: ["--replace"],
        summary: Phrase(es: "en lugar de la que ya se llama así", en: "in the place of the one of that name"))
    ],
    examples: ["voc view save urgentes 'priority:urgent is:waiting'"],
    run: { invocation in
      let text = invocation.positionals.dropFirst().joined(separator: " ")
      let (name, desk) = (invocation.positionals[0], try invocation.desk(for: .writing))
      let old = try FilterInput.explaining(text) {
        try desk.saveView(name, filter: text, replaces: invocation.flag("--replace"))
      }
      let values = [
        "name": Escaping.terminal(SavedView.name(name) ?? name), "filter": Escaping.terminal(text.trimmed),
        "old": Escaping.terminal(old?.text ?? ""),
      ]
      invocation.print(invocation.say(told(old, text.trimmed), values))
      return .ok
    })

  static let remove = Verb(
    words: ["view", "remove"],
    summary: Phrase(es: "Quita una vista", en: "Removes a view"),
    positional: .init(
      name: Phrase(es: "NOMBRE", en: "NAME"), count: 1...1,
      summary: Phrase(es: "la vista, con @ o sin ella", en: "the view, with @ or without"),
      completes: .view),
    examples: ["voc view remove urgentes"],
    run: { invocation in
      let view = try invocation.desk(for: .writing).removeView(invocation.positionals[0])
      invocation.print(
        invocation.say(
          Phrase(es: "Se quitó la vista @{name}: {filter}", en: "Removed the view @{name}: {filter}"),
          ["name": Escaping.terminal(view.name), "filter": Escaping.terminal(view.text)]))
      return .ok
    })

  private static func told(_ old: SavedView?, _ text: String) -> Phrase {
    guard let old else {
      return Phrase(es: "Se guardó la vista @{name}: {filter}", en: "Saved the view @{name}: {filter}")
    }
    return old.text == text
      ? Phrase(es: "La vista @{name} ya era así: {filter}", en: "The view @{name} was so already: {filter}")
      : Phrase(es: "Vista @{name}: {old} → {filter}", en: "View @{name}: {old} → {filter}")
  }
}
