import Glibc

/// The system refused to read, write or start something; carries errno or an exit status.
enum SystemFailure: Error, Equatable {
  case reading(Int32)
  case writing(Int32)
  case temporaryFile(Int32)
  case editor(String, status: Int32)

  /// What an errno means; for those that people hardly meet in the system's own words, in English.
  static func reason(_ code: Int32) -> Phrase {
    switch code {
    case EACCES, EPERM: Phrase(es: "sin permiso", en: "permission denied")
    case ENOENT: Phrase(es: "no existe esa carpeta", en: "no such folder")
    case ENOTDIR: Phrase(es: "una parte de la ruta no es una carpeta", en: "a part of the path is no folder")
    case EISDIR: Phrase(es: "es una carpeta", en: "it is a folder")
    case ENOSPC, EDQUOT: Phrase(es: "el disco está lleno", en: "the disk is full")
    case EROFS: Phrase(es: "el disco es de solo lectura", en: "the disk is read-only")
    default: Phrase(both: strerror(code).map { String(cString: $0) } ?? "errno \(code)")
    }
  }
}
