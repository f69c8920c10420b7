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

  /// Whether its exports are of one kind of channel; a table may be of any.
  var tellsChannelKind: Bool { self != .jsonLines && family != .table }

  /// The kind of a new channel, where the format does not tell it: of calls, or what its name says.
  func channelKind(named name: String, isOfCalls: Bool) -> String {
    if tellsChannelKind { return channelKind }
    return isOfCalls ? "phone" : Channel.kind(named: name) ?? channelKind
  }

  /// The kind of that channel.
  private var channelKind: String {
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
