public import VocDomain

/// Tells a file's format by its first lines.
public enum FormatSniffer {
  /// Nil where the head fits no format.
  public static func format(of head: ExportHead) -> ExportFormat? {
    if let reader = ExportReaders.particular.first(where: { $0.recognises(head) }) { return reader.format }
    if WhatsAppExport.recognises(head.bytes) { return .whatsapp }
    return ExportReaders.general.first { $0.recognises(head) }?.format
  }

  /// What a table is whose header tells nothing, by its column map: the first of answers, records and events that has
  /// all the fields that the map names; answers where none has.
  public static func format(ofTableWith map: [(column: String, field: String)]) -> ExportFormat {
    func has<Field: RawRepresentable<String>>(_ type: Field.Type) -> Bool {
      map.allSatisfy { pair in
        [pair.column, pair.field].contains {
          type.init(rawValue: $0.lowercased().filter { !$0.isWhitespace }) != nil
        }
      }
    }
    if has(SurveyField.self) { return .surveyCSV }
    if has(TableField.self) { return .table }
    return has(EventField.self) ? .events : .surveyCSV
  }
}
