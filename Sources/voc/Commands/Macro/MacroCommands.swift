import VocDesk
import VocDomain

/// `voc macro save`, `list`, `view` and `remove`
enum MacroCommands {
  static let save = Verb(
    words: ["macro", "save"],
    summary: Phrase(
      es: "Guarda un texto que se responde a menudo", en: "Keeps a text that one often replies with"),
    details: Phrase(
      es:
        "Los marcadores se llenan con cada ticket: {{customer.name}}, {{customer.first_name}}, {{agent.name}}, {{ticket.id}}, {{ticket.subject}}, {{channel.name}} y {{greeting}} (Buenos días, Buenas tardes o Buenas noches, según la hora del canal y el idioma del cliente). Lo que va tras una barra se dice cuando no hay dato: {{customer.first_name|cliente}}. Dos llaves que no son un marcador se escriben \\{{.",
      en:
        "Placeholders are filled in for each ticket: {{customer.name}}, {{customer.first_name}}, {{agent.name}}, {{ticket.id}}, {{ticket.subject}}, {{channel.name}} and {{greeting}} (Good morning, Good afternoon or Good evening, by the channel’s hour and the customer’s language). What follows a bar is said where nothing is known: {{customer.first_name|customer}}. Two braces that are no placeholder are written \\{{."
    ),
    positional: name,
    options: [
      TextInput.option,
      Option(
        names: ["--replace"],
        summary: Phrase(es: "cambia el texto si ya existe", en: "changes the text if there is one")),
    ],
    jsonFields: listing.fields,
    examples: [
      "voc macro save envio -m \"{{greeting}}, {{customer.first_name|cliente}}: su pedido sale hoy\""
    ],
    run: { invocation in
      let name = invocation.positionals[0].trimmed
      if name.isEmpty { throw UsageError.emptyName }
      let text = try TextInput.read(invocation)
      do {
        let macro = try invocation.desk(for: .writing).saveMacro(
          name, text: text, replacing: invocation.flag("--replace"))
        listing.write([macro], for: invocation)
      } catch VocError.duplicateName(let known) {
        throw Refusal(
          Phrase(es: "ya existe la macro «{name}»", en: "there is a macro “{name}” already"),
          Phrase(es: "Con --replace se cambia", en: "With --replace it is changed"), ["name": known],
          exitCode: .conflict)
      }
      return .ok
    })

  static let list = Verb(
    words: ["macro", "list"],
    summary: Phrase(es: "Lista los textos guardados", en: "Lists the kept texts"),
    jsonFields: listing.fields,
    isListing: true, examples: ["voc macro list"],
    run: { invocation in
      let macros = try invocation.desk(for: .reading).macros()
      if macros.isEmpty && invocation.hasRemarks {
        invocation.notice(
          Phrase(
            es: "No hay macros; «voc macro save» guarda la primera.",
            en: "There are no macros; “voc macro save” keeps the first."))
      }
      listing.write(macros, for: invocation)
      return .ok
    })

  static let view = Verb(
    words: ["macro", "view"], aliases: ["show"],
    summary: Phrase(es: "Muestra un texto guardado", en: "Shows a kept text"),
    positional: name,
    options: [
      Option(
        names: ["--ticket"], value: Phrase(both: "N"),
        summary: Phrase(es: "como se le diría a este ticket", en: "as it would be said on this ticket"))
    ],
    jsonFields: listing.fields,
    examples: ["voc macro view envio", "voc macro view envio --ticket 12"],
    run: { invocation in
      let ticket = try invocation.string("--ticket").map { try TicketNumbers.one($0) }
      let desk = try invocation.desk(for: .reading)
      var macro = try desk.macro(named: invocation.positionals[0])
      if let ticket { macro.body = try desk.filled(macro.name, forTicket: ticket) }
      if invocation.jsonFields != nil {
        listing.write([macro], for: invocation)
      } else {
        invocation.print(Escaping.terminal(macro.body, lines: true))
      }
      return .ok
    })

  static let remove = Verb(
    words: ["macro", "remove"],
    summary: Phrase(es: "Borra un texto guardado", en: "Removes a kept text"),
    positional: name, jsonFields: listing.fields,
    examples: ["voc macro remove envio"],
    run: { invocation in
      let macro = try invocation.desk(for: .writing).removeMacro(invocation.positionals[0])
      listing.write([macro], for: invocation)
      return .ok
    })

  private static let name = Verb.Positional(
    name: Phrase(es: "NOMBRE", en: "NAME"), count: 1...1,
    summary: Phrase(es: "cómo se llama el texto", en: "what the text is called"),
    completes: .macro)

  private static let listing = Listing<Macro>([
    .init(name: "name", header: Phrase(both: "Macro"), least: 8, value: { .string($0.name) }),
    .init(
      name: "text", header: Phrase(es: "Texto", en: "Text"), isFlexible: true, value: { .string($0.body) }),
    .init(
      name: "author", header: Phrase(es: "De", en: "By"), least: 8, rank: 1, value: { .string($0.author) }),
    .init(
      name: "saved_at", header: Phrase(es: "Guardada", en: "Saved"), rank: 2,
      value: { TicketJSON.time($0.savedAt) },
      cell: { macro, invocation in
        .init(RelativeTime.text(macro.savedAt, now: invocation.world.now(), invocation.language))
      }),
  ])
}
