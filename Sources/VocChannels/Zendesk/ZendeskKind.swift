/// What an object of Zendesk Support is.
enum ZendeskKind: CaseIterable {
  case ticket, comment, user, rating, audit, ticketEvent, metric

  /// The arrays that envelopes hold, the ones of no interest too: all are read element by element.
  static let paths = arrays.keys.sorted() + ignored.sorted()

  private static let arrays: [String: ZendeskKind] = [
    "tickets": .ticket, "comments": .comment, "users": .user, "satisfaction_ratings": .rating,
    "audits": .audit, "last_audits": .audit, "ticket_events": .ticketEvent, "ticket_metrics": .metric,
    "metric_sets": .metric,
  ]

  /// Sideloads that tell nothing of tickets or people.
  private static let ignored: Set<String> = [
    "organizations", "groups", "brands", "ticket_forms", "sharing_agreements", "permissions", "identities",
    "abilities", "slas", "incident_counts", "deleted_tickets",
  ]

  /// The names of single objects: `{"ticket": {…}}`.
  static let wrappers: [(name: String, kind: ZendeskKind)] = [
    ("ticket", .ticket), ("user", .user), ("comment", .comment), ("satisfaction_rating", .rating),
    ("audit", .audit), ("ticket_metric", .metric),
  ]

  /// What an array of an envelope is of; nil for the ones of no interest.
  init?(path: String) {
    guard let kind = Self.arrays[path] else { return nil }
    self = kind
  }

  /// What an object without an envelope is: a line of NDJSON, an element of a bare array.
  init?(bare value: JSONValue) {
    if value.has("child_events") {
      self = .ticketEvent
    } else if value.has("events") && value.has("ticket_id") {
      self = .audit
    } else if value.has("ticket_id") && (value.has("assignee_stations") || value.has("reply_time_in_minutes"))
    {
      self = .metric
    } else if value.has("score") && value.has("ticket_id") {
      self = .rating
    } else if value.has("author_id") && Self.hasBody(value) {
      self = .comment
    } else if value.has("role") && value.has("id") && !value.has("requester_id") {
      self = .user
    } else if value.has("id")
      && (value.has("requester_id") || value.has("raw_subject") || value.has("status"))
    {
      self = .ticket
    } else {
      return nil
    }
  }

  static func hasBody(_ value: JSONValue) -> Bool {
    value.has("body") || value.has("plain_body") || value.has("html_body")
  }

  /// What is left of an envelope once its arrays are taken out.
  static func isEnvelope(_ value: JSONValue) -> Bool {
    guard case .object(let members) = value else { return false }
    let names: Set<String> = [
      "count", "next_page", "previous_page", "end_of_stream", "end_time", "after_url", "after_cursor",
      "before_url", "before_cursor", "meta", "links", "facets",
    ]
    return members.isEmpty || members.contains { names.contains($0.name) }
  }

  /// Whether an object can only be Zendesk's.
  func isProved(by value: JSONValue) -> Bool {
    if value["url"].string?.contains("zendesk.com/api/v2/") == true { return value.has("id") }
    switch self {
    case .ticket:
      let statuses = ["new", "open", "pending", "hold", "solved", "closed", "deleted"]
      return value["id"].int != nil && value.has("requester_id")
        && (value.has("submitter_id") || !value["via"]["channel"].isNull)
        && statuses.contains(value["status"].string ?? "")
    case .comment:
      return value["id"].int != nil && value["author_id"].int != nil && value["public"].bool != nil
        && Self.hasBody(value)
        && (value.has("audit_id") || value.has("attachments") || value["type"].string == "Comment")
    case .user:
      return value["id"].int != nil && ZendeskValue.role(value["role"].string) != nil
        && (value.has("ticket_restriction") || value.has("locale_id") || value.has("iana_time_zone"))
    case .rating:
      return value["id"].int != nil && value.has("score") && value["ticket_id"].int != nil
        && value.has("requester_id") && value.has("assignee_id")
    case .audit:
      return value["ticket_id"].int != nil && value.has("author_id") && value["events"] != .null
    case .ticketEvent:
      return value["ticket_id"].int != nil && value["child_events"] != .null
    case .metric:
      return value["ticket_id"].int != nil && value.has("assignee_stations")
    }
  }
}
