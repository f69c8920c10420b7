import VocDomain

/// `voc help filters`: the filter language.
enum FilterHelp {
  static let topic = HelpTopic(
    name: "filters", title: Phrase(es: "Filtros de tickets", en: "Filters of tickets"),
    blocks: [
      .text(
        Phrase(
          es:
            "Un filtro dice qué tickets: en «voc ticket list», «voc search», «voc triage», «voc ticket export» y los informes («voc report», menos loop), en las vistas guardadas y en las condiciones de colas y promesas. Se escribe campo:valor, sin espacio; los campos van en inglés, los valores también en español.",
          en:
            "A filter says which tickets: in “voc ticket list”, “voc search”, “voc triage”, “voc ticket export” and reports (“voc report”, loop apart), in saved views and in the conditions of queues and promises. Write field:value, without a space; the values may be Spanish, too."
        )),
      .title(Phrase(es: "Cómo se combinan", en: "How they combine")),
      .terms(grammar.map { ($0.text, $0.meaning) }),
      .title(Phrase(es: "Campos", en: "Fields")),
      .terms(fields.map { ($0.example, $0.meaning) }),
      .title(Phrase(es: "Fechas y duraciones", en: "Dates and lengths of time")),
      .terms(dates.map { ($0.example, $0.meaning) }),
      .title(Phrase(es: "Vistas", en: "Views")),
      .terms(views.map { ($0.text, $0.meaning) }),
      .text(
        Phrase(
          es:
            "No cuentan ni mayúsculas ni tildes. Si el filtro no pide un estado (negarlo no es pedirlo), las listas solo muestran tickets sin resolver; informes y exportaciones los toman todos. En una terminal, lo que lleva <, >, paréntesis o comillas va entre comillas simples: 'due:<2h', 'customer:\"Ana López\"'.",
          en:
            "Neither case nor accents count. Where a filter asks for no status (to deny one is not to ask), lists show unsolved tickets only; reports and exports take all of them. In a terminal put what has <, >, parentheses or quotes between single quotes: 'due:<2h', 'customer:\"Ana López\"'."
        )),
    ])

  /// What is written, whole filters all of them, and what it means.
  static let grammar: [(text: String, meaning: Phrase)] = [
    (
      "status:open channel:whatsapp",
      Phrase(es: "una condición junto a otra: se cumplen todas", en: "conditions side by side: all hold")
    ),
    (
      "status:new,open",
      Phrase(es: "valores con coma: cualquiera de ellos", en: "values with a comma: any of them")
    ),
    (
      "tag:vip OR priority:urgent",
      Phrase(
        es: "una u otra; también con O. Une menos que estar al lado",
        en: "either; binds less than standing side by side")
    ),
    (
      "-tag:vip",
      Phrase(es: "con - delante: que no la cumpla", en: "- before it: those for which it does not hold")
    ),
    (
      "(tag:vip OR segment:A) -is:waiting",
      Phrase(es: "los paréntesis agrupan", en: "parentheses group")
    ),
    (
      "reembolso \"no llega\"",
      Phrase(
        es:
          "palabras sueltas, o entre comillas juntas: las tiene el asunto o el nombre del cliente; en «voc search», un mensaje",
        en:
          "words, or quoted ones together: the subject or the customer’s name has them; in “voc search” a message"
      )
    ),
    ("assignee:none", Phrase(es: "none o ninguno: los que no tienen", en: "none: those that have none")),
    ("assignee:@me", Phrase(es: "@me o @yo: quien usa voc", en: "@me: whoever uses voc")),
    (
      "customer:\"Ana López\"", Phrase(es: "comillas donde hay espacios", en: "quotes where there are spaces")
    ),
  ]

