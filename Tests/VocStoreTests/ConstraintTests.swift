import SQLite
import Testing
import VocTesting

@testable import VocStore

/// The database trusts itself first: rows that make no sense are refused whatever the code above does.
@Suite struct ConstraintTests {
  static let base = """
    INSERT INTO channel (id, kind, name, folded_name, zone) VALUES (1, 'whatsapp', 'W', 'w', 'UTC');
    INSERT INTO agent (id, name, folded_name) VALUES (1, 'Lucía', 'lucia');
    INSERT INTO customer (id, name, folded_name, created_at) VALUES (1, 'Ana', 'ana', 0);
    INSERT INTO contact_point (id, customer_id, kind, value, raw_value) VALUES (1, 1, 'phone', '+5255', '55');
    INSERT INTO contact_point (id, customer_id, kind, value, raw_value, channel_id)
      VALUES (2, 1, 'name', 'ana', 'Ana', 1);
    INSERT INTO conversation (id, channel_id, customer_id) VALUES (1, 1, 1);
    INSERT INTO conversation (id, channel_id, subject) VALUES (2, 1, 'grupo');
    INSERT INTO ticket (id, status, priority, subject, customer_id, channel_id, created_at, updated_at)
      VALUES (1, 'new', 2, '', 1, 1, 0, 0);
    INSERT INTO ticket_tag (tag, ticket_id) VALUES ('vip', 1);
    INSERT INTO message (id, ticket_id, at, author, author_name, kind, is_public, body, conversation_id,
      fingerprint, ordinal) VALUES (1, 1, 0, 'customer', 'Ana', 'message', 1, 'hola', 1, 7, 0);
    INSERT INTO message_search (rowid, body) VALUES (1, 'hola');
    INSERT INTO answer (id, survey, score, at, comment, fingerprint, ordinal) VALUES (1, 'nps', 0, 0, '', 7, 0);
    """

