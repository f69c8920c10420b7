public import VocDomain

/// Tells a file's format by its first lines.
public enum FormatSniffer {
  /// Nil where the head fits no format.
  public static func format(of head: ExportHead) -> ExportFormat? {
    if let reader = ExportReaders.particular.first(where: { $0.recognises(head) }) { return reader.format }
    if WhatsAppExport.recognises(head.bytes) { return .whatsapp }
    return ExportReaders.general.first { $0.recognises(head) }?.format
  }
}
