import SQLite
import Testing
import VocDesk
import VocDomain
import VocTesting

/// Each check of `voc doctor` finds what breaks it.
@Suite struct DoctorTests {
  let fixture: DeskFixture

  init() throws {
    fixture = try DeskFixture()
    try fixture.importChat(Chat([0: "ana: Hola", 5: "us: Buenas", 9: "ana: Gracias"]))
    try fixture.importChat(
      Chat([0: "Luis Vega: Hola", 5: "us: Buenas"]), as: "Chat de WhatsApp con Luis Vega.txt")
    try Database(path: fixture.path).executeScript(
      """
      UPDATE message SET kind = 'call', flags = 64 WHERE id = 1;
      INSERT INTO call (message_id, direction, disposition) VALUES (1, 'inbound', 'answered');
      """)
    let desk = try fixture.desk()
    _ = try desk.createTicket(Desk.NewTicket(customer: "Eva Sol", channel: "WhatsApp", text: "Hola"))
    _ = try desk.merge(customer: "2", absorbing: "1", reason: nil)
  }

  @Test func allIsWell() throws { #expect(try wrong() == []) }

  @Test(arguments: [
    ("calls", "UPDATE message SET kind = 'message' WHERE id = 1"),
    ("calls", "UPDATE message SET flags = 0 WHERE id = 1"),
    ("calls", "UPDATE call SET direction = 'outbound'"),
    ("merges", "UPDATE customer SET merged_into = NULL"),
    ("merges", "UPDATE customer SET merged_into = id WHERE id = 3"),
    ("merges", "UPDATE customer_merge SET undone_at = 1, undone_by = 'eva'"),
    (
      "merges",
      """
      UPDATE ticket SET customer_id = (SELECT id FROM customer WHERE merged_into IS NOT NULL);
      UPDATE ticket_measure SET customer_id = (SELECT id FROM customer WHERE merged_into IS NOT NULL);
      """
    ),
    ("measures", "UPDATE ticket_measure SET reply_rounds = 1 + reply_rounds WHERE ticket_id = 1"),
    ("measures", "DELETE FROM ticket_measure WHERE ticket_id = 2"),
    ("measures", "UPDATE ticket_measure SET paused_at = created_at WHERE solved_at IS NULL"),
    ("measures", "DELETE FROM service_count WHERE measure = 'unresolved_running' AND grain = 'day'"),
    ("measures", "DELETE FROM service_count WHERE measure = 'created' AND grain = 'month'"),
    ("measures", "UPDATE service_count SET period = 1 + period WHERE measure = 'first_reply'"),
    ("measures", "UPDATE event SET at = at + 60 WHERE kind = 'status' AND to_value = 'solved'"),
    (
      "merges",
      """
      INSERT INTO customer_merge (id, survivor_id, absorbed_id, at, actor, last_ticket_id, last_message_id,
        last_answer_id)
      SELECT 9, absorbed_id, survivor_id, 0, 'eva', 9, 9, 9 FROM customer_merge;
      UPDATE customer SET merged_into = (SELECT survivor_id FROM customer_merge WHERE absorbed_id = customer.id);
      """
    ),
    ("derived", "UPDATE event SET is_derived = 1"),
    ("derived", "UPDATE event SET batch_id = NULL"),
  ])
  func whatIsBrokenIsFound(check: String, sql: String) throws {
    try Database(path: fixture.path).executeScript(sql)
    #expect(try wrong() == [check])
  }

  private func wrong() throws -> [String] {
    try fixture.desk().examine().filter { $0.problems > 0 }.map(\.check.rawValue)
  }
}
