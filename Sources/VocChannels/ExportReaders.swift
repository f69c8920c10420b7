public import VocDomain

/// All readers, in the order in which they are asked whether a file is theirs.
public enum ExportReaders {
  public static let all: [any ExportReader.Type] = particular + general

  /// Those whose files say by themselves which system they come from.
  static let particular: [any ExportReader.Type] = [
    WhatsAppCloudExport.self, ZendeskExport.self, ZendeskTablesExport.self, ZendeskChatExport.self,
    ChatwootExport.self,
    ChatwootSatisfaction.self, IntercomExport.self, FreshdeskExport.self, TawkExport.self,
    TelegramExport.self,
    MetaExport.self, AsteriskCDR.self, QueueLog.self, FreeSWITCHJSON.self, FreeSWITCHCSV.self,
    TwilioCalls.self,
    ConnectContacts.self, GenesysConversations.self, QualtricsExport.self, SurveyMonkeyExport.self,
    TypeformExport.self, GoogleFormsExport.self, LimeSurveyExport.self, DelightedExport.self,
  ]

  /// Those that take what nobody else does.
  static let general: [any ExportReader.Type] = [
    JSONLines.self, EventLog.self, SurveyCSV.self, MappedTable.self,
  ]

  public static func reader(of format: ExportFormat) -> (any ExportReader.Type)? {
    all.first { $0.format == format }
  }
}
