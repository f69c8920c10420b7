import VocDomain

extension StorageTrouble {
  /// What happened to the database, what to do about it.
  var sentences: Sentences {
    switch self {
    case .locked:
      (
        Phrase(
          es: "otro proceso ocupa la base de datos desde hace más de 10 s; no se cambió nada",
          en: "another process has held the database for over 10 s; nothing was changed"),
        Phrase(es: "Conviene repetir el comando cuando termine", en: "Try again when it is done"), [:],
        .conflict
      )
    case .readOnly:
      (
        Phrase(
          es: "la base de datos es de solo lectura; no se cambió nada",
          en: "the database is read-only; nothing was changed"),
        Phrase(
          es: "Conviene revisar los permisos del archivo y de su carpeta",
          en: "Check the permissions of the file and its folder"),
        [:], .failure
      )
    case .full:
      (
        Phrase(
          es: "el disco está lleno; lo último no se guardó",
          en: "the disk is full; the last change was not kept"),
        Phrase(
          es: "Conviene liberar espacio y repetir el comando: lo ya guardado no se duplica",
          en: "Free some space and run the command again: nothing is kept twice"), [:],
        .failure
      )
    case .corrupt:
      (
        Phrase(
          es: "la base de datos está dañada, o el disco falló al leerla",
          en: "the database is damaged, or the disk failed to read it"),
        Phrase(
          es: "«voc doctor» la revisa; si sigue mal, conviene restaurar la última copia",
          en: "“voc doctor” checks it; if it stays so, restore the last backup"), [:], .failure
      )
    case .notADatabase:
      (
        Phrase(es: "el archivo no es una base de datos de voc", en: "the file is no database of voc"),
        Phrase(es: "Se elige otra con --db", en: "Choose another with --db"), [:], .failure
      )
    case .cannotOpen:
      (
        Phrase(es: "no se pudo abrir la base de datos", en: "the database could not be opened"),
        Phrase(
          es: "Conviene revisar los permisos y que haya espacio en el disco: también leer lo necesita",
          en: "Check the permissions and that the disk has space: reading needs some too"), [:], .failure
      )
    case .inputOutput(let code):
      (
        Phrase(es: "falló el disco ({code})", en: "the disk failed ({code})"),
        Phrase(
          es: "Conviene revisar el disco y el espacio, y repetir el comando: lo ya guardado no se duplica",
          en: "Check the disk and its space, and run the command again: nothing is kept twice"),
        ["code": "\(code)"],
        .failure
      )
    }
  }
}
