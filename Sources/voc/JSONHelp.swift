/// `voc help json`: what each verb answers in JSON, from the verb table.
enum JSONHelp {
  static let topic = HelpTopic(
    name: "json", title: Phrase(es: "Respuestas en JSON", en: "Answers in JSON"),
    blocks: [
      .text(
        Phrase(
          es:
            "Con --json un comando responde con todos sus campos, y con --json id,subject solo con esos, en ese orden. Una lista es un arreglo con un objeto por línea, vacío si no hay nada; «voc ticket export» escribe los objetos solos, uno por línea. Los nombres y los valores fijos están en inglés en cualquier idioma; las horas son RFC 3339, los plazos segundos, y lo que falta es null.",
          en:
            "With --json a command answers with all its fields, with --json id,subject only with those, in that order. A list is an array with one object a line, empty where there is nothing; “voc ticket export” writes the objects alone, one a line. Names and fixed values are in English in every language; times are RFC 3339, lengths of time seconds, and what is missing is null."
        )),
      .title(Phrase(es: "Campos de cada comando", en: "Fields of each command")),
      .terms(
        VerbTable.all.filter { !$0.jsonFields.isEmpty }.map {
          ($0.name, Phrase(both: $0.jsonFields.joined(separator: ", ")))
        }),
    ])
}
