import Testing
import VocDesk
import VocDomain

@Suite struct LoopTests {
  let fixture: DeskFixture
  let desk: Desk

  init() throws {
    fixture = try DeskFixture()
    desk = try fixture.counter(customers: ["Ana Mora", "Beto Ruiz"])
  }

  private func answer(_ survey: SurveyKind, _ score: Int, of customer: String?, _ comment: String = "") throws
  {
    var answer = Desk.NewAnswer(survey: survey, score: score)
    answer.allowsSame = true
    (answer.customer, answer.comment) = (customer, comment)
    _ = try desk.record(answer)
    fixture.clock = fixture.clock + 60
  }

  private func figure(_ measure: ReportFigure.Measure) throws -> ReportFigure {
    try #require(try desk.loopReport(since: nil, until: nil).figures.first { $0.measure == measure })
  }

  @Test func eachBadAnswerOfAKnownCustomerOpensOneFollowUp() throws {
    try answer(.nps, 6, of: "Ana Mora", "Nadie me llamó\nnunca")
    try answer(.nps, 7, of: "Ana Mora")
    try answer(.csat, 2, of: "Beto Ruiz")
    try answer(.csat, 3, of: "Beto Ruiz")
    try answer(.nps, 0, of: nil)
    let rehearsed = try desk.openFollowUps(since: nil, rehearsing: true)
    #expect(rehearsed.tickets.count == 2 && rehearsed.withoutCustomer == 1)
    #expect(try desk.loopReport(since: nil, until: nil).pendingCount == 0)
    let opened = try desk.openFollowUps(since: nil).tickets
    #expect(opened.map(\.subject) == ["NPS 6: Nadie me llamó", "CSAT 2"])
    #expect(opened.allSatisfy { $0.priority == .high && $0.status == .new && $0.waitingSince == nil })
    #expect(try desk.tags(ofTicket: opened[0].id) == [Desk.followUpTag])
    #expect(try desk.openFollowUps(since: nil).tickets.isEmpty)
    let report = try desk.loopReport(since: nil, until: nil)
    #expect(report.anonymous == 1 && report.pending.map(\.ticket.id) == opened.map(\.id))
    #expect(report.pending[0].dueAt == opened[0].createdAt + 48 * Seconds.hour)
    let followed = try figure(.followedUp)
    #expect(followed.part == 2 && followed.n == 2)
    try fixture.expectSound()
  }

  /// What is bad is one rule: for those to be followed up, those counted and those left out as nobody's.
  @Test func whatIsBadIsOneRule() throws {
    var bad: [String] = []
    for survey in SurveyKind.allCases {
      for score in survey.scale {
        try answer(survey, score, of: "Ana Mora")
        try answer(survey, score, of: nil)
        if survey.badScores?.contains(score) ?? false {
          bad.append("\(survey.rawValue.uppercased()) \(score)")
        }
      }
    }
    #expect(try desk.openFollowUps(since: nil).tickets.map(\.subject) == bad)
    #expect(try figure(.followedUp).n == bad.count)
    #expect(try desk.loopReport(since: nil, until: nil).anonymous == bad.count)
  }

