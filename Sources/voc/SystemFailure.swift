import Glibc

/// The system refused to read, write or start something; carries errno or an exit status.
enum SystemFailure: Error, Equatable {
  case reading(Int32)
  case writing(Int32)
  case temporaryFile(Int32)
  case editor(String, status: Int32)

  /// The system's own words for an errno, in English.
  static func reason(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "errno \(code)"
  }
}
