/// The columns of Twilio's calls as they are read; the raw values are the names of a column map.
enum TwilioField: String, CaseIterable, ColumnField {
  case sid, parent, account, direction, from, to, start, end, created, updated, duration
  /// Milliseconds.
  case queue
  case status, answered, name, note

  static let dates: [TwilioField] = [.start, .end, .created, .updated]

  /// Of the console's download and of connectors' tables.
  static let usualHeaders: [(field: TwilioField, names: String)] = [
    (.sid, "sid callsid id"), (.parent, "parentcallsid parentcallid parentsid"),
    (.account, "accountsid accountid"), (.direction, "direction"), (.from, "from"), (.to, "to"),
    (.start, "starttime"), (.end, "endtime"), (.created, "datecreated createdat"),
    (.updated, "dateupdated updatedat"), (.duration, "duration"), (.queue, "queuetime"),
    (.status, "status"), (.answered, "answeredby"), (.name, "callername"), (.note, "annotation"),
  ]

  /// The member of the API's call object.
  var member: String {
    switch self {
    case .sid: "sid"
    case .parent: "parent_call_sid"
    case .account: "account_sid"
    case .direction: "direction"
    case .from: "from"
    case .to: "to"
    case .start: "start_time"
    case .end: "end_time"
    case .created: "date_created"
    case .updated: "date_updated"
    case .duration: "duration"
    case .queue: "queue_time"
    case .status: "status"
    case .answered: "answered_by"
    case .name: "caller_name"
    case .note: "annotation"
    }
  }
}
