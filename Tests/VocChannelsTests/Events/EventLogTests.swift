import Testing
import VocChannels
import VocDomain

@Suite struct EventLogTests {
  private func reading(_ name: String, _ options: ReadingOptions = .init()) throws -> CarrierReading {
    try CarrierFixture.reading(EventLog.self, name, options)
  }

  @Test func helpDeskLogOfProcessMining() throws {
    let reading = try reading(
      "help-desk-log.csv",
      ReadingOptions("Case ID=case", events: [(" RESOLVE ticket", .solved), ("closed", .closed)]))
    #expect(reading.troubles == [] && reading.findings.records == 4 && reading.findings.hasLocalTimes)
    #expect(String(decoding: reading.findings.header, as: UTF8.self).hasPrefix("Case ID,Activity"))
    #expect(reading.events.map(\.status) == [nil, nil, .solved, .closed])
    var first = EventRecord(
      line: 2, ticket: "Case 1", at: try time("2012-10-09 14:50:17"), name: "Assign seriousness")
    first.actor = PartyRecord(role: .agent, name: "Value 1")
    first.customer = PartyRecord(key: "Value 176", role: .customer)
    #expect(reading.events.first == first)
  }

  @Test func clocksOfTwelveHoursWithNarrowSpaces() throws {
    let events = try reading("clock-12h-nbsp.csv").events
    #expect(try events.map(\.at) == [time("2026-03-25 15:04"), time("2026-03-26 09:10")])
  }

  @Test func everyFieldOfASpanishTable() throws {
    let reading = try reading(
      "spanish-semicolon-windows-1252.csv", ReadingOptions("Caso=case", events: [("abierto", .open)]))
    var ana = PartyRecord(role: .customer, name: "Ana Torres")
    ana.phone = "+52 55 5555 0101"
    var assigned = EventRecord(line: 3, ticket: "77", at: try time("2026-05-13 09:05"), name: "Asignado")
    assigned.key = "e-2"
    assigned.actor = PartyRecord(role: .agent, name: "Lucía Fernández")
    assigned.customer = ana
    (assigned.from, assigned.to, assigned.status) = ("Nuevo", "Abierto", .open)
    #expect(reading.events.count == 3 && reading.events[1] == assigned)
    #expect(reading.events[0].actor == PartyRecord(role: .system, name: "Sistema"))
    #expect(reading.events[0].customer?.email == "ana@example.com" && reading.events[0].name == "Creación")
    #expect(reading.events[2].actor == PartyRecord(role: .customer, name: "Ana Torres"))
    #expect(reading.findings.order == .dmy && reading.findings.encoding == .windows1252)
  }

  @Test func columnsOfXES() throws {
    let reading = try reading("xes-columns.csv")
    var event = EventRecord(
      line: 2, ticket: "A10001", at: try time("2010-12-30 10:02:00Z"), name: "ER Registration")
    event.actor = nil
    #expect(reading.events == [event] && !reading.findings.hasLocalTimes)
  }

  @Test func eachWrongCellIsAProblemWithItsColumn() throws {
    let reading = try reading("cells-wrong.csv")
    #expect(
      reading.troubles == [
        "2:28 phone", "3:1 missingField", "4:3 missingField", "5:11 missingField", "6:11 date", "7:11 date",
        "8 cells",
      ])
    #expect(reading.events.map(\.line) == [9] && reading.findings.records == 8)
    #expect(String(decoding: reading.problems[1].raw, as: UTF8.self) == ",Abierto,2026-05-10 10:00,\n")
  }

  @Test func dayAndMonthAreNeverGuessed() throws {
    let asked = try reading("order-undecided.csv")
    #expect(asked.findings.isOrderMissing && asked.troubles == ["2:11 date", "3:11 date"])
    var options = ReadingOptions()
    options.order = .mdy
    let told = try reading("order-undecided.csv", options)
    #expect(try told.events.map(\.at) == [time("2026-03-04"), time("2026-05-04")])
    #expect(told.findings.evidence == .given && !told.findings.isOrderMissing)
  }

  @Test func epochsAreInstants() throws {
    let events = try reading("epochs.tsv", ReadingOptions("when=time")).events
    #expect(try events.map(\.at) == [time("2026-05-10 10:00:00Z"), time("2026-05-10 11:00:00Z")])
    #expect(events[0].actor == PartyRecord(role: .bot, name: "bot"))
    #expect(events[1].actor?.email == "maria@example.com" && events[1].actor?.role == .agent)
  }

  /// Columns first, or fields first; by number where there is no header.
  @Test(arguments: [
    ("without-usual-names.csv", "expediente=case,paso=event,momento=time,quien=actor", [2]),
    ("without-usual-names.csv", "case=Expediente,event=paso,time=momento,actor=quien", [2]),
    ("without-header.csv", "#1=case,#2=event,3=time,4=actor", [1, 2]),
    ("without-header.csv", "case=1,event=#2,time=3", [1, 2]),
  ])
  func mapsNameColumnsEitherWayRound(fixture: String, map: String, lines: [Int]) throws {
    let reading = try reading(fixture, ReadingOptions(map))
    #expect(reading.events.map(\.line) == lines && reading.events.first?.name == "Recibido")
    #expect(try reading.events.first?.at == time("2026-05-10 10:00:00"))
    #expect(reading.findings.header.isEmpty == (lines.first == 1))
  }

  @Test(arguments: [
    ("expediente=caso", UnreadableExport.unknownField("caso", nearest: ["case"])),
    ("expedientes=case", .unknownColumn("expedientes", nearest: ["expediente"])),
    (
      "paso=event",
      .missingColumns(
        needed: ["case", "event", "time"], found: ["expediente", "paso", "momento", "quien"])
    ),
  ])
  func mapsThatDoNotFitAreRefused(map: String, error: UnreadableExport) {
    #expect(throws: error) { try reading("without-usual-names.csv", ReadingOptions(map)) }
  }

  @Test(arguments: [
    ("help-desk-log.csv", true), ("spanish-semicolon-windows-1252.csv", true), ("xes-columns.csv", true),
    ("epochs.tsv", false), ("without-usual-names.csv", false), ("without-header.csv", false),
  ])
  func onlyUsualNamesAreRecognised(fixture: String, isRecognised: Bool) throws {
    #expect(try CarrierFixture.recognises(EventLog.self, fixture) == isRecognised)
  }
}
