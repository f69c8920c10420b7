/// `voc help policy`: what the document of the policy may say.
enum PolicyHelp {
  static let topic = HelpTopic(
    name: "policy", title: Phrase(es: "El documento de la configuración", en: "The document of the policy"),
    blocks: [
      .text(
        Phrase(
          es:
            "La configuración es un solo documento JSON: cuándo se trabaja, quién atiende qué y qué se promete. «voc config show» lo muestra, «voc config apply ARCHIVO» lo cambia, entero o nada, y «voc config history» guarda cada versión. Ninguna clave es obligatoria, salvo name en cada entrada y zone en cada calendario.",
          en:
            "The policy is one JSON document: when we work, who serves what and what is promised. “voc config show” shows it, “voc config apply FILE” changes it, all or nothing, and “voc config history” keeps every version. No key is needed but name in each entry and zone in each calendar."
        )),
      .title(Phrase(es: "Cómo se cambia", en: "How to change it")),
      .terms(changes),
      .title(Phrase(es: "Secciones", en: "Sections")),
      .terms(sections),
      .title(Phrase(es: "Un calendario", en: "A calendar")),
      .terms(calendars),
      .title(Phrase(es: "Un tipo de canal, en channels", en: "A kind of channel, in channels")),
      .terms(channels),
      .title(Phrase(es: "Una cola", en: "A queue")),
      .terms(queues),
      .title(Phrase(es: "Una promesa, en sla", en: "A promise, in sla")),
      .terms(promises),
      .title(Phrase(es: "El reparto, en routing", en: "How tickets are given out, in routing")),
      .terms(routing),
      .title(Phrase(es: "Un ejemplo", en: "An example")),
      .verbatim(example),
    ])

  private static let changes: [(term: String, text: Phrase)] = [
    (
      "{\"skills\": [\"ventas\"]}",
      Phrase(
        es: "el archivo dice solo lo que cambia; las habilidades se suman a las que hay",
        en: "the file says only what changes; skills are added to those there are")
    ),
    (
      "{\"name\": \"ventas\", …}",
      Phrase(
        es: "una entrada de calendars, queues o sla ocupa entera el lugar de la que se llama igual",
        en: "an entry of calendars, queues or sla takes the whole place of the one with its name")
    ),
    (
      "\"remove\": true",
      Phrase(
        es: "quita la entrada de ese name", en: "removes the entry of that name")
    ),
    (
      "null",
      Phrase(
        es: "quita lo que estaba escrito: vale otra vez lo usual",
        en: "removes what was written: the usual holds again")
    ),
    (
      "department",
      Phrase(
        es:
          "arriba de todo, el archivo es de ese departamento: dice todas sus entradas, quita las que no nombra y no toca las ajenas; en una entrada, de quién es",
        en:
          "at the top, the file is that department’s: it says all its entries, removes those it does not name and touches nobody else’s; in an entry, whose it is"
      )
    ),
    (
      "--replace",
      Phrase(
        es: "el archivo es el documento entero, y lo que no dice se quita",
        en: "the file is the whole document, and what it does not say goes")
    ),
    (
      "\"30s\" \"15m\" \"4h\" \"2d\" \"1w\"",
      Phrase(
        es:
          "duraciones; también \"1h30m\", y \"none\" (nunca) donde se puede prescindir de ella. Un día son 24 horas: en una promesa, 24 horas de atención, no un día hábil",
        en:
          "durations; also \"1h30m\", and \"none\" (never) where one can do without. A day is 24 hours: of a promise 24 hours of service, not one business day"
      )
    ),
    (
      "note",
      Phrase(
        es:
          "en cualquier entrada, un comentario para quien la lea; arriba de todo también, pero ese no se guarda",
        en: "in any entry, a remark for whoever reads it; at the top too, but that one is not kept")
    ),
  ]

  private static let sections: [(term: String, text: Phrase)] = [
    ("calendars", Phrase(es: "los horarios; siempre existe «24/7»", en: "the hours; “24/7” is always there")),
    (
      "usual_calendar",
      Phrase(es: "el horario de lo que no nombra otro", en: "the calendar of whatever names no other")
    ),
    (
      "channels",
      Phrase(es: "los tipos de canal: whatsapp, chat…", en: "the kinds of channel: whatsapp, chat…")
    ),
    (
      "skills",
      Phrase(
        es: "las habilidades que hay; todas se quitan con null",
        en: "the skills there are; null removes them all")
    ),
    (
      "queues",
      Phrase(
        es:
          "las colas: un ticket es de la primera cuya condición cumple, y las que no tienen condición van al final",
        en:
          "the queues: a ticket is of the first whose condition it fulfils, and those without a condition come last"
      )
    ),
    (
      "sla",
      Phrase(
        es: "lo que se promete: vale la primera promesa cuya condición se cumple",
        en: "what is promised: the first whose condition holds is in force")
    ),
    ("routing", Phrase(es: "cómo se reparten los tickets", en: "how tickets are given out")),
  ]

  private static let calendars: [(term: String, text: Phrase)] = [
    ("name", Phrase(es: "cómo se llama", en: "what it is called")),
    ("zone", Phrase(es: "la zona IANA: America/Bogota", en: "the IANA zone: America/Bogota")),
    (
      "hours",
      Phrase(
        es:
          "días (mon a sun, \"mon-fri\", \"tue,thu\") con sus horas; dos tramos dejan libre el almuerzo, y \"22:00-06:00\" pasa de la medianoche",
        en:
          "days (mon to sun, \"mon-fri\", \"tue,thu\") with their hours; two stretches leave lunch free, and \"22:00-06:00\" goes past midnight"
      )
    ),
    (
      "holidays",
      Phrase(
        es: "el país cuyos feriados se cierran: \"MX\", \"CO\"…",
        en: "the country whose holidays are closed: \"MX\", \"CO\"…")
    ),
    (
      "exceptions",
      Phrase(
        es: "fechas con horas propias, que valen más que el día y el feriado; [] es cerrado",
        en: "dates with hours of their own, which outrank weekday and holiday; [] is closed")
    ),
  ]
}
