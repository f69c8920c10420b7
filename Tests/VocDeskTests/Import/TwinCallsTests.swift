import Testing
import VocDesk
import VocDomain
import VocTesting

/// A call that both logs of an Asterisk tell of.
@Suite struct TwinCallsTests {
  static let cdr =
    #""","5512345678","600","ext-queues","""Ana"" <5512345678>","PJSIP/t-1","Local/2004@q-1;1","Queue","soporte,t","2026-11-10 15:59:58","2026-11-10 15:59:58","2026-11-10 16:04:05",247,247,"ANSWERED","DOCUMENTATION","1794326398.11","","","1794326398.11",5"#
  static let log = """
    1794326400|1794326398.11|soporte|NONE|ENTERQUEUE||5512345678|1
    1794326405|1794326398.11|soporte|Lucía|CONNECT|5|1794326401.12|3
    1794326645|1794326398.11|soporte|Lucía|COMPLETECALLER|5|240|1
    """

  private func story(_ files: [String]) throws -> (rows: [String], fixture: DeskFixture, batches: [Int64]) {
    let fixture = try DeskFixture()
    fixture.clock = Instant(unixSeconds: 1_795_000_000)
    var options = ImportOptions()
    (options.zone, options.country) = ("UTC", "MX")
    var batches: [Int64] = []
    for (index, text) in files.enumerated() {
      let name = text == Self.cdr ? "Master.csv" : "queue_log"
      let path = try fixture.folder.write(text + "\n", to: "\(index)/\(name)")
      let report = try fixture.desk().importFiles([path], options: options, searchPath: "/bin")
      if let batch = report.batch { batches.append(batch) }
    }
    let rows = try fixture.rows(
      """
      SELECT at || ' ' || queue || ' ' || wait || ' ' || talk || ' ' || agent.name || ' ' || customer.name || ' ' || status
      FROM call JOIN message ON message.id = message_id JOIN agent ON agent.id = agent_id
      JOIN ticket ON ticket.id = ticket_id JOIN customer ON customer.id = ticket.customer_id
      """)
    return (rows, fixture, batches)
  }

  @Test(arguments: [[log, cdr], [cdr, log], [cdr, log, cdr], [log, cdr, log]])
  func countsOnceAsTheQueueTellsIt(files: [String]) throws {
    let (rows, fixture, batches) = try story(files)
    #expect(rows == ["1794326400 soporte 5 240 Lucía Ana solved"])
    #expect(try fixture.rows("SELECT count(*) || '' FROM call") == ["1"])
    expectSame(try fixture.faults(), [], "faults")
    for batch in batches.reversed() { _ = try fixture.desk().undoImport(batch) }
    #expect(try fixture.rows("SELECT count(*) || '' FROM message") == ["0"])
    expectSame(try fixture.faults(), [], "faults undone")
  }
}
