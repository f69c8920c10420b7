import Testing
import VocDesk
import VocDomain
import VocTesting

/// People whom an import meets by halves: a number here, a name there.
@Suite struct WhoIsWhoTests {
  let fixture: DeskFixture

  init() throws { fixture = try DeskFixture() }

  private func take(_ records: [ExportRecord], _ format: ExportFormat = .zendesk) throws -> ImportReport {
    try ReadExport(format, records).importPart(records, into: fixture)
  }

  /// The agent's number stands on the ticket before their name stands on a message, and again on the rating.
  @Test func anAgentWhoIsHereAlreadyIsNamedInTheMiddleOfAnImport() throws {
    _ = try fixture.desk().addAgent(name: "Hugo Paz", email: nil)
    var rating = AnswerRecord(line: 1, survey: .csat, score: 5, at: .instant(IntakeRulesTests.instant(9)))
    (rating.key, rating.ticketKey, rating.agentKey) = ("r1", "T1", "81")
    _ = try take([
      IntakeRulesTests.ticket { $0.assignee = IntakeRulesTests.party("81", .agent) },
      IntakeRulesTests.message("m1", by: IntakeRulesTests.party("81", .agent, "Hugo Paz"), "Hola", at: 1),
      .answer(rating),
    ])
    #expect(
      try fixture.rows("SELECT name FROM agent WHERE name LIKE 'Hugo%' OR name LIKE 'Zendesk%'") == [
        "Hugo Paz"
      ])
    #expect(
      try fixture.rows("SELECT agent.name FROM answer JOIN agent ON agent.id = agent_id") == ["Hugo Paz"])
    expectSame(try fixture.faults(), [], "faults")
  }

  @Test func aHistoryWithoutStatusesSolvesNothing() throws {
    let at = RecordTime.instant(IntakeRulesTests.instant(0))
    _ = try take(
      [.event(EventRecord(line: 1, ticket: "Case 2", at: at, name: "Take in charge ticket"))], .events)
    #expect(try fixture.rows("SELECT status FROM ticket") == ["new"])
  }

  @Test func numbersOfAnUnknownCountryAreDifferentPeople() throws {
    func call(_ key: String, from phone: String?) -> ExportRecord {
      var caller = IntakeRulesTests.party(nil, .customer)
      caller.phone = phone
      let at = RecordTime.instant(IntakeRulesTests.instant(0))
      return .call(
        CallRecord(line: 1, key: key, at: at, direction: .inbound, customer: caller, disposition: .abandoned))
    }
    var options = ImportOptions()
    options.zone = "UTC"
    options.country = nil
    let records = [call("1", from: "55 1111 2222"), call("2", from: "55 3333 4444"), call("3", from: nil)]
    var export = try ReadExport(.asteriskCDR, records)
    export.options = options
    let report = try export.importPart(records, into: fixture)
    #expect(report.files[0].unreadPhones.withoutCountry == 2)
    #expect(
      try fixture.rows(
        "SELECT name FROM customer JOIN ticket ON customer_id = customer.id ORDER BY ticket.id")
        == ["55 1111 2222", "55 3333 4444", "Anónimo"])
  }

  @Test func aRecordThatNamesTwoCustomersSuggestsThem() throws {
    _ = try take([IntakeRulesTests.user("8", .customer, "Gaby", phone: "+525512345678")])
    var requester = IntakeRulesTests.party("9", .customer, "Gabriela Soto")
    requester.email = "gaby@example.com"
    _ = try take([IntakeRulesTests.ticket { $0.requester = requester }])
    _ = try take([IntakeRulesTests.user("9", .customer, "Gabriela Soto", phone: "+525512345678")])
    #expect(try fixture.rows("SELECT customer_id || ' ' || other_id FROM customer_suggestion") == ["1 2"])
  }

  @Test func whatSomebodyDidHereIsNotTheOtherSystemsHistory() throws {
    _ = try take([IntakeRulesTests.ticket()])
    fixture.clock = IntakeRulesTests.instant(600)
    _ = try fixture.desk().perform([.reply("Va hoy")], on: [1])
    let before = try fixture.rows("SELECT kind || to_value FROM event ORDER BY id")
    _ = try take([IntakeRulesTests.ticket(version: 2) { $0.status = .solved }])
    #expect(try fixture.rows("SELECT kind || to_value FROM event ORDER BY id") == before)
    #expect(try fixture.rows("SELECT status FROM ticket") != ["solved"])
  }
}
