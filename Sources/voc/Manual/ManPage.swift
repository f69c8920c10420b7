/// The manual page voc(1), made from the verb table.
struct ManPage {
  let verbs: [Verb]
  let language: Language
  /// As "2026-11-21": when it was made.
  let day: String

  var text: String {
    var page = Roff()
    page.comment("-*- coding: utf-8 -*-")
    // A date with escaped hyphens is none (mandoc).
    page.add(".TH VOC 1 \(day) \"voc \(Version.text)\"")
    // A Spanish word is no better hyphenated by English rules.
    page.add(".nh\n.ad l")
    page.request("SH", say("NOMBRE", "NAME"))
    page.prose(
      "voc - "
        + say(
          "voz del cliente: tickets y satisfacción en un archivo de esta computadora",
          "voice of the customer: tickets and satisfaction in one file on this computer"))
    page.request("SH", say("SINOPSIS", "SYNOPSIS"))
    page.request("B", "voc")
    page.prose(say("COMANDO [opciones]", "COMMAND [options]"))
    page.request("SH", say("DESCRIPCIÓN", "DESCRIPTION"))
    page.prose(Help.purpose(language))
    page.request("PP")
    page.prose(
      say(
        "La respuesta va a la salida estándar y los avisos a la de errores. En una terminal las listas son tablas; en una tubería, valores enteros separados por tabuladores, sin encabezado; con --json, JSON. «voc help COMANDO» muestra lo mismo que aquí de cada comando.",
        "The answer goes to standard output, notices to standard error. On a terminal lists are tables; in a pipe, full values separated by tabs, without a header; with --json, JSON. “voc help COMMAND” shows what stands here of each command."
      ))
    page.request("SH", say("OPCIONES COMUNES", "COMMON OPTIONS"))
    for option in Option.common { page.definition(option.label(language), option.explanation(language)) }
    page.request("SH", say("COMANDOS", "COMMANDS"))
    for verb in verbs { write(verb, to: &page) }
    page.request("SH", say("ENTORNO", "ENVIRONMENT"))
    for (term, text) in EnvironmentHelp.variables { page.definition(term, text(language)) }
    page.request("SH", say("ARCHIVOS", "FILES"))
    page.definition(
      "~/.local/share/voc/voc.db",
      say(
        "la base de datos, si no se elige otra; la acompañan voc.db-wal y voc.db-shm mientras está en uso",
        "the database, unless another is chosen; voc.db-wal and voc.db-shm stand beside it while it is in use"
      ))
    page.request("SH", say("ESTADO DE SALIDA", "EXIT STATUS"))
    for code in ExitCode.allCases { page.definition("\(code.rawValue)", code.summary(language)) }
    page.request("SH", say("VÉASE TAMBIÉN", "SEE ALSO"))
    page.add(".BR sqlite3 (1)")
    for topic in HelpTopic.all {
      page.request("PP")
      page.prose("voc help \(topic.name): \(topic.title(language))")
    }
    return page.text
  }

  private func write(_ verb: Verb, to page: inout Roff) {
    page.request("SS", verb.usage(language))
    page.prose(verb.summary(language) + ".")
    if let details = verb.details {
      page.request("PP")
      page.prose(details(language))
    }
    if let positional = verb.positional {
      page.definition(positional.name(language), positional.summary(language))
    }
    for option in verb.ownOptions { page.definition(option.label(language), option.explanation(language)) }
    if !verb.jsonFields.isEmpty {
      page.request("PP")
      page.prose(say("Campos de --json: ", "Fields of --json: ") + verb.jsonFields.joined(separator: ", "))
    }
    page.verbatim(verb.examples)
  }

  private func say(_ es: String, _ en: String) -> String { Phrase(es: es, en: en)(language) }
}
