import Testing
import VocDesk
import VocDomain

/// What is told of follow-ups outside of their report.
@Suite struct FollowUpTests {
  let fixture: DeskFixture
  let desk: Desk

  init() throws {
    fixture = try DeskFixture()
    desk = try fixture.counter(customers: ["Ana Mora", "Beto Ruiz"])
  }

  /// Nobody can be called back where nothing of ours leads to them: that is told.
  @Test func anImportTellsOfWhomItCannotFollowUp() throws {
    let table = """
      Fecha y hora;Encuesta;Calificación;Comentarios;Cliente;Teléfono
      30/03/2026 09:12;NPS;2;Peor;Eva Sol;+52 55 2203 7937
      30/03/2026 09:13;NPS;9;;Eva Sol;+52 55 2203 7937
      """
    let unasked = try fixture.importText(table, as: "encuesta.csv")
    #expect(unasked.followUpsWithoutChannel == 0)
    _ = try desk.undoImport(#require(unasked.batch))
    try desk.setOpensFollowUps(true)
    #expect(try fixture.importText(table, as: "encuesta.csv").followUpsWithoutChannel == 1)
    #expect(try desk.loopReport(since: nil, until: nil).pendingCount == 0)
  }

  @Test func aFollowUpAndWhatItIsAboutNameEachOther() throws {
    var bad = Desk.NewAnswer(survey: .csat, score: 1)
    (bad.ticket, bad.comment) = (2, "Nadie me llamó")
    _ = try desk.record(bad)
    let id = try #require(try desk.openFollowUps(since: nil).tickets.first?.id)
    let view = try desk.view(ticket: id)
    let followed = try #require(view.followUp)
    #expect(followed.answer.score == 1 && followed.answer.comment == "Nadie me llamó")
    #expect(followed.answer.ticketID == 2 && !followed.hasAction && view.followUps.isEmpty)
    let original = try desk.view(ticket: 2)
    #expect(original.followUps == [id] && original.followUp == nil)
    _ = try desk.perform([.recordAction("La llamé"), .solve(cause: "demora"), .reopen], on: [id])
    #expect(try desk.view(ticket: id).followUp?.hasAction == true)
  }

  /// A tag that anybody may give says nothing; what was taken back is no follow-up.
  @Test func theFilterKnowsFollowUpsWhateverTheirTags() throws {
    var bad = Desk.NewAnswer(survey: .nps, score: 2)
    bad.customer = "Ana Mora"
    _ = try desk.record(bad)
    let id = try #require(try desk.openFollowUps(since: nil).tickets.first?.id)
    _ = try desk.perform([.addTag(Desk.followUpTag)], on: [1])
    func found(_ filter: String) throws -> [Int64] {
      var selection = Desk.TicketSelection()
      selection.condition = try desk.filter(filter)
      selection.statuses = Ticket.Status.allCases
      return try desk.tickets(selection).map(\.ticket.id)
    }
    #expect(try found("is:follow-up") == [id])
    #expect(try found("-is:seguimiento").sorted() == [1, 2])
    _ = try desk.undo(act: nil)
    _ = try desk.undo(act: nil)
    #expect(try found("is:follow-up").isEmpty)
  }
}
