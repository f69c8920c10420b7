import Testing
import VocDomain

@testable import SQLite
@testable import VocStore

@Suite struct GroupMembersTests {
  let store: Store

  init() throws {
    store = try Store()
    try store.database.executeScript(
      """
      INSERT INTO channel (id, kind, name, folded_name, zone)
        VALUES (1, 'whatsapp', 'Ventas', 'ventas', 'UTC'), (2, 'phone', 'Cero', 'cero', 'UTC');
      INSERT INTO agent (id, name, folded_name) VALUES (3, 'Lucía', 'lucia');
      INSERT INTO customer (id, name, folded_name, created_at, segment, country, language)
        VALUES (1, 'Eva', 'eva', 0, 'B', 'CL', 'es'), (2, 'Rui', 'rui', 0, NULL, 'BR', 'pt');
      INSERT INTO ticket (id, status, priority, subject, customer_id, channel_id, created_at, updated_at, cause)
        VALUES (1, 'open', 2, '', 1, 1, 0, 0, 'cobro'), (2, 'open', 4, '', 1, 1, 0, 0, NULL),
          (7, 'open', 2, '', 2, 2, 0, 0, 'cobro');
      INSERT INTO ticket_unmeasured (ticket_id) SELECT id FROM ticket;
      INSERT INTO ticket_tag (ticket_id, tag) VALUES (1, 'vip'), (1, 'pago'), (7, 'vip');
      """)
  }

  private func members(_ group: ReportGroup, fewRows: Int) throws -> [[String]] {
    let members = GroupMembers(group, in: store.database, fewRows: fewRows)
    let rows: [Int64?] = [1, 2, 3, 7, 1, -65, 99, nil]
    return try rows.map { row in
      var names: [String] = []
      try members.each(ofRow: row) { names.append(members.names[$0]) }
      return names.sorted()
    }
  }

  /// Looked up, read whole, and read whole after some were looked up.
  @Test(
    arguments: [
      (.channel, [["1"], ["2"], [""], [""], ["1"], [""], [""], [""]]),
      (.kind, [["whatsapp"], ["phone"], [""], [""], ["whatsapp"], [""], [""], [""]]),
      (.agent, [[""], [""], ["3"], [""], [""], [""], [""], [""]]),
      (.segment, [["B"], [""], [""], [""], ["B"], ["A"], [""], [""]]),
      (.priority, [["2"], ["4"], [""], ["2"], ["2"], [""], [""], [""]]),
      (.cause, [["cobro"], [""], [""], ["cobro"], ["cobro"], [""], [""], [""]]),
      (.tag, [["pago", "vip"], [""], [""], ["vip"], ["pago", "vip"], [""], [""], [""]]),
      (.country, [["CL"], ["BR"], [""], [""], ["CL"], [""], [""], [""]]),
      (.language, [["es"], ["pt"], [""], [""], ["es"], [""], [""], [""]]),
    ] as [(ReportGroup, [[String]])], [0, 2, 100])
  func areTheSameHoweverTheyAreFound(_ expected: (group: ReportGroup, names: [[String]]), fewRows: Int) throws
  {
    #expect(try members(expected.group, fewRows: fewRows) == expected.names)
  }
}
