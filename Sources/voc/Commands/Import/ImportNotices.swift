import VocDesk
import VocDomain

/// What somebody who imports should know besides the counts: what waits, what was left out, what was read with doubt.
struct ImportNotices {
  let report: ImportReport
  let invocation: Invocation
  /// How a file is called on the screen.
  let name: (ImportReport.File) -> String
  private var numbers: NumberStyle { invocation.numbers }

  func write() {
    for file in report.files {
      count(
        file, file.blank,
        Phrase(
          es: "{file}: filas sin puntaje, que no cuentan: {n}.",
          en: "{file}: rows without a score, which do not count: {n}."))
      writeWaiting(file)
      count(
        file, file.apart,
        Phrase(
          es: "{file}: respuestas parciales o de prueba, que se guardan aparte y no cuentan: {n}.",
          en: "{file}: partial or test answers, kept apart and not counted: {n}."))
      count(
        file, file.internalCalls,
        Phrase(
          es: "{file}: llamadas internas, que no son de ningún cliente: {n}.",
          en: "{file}: internal calls, which are no customer’s: {n}."))
      writeScores(file)
      writeText(file)
      count(
        file, file.unreadPhones.withoutCountry,
        Phrase(
          es:
            "{file}: números sin código de país, que solo valen en su canal: {n}. Con --country se reconocen; lo importado se quita antes con «voc import undo».",
          en:
            "{file}: numbers without a country code, which count on their channel only: {n}. With --country they are recognised; take the import back first with “voc import undo”."
        ))
      count(
        file, file.unlinkedPhones.withoutCountry,
        Phrase(
          es: "{file}: teléfonos sin código de país, que no son de ningún cliente: {n}; --country lo indica.",
          en: "{file}: phones without a country code, linked to no customer: {n}; --country tells it."))
      count(
        file, file.unreadPhones.odd,
        Phrase(
          es: "{file}: números que no son teléfonos válidos y solo valen en su canal: {n}.",
          en:
            "{file}: numbers that are no valid telephone numbers and count on their channel only: {n}."
        ))
      count(
        file, file.unlinkedPhones.odd,
        Phrase(
          es:
            "{file}: números que no son teléfonos válidos y no son de ningún cliente: {n}.",
          en:
            "{file}: numbers that are no valid telephone numbers, linked to no customer: {n}."
        ))
      count(
        file, file.unknownTickets,
        Phrase(
          es:
            "{file}: números de ticket que no son de aquí o son de otro cliente: {n}; esas respuestas quedaron sin ticket.",
          en:
            "{file}: ticket numbers that are none here or another customer’s: {n}; those answers were kept without a ticket."
        ))
      if let other = file.readOtherwiseBy {
        say(
          file,
          Phrase(
            es:
              "{file} es el mismo archivo de la importación {other}, que se leyó con otras opciones; con las de ahora hay registros nuevos: {n}. Si son los mismos leídos de otro modo, sobran: «voc import undo» quita una de las dos importaciones.",
            en:
              "{file} is the file of import {other}, which was read with other options; with those of now there are new records: {n}. If they are the same read in another way, they are too many: “voc import undo” takes one of the two imports back."
          ), ["other": "\(other)", "n": numbers.integer(file.new)])
      }
      if !file.hasDates {
        say(
          file,
          Phrase(
            es: "{file} no tiene columna de fecha: sus respuestas cuentan con la fecha de hoy.",
            en: "{file} has no column of dates: its answers count as given today."))
      }
    }
    for channel in report.guessedChannels {
      invocation.notice(
        Phrase(
          es:
            "El canal nuevo «{channel}» quedó de tipo {kind}; si es de otro, lo cambia «voc channel kind {word} TIPO».",
          en:
            "The new channel “{channel}” is of kind {kind}; if it is of another, “voc channel kind {word} KIND” changes it."
        ), ["channel": channel.name, "kind": channel.kind, "word": ShellWord.plain(channel.name)])
    }
    for channel in report.channelsOfOwnKind { ChannelKind.noticeOwn(channel, invocation) }
    if report.followUpsWithoutChannel > 0 {
      invocation.notice(
        LoopCommands.withoutChannel, ["n": numbers.integer(report.followUpsWithoutChannel)])
    }
    for name in report.skipped {
      invocation.notice(
        Phrase(
          es: "{file} no es una exportación conocida: se omitió.",
          en: "{file} is no known export: skipped."),
        ["file": name])
    }
  }

  /// Only of the last file of a system: the next may have brought it.
  private func writeWaiting(_ file: ImportReport.File) {
    guard report.files.last(where: { $0.format == file.format })?.name == file.name else { return }
    for waiting in file.waiting {
      guard let phrase = Self.waitingPhrase(waiting.kind) else { continue }
      let shown = waiting.keys.prefix(3).joined(separator: ", ") + (waiting.keys.count > 3 ? "…" : "")
      say(file, phrase, ["n": numbers.integer(waiting.records), "keys": shown])
    }
  }

  private static func waitingPhrase(_ kind: String) -> Phrase? {
    switch kind {
    case "ticket":
      Phrase(
        es:
          "Registros de {format} que esperan a sus tickets ({keys}): {n}; se colocan al importar el archivo que los trae.",
        en:
          "Records of {format} that wait for their tickets ({keys}): {n}; they are placed when the file with them is imported."
      )
    case "party", "customer":
      Phrase(
        es:
          "Registros de {format} que esperan saber quién es quién ({keys}): {n}; se colocan al importar el archivo de usuarios, o con --agent.",
        en:
          "Records of {format} that wait to know who is who ({keys}): {n}; they are placed when the file of users is imported, or with --agent."
      )
    case "message":
      Phrase(
        es: "Cambios de {format} que esperan al mensaje que cambian ({keys}): {n}.",
        en: "Changes of {format} that wait for the message that they change ({keys}): {n}.")
    case "chat":
      Phrase(
        es: "Mensajes de {format} que esperan saber con quién es la conversación ({keys}): {n}.",
        en: "Messages of {format} that wait to know with whom the conversation is ({keys}): {n}.")
    default: nil
    }
  }

  private func writeText(_ file: ImportReport.File) {
    if let doubtful = file.findings.doubtfulText {
      say(
        file,
        Phrase(
          es:
            "{file}: filas con bytes que no son de {encoding}: {n}, la primera en la línea {line}; el texto se guardó como está.",
          en:
            "{file}: rows with bytes that are hardly {encoding}: {n}, the first on line {line}; the text was kept as it stands."
        ),
        [
          "n": numbers.integer(doubtful.rows), "line": "\(doubtful.firstLine)",
          "encoding": (file.findings.encoding ?? .windows1252).rawValue,
        ])
    }
    if let offset = file.findings.offset {
      let hours = numbers.decimal(Double(offset) / 3600, places: offset % 3600 == 0 ? 0 : 2)
      say(
        file,
        Phrase(
          es: "{file}: sus horas son de UTC{sign}{hours}, según sus propios identificadores.",
          en: "{file}: its times are of UTC{sign}{hours}, as its own ids tell."),
        ["sign": offset < 0 ? "" : "+", "hours": hours])
    }
  }

  private func count(_ file: ImportReport.File, _ n: Int, _ phrase: Phrase) {
    if n > 0 { say(file, phrase, ["n": numbers.integer(n)]) }
  }

  func say(_ file: ImportReport.File, _ phrase: Phrase, _ values: [String: String] = [:]) {
    invocation.notice(
      phrase, values.merging(["file": name(file), "format": file.format.rawValue]) { $1 })
  }
}
