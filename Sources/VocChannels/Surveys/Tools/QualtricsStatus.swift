import VocDomain

/// What Qualtrics' Status, Finished and Progress say of a response.
///
/// Source: Qualtrics Support, "Understanding Your Dataset": 0 IP address, 1 preview, 2 test, 4 imported, 8 spam,
/// 9 spam of a preview, 12 imported spam, 16 offline, 17 offline preview.
enum QualtricsStatus {
  static func completeness(status: String?, finished: String?, progress: String?) -> AnswerRecord.Completeness
  {
    if let status, isTest(status) { return .test }
    let word = HeaderKey.fold(finished ?? "")
    if complete.contains(word) { return .complete }
    if incomplete.contains(word) { return .partial }
    if let progress { return progress == "100" ? .complete : .partial }
    return finished == nil ? .complete : .partial
  }

  /// Previews, tests and spam: a number's bits, or words in the export's language.
  private static func isTest(_ status: String) -> Bool {
    if let number = Int(status) { return number & 0b1011 != 0 }
    let key = HeaderKey.fold(status)
    return [
      "preview", "vistaprevia", "visualizacao", "previa", "vorschau", "test", "prueba", "teste", "spam",
      "nodeseado", "indesejad",
    ].contains(where: key.contains)
  }

  private static let complete: Set<String> = [
    "1", "true", "verdadero", "verdadeiro", "si", "sim", "yes", "wahr", "vrai", "vero",
  ]
  private static let incomplete: Set<String> = [
    "0", "false", "falso", "no", "nao", "falsch", "faux",
  ]
}
