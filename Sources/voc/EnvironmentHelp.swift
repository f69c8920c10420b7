/// What of its surroundings voc heeds: `voc help environment`, and the section of the manual page.
enum EnvironmentHelp {
  static let topic = HelpTopic(
    name: "environment", title: Phrase(es: "Variables de entorno", en: "Environment variables"),
    blocks: [
      .text(Phrase(es: "Una variable vacía cuenta como ausente.", en: "An empty variable counts as unset.")),
      .terms(variables),
    ])

  static let variables: [(term: String, text: Phrase)] = [
    (
      "VOC_DB",
      Phrase(
        es: "la base de datos, si no se da --db", en: "the database, unless --db names one")
    ),
    (
      "XDG_DATA_HOME",
      Phrase(
        es: "la carpeta en que está voc/voc.db, si falta VOC_DB; si falta también, ~/.local/share",
        en: "the folder of voc/voc.db without VOC_DB; without it, ~/.local/share")
    ),
    (
      "VOC_AGENT",
      Phrase(
        es: "quién actúa, si no se da --as; si falta, el usuario del sistema (LOGNAME, USER)",
        en: "who is acting, unless --as names somebody; without it, the login name (LOGNAME, USER)")
    ),
    (
      "VOC_LANG",
      Phrase(
        es: "es o en, si no se da --lang; si falta, LC_ALL, LC_MESSAGES o LANG",
        en: "es or en, unless --lang names one; without it, LC_ALL, LC_MESSAGES or LANG")
    ),
    (
      "VISUAL, EDITOR",
      Phrase(
        es: "el editor en que se escriben respuestas y notas; si faltan, vi",
        en: "the editor in which replies and notes are written; without them, vi")
    ),
    (
      "VOC_PAGER, PAGER",
      Phrase(
        es:
          "el programa que muestra por pantallas las listas y páginas largas; si faltan, less; con cat, ninguno",
        en:
          "the program that shows long lists and pages a screen at a time; without them, less; with cat, none"
      )
    ),
    (
      "NO_COLOR",
      Phrase(es: "con cualquier valor, sin colores", en: "with any value, no colours")
    ),
    (
      "CLICOLOR_FORCE",
      Phrase(
        es: "con un valor que no sea 0, colores también fuera de una terminal",
        en: "with a value other than 0, colours outside a terminal too")
    ),
    ("CLICOLOR", Phrase(es: "con 0, sin colores", en: "with 0, no colours")),
    (
      "TERM",
      Phrase(
        es: "con dumb, sin colores ni pantalla completa", en: "with dumb, neither colours nor the full screen"
      )
    ),
    (
      "COLUMNS",
      Phrase(
        es: "el ancho de las tablas, en lugar del de la terminal",
        en: "how wide tables are, instead of the terminal’s width")
    ),
    ("TZ", Phrase(es: "la zona horaria de quien lee", en: "the reader’s time zone")),
    (
      "LC_NUMERIC",
      Phrase(
        es: "el país cuyo separador decimal se usa, si VOC_LANG y LC_ALL no nombran ninguno",
        en: "the country whose decimal mark is used, where VOC_LANG and LC_ALL name none")
    ),
    (
      "TMPDIR",
      Phrase(
        es: "la carpeta del archivo temporal del editor", en: "the folder of the editor’s temporary file")
    ),
  ]
}
