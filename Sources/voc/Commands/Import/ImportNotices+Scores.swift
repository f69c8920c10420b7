import VocDesk
import VocDomain

/// Columns of scores that were left out, or read with doubt.
extension ImportNotices {
  func writeScores(_ file: ImportReport.File) {
    for column in file.findings.scores where column.standing != .read {
      say(
        file, Self.phrase(column.standing),
        [
          "column": column.name, "low": column.lowest.map { "\($0)" } ?? "—",
          "high": column.highest.map { "\($0)" } ?? "—", "survey": column.survey?.rawValue ?? "",
          "labels": column.labels.prefix(4).joined(separator: ", "),
        ])
    }
    let isSurvey = file.format.family == .survey
    let isRecognised = file.findings.scores.contains { $0.standing.isRead || $0.isLost }
    if isSurvey && !isRecognised && file.new + file.known == 0 {
      let names = file.findings.unusedColumns + file.findings.scores.map(\.name)
      say(
        file,
        Phrase(
          es:
            "{file} no tiene ninguna columna de puntaje que se reconozca: se indica con --map COLUMNA=csat. Columnas: {columns}",
          en:
            "{file} has no column of scores that is recognised: tell it with --map COLUMN=csat. Columns: {columns}"
        ),
        ["columns": names.isEmpty ? "—" : names.prefix(12).joined(separator: ", ")])
    }
  }

  private static func phrase(_ standing: ScoreColumn.Standing) -> Phrase {
    switch standing {
    case .read, .doubtful:
      Phrase(
        es:
          "{file}: «{column}» se leyó como {survey}, pero va de {low} a {high}; si la escala es otra, conviene --dry-run y «voc import undo».",
        en:
          "{file}: “{column}” was read as {survey}, but runs from {low} to {high}; if its scale is another, see --dry-run and “voc import undo”."
      )
    case .reversed:
      Phrase(
        es:
          "{file}: «{column}» se dejó fuera: en ella 1 es lo mejor. Se invierte antes; --map la incluye sin invertir.",
        en:
          "{file}: “{column}” was left out: in it 1 is the best. Invert it first; --map takes it uninverted."
      )
    case .otherScale:
      Phrase(
        es:
          "{file}: «{column}» se dejó fuera: va de {low} a {high}, fuera de la escala de {survey}. Otra escala se convierte antes.",
        en:
          "{file}: “{column}” was left out: it runs from {low} to {high}, beyond the scale of {survey}. Another scale is turned into it first."
      )
    case .undecidedLabels:
      Phrase(
        es:
          "{file}: «{column}» se dejó fuera: no se sabe qué lugar de su escala tienen sus respuestas ({labels}).",
        en:
          "{file}: “{column}” was left out: nobody can tell the places of its answers ({labels}) on its scale."
      )
    case .noScore:
      Phrase(
        es: "{file}: «{column}» se dejó fuera: sus respuestas ({labels}) no son puntajes.",
        en: "{file}: “{column}” was left out: its answers ({labels}) are no scores.")
    case .repeated:
      Phrase(
        es:
          "{file}: otra columna «{column}» se dejó fuera: cuenta la primera de ese nombre. Si responde otra encuesta, se cambia su encabezado.",
        en:
          "{file}: another column “{column}” was left out: the first of that name counts. If it answers another survey, change its header."
      )
    case .unnamed:
      Phrase(
        es:
          "{file}: «{column}» se dejó fuera: nada dice qué encuesta responde; se indica con --survey o --map.",
        en:
          "{file}: “{column}” was left out: nothing says which survey it answers; tell it with --survey or --map."
      )
    }
  }
}
