/// What answers and tickets can be told apart by in a report, and how SQL tells.
public enum ReportGroup: String, CaseIterable, Sendable {
  case channel, kind, agent, segment, priority, cause, tag, country, language

  /// What an answer belongs to, as text; empty for nothing. Numbers of channels and agents stand for their names.
  var ofAnswer: (member: String, joins: String) {
    switch self {
    case .channel: ("answer.channel_id", "")
    case .kind: ("channel.kind", "LEFT JOIN channel ON channel.id = answer.channel_id")
    case .agent: ("answer.agent_id", "")
    case .segment: ("answer.segment", "")
    case .priority: ("ticket.priority", ReportGroup.answersTicket)
    case .cause: ("ticket.cause", ReportGroup.answersTicket)
    case .tag: ("ticket_tag.tag", "LEFT JOIN ticket_tag ON ticket_tag.ticket_id = answer.ticket_id")
    case .country: ("customer.country", "LEFT JOIN customer ON customer.id = answer.customer_id")
    case .language: ("customer.language", "LEFT JOIN customer ON customer.id = answer.customer_id")
    }
  }

  private static let answersTicket = "LEFT JOIN ticket ON ticket.id = answer.ticket_id"

  /// The same of a ticket with its measure: whoever has it, else who last replied; segments, countries and languages are
  /// the customer's of today.
  var ofMeasure: (member: String, joins: String) {
    switch self {
    case .channel: ("channel_id", "")
    case .kind: ("channel.kind", "JOIN channel ON channel.id = channel_id")
    case .agent: ("agent_id", "")
    case .segment: ("customer.segment", ReportGroup.measuresCustomer)
    case .priority: ("ticket.priority", ReportGroup.measuresTicket)
    case .cause: ("ticket.cause", ReportGroup.measuresTicket)
    case .tag: ("ticket_tag.tag", "LEFT JOIN ticket_tag ON ticket_tag.ticket_id = ticket_measure.ticket_id")
    case .country: ("customer.country", ReportGroup.measuresCustomer)
    case .language: ("customer.language", ReportGroup.measuresCustomer)
    }
  }

  private static let measuresTicket = "JOIN ticket ON ticket.id = ticket_measure.ticket_id"
  private static let measuresCustomer = "JOIN customer ON customer.id = ticket_measure.customer_id"
}
