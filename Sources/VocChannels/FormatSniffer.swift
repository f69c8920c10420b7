/// Tells a file's format by its first lines.
public enum FormatSniffer {
  public enum Format: Sendable {
    case whatsApp
    case surveyTable
  }

  /// Nil where the head (the first 64 KiB) fits no format.
  public static func format(of head: [UInt8]) -> Format? {
    if WhatsAppExport.recognises(head) { return .whatsApp }
    if SurveyTable.recognises(head) { return .surveyTable }
    return nil
  }
}
