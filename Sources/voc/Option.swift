/// A word with a dash: `--limit N`, `--dry-run`.
struct Option: Sendable {
  /// The long name first; later ones are its short forms.
  var names: [String]
  /// What stands for the value in help ("N", "AGENTE"); nil for a flag.
  var value: Phrase? = nil
  var isRepeatable = false
  var isRequired = false
  var summary: Phrase
  /// The only values it takes; nil for any.
  var allowed: [String]? = nil
  /// The value may be missing (`--json`), and what a following word must look like to count as the value.
  var optionalValueFields: [String]? = nil
  /// The value, a number, may be missing.
  var mayLackValue = false
  /// What the value is, where its name does not tell (`CompletedValue`).
  var completes: CompletedValue? = nil

  var name: String { names[0] }

  /// "-L, --limit N" as help shows it.
  func label(_ language: Language) -> String {
    let joined = names.reversed().joined(separator: ", ")
    guard let value else { return joined }
    return optionalValueFields == nil && !mayLackValue
      ? "\(joined) \(value(language))" : "\(joined) [\(value(language))]"
  }

  /// What help says of it: its summary, the values that it takes, whether it may stand twice.
  func explanation(_ language: Language) -> String {
    var text = summary(language)
    let words = Set(text.split { " ,;()".contains($0) }.map(String.init))
    if let allowed, !words.isSuperset(of: allowed) { text += " (\(allowed.joined(separator: ", ")))" }
    if isRepeatable { text += Phrase(es: "; se puede repetir", en: "; repeatable")(language) }
    return text
  }

  /// The options of every verb.
  static let common = [
    Option(
      names: ["--db"], value: Phrase(es: "ARCHIVO", en: "FILE"),
      summary: Phrase(
        es: "base de datos que se usa, en lugar de VOC_DB", en: "the database to use, instead of VOC_DB")),
    Option(
      names: ["--as"], value: Phrase(es: "AGENTE", en: "AGENT"),
      summary: Phrase(
        es: "quién actúa, en lugar de VOC_AGENT", en: "who is acting, instead of VOC_AGENT")),
    Option(
      names: ["--lang"], value: Phrase(es: "IDIOMA", en: "LANGUAGE"),
      summary: Phrase(
        es: "idioma de los mensajes, en lugar de VOC_LANG", en: "language of messages, instead of VOC_LANG"),
      allowed: Language.allCases.map(\.rawValue)),
    Option(
      names: ["--help", "-h"], summary: Phrase(es: "muestra esta ayuda", en: "shows this help")),
  ]

  /// The options of verbs that list.
  static let listing = [
    Option(
      names: ["--format"], value: Phrase(es: "PLANTILLA", en: "TEMPLATE"),
      summary: Phrase(
        es: "una línea por elemento, con los campos entre llaves: '{id}\\t{name}'",
        en: "one line an item, with fields between braces: '{id}\\t{name}'")),
    Option(
      names: ["--utc"],
      summary: Phrase(
        es: "las horas en UTC (RFC 3339), también en una terminal",
        en: "times in UTC (RFC 3339), on a terminal too")),
    Option(
      names: ["--no-pager"],
      summary: Phrase(
        es: "una lista larga no pasa por el paginador", en: "a long list does not go through the pager")),
  ]

  /// Of verbs that write a file.
  static let replace = Option(
    names: ["--replace"],
    summary: Phrase(es: "reemplaza el archivo si ya existe", en: "replaces the file if it is there"))

  /// Of verbs that read telephone numbers as they are dialled at home.
  static let country = Option(
    names: ["--country"], value: Phrase(es: "PAÍS", en: "COUNTRY"),
    summary: Phrase(
      es: "código de dos letras, para los teléfonos nacionales",
      en: "two-letter code, for national phone numbers"))

  /// Of verbs that answer with a page.
  static let noPager = Option(
    names: ["--no-pager"],
    summary: Phrase(
      es: "una página larga no pasa por el paginador", en: "a long page does not go through the pager"))

  /// `--json` of a verb whose answer has these fields.
  static func json(_ fields: [String]) -> Option {
    Option(
      names: ["--json"], value: Phrase(es: "CAMPOS", en: "FIELDS"),
      summary: Phrase(
        es: "responde en JSON; con campos separados por comas, solo esos",
        en: "answers in JSON; with comma-separated fields, only those"),
      optionalValueFields: fields)
  }
}
