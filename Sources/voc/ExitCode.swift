/// How a run of voc ended, as the shell sees it.
enum ExitCode: Int32, CaseIterable, Sendable {
  case ok = 0
  case failure = 1
  case usage = 2
  case notFound = 3
  case conflict = 4
  case partialImport = 5

  var summary: Phrase {
    switch self {
    case .ok:
      Phrase(
        es: "todo se hizo; una lista puede estar vacía", en: "everything was done; a list may be empty")
    case .failure: Phrase(es: "no se pudo hacer", en: "it could not be done")
    case .usage:
      Phrase(
        es: "el comando está mal escrito; no se hizo nada", en: "the command is mistyped; nothing was done")
    case .notFound:
      Phrase(
        es: "no existe lo que se pidió (un ticket, un cliente, un archivo)",
        en: "what was asked for does not exist (a ticket, a customer, a file)")
    case .conflict:
      Phrase(
        es: "choca con lo que hay (ya tomado, ya resuelto, nombre de varios) o la base de datos está ocupada",
        en: "it clashes with what is there (taken, solved, a name of several), or the database is busy")
    case .partialImport:
      Phrase(
        es: "se importó, pero algunas filas o columnas quedaron fuera; la salida dice cuáles",
        en: "imported, but some rows or columns were left out; the output says which")
    }
  }
}
