/// The formats that voc reads; the raw values are the names that `--format` takes.
public enum ExportFormat: String, CaseIterable, Sendable {
  case whatsapp
  case whatsappCloud = "whatsapp-cloud"
  case zendesk
  case zendeskTables = "zendesk-tables"
  case zendeskChat = "zendesk-chat"
  case chatwoot
  case chatwootCSAT = "chatwoot-csat"
  case intercom, freshdesk, tawk, telegram
  /// Messenger and Instagram, "Download your information".
  case meta
  case jsonLines = "jsonl"
  case asteriskCDR = "asterisk-cdr"
  case queueLog = "queue-log"
  case freeswitchCSV = "freeswitch-csv"
  case freeswitchJSON = "freeswitch-json"
  case twilio
  case amazonConnect = "amazon-connect"
  case genesys
  case qualtrics, surveymonkey, typeform
  case googleForms = "google-forms"
  case limesurvey, delighted
  case surveyCSV = "survey-csv"
  /// Any table by a column map: messages, calls or tickets.
  case table
  case events

  /// What the format is an export of.
  public enum Family: String, CaseIterable, Sendable { case whatsapp, chat, phone, survey, table }

  public var family: Family {
    switch self {
    case .whatsapp, .whatsappCloud: .whatsapp
    case .zendesk, .zendeskTables, .zendeskChat, .chatwoot, .intercom, .freshdesk, .tawk, .telegram, .meta,
      .jsonLines:
      .chat
    case .asteriskCDR, .queueLog, .freeswitchCSV, .freeswitchJSON, .twilio, .amazonConnect, .genesys: .phone
    case .chatwootCSAT, .qualtrics, .surveymonkey, .typeform, .googleForms, .limesurvey, .delighted,
      .surveyCSV:
      .survey
    case .table, .events: .table
    }
  }
}