  /// One example of each field.
  static let fields: [(field: TicketFilter.Field, example: String, meaning: Phrase)] = [
    (.id, "id:12,15", Phrase(es: "el número", en: "the number")),
    (
      .status, "status:open,new",
      Phrase(
        es:
          "new (nuevo), open (abierto), pending (pendiente), hold (en-espera), solved (resuelto), closed (cerrado)",
        en: "new, open, pending, hold, solved, closed")
    ),
    (
      .priority, "priority:>=high",
      Phrase(es: "low (baja), normal, high (alta), urgent (urgente)", en: "low, normal, high, urgent")
    ),
    (
      .channel, "channel:whatsapp",
      Phrase(es: "el nombre del canal o su tipo", en: "the channel’s name, or its kind")
    ),
    (.queue, "queue:general", Phrase(es: "la cola en la que está", en: "the queue it is in")),
    (.assignee, "assignee:@me", Phrase(es: "quién lo tiene", en: "who has it")),
    (
      .customer, "customer:#7",
      Phrase(es: "el cliente, por nombre entero o por número", en: "the customer, by whole name or by number")
    ),
    (.segment, "segment:A,B", Phrase(es: "la clase de valor del cliente", en: "the customer’s value class")),
    (.stage, "stage:land", Phrase(es: "land, adopt, expand o renew", en: "land, adopt, expand or renew")),
    (
      .language, "language:es",
      Phrase(
        es: "el idioma del cliente; es pide también es-MX",
        en: "the customer’s language; es asks for es-MX, too")
    ),
    (.country, "country:MX,CO", Phrase(es: "el país del cliente", en: "the customer’s country")),
    (.tag, "tag:vip", Phrase(es: "una de sus etiquetas", en: "one of its tags")),
    (
      .cause, "cause:envío", Phrase(es: "la causa con la que se resolvió", en: "the cause it was solved with")
    ),
    (
      .cue, "cue:legal,churn",
      Phrase(
        es:
          "señales en lo que escribe el cliente: urgency (urgencia), complaint (queja), legal, churn (fuga), competitor (competencia), praise (elogio), repeat_contact (recontacto)",
        en:
          "signs in what the customer writes: urgency, complaint, legal, churn, competitor, praise, repeat_contact"
      )
    ),
    (
      .mood, "mood:negative",
      Phrase(
        es: "negative (negativo) o positive (positivo): así suena alguno de sus mensajes; es una estimación",
        en: "negative or positive: so sounds one of their messages; an estimate")
    ),
    (.created, "created:>=2026-11-01", Phrase(es: "cuándo se abrió", en: "when it was opened")),
    (.updated, "updated:<-7d", Phrase(es: "cuándo cambió por última vez", en: "when it last changed")),
    (.solved, "solved:yesterday", Phrase(es: "cuándo se resolvió", en: "when it was solved")),
    (
      .waiting, "waiting:>30m",
      Phrase(es: "cuánto lleva esperando el cliente", en: "how long the customer has waited")
    ),
    (
      .due, "due:<2h",
      Phrase(
        es: "cuánto falta para la próxima promesa; <0 es lo que ya venció",
        en: "how long until the next promise; <0 is what is late")
    ),
    (
      .state, "is:waiting",
      Phrase(
        es:
          "waiting (esperando), unassigned (sin-asignar), unsolved (sin-resolver), breached (incumplido), promised (prometido: pendiente hasta una hora), follow-up (seguimiento de una mala respuesta)",
        en:
          "waiting for a reply, unassigned, unsolved, breached (a promise was broken), promised (pending until a time), follow-up (of a bad answer)"
      )
    ),
  ]

  static let dates: [(example: String, meaning: Phrase)] = [
    (
      "created:2026-11-21",
      Phrase(
        es: "un día; 2026-11 es un mes, 2026 un año, 2026-11-21T10:30 una hora de aquí",
        en: "a day; 2026-11 is a month, 2026 a year, 2026-11-21T10:30 a time here")
    ),
    (
      "created:today",
      Phrase(
        es: "today, yesterday, this-month (hoy, ayer, este-mes), monday (lunes): el último, con hoy",
        en: "today, yesterday, this-month, monday: the latest one, today included")
    ),
    (
      "created:>=-7d",
      Phrase(
        es:
          "desde hace 7 veces 24 horas, al segundo; -24h es lo mismo que -1d. Un informe cuenta días enteros: su --since -7d empieza con aquel día y llega hasta hoy, que son 8",
        en:
          "since 7 times 24 hours ago, to the second; -24h is the same as -1d. A report counts whole days: its --since -7d begins with that day and ends with today, which makes 8"
      )
    ),
    (
      "created:2026-11-01..2026-11-15",
      Phrase(es: "desde un día hasta otro, los dos incluidos", en: "from one day to another, both included")
    ),
    (
      "waiting:30m..2h",
      Phrase(es: "s, m, h, d o w: segundos a semanas", en: "s, m, h, d or w: seconds to weeks")
    ),
  ]

  /// What is written where there is a view called urgentes.
  static let views: [(text: String, meaning: Phrase)] = [
    (
      "@urgentes",
      Phrase(
        es: "el filtro que se guardó con «voc view save urgentes FILTRO»",
        en: "the filter that “voc view save urgentes FILTER” saved")
    ),
    (
      "@urgentes channel:chat",
      Phrase(es: "y además lo que se pida al lado", en: "and what stands beside it, too")
    ),
  ]
}
