import VocDomain

extension ExportFormat {
  /// What the channel of a format's exports is called unless somebody names it.
  var channelName: String {
    switch self {
    case .whatsapp, .whatsappCloud: "WhatsApp"
    case .zendesk, .zendeskTables: "Zendesk"
    case .zendeskChat: "Zendesk Chat"
    case .chatwoot, .chatwootCSAT: "Chatwoot"
    case .intercom: "Intercom"
    case .freshdesk: "Freshdesk"
    case .tawk: "tawk.to"
    case .telegram: "Telegram"
    case .meta: "Meta"
    case .jsonLines: "Chat"
    case .asteriskCDR, .queueLog, .freeswitchCSV, .freeswitchJSON, .twilio, .amazonConnect, .genesys:
      "Teléfono"
    case .qualtrics, .surveymonkey, .typeform, .googleForms, .limesurvey, .delighted, .surveyCSV: "Encuesta"
    case .table: "Tabla"
    case .events: "Historial"
    }
  }

  /// The kind of that channel.
  var channelKind: String {
    switch self {
    case .whatsapp, .whatsappCloud: "whatsapp"
    case .telegram, .meta: "social"
    case .events: "other"
    default:
      switch family {
      case .phone: "phone"
      case .survey: "survey"
      default: "chat"
      }
    }
  }
}