  /// Table, columns, values, and a word of the refusal.
  static let bad: [(table: String, columns: String, values: String, why: String)] = [
    ("channel", "kind, name, folded_name, zone", "'', 'X', 'x', 'UTC'", "CHECK"),
    ("channel", "kind, name, folded_name, zone", "'chat', '', 'x', 'UTC'", "CHECK"),
    ("channel", "kind, name, folded_name, zone", "'chat', 'W', 'w', 'UTC'", "UNIQUE"),
    ("channel", "kind, name, folded_name, zone", "'chat', 'X', 'x', NULL", "NOT NULL"),
    ("channel", "kind, name, folded_name, zone, country", "'chat', 'X', 'x', 'UTC', 'MEX'", "CHECK"),
    ("channel_identity", "channel_id, folded_name, name", "1, '', ''", "CHECK"),
    ("channel_identity", "channel_id, folded_name, name", "9, 'x', 'X'", "FOREIGN"),
    ("agent", "name, folded_name", "'', 'x'", "CHECK"),
    ("agent", "name, folded_name", "'LUCIA', 'lucia'", "UNIQUE"),
    ("customer", "name, folded_name, created_at, segment", "'X', 'x', 0, 'D'", "CHECK"),
    ("customer", "name, folded_name, created_at, stage", "'X', 'x', 0, 'grow'", "CHECK"),
    ("customer", "name, folded_name, created_at", "'X', 'x', 'ayer'", "INTEGER"),
    ("contact_point", "customer_id, kind, value, raw_value", "1, 'phone', '+5255', ''", "UNIQUE"),
    ("contact_point", "customer_id, kind, value, raw_value, channel_id", "1, 'name', 'ana', '', 1", "UNIQUE"),
    ("contact_point", "customer_id, kind, value, raw_value", "1, 'phone', '', ''", "CHECK"),
    ("contact_point", "customer_id, kind, value, raw_value", "9, 'phone', '+1', ''", "FOREIGN"),
    ("conversation", "channel_id, customer_id, subject", "1, 1, 'x'", "CHECK"),
    ("conversation", "channel_id", "1", "CHECK"),
    ("conversation", "channel_id, customer_id", "1, 1", "UNIQUE"),
    ("conversation", "channel_id, subject", "1, 'grupo'", "UNIQUE"),
    ("ticket", ticket, "'waiting', 2, '', 1, 1, 0, 0", "CHECK"),
    ("ticket", ticket, "'new', 0, '', 1, 1, 0, 0", "CHECK"),
    ("ticket", ticket, "'new', 5, '', 1, 1, 0, 0", "CHECK"),
    ("ticket", ticket, "'new', 2, NULL, 1, 1, 0, 0", "NOT NULL"),
    ("ticket", ticket, "'new', 2, '', 9, 1, 0, 0", "FOREIGN"),
    ("ticket", ticket, "'new', 2, '', 1, 9, 0, 0", "FOREIGN"),
    ("ticket", ticket + ", assignee_id", "'new', 2, '', 1, 1, 0, 0, 9", "FOREIGN"),
    ("ticket", ticket + ", is_settled", "'new', 2, '', 1, 1, 0, 0, 2", "CHECK"),
    ("ticket", ticket, "'new', 2, '', 1, 1, 0.5, 0", "INTEGER"),
    ("ticket_tag", "tag, ticket_id", "'', 1", "CHECK"),
    ("ticket_tag", "tag, ticket_id", "'vip', 1", "UNIQUE"),
    ("ticket_tag", "tag, ticket_id", "'x', 9", "FOREIGN"),
    ("message", message, "1, 0, 'robot', '', 'message', 1, ''", "CHECK"),
    ("message", message, "1, 0, 'agent', '', 'fax', 1, ''", "CHECK"),
    ("message", message, "1, 0, 'agent', '', 'message', 2, ''", "CHECK"),
    ("message", message, "NULL, 0, 'agent', '', 'message', 1, ''", "CHECK"),
    ("message", message, "9, 0, 'agent', '', 'message', 1, ''", "FOREIGN"),
    ("message", message + ", fingerprint", "1, 0, 'agent', '', 'message', 1, '', 5", "CHECK"),
    ("message", message + ", fingerprint, ordinal", "1, 0, 'agent', '', 'message', 1, '', 5, 0", "CHECK"),
    ("message", message + key, "1, 0, 'agent', '', 'message', 1, '', 1, 7, 0", "UNIQUE"),
    ("event", "ticket_id, at, actor, kind", "9, 0, 'x', 'note'", "FOREIGN"),
    ("event", "ticket_id, at, actor, kind", "1, 0, 'x', ''", "CHECK"),
    ("event", "ticket_id, at, actor, kind", "1, 0, NULL, 'note'", "NOT NULL"),
    ("answer", "survey, score, at, comment", "'nps', 11, 0, ''", "CHECK"),
    ("answer", "survey, score, at, comment", "'nps', -1, 0, ''", "CHECK"),
    ("answer", "survey, score, at, comment", "'csat', 0, 0, ''", "CHECK"),
    ("answer", "survey, score, at, comment", "'csat', 6, 0, ''", "CHECK"),
    ("answer", "survey, score, at, comment", "'ces', 0, 0, ''", "CHECK"),
    ("answer", "survey, score, at, comment", "'ces', 8, 0, ''", "CHECK"),
    ("answer", "survey, score, at, comment", "'enps', 11, 0, ''", "CHECK"),
    ("answer", "survey, score, at, comment", "'stars', 1, 0, ''", "CHECK"),
    ("answer", "survey, score, at, comment", "'nps', 9.5, 0, ''", "INTEGER"),
    ("answer", "survey, score, at, comment, fingerprint", "'nps', 9, 0, '', 1", "CHECK"),
    ("answer", "survey, score, at, comment, fingerprint, ordinal", "'nps', 9, 0, '', 7, 0", "UNIQUE"),
    (
      "answer_count", "dimension, grain, period, member, survey, score, n",
      "'all', 'day', 0, 0, 'nps', 9, -1", "CHECK"
    ),
    (
      "answer_count", "dimension, grain, period, member, survey, score, n",
      "'all', 'year', 0, 0, 'nps', 9, 1", "CHECK"
    ),
    (
      "answer_count", "dimension, grain, period, member, survey, score, n",
      "'city', 'day', 0, 0, 'nps', 9, 1", "CHECK"
    ),
    (
      "answer_count", "dimension, grain, period, member, survey, score, n, commented",
      "'all', 'day', 0, 0, 'nps', 9, 1, 2", "CHECK"
    ),
    (
      "answer_count", "dimension, grain, period, member, survey, score, n, commented",
      "'all', 'day', 0, 0, 'nps', 9, 1, -1", "CHECK"
    ),
    (
      "benchmark", "folded_name, name, survey, year, figure, source, at, actor",
      "'x', 'X', 'nps', 2026, 101, 'y', 0, 'z'", "CHECK"
    ),
    (
      "benchmark", "folded_name, name, survey, year, figure, source, at, actor",
      "'x', 'X', 'csat', 2026, -1, 'y', 0, 'z'", "CHECK"
    ),
    (
      "benchmark", "folded_name, name, survey, year, figure, source, at, actor",
      "'x', 'X', 'ces', 2026, 5, 'y', 0, 'z'", "CHECK"
    ),
    (
      "benchmark", "folded_name, name, survey, year, figure, source, at, actor",
      "'x', 'X', 'nps', 2026, 5, '', 0, 'z'", "CHECK"
    ),
    ("import_batch", "actor, options, started_at", "'x', '', NULL", "NOT NULL"),
    (
      "import_file", "batch_id, name, format, byte_count, records, new_records, known_records, problems",
      "9, 'x', 'y', 0, 0, 0, 0, 0", "FOREIGN"
    ),
  ]
  private static let ticket = "status, priority, subject, customer_id, channel_id, created_at, updated_at"
  private static let message = "ticket_id, at, author, author_name, kind, is_public, body"
  private static let key = ", conversation_id, fingerprint, ordinal"

