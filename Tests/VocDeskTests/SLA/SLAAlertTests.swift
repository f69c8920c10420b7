import Testing
import VocDesk
import VocDomain
import VocTesting

/// Warnings: each once, only while its calendar is open, only the highest of several at once.
@Suite struct SLAAlertTests {
  static let office = """
    {"calendars": [{"name": "oficina", "zone": "UTC", "hours": {"mon-fri": ["09:00-18:00"]}}],
     "sla": [{"name": "s", "calendar": "oficina", "targets": {"first_reply": "4h"}}]}
    """

  private func levels(_ centre: Centre, all: Bool = true) throws -> [Int] {
    try centre.desk().alerts(includingAcknowledged: all, limit: 100).map(\.level)
  }

  @Test func eachOnceInBusinessTime() throws {
    let centre = try Centre(Self.office, online: false)
    centre.setClock(day: 1, 16)
    try centre.create("Correo")
    // 75 % after three hours: on the 2nd at 10:00.
    for (day, hour, minute, fired) in [
      (1, 23, 0, 0), (2, 9, 59, 0), (2, 10, 0, 1), (2, 10, 0, 0), (2, 10, 35, 0), (2, 11, 5, 1),
      (2, 11, 6, 0),
      (5, 12, 0, 0), (6, 12, 0, 0),
    ] as [(Int64, Int64, Int64, Int)] {
      centre.setClock(day: day, hour, minute)
      #expect(try centre.desk().fireAlerts() == fired, "\(day) \(hour):\(minute)")
    }
    // From 75 to the breach at once: 90 is not told.
    #expect(try levels(centre) == [100, 75])
    let alerts = try centre.desk().alerts(includingAcknowledged: false, limit: 9)
    #expect(alerts.map(\.level) == [75, 100] && alerts.map(\.ticketID) == [1, 1])
    let hours = alerts.map { ($0.at - SLADeskTests.start) / 3600 }
    #expect(hours == [34, 35])
    #expect(alerts[1].firedAt - alerts[1].at == 300 && alerts[1].measure.rawValue == "first_reply")
    #expect(try centre.wrong() == [])
  }

  @Test func whatFallsOnTheClosingWaitsForTheOpening() throws {
    let centre = try Centre(Self.office, online: false)
    centre.setClock(day: 3, 14)
    try centre.create("Correo")
    // Friday to Monday; the run of the router tells.
    for (day, hour, fired) in [(3, 17, 1), (3, 18, 0), (4, 12, 0), (6, 8, 0), (6, 9, 1)]
      as [(Int64, Int64, Int)]
    {
      centre.setClock(day: day, hour)
      #expect(try centre.desk().route().alerts == fired, "\(day) \(hour)")
    }
    #expect(try levels(centre) == [100, 75])
  }

  @Test func aDryRunTellsNobody() throws {
    let centre = try Centre(Self.office, online: false)
    centre.setClock(day: 1, 9)
    try centre.create("Correo")
    centre.setClock(day: 1, 15)
    let before = try centre.fixture.dump()
    #expect(try centre.route(dryRun: true) == [])
    #expect(try centre.fixture.dump() == before)
    #expect(try centre.desk().fireAlerts() == 1)
  }

  /// zammad#3140.
  @Test(arguments: [
    [Desk.TicketChange.reply("Va")], [.solve(cause: nil)], [.solve(cause: nil), .close],
  ])
  func nothingAfterAnAnswer(changes: [Desk.TicketChange]) throws {
    let centre = try Centre(Self.office)
    centre.setClock(day: 1, 9)
    try centre.create("Correo")
    centre.setClock(day: 1, 10)
    _ = try centre.desk("Lucia").perform(changes, on: [1])
    for day in 1...3 as ClosedRange<Int64> {
      centre.setClock(day: day, 17)
      #expect(try centre.desk().fireAlerts() == 0)
    }
  }

  @Test func aTurnWarnsAnewAndAPauseDefers() throws {
    let centre = try Centre(
      #"{"sla": [{"name": "s", "targets": {"resolution": "100m"}}]}"#)
    try centre.create("Correo")
    centre.wait(70 * 60)
    try centre.perform(.pend, on: 1)
    centre.wait(600 * 60)
    #expect(try centre.desk().fireAlerts() == 0)
    try centre.perform(.solve(cause: nil), .reopen, on: 1)
    #expect(try centre.desk().fireAlerts() == 0)
    centre.wait(5 * 60)
    #expect(try centre.desk().fireAlerts() == 1)
    centre.wait(15 * 60)
    #expect(try centre.desk().fireAlerts() == 1)
    // Another target: what was told stays told.
    try centre.apply(#"{"sla": [{"name": "s", "targets": {"resolution": "200m"}}]}"#)
    centre.wait(60 * 60)
    #expect(try centre.desk().fireAlerts() == 0)
    centre.wait(60 * 60)
    #expect(try centre.desk().fireAlerts() == 1)
    #expect(try levels(centre) == [100, 90, 75])
    #expect(try centre.wrong() == [])
  }

  @Test func acknowledgedTogetherOrNotAtAll() throws {
    let centre = try Centre(#"{"sla": [{"name": "s", "targets": {"first_reply": "1h"}}]}"#, online: false)
    for _ in 1...3 { try centre.create("Correo") }
    centre.wait(3600)
    #expect(try centre.desk().fireAlerts() == 3)
    #expect(throws: VocError.unknownAlert(9)) { try centre.desk().acknowledgeAlerts([1, 9]) }
    #expect(try levels(centre, all: false).count == 3)
    try centre.desk().acknowledgeAlerts([1, 3])
    #expect(try centre.desk().alerts(includingAcknowledged: false, limit: 9).map(\.id) == [2])
    #expect(throws: VocError.unknownAlert(3)) { try centre.desk().acknowledgeAlerts([3]) }
    #expect(try centre.desk().alerts(includingAcknowledged: true, limit: 2).map(\.id) == [3, 2])
    #expect(try centre.desk().fireAlerts() == 0)
  }
}
