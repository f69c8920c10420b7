import VocDomain

/// What answers and tickets can be told apart by in a report, and how SQL tells.
public enum ReportGroup: String, CaseIterable, Sendable {
  case channel, kind, agent, segment, priority, cause, tag, country, language

  /// The row that tells an answer's members; an answer keeps its customer's segment of then: minus its letter.
  var rowOfAnswer: String {
    switch self {
    case .channel, .kind: "answer.channel_id"
    case .agent: "answer.agent_id"
    case .segment: "-unicode(answer.segment)"
    case .priority, .cause, .tag: "answer.ticket_id"
    case .country, .language: "answer.customer_id"
    }
  }

  /// The row that tells a ticket's members; segments, countries and languages are the customer's of today.
  var rowOfMeasure: String {
    switch self {
    case .channel, .kind: "channel_id"
    case .agent: "agent_id"
    case .priority, .cause, .tag: "ticket_id"
    case .segment, .country, .language: "customer_id"
    }
  }

  /// The members of one row. Numbers of channels and agents stand for their names.
  var membersOfRow: String {
    switch self {
    case .channel: "SELECT id FROM channel WHERE id = ?"
    case .kind: "SELECT kind FROM channel WHERE id = ?"
    case .agent: "SELECT id FROM agent WHERE id = ?"
    case .segment: "SELECT iif(?1 < 0, char(-?1), (SELECT segment FROM customer WHERE id = ?1))"
    case .priority: "SELECT priority FROM ticket WHERE id = ?"
    case .cause: "SELECT cause FROM ticket WHERE id = ?"
    case .tag: "SELECT tag FROM ticket_tag WHERE ticket_id = ?"
    case .country: "SELECT country FROM customer WHERE id = ?"
    case .language: "SELECT language FROM customer WHERE id = ?"
    }
  }

  /// Every row with its members.
  var everyMember: String {
    switch self {
    case .channel: "SELECT id, id FROM channel"
    case .kind: "SELECT id, kind FROM channel"
    case .agent: "SELECT id, id FROM agent"
    case .segment:
      Customer.Segment.allCases.reduce("SELECT id, segment FROM customer NOT INDEXED") {
        "\($0) UNION ALL SELECT -unicode('\($1.rawValue)'), '\($1.rawValue)'"
      }
    case .priority: "SELECT id, priority FROM ticket NOT INDEXED"
    case .cause: "SELECT id, cause FROM ticket INDEXED BY ticket_cause WHERE cause IS NOT NULL"
    case .tag: "SELECT ticket_id, tag FROM ticket_tag NOT INDEXED"
    case .country: "SELECT id, country FROM customer NOT INDEXED"
    case .language: "SELECT id, language FROM customer NOT INDEXED"
    }
  }
}
