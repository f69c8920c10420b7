import Testing
import VocDesk
import VocDomain

@Suite struct SurveyWaveTests {
  let fixture: DeskFixture
  let desk: Desk

  init() throws {
    fixture = try DeskFixture()
    desk = try fixture.desk()
    for name in ["Chat", "Correo"] {
      _ = try desk.addChannel(name: name, kind: "chat", zone: nil, country: nil, identities: [])
    }
  }

  private func send(_ survey: SurveyKind, _ sent: Int, bounced: Int = 0, channel: String? = nil) throws {
    var wave = Desk.NewSurveyWave(survey: survey, sent: sent)
    (wave.bounced, wave.channel) = (bounced, channel)
    _ = try desk.record(wave)
  }

  private func answer(_ survey: SurveyKind, _ times: Int, channel: String? = nil) throws {
    for _ in 0..<times {
      var answer = Desk.NewAnswer(survey: survey, score: 4)
      answer.channel = channel
      _ = try desk.record(answer)
    }
  }

  private func rates(since: CivilDate? = nil, _ filter: String = "") throws -> [ReportFigure] {
    try desk.satisfaction(since: since, until: nil, by: nil, matching: filter).figures
      .filter { $0.measure == .responseRate }
  }

  @Test func withoutSendingsThereIsNoRate() throws {
    try answer(.nps, 3)
    #expect(try rates().isEmpty)
  }

  @Test func answeredOfDelivered() throws {
    try send(.nps, 112, bounced: 12)
    try answer(.nps, 25)
    try answer(.csat, 9)
    let rate = try #require(try rates().first)
    #expect(try rates().count == 1)
    #expect(rate.survey == .nps && rate.n == 100 && rate.part == 25 && rate.value == 25)
    // Wilson's interval for 25 of 100.
    #expect(abs((rate.low ?? 0) - 17.545) < 0.01 && abs((rate.high ?? 0) - 34.304) < 0.01)
    #expect(rate.warnings == [])
  }

  @Test func fewAnswersAreWarnedOf() throws {
    try send(.csat, 1000)
    try answer(.csat, 99)
    #expect(try rates().first?.warnings == [.lowResponse])
    try answer(.csat, 1)
    #expect(try rates().first?.warnings == [])
  }

  @Test func channelsThatAnswerUnequallyAreWarnedOf() throws {
    try send(.nps, 100, channel: "Chat")
    try send(.nps, 100, channel: "Correo")
    try answer(.nps, 40, channel: "Chat")
    try answer(.nps, 20, channel: "Correo")
    #expect(try rates().first?.warnings == [])
    try answer(.nps, 1, channel: "Chat")
    #expect(try rates().first?.warnings == [.unequalResponse])
  }

  @Test func answersFromBeforeTheFirstSendingAreTold() throws {
    try answer(.nps, 3)
    fixture.clock = fixture.clock + 5 * Seconds.day
    try send(.nps, 40)
    try answer(.nps, 12)
    try answer(.csat, 2)
    let report = try desk.satisfaction(since: nil, until: nil, by: nil, matching: "")
    #expect(report.answersBeforeSending == 3)
    #expect(report.figures.first { $0.measure == .responseRate }?.part == 12)
    let today = CivilDate(daysSince1970: Int(fixture.clock.unixSeconds / Seconds.day))
    #expect(try desk.satisfaction(since: today, until: nil, by: nil, matching: "").answersBeforeSending == 0)
  }

  @Test func moreAnswersThanSentMakeNoRate() throws {
    try send(.ces, 20)
    try answer(.ces, 21)
    let rate = try #require(try rates().first)
    #expect(rate.value == nil && rate.part == 21 && rate.n == 20 && rate.warnings == [.moreAnswersThanSent])
    #expect(!rate.isShown)
  }

  @Test func allBouncedIsNoRateAndNoTrap() throws {
    try send(.nps, 5, bounced: 5)
    let rate = try #require(try rates().first)
    #expect(rate.value == nil && rate.n == 0 && rate.warnings == [.noData])
  }

  /// Its channel, which nobody told, opens no other to the rate.
  @Test func aSendingThatReachedNobodyChangesNothing() throws {
    try send(.nps, 10, channel: "Chat")
    try answer(.nps, 3, channel: "Chat")
    try answer(.nps, 5, channel: "Correo")
    let before = try #require(try rates().first)
    try send(.nps, 100, bounced: 100)
    #expect(before.part == 3 && before.n == 10)
    #expect(try rates().first == before)
  }

  @Test func sendingsOfOtherDaysAndFiltersDoNotCount() throws {
    try send(.nps, 100)
    try answer(.nps, 10)
    let tomorrow = CivilDate(daysSince1970: Int(fixture.clock.unixSeconds / Seconds.day) + 1)
    #expect(try rates(since: tomorrow).isEmpty)
    #expect(try rates("status:open").isEmpty)
  }

  /// The channel is needed by what somebody noted since: it stays where its import goes.
  @Test func aSendingKeepsTheChannelOfAnImportThatGoes() throws {
    let table = "Fecha;Encuesta;Calificación;Canal\n30/03/2026;NPS;9;Tienda\n30/03/2026;NPS;9;Kiosco\n"
    let batch = try #require(try fixture.importText(table, as: "encuesta.csv").batch)
    try send(.nps, 100, channel: "Tienda")
    _ = try desk.undoImport(batch)
    #expect(try desk.channels().map(\.name).sorted() == ["Chat", "Correo", "Tienda"])
    #expect(try desk.surveyWaves(limit: 9).count == 1)
    try fixture.expectSound()
  }

  @Test func aSendingCanBeForgottenAndNonsenseIsRefused() throws {
    try send(.nps, 100)
    #expect(try desk.removeSurveyWave(1).sent == 100)
    #expect(throws: VocError.unknownSurveyWave(1)) { try desk.removeSurveyWave(1) }
    #expect(throws: VocError.moreHeldBackThanSent(sent: 3, heldBack: 4)) { try send(.nps, 3, bounced: 4) }
  }
}
