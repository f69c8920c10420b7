import Glibc
import VocDomain

/// What is said of files that cannot be read or written, and of the database.
extension VocError {
  func fileSentences(_ language: Language) -> Sentences {
    switch self {
    case .fileNotFound(let path):
      (
        Phrase(es: "no existe «{path}»", en: "“{path}” does not exist"),
        Phrase(es: "Conviene revisar la ruta", en: "Check the path"), ["path": path], .notFound
      )
    case .fileExists(let path):
      (
        Phrase(es: "ya existe «{path}»; no se tocó", en: "“{path}” exists already; it was not touched"),
        Phrase(es: "Conviene elegir otro nombre", en: "Choose another name"), ["path": path], .conflict
      )
    case .fileUnreadable(let path, let code):
      (
        Phrase(es: "no se pudo leer {path} ({reason})", en: "{path} could not be read ({reason})"),
        Phrase(es: "Conviene revisar los permisos", en: "Check the permissions"),
        ["path": path, "reason": SystemFailure.reason(code)(language)],
        .failure
      )
    case .noExports(let path):
      (
        Phrase(es: "la carpeta {path} no tiene ninguna exportación", en: "the folder {path} holds no export"),
        Phrase(
          es: "«voc import formats» muestra qué archivos se importan",
          en: "“voc import formats” shows which files can be imported"), ["path": path],
        .notFound
      )
    case .missingProgram(let name):
      (
        Phrase(es: "falta el programa {name}", en: "the program {name} is missing"),
        Phrase(
          es: "Se instala con «apt-get install {name}», o se da el archivo ya extraído",
          en: "Install it with “apt-get install {name}”, or give the file already extracted"), ["name": name],
        .failure
      )
    case .cannotCreate(let path, let code):
      (
        Phrase(es: "no se pudo crear {path} ({reason})", en: "{path} could not be made ({reason})"),
        code == ENOENT
          ? Phrase(
            es: "Falta la carpeta: se crea con «mkdir -p {folder}», o se elige otra",
            en: "The folder is missing: make it with “mkdir -p {folder}”, or choose another")
          : Phrase(
            es: "Conviene revisar los permisos y el espacio", en: "Check the permissions and the space"),
        [
          "path": path, "reason": SystemFailure.reason(code)(language),
          "folder": ShellWord.plain(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."),
        ], .failure
      )
    default: preconditionFailure("not about a file: \(self)")
    }
  }

  var databaseSentences: Sentences {
    switch self {
    case .foreignDatabase:
      (
        Phrase(
          es: "la base de datos es de otra aplicación; no se tocó",
          en: "the database is another application’s; it was not touched"),
        Phrase(es: "Se elige otra con --db", en: "Choose another with --db"), [:], .failure
      )
    case .newerDatabase(let migration):
      (
        Phrase(
          es: "la base de datos es de una versión más nueva de voc ({migration}); no se tocó",
          en: "the database is of a newer voc ({migration}); it was not touched"),
        Phrase(es: "Conviene actualizar voc", en: "Update voc"), ["migration": migration], .failure
      )
    case .storage(let trouble): trouble.sentences
    default: preconditionFailure("not about the database: \(self)")
    }
  }
}
