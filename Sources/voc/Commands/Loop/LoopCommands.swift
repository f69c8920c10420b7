import VocDesk
import VocDomain

/// `voc loop open` and `voc loop auto`
enum LoopCommands {
  static let open = Verb(
    words: ["loop", "open"],
    summary: Phrase(
      es: "Abre un seguimiento por cada mala respuesta, para llamar a quien la dio",
      en: "Opens a follow-up for each bad answer, to call back whoever gave it"),
    details: Phrase(
      es:
        "Mala respuesta: NPS de 0 a 6 o CSAT de 1 o 2, de un cliente conocido. El seguimiento es un ticket con la etiqueta «seguimiento» y prioridad alta; vence según la política, o a las 48 horas. Se abre una sola vez por respuesta y «voc undo» lo deshace. «voc ticket list is:follow-up» los muestra. Se resuelve diciendo la causa y qué se hizo: «voc ticket solve N --cause … --action …».",
      en:
        "A bad answer: NPS of 0 to 6 or CSAT of 1 or 2, of a known customer. The follow-up is a ticket with the tag “seguimiento” and high priority; it is due by the policy, or after 48 hours. It is opened once for each answer, and “voc undo” takes it back. “voc ticket list is:follow-up” shows them. It is solved by saying the cause and what was done: “voc ticket solve N --cause … --action …”."
    ),
    options: [
      Option(
        names: ["--since"], value: Phrase(es: "FECHA", en: "DATE"),
        summary: Phrase(
          es: "respuestas desde este día, mes o año (los últimos 30 días)",
          en: "answers from this day, month or year on (the last 30 days)")), TicketChanges.dryRun,
    ],
    jsonFields: TicketChanges.jsonFields,
    examples: ["voc loop open --dry-run", "voc loop open --since 2026-11"],
    run: { invocation in
      let isRehearsal = invocation.flag("--dry-run")
      let since = try invocation.day("--since", isEnd: false)
      let desk = try invocation.desk(for: .writing)
      let opened = try desk.openFollowUps(since: since, rehearsing: isRehearsal)
      if isRehearsal { TicketChanges.noticeRehearsal(invocation) }
      TicketChanges.show(opened.tickets, try desk.namesOfAgents(), invocation)
      if opened.tickets.isEmpty && invocation.hasRemarks {
        invocation.notice(
          Phrase(es: "Ninguna mala respuesta espera seguimiento.", en: "No bad answer waits for a follow-up.")
        )
      }
      if opened.withoutChannel > 0 {
        invocation.notice(withoutChannel, ["n": invocation.numbers.integer(opened.withoutChannel)])
      }
      if opened.withoutCustomer > 0 && invocation.hasRemarks {
        invocation.notice(Phrase(both: withoutCustomer(opened.withoutCustomer, in: invocation.numbers)))
      }
      return .ok
    })

  static let auto = Verb(
    words: ["loop", "auto"],
    summary: Phrase(
      es: "Dice si las malas respuestas nuevas abren seguimiento solas",
      en: "Says whether new bad answers open follow-ups by themselves"),
    details: Phrase(
      es:
        "Con «on», anotar o importar una mala respuesta de los últimos 30 días abre su seguimiento. Sin palabra, muestra cómo está.",
      en:
        "With “on”, keeping or importing a bad answer of the last 30 days opens its follow-up. Without a word it shows how it stands."
    ),
    positional: .init(
      name: Phrase(both: "on|off"), count: 0...1, summary: Phrase(es: "on u off", en: "on or off"),
      completes: .oneOf(["on", "off"])),
    jsonFields: ["auto"],
    examples: ["voc loop auto on"],
    run: { invocation in
      let word = invocation.positionals.first
      if let word, !["on", "off"].contains(word) {
        throw UsageError(
          Phrase(es: "«{value}» no es on ni off", en: "“{value}” is neither on nor off"),
          Phrase(es: "Va uno de los dos", en: "Give one of them"), ["value": word])
      }
      let desk = try invocation.desk(for: word == nil ? .reading : .writing)
      if let word { try desk.setOpensFollowUps(word == "on") }
      let isOn = try desk.opensFollowUps()
      if let fields = invocation.jsonFields {
        invocation.print(JSON.object([.init("auto", .bool(isOn))]).selecting(fields).text)
      } else {
        invocation.print(
          invocation.say(
            isOn
              ? Phrase(
                es: "Las malas respuestas abren seguimiento solas.",
                en: "Bad answers open follow-ups by themselves.")
              : Phrase(
                es: "Los seguimientos se abren con «voc loop open».",
                en: "Follow-ups are opened by “voc loop open”.")))
      }
      return .ok
    })

  private static let withoutCustomer = CountedPhrase(
    one: Phrase(
      es: "{n} mala respuesta del periodo no dice de quién es: no se le puede dar seguimiento.",
      en: "{n} bad answer of the period does not tell whose it is: it cannot be followed up."),
    other: Phrase(
      es: "{n} malas respuestas del periodo no dicen de quién son: no se les puede dar seguimiento.",
      en: "{n} bad answers of the period do not tell whose they are: they cannot be followed up."))

  static let withoutChannel = Phrase(
    es:
      "Malas respuestas sin seguimiento, porque ningún canal nuestro lleva a su cliente: {n}. Con un ticket suyo («voc ticket create»), «voc loop open» lo abre.",
    en:
      "Bad answers without a follow-up, as no channel of ours leads to their customer: {n}. Once they have a ticket (“voc ticket create”), “voc loop open” opens it."
  )
}
