import SQLite

/// What a database says, without the numbers and moments that depend on the order in which it came to know.
enum Story {
  private static let customer = """
    (SELECT name || coalesce((SELECT ' <' || group_concat(value, ' ') || '>' FROM (SELECT value FROM contact_point
      WHERE customer_id = customer.id ORDER BY value)), '') FROM customer WHERE id = %)
    """

  private static func customer(_ column: String) -> String { customer.replacing("%", with: column) }

  static func lines(path: String) throws -> [String] {
    let database = try Database(path: path)
    let heads = try database.rows(
      """
      SELECT ticket.id, 'ticket of ' || \(customer("ticket.customer_id")) || ' on ' || channel.name || ' ' || status
        || ' p' || priority || ' from ' || ticket.created_at || ' to ' || coalesce(last_message_at, '-') || ' waits '
        || coalesce(waiting_since, '-') || ' solved ' || coalesce(solved_at, '-') || ' settled ' || is_settled
        || ' told ' || is_told || ' for ' || coalesce(agent.name, '-') || ' cause ' || coalesce(cause, '-')
        || ' tags ' || coalesce((SELECT group_concat(tag, ' ') FROM (SELECT tag FROM ticket_tag
          WHERE ticket_id = ticket.id ORDER BY tag)), '') || ' “' || ticket.subject || '”'
      FROM ticket JOIN channel ON channel.id = ticket.channel_id LEFT JOIN agent ON agent.id = assignee_id
      """
    ) { ($0.int(0), $0.text(1)) }
    var lines: [String] = []
    for (id, head) in heads {
      let said = try database.rows(
        """
        SELECT '  ' || at || ' ' || author || ' ' || author_name || ' agent ' || coalesce(agent.name, '-') || ' '
          || kind || ' ' || is_public || ' ' || flags || ': ' || body || ' ' || coalesce(attachment, '')
          || coalesce((SELECT ' ' || direction || ' ' || disposition || ' ' || coalesce(queue, '-') || ' '
            || coalesce(wait, '-') || ' ' || coalesce(talk, '-') || ' ' || coalesce(hold, '-') || ' ' || transfers
            FROM call WHERE message_id = message.id), '')
          || coalesce((SELECT group_concat(' ' || author_name || sign) FROM reaction WHERE message_id = message.id), '')
        FROM message LEFT JOIN agent ON agent.id = agent_id WHERE ticket_id = ?
        """, id
      ) { $0.text(0) }
      let events = try database.rows(
        """
        SELECT '  ! ' || at || ' ' || kind || ' ' || coalesce(from_value, '-') || ' → ' || coalesce(to_value, '-')
        FROM event WHERE ticket_id = ?
        """, id
      ) { $0.text(0) }
      lines.append(([head] + said.sorted() + events.sorted()).joined(separator: "\n"))
    }
    let others = [
      "SELECT 'customer ' || \(customer("of.id")) FROM customer AS of WHERE merged_into IS NULL AND name <> 'Anónimo'",
      """
      SELECT 'answer ' || survey || ' ' || score || ' ' || at || ' ' || comment || ' of '
        || coalesce(\(customer("answer.customer_id")), respondent, '-') || ' on '
        || coalesce((SELECT created_at || subject FROM ticket WHERE id = ticket_id), '-') || ' by '
        || coalesce((SELECT name FROM agent WHERE id = agent_id), '-') || ' last '
        || coalesce((SELECT name FROM agent WHERE id = last_reply_agent_id), '-')
      FROM answer
      """,
      "SELECT 'delivery ' || message_key || ' ' || status || ' ' || at FROM delivery",
      "SELECT 'waits for ' || waits_kind || ' ' || waits_key || ' ' || content FROM import_pending",
      "SELECT 'agent ' || name || ' ' || coalesce(email, '-') FROM agent",
      "SELECT 'state ' || name || at || state || queue FROM agent_state JOIN agent ON agent.id = agent_id",
      "SELECT 'count ' || dimension || grain || period || survey || score || ' ' || n || ' ' || commented FROM answer_count WHERE n > 0 AND dimension = 'all'",
    ]
    for sql in others { lines += try database.rows(sql) { $0.text(0) } }
    return lines.sorted()
  }
}
