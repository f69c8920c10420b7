import VocDomain

/// The history of tickets: audits (`/tickets/1/audits`) and the incremental export's ticket events, which hold the
/// same events under other names.
///
/// Source: Zendesk developer documentation, "Ticket Audit events reference", "Incremental Ticket Event Export".
extension ZendeskObjectReader {
  /// The fields whose changes are events here; tags and custom fields are not.
  static let fields = ["status", "priority", "group_id", "assignee_id"]

  mutating func add(
    audit value: JSONValue, events: String, author: String
  ) throws(ZendeskFault) {
    let ticket = try ZendeskValue.id(value, "ticket_id")
    guard let at = try ZendeskValue.instant(value, "created_at", "timestamp") else { throw .missingField }
    let author = value[author].text
    for event in value[events].array {
      switch event["event_type"].text ?? event["type"].text {
      case "Comment", "VoiceComment", "TpeVoiceComment":
        // Without the comment_events sideload only the fact that there is a comment stands here.
        if ZendeskKind.hasBody(event) { try add(comment: event, of: ticket, at: at, author: author) }
      case "Create", "Change":
        add(change: event, of: ticket, at: at, author: author)
      case "SatisfactionRating":
        // The answer itself comes with the ticket or the list of ratings, under an id that is not here.
        var record = EventRecord(line: line, ticket: ticket, at: .instant(at), name: "satisfaction_rating")
        record.key = event["id"].text
        record.actor = people.party(author)
        record.to = event["score"].text
        append(.event(record))
      default:
        // Notifications, macros, webhooks: nothing that happened to the ticket.
        break
      }
    }
  }

  private mutating func add(change: JSONValue, of ticket: String, at: Instant, author: String?) {
    let id = change["id"].text
    var isFirst = true
    for field in Self.fields where change["field_name"].text == field || change.has(field) {
      var record = EventRecord(line: line, ticket: ticket, at: .instant(at), name: field)
      // One event changes one field; should it change more, each needs a key.
      record.key = id.map { isFirst ? $0 : "\($0):\(field)" }
      isFirst = false
      record.actor = people.party(author)
      record.from = change["previous_value"].text
      record.to = change.has(field) ? change[field].text : change["value"].text
      if field == "status" { record.status = ZendeskValue.status(record.to) }
      append(.event(record))
    }
  }
}
