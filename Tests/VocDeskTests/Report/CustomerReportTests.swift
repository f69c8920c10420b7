import Testing
import VocDesk
import VocDomain
import VocStore

@Suite struct CustomerReportTests {
  let fixture: DeskFixture
  let desk: Desk

  init() throws {
    fixture = try DeskFixture()
    desk = try fixture.desk()
    _ = try desk.addChannel(name: "Mostrador", kind: "in-person", zone: nil, country: nil, identities: [])
    _ = try desk.addAgent(name: "lucia", email: nil)
  }

  private func ticket(of customer: String) throws -> Int64 {
    try desk.createTicket(.init(customer: customer, channel: "Mostrador", text: "Hola")).id
  }

  private func answer(_ survey: SurveyKind, _ score: Int, of customer: String) throws {
    var answer = Desk.NewAnswer(survey: survey, score: score)
    answer.customer = customer
    _ = try desk.record(answer)
    fixture.clock = fixture.clock + 60
  }

  private func report(_ filter: String = "", limit: Int = 20) throws -> CustomerReport {
    try desk.customerReport(since: nil, until: nil, matching: filter, limit: limit)
  }

  @Test func ofNobodyThereIsNothingToSay() throws {
    let report = try report()
    #expect(
      report.customers == 0 && report.entries.isEmpty && report.gini == nil && report.topFifthShare == nil)
    #expect(report.worth == .tickets)
  }

  @Test func withoutAmountsTheTicketsStandIn() throws {
    for _ in 0..<3 { _ = try ticket(of: "Ana Mora") }
    _ = try ticket(of: "Beto Ruiz")
    let report = try report()
    #expect(report.worth == .tickets && report.totalWorth == 4 && report.customers == 2)
    #expect(report.classes.map(\.valueClass) == [.a])
    // Three contacts within 30 days are a sign, and too little for a band of its own.
    #expect(report.entries.isEmpty)
  }

  @Test func whatTheBusinessSaysRanksAndWhoHasNoneIsOutOfTheCount() throws {
    for (name, amount) in [("Ana Mora", 900.0), ("Beto Ruiz", 80), ("Caro Paz", 20), ("Dora Gil", nil)] {
      _ = try ticket(of: name)
      if let amount { _ = try desk.setWorth(amount, ofCustomer: name) }
    }
    for name in ["Ana Mora", "Caro Paz", "Dora Gil"] {
      try answer(.nps, 10, of: name)
      try answer(.nps, 2, of: name)
      try answer(.csat, 1, of: name)
    }
    let report = try report()
    #expect(
      report.worth == .stated && report.ranked == 3 && report.customers == 4 && report.totalWorth == 1000)
    #expect(report.classes.map(\.valueClass) == [.a, .b, .c, nil])
    #expect(report.topFifthShare == 90)
    #expect(report.entries.map(\.name) == ["Ana Mora", "Caro Paz", "Dora Gil"])
    #expect(report.entries.map(\.band) == [.high, .high, .high])
    #expect(report.entries[0].signs == [.detractor(2), .badSatisfaction(1), .fallingScore(from: 10, to: 2)])
    #expect(abs(report.entries[0].points - 3.9) < 1e-9)
    #expect(report.endangered == 1)
    let first = try self.report(limit: 1)
    #expect(first.entries.map(\.id) == [report.entries[0].id] && first.entryCount == 3)
  }

  @Test func whoIsGivenAClassStandsApartFromWhoHasOneByWorth() throws {
    for name in ["Ana Mora", "Caro Paz"] { _ = try ticket(of: name) }
    _ = try desk.setWorth(900, ofCustomer: "Ana Mora")
    let store = try Store(path: fixture.path, for: .writing)
    let given = try store.transaction {
      try store.insertCustomer(name: "Beto Ruiz", country: nil, segment: .a, at: fixture.clock)
    }
    try answer(.nps, 10, of: "\(given)")
    let report = try report()
    #expect(
      report.classes.map(\.valueClass) == [.a, .a, nil]
        && report.classes.map(\.isGiven) == [false, true, false])
    #expect(report.classes.map(\.tally.customers) == [1, 1, 1] && report.givenClasses == 1)
    #expect(report.customers(of: .a) == 2 && report.customers == 3 && report.ranked == 1)
  }

  @Test func whoOnlyAnsweredCountsToo() throws {
    _ = try ticket(of: "Ana Mora")
    fixture.clock = fixture.clock + 10 * Seconds.day
    let today = CivilDate(daysSince1970: Int(fixture.clock.unixSeconds / Seconds.day))
    try answer(.nps, 1, of: "Ana Mora")
    let report = try desk.customerReport(since: today, until: today)
    #expect(report.customers == 1 && report.totalWorth == 0 && report.gini == nil)
    #expect(report.classes.map(\.valueClass) == [nil])
  }

  @Test func mergedCustomersCountAsOne() throws {
    for name in ["Ana Mora", "Anita Mora"] {
      _ = try ticket(of: name)
      _ = try desk.setWorth(50, ofCustomer: name)
    }
    try answer(.nps, 0, of: "Anita Mora")
    _ = try desk.merge(customer: "Ana Mora", absorbing: "Anita Mora", reason: nil)
    let report = try report()
    #expect(report.customers == 1 && report.totalWorth == 50)
    _ = try desk.unmerge(customer: "Ana Mora")
    #expect(try self.report().customers == 2)
  }

  /// What the command shows is what the report counts.
  private func expectWorth(_ amount: Double?, of customer: String) throws {
    #expect(try desk.worth(ofCustomer: customer).amount == amount)
    #expect(try report().totalWorth == amount)
  }

  @Test func aSurvivorIsWorthWhatIsSaidOfThemElseOfThoseTheyAbsorbed() throws {
    for (name, amount) in [("Ana Mora", nil), ("Anita Mora", 100.0), ("Ana M.", 30), ("Ana Maria", 5)] {
      _ = try ticket(of: name)
      if let amount { _ = try desk.setWorth(amount, ofCustomer: name) }
    }
    // Whose own amount is stated brings that alone.
    _ = try desk.merge(customer: "Ana M.", absorbing: "Ana Maria", reason: nil)
    _ = try desk.merge(customer: "Ana Mora", absorbing: "Anita Mora", reason: nil)
    _ = try desk.merge(customer: "Ana Mora", absorbing: "Ana M.", reason: nil)
    try expectWorth(130, of: "Ana Mora")
    #expect(try desk.setWorth(200, ofCustomer: "Ana Mora").amount == 200)
    try expectWorth(200, of: "Ana Mora")
    #expect(try desk.setWorth(nil, ofCustomer: "Ana Mora").amount == 130)
    try expectWorth(130, of: "Ana Mora")
  }

  @Test func aFilterChoosesCustomersByTheirTickets() throws {
    let id = try ticket(of: "Ana Mora")
    _ = try ticket(of: "Beto Ruiz")
    _ = try desk.perform([.addTag("vip")], on: [id])
    #expect(try report("tag:vip").customers == 1)
    #expect(try report("tag:vip").filter == "tag:vip")
    let tomorrow = CivilDate(daysSince1970: Int(fixture.clock.unixSeconds / Seconds.day) + 1)
    #expect(try desk.customerReport(since: tomorrow, until: nil).customers == 0)
  }

  @Test func aFileOfAmountsSaysWhatItCouldNotRead() throws {
    _ = try ticket(of: "Ana Mora")
    let path = try fixture.folder.write(
      "Cliente;Ventas\nAna Mora;1250,50\nNadie;3\nAna Mora;1.250\n", to: "ventas.csv")
    let rehearsal = try desk.importWorths(fromFile: path, rehearsing: true)
    #expect(try desk.worth(ofCustomer: "Ana Mora").amount == nil)
    let result = try desk.importWorths(fromFile: path)
    #expect(result.kept == 1 && rehearsal.kept == 1)
    #expect(result.refusals.map(\.line) == [3, 4])
    #expect(result.refusals.map(\.reason) == [.unknownCustomer, .unreadableAmount])
    #expect(try desk.worth(ofCustomer: "Ana Mora").amount == 1250.5)
  }

  /// By another contact point too, and in whatever order; the first line holds until somebody tells.
  @Test func aCustomerOfTwoLinesIsNotCountedTwice() throws {
    _ = try ticket(of: "Ana Mora")
    let ana = try desk.worth(ofCustomer: "Ana Mora").customer.id
    let path = try fixture.folder.write(
      "Cliente;Ventas\nAna Mora;1250\n#\(ana);90\nana mora;1250\n", to: "ventas.csv")
    let result = try desk.importWorths(fromFile: path)
    #expect(result.kept == 1 && result.refusals.map(\.line) == [3, 4])
    #expect(result.refusals.allSatisfy { $0.reason == .namedBefore(line: 2) })
    #expect(try desk.worth(ofCustomer: "Ana Mora").amount == 1250)
  }

  /// What we write breaks nobody's silence.
  @Test func silenceIsTheCustomers() throws {
    let id = try ticket(of: "Ana Mora")
    try answer(.csat, 2, of: "Ana Mora")
    try answer(.nps, 5, of: "Ana Mora")
    fixture.clock = fixture.clock + 120 * Seconds.day
    _ = try desk.perform([.reply("¿Sigue ahí?")], on: [id])
    #expect(try #require(try report().entries.first).signs.contains(.silent(days: 120)))
    #expect(try fixture.faults() == [])
  }

  @Test func theLastReopeningCounts() throws {
    let id = try ticket(of: "Ana Mora")
    try answer(.csat, 2, of: "Ana Mora")
    try answer(.nps, 5, of: "Ana Mora")
    for _ in 1...2 {
      fixture.clock = fixture.clock + 40 * Seconds.day
      _ = try desk.perform([.solve(cause: nil)], on: [id])
      _ = try desk.perform([.reopen], on: [id])
    }
    fixture.clock = fixture.clock + 5 * Seconds.day
    #expect(try #require(try report().entries.first).signs.contains(.reopened(days: 5)))
    #expect(try fixture.faults() == [])
  }

  @Test func silenceAndOldContactsAreToldByTheClock() throws {
    _ = try ticket(of: "Ana Mora")
    try answer(.csat, 2, of: "Ana Mora")
    try answer(.nps, 5, of: "Ana Mora")
    fixture.clock = fixture.clock + 120 * Seconds.day
    let entry = try #require(try report().entries.first)
    #expect(entry.signs == [.detractor(5), .badSatisfaction(2), .silent(days: 120)])
  }
}