  @Test func aFollowUpIsSolvedOnlyWithCauseAndAction() throws {
    try answer(.nps, 2, of: "Ana Mora")
    let id = try #require(try desk.openFollowUps(since: nil).tickets.first?.id)
    #expect(throws: VocError.followUpLacks(ticket: id, cause: true, action: true)) {
      try desk.perform([.solve(cause: nil)], on: [id])
    }
    #expect(throws: VocError.followUpLacks(ticket: id, cause: false, action: true)) {
      try desk.perform([.solve(cause: "demora")], on: [id])
    }
    #expect(throws: VocError.followUpLacks(ticket: id, cause: true, action: false)) {
      try desk.perform([.recordAction("La llamé"), .solve(cause: nil)], on: [id])
    }
    // What was refused has left nothing behind.
    #expect(throws: VocError.followUpLacks(ticket: id, cause: false, action: true)) {
      try desk.perform([.solve(cause: "demora")], on: [id])
    }
    let solved = try desk.perform([.recordAction("La llamé"), .solve(cause: "demora")], on: [id])
    #expect(solved[0].status == .solved)
    #expect(try figure(.followUpClosed).part == 1)
    #expect(try figure(.followUpOnTime).part == 1)
    // Undone, the action counts no more.
    _ = try desk.undo(act: nil)
    #expect(throws: VocError.followUpLacks(ticket: id, cause: true, action: true)) {
      try desk.perform([.solve(cause: nil)], on: [id])
    }
    // Any other ticket is solved as ever.
    #expect(try desk.perform([.solve(cause: nil)], on: [1])[0].status == .solved)
    try fixture.expectSound()
  }

  @Test func openingIsUndoneAndMayBeDoneAgain() throws {
    try answer(.nps, 2, of: "Ana Mora")
    let id = try #require(try desk.openFollowUps(since: nil).tickets.first?.id)
    let undone = try desk.undo(act: nil)
    #expect(undone.tickets.map(\.ticket.id) == [id] && undone.tickets[0].ticket.status == .closed)
    #expect(try desk.loopReport(since: nil, until: nil).pendingCount == 0)
    let again = try #require(try desk.openFollowUps(since: nil).tickets.first?.id)
    _ = try desk.perform([.take], on: [again])
    let act = try #require(try desk.acts(limit: 2).last?.id)
    #expect(throws: VocError.self) { try desk.undo(act: act) }
    try fixture.expectSound()
  }

  /// A follow-up is our own ticket: no figure of customers' tickets knows it, neither open nor solved nor taken back.
  @Test func noFigureOfServiceCountsFollowUps() throws {
    try answer(.nps, 2, of: "Ana Mora")
    try answer(.csat, 1, of: "Beto Ruiz")
    func told() throws -> [String] {
      let report = try desk.satisfaction(since: nil, until: nil, by: nil)
      let topics = try desk.topics(since: nil, until: nil)
      return [
        "\(report.created) \(report.solved) \(report.backlog.unsolved) \(report.figures)",
        "\(topics.tickets) \(topics.lines)", "\(try desk.journey().tickets)",
        "\(try desk.loopReport(since: nil, until: nil).causes)",
        "\(try desk.channelReport(since: nil, until: nil).rows.map(\.created))",
      ]
    }
    let before = try told()
    let opened = try desk.openFollowUps(since: nil).tickets
    #expect(opened.count == 2)
    #expect(try told() == before)
    _ = try desk.perform([.recordAction("La llamé"), .solve(cause: "demora")], on: [opened[0].id])
    #expect(try told() == before)
    try fixture.expectSound()
    _ = try desk.undo(act: nil)
    _ = try desk.undo(act: nil)
    #expect(try told() == before)
    try fixture.expectSound()
  }

  /// A rate needs a day of which something is known: before the first ticket nothing is.
  @Test func ofWhatWasNotObservedThereIsNoRate() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.counter()
    _ = try desk.addCause("demora")
    _ = try desk.markFixed(cause: "demora", on: CivilDate(year: 2026, month: 2, day: 20))
    func effect() throws -> LoopReport.Effect {
      try #require(try desk.loopReport(since: nil, until: nil).causes.first?.effect)
    }
    #expect(try effect().rateBefore == nil && effect().rateAfter == nil)
    _ = try desk.createTicket(.init(customer: "Ana Mora", channel: "Mostrador", text: "Hola"))
    fixture.clock = fixture.clock + 12 * Seconds.hour
    #expect(try effect().rateBefore == nil && effect().rateAfter == nil)
    fixture.clock = fixture.clock + 12 * Seconds.hour
    #expect(try effect().rateBefore == nil && effect().rateAfter == 0 && effect().daysAfter == 1)
  }

  @Test func lateOnesAreNotInTimeAndYoungOnesNotYetLate() throws {
    try answer(.nps, 2, of: "Ana Mora")
    _ = try desk.openFollowUps(since: nil)
    #expect(try figure(.followUpOnTime).n == 0)
    fixture.clock = fixture.clock + 3 * Seconds.day
    let late = try figure(.followUpOnTime)
    #expect(late.n == 1 && late.part == 0)
    #expect(try desk.loopReport(since: nil, until: nil).pending.first?.isOverdue == true)
  }

  @Test func whoAnswersBetterNextHasRecovered() throws {
    try answer(.nps, 2, of: "Ana Mora")
    let id = try #require(try desk.openFollowUps(since: nil).tickets.first?.id)
    try answer(.nps, 4, of: "Ana Mora")
    // Nobody had called her back yet.
    #expect(try figure(.recovered).n == 0 && figure(.recoveredAlone).n == 0)
    let other = try #require(try desk.openFollowUps(since: nil).tickets.first?.id)
    for ticket in [id, other] {
      _ = try desk.perform([.recordAction("La llamé"), .solve(cause: "demora")], on: [ticket])
    }
    fixture.clock = fixture.clock + 60
    try answer(.nps, 9, of: "Ana Mora")
    try answer(.csat, 1, of: "Beto Ruiz")
    try answer(.csat, 1, of: "Beto Ruiz")
    // What is opened now comes after the answers that it would have to explain.
    _ = try desk.openFollowUps(since: nil)
    #expect(try figure(.recovered).part == 1)
    #expect(try figure(.recovered).n == 1)
    #expect(try figure(.recoveredAlone).part == 0)
    #expect(try figure(.recoveredAlone).n == 1)
  }

  @Test func newAnswersOpenFollowUpsByThemselvesWhereThatIsAskedFor() throws {
    try answer(.nps, 2, of: "Ana Mora")
    #expect(try desk.loopReport(since: nil, until: nil).pendingCount == 0)
    try desk.setOpensFollowUps(true)
    try answer(.nps, 2, of: "Ana Mora")
    try answer(.nps, 10, of: "Ana Mora")
    #expect(try desk.loopReport(since: nil, until: nil).pendingCount == 1)
    try desk.setOpensFollowUps(false)
    try answer(.nps, 2, of: "Ana Mora")
    #expect(try desk.loopReport(since: nil, until: nil).pendingCount == 1)
  }

  @Test func anImportOpensThemAndTakesThemBack() throws {
    try desk.setOpensFollowUps(true)
    _ = try desk.createTicket(.init(customer: "+52 55 2203 7937", channel: "Mostrador", text: "Hola"))
    let table = """
      Fecha y hora;Encuesta;Calificación;Comentarios;Cliente;Teléfono
      30/03/2026 09:12;NPS;2;Peor;Eva Sol;+52 55 2203 7937
      30/03/2026 09:13;NPS;9;;Eva Sol;+52 55 2203 7937
      30/03/2020 09:12;NPS;1;Viejo;Eva Sol;+52 55 2203 7937
      """
    let imported = try fixture.importText(table, as: "encuesta.csv")
    let report = try desk.loopReport(since: nil, until: nil)
    #expect(report.pending.map(\.ticket.subject) == ["NPS 2: Peor"])
    _ = try desk.undoImport(#require(imported.batch))
    #expect(try desk.loopReport(since: nil, until: nil).pendingCount == 0)
    try fixture.expectSound()
  }

  /// Its answer gone, it is still we who had opened it: the customer has not come again.
  @Test func aFollowUpOutlivesItsAnswerAndStaysOurs() throws {
    let phone = "+52 55 2203 7937"
    let first = try desk.createTicket(.init(customer: phone, channel: "Mostrador", text: "Hola")).id
    _ = try desk.perform([.solve(cause: nil)], on: [first])
    fixture.clock = fixture.clock + Seconds.day
    let table = """
      Fecha y hora;Encuesta;Calificación;Comentarios;Cliente;Teléfono
      01/04/2026 09:12;NPS;2;Peor;Eva Sol;\(phone)
      """
    let batch = try #require(try fixture.importText(table, as: "encuesta.csv").batch)
    #expect(try desk.openFollowUps(since: nil).tickets.count == 1)
    let followed = "SELECT ticket_id FROM ticket_measure WHERE is_followed"
    #expect(try fixture.rows(followed).isEmpty)
    _ = try desk.undoImport(batch)
    #expect(try fixture.rows(followed).isEmpty)
    #expect(try fixture.rows("SELECT count(*) FROM ticket_measure WHERE ticket_id <> \(first)") == ["2"])
    #expect(try desk.examine().allSatisfy { $0.problems == 0 })
  }

  @Test func aFixedCauseIsComparedWithBefore() throws {
    for day in 0..<20 {
      fixture.clock = fixture.clock + Seconds.day
      let id = try desk.createTicket(.init(customer: "Ana Mora", channel: "Mostrador", text: "Hola")).id
      // Two a day in the first ten days, none of this cause in the last ten.
      _ = try desk.perform([.solve(cause: day < 10 ? "Demora" : "otra")], on: [id])
      guard day < 10 else { continue }
      let other = try desk.createTicket(.init(customer: "Ana Mora", channel: "Mostrador", text: "Hola")).id
      _ = try desk.perform([.solve(cause: "demora")], on: [other])
    }
    _ = try desk.setOwner(ofCause: "DEMORA", to: "lucia")
    let eleventh = CivilDate(daysSince1970: Int(fixture.clock.unixSeconds / Seconds.day) - 9)
    _ = try desk.markFixed(cause: "demora", on: eleventh)
    #expect(throws: VocError.self) { try desk.setOwner(ofCause: "nada", to: "lucia") }
    let causes = try desk.loopReport(since: nil, until: nil).causes
    #expect(causes.map(\.tickets) == [20, 10])
    let effect = try #require(causes[0].effect)
    #expect(causes[0].owner == "lucia" && effect.before == 20 && effect.after == 0)
    #expect(effect.change?.value == -100 && effect.change?.isDemonstrable == true)
    #expect(causes[1].effect == nil)
  }
}