  @Test(arguments: bad.indices)
  func aBadRowIsRefused(index: Int) throws {
    let bad = ConstraintTests.bad[index]
    let database = try Store().database
    try database.executeScript(ConstraintTests.base)
    var error: SQLiteError?
    do {
      try database.execute("INSERT INTO \(bad.table) (\(bad.columns)) VALUES (\(bad.values))")
    } catch let thrown as SQLiteError { error = thrown }
    #expect(error?.code == SQLiteError.constraint, "\(bad)")
    #expect(error?.message.contains(bad.why) == true, "\(bad): \(error?.message ?? "")")
  }

  /// Without this the table above could pass on a mistyped base.
  @Test func theGoodRowsNextToThemAreTaken() throws {
    let store = try Store()
    let database = store.database
    try database.executeScript(ConstraintTests.base)
    try database.executeScript(
      """
      INSERT INTO message (ticket_id, at, author, author_name, kind, is_public, body)
        VALUES (NULL, 0, 'system', '', 'system', 1, '');
      INSERT INTO message (ticket_id, at, author, author_name, kind, is_public, body, conversation_id,
        fingerprint, ordinal) VALUES (1, 0, 'agent', '', 'message', 1, '', 1, 7, 1);
      INSERT INTO answer (survey, score, at, comment) VALUES ('csat', 1, 0, ''), ('csat', 5, 0, ''),
        ('ces', 7, 0, ''), ('nps', 10, 0, ''), ('enps', 0, 0, '');
      """)
    try store.indexMessages(from: 2)
    #expect(try Dump.faults(database) == [])
  }
}
