import Testing
import VocDesk
import VocDomain

/// An undone import takes an answer away, and its follow-up waits for that answer to come back.
@Suite struct FollowUpsLeftTests {
  /// A form's answers have no ids, a help desk's have.
  enum Export: String, CaseIterable {
    case form = "encuesta.csv"
    case helpDesk = "csat.csv"

    var text: String {
      switch self {
      case .form:
        """
        Fecha y hora;Encuesta;Calificación;Comentarios;Cliente;Teléfono
        30/03/2026 09:12;NPS;1;Peor;Eva Sol;+52 55 2203 7937
        30/03/2026 09:13;NPS;9;;Bea Luz;+52 55 2203 7938

        """
      case .helpDesk:
        """
        Agente,Valoración,Comentario,Contacto,Correo,Teléfono,Enlace,Registrado
        Óscar Rivas (oscar@example.com),1,Peor,Eva Sol,,'+525522037937,\
        https://chat.example.com/app/accounts/7/conversations/42,2026-03-30 09:30:00 UTC
        Periodo del informe 2026-03-01 a 2026-03-31

        """
      }
    }
  }

  let fixture: DeskFixture
  let desk: Desk

  init() throws {
    fixture = try DeskFixture()
    desk = try fixture.counter(customers: ["Ana Mora"])
  }

  private func importAnswers(_ export: Export, _ text: String? = nil) throws -> Int64 {
    fixture.clock = fixture.clock + 60
    let report = try fixture.importText(text ?? export.text, as: export.rawValue) {
      $0.channel = "Mostrador"
    }
    return try #require(report.batch)
  }

  /// Imports the bad answer and opens its follow-up: the batch and the ticket.
  private func followed(_ export: Export = .form) throws -> (batch: Int64, ticket: Int64) {
    let batch = try importAnswers(export)
    return (batch, try #require(try desk.openFollowUps(since: nil).tickets.first?.id))
  }

  private func figure(_ measure: ReportFigure.Measure) throws -> ReportFigure {
    try #require(try desk.loopReport(since: nil, until: nil).figures.first { $0.measure == measure })
  }

  /// The follow-up is the answer's as before: no other is opened, and all count it once.
  private func expectTied(_ ticket: Int64, _ context: String = "") throws {
    #expect(try desk.view(ticket: ticket).followUp?.answer.comment == "Peor", "\(context)")
    #expect(try desk.openFollowUps(since: nil).tickets.isEmpty, "\(context)")
    #expect(try figure(.followedUp).part == 1 && figure(.followedUp).n == 1, "\(context)")
    #expect(try fixture.rows("SELECT ticket_id || '' FROM follow_up_left") == [], "\(context)")
    #expect(try fixture.faults() == [], "\(context)")
  }

  @Test(arguments: Export.allCases) func itIsTiedAgainEachTimeItsAnswerComesBack(_ export: Export) throws {
    var (batch, id) = try followed(export)
    let due = try fixture.rows("SELECT opened_at || ' ' || due_at FROM follow_up")
    for round in 1...2 {
      let undone = try desk.undoImport(batch)
      #expect(undone.keptFollowUps == [id] && undone.answers > 0, "round \(round)")
      #expect(try desk.view(ticket: id).followUp == nil, "round \(round)")
      #expect(try desk.loopReport(since: nil, until: nil).pendingCount == 0, "round \(round)")
      #expect(try fixture.faults() == [], "round \(round)")
      batch = try importAnswers(export)
      try expectTied(id, "round \(round)")
      #expect(try desk.loopReport(since: nil, until: nil).pending.map(\.ticket.id) == [id], "round \(round)")
      #expect(
        try fixture.rows("SELECT opened_at || ' ' || due_at FROM follow_up") == due, "round \(round)")
    }
  }

  @Test(arguments: Export.allCases) func whatWasSolvedMeanwhileCountsAsSolved(_ export: Export) throws {
    let (batch, id) = try followed(export)
    _ = try desk.undoImport(batch)
    _ = try desk.perform([.recordAction("La llamé"), .solve(cause: "demora")], on: [id])
    _ = try importAnswers(export)
    try expectTied(id)
    #expect(try figure(.followUpClosed).part == 1 && figure(.followUpClosed).n == 1)
  }

  /// Its answer may lead to another, as with any follow-up that was taken back.
  @Test func whatWasTakenBackMeanwhileStaysTakenBack() throws {
    let (batch, id) = try followed()
    _ = try desk.undoImport(batch)
    _ = try desk.undo(act: nil)
    #expect(try fixture.rows("SELECT ticket_id || '' FROM follow_up_left") == [])
    _ = try importAnswers(.form)
    #expect(try desk.view(ticket: id).followUp == nil)
    let other = try #require(try desk.openFollowUps(since: nil).tickets.first?.id)
    #expect(other != id)
    try expectTied(other)
  }

  @Test(arguments: Export.allCases) func ticketsAndCustomersThatWereMergedMeanwhile(_ export: Export) throws {
    let (batch, id) = try followed(export)
    _ = try desk.undoImport(batch)
    _ = try desk.merge(customer: "Ana Mora", absorbing: "Eva Sol", reason: nil)
    _ = try desk.merge([id], into: 1)
    let again = try importAnswers(export)
    try expectTied(id)
    #expect(try desk.undoImport(again).keptFollowUps == [id])
    #expect(try fixture.faults() == [])
  }

  /// Nobody can tell whether somebody meant the same answer: it has a follow-up of its own.
  @Test(arguments: Export.allCases) func anAnswerNotedByHandIsAnother(_ export: Export) throws {
    let (batch, id) = try followed(export)
    _ = try desk.undoImport(batch)
    var noted = Desk.NewAnswer(survey: export == .form ? .nps : .csat, score: 1)
    (noted.customer, noted.comment) = ("Eva Sol", "Peor")
    _ = try desk.record(noted)
    let other = try #require(try desk.openFollowUps(since: nil).tickets.first?.id)
    #expect(try other != id && desk.view(ticket: id).followUp == nil)
    _ = try importAnswers(export)
    #expect(try desk.view(ticket: id).followUp?.answer.comment == "Peor")
    #expect(try desk.openFollowUps(since: nil).tickets.isEmpty)
    #expect(try figure(.followedUp).part == 2 && figure(.followedUp).n == 2)
    #expect(try fixture.faults() == [])
  }

  @Test func anotherAnswerLeavesItWaiting() throws {
    let (batch, id) = try followed()
    _ = try desk.undoImport(batch)
    _ = try importAnswers(.form, Export.form.text.replacing("Peor", with: "Pésimo"))
    #expect(try desk.view(ticket: id).followUp == nil)
    #expect(try desk.openFollowUps(since: nil).tickets.count == 1)
    _ = try importAnswers(.form)
    #expect(try desk.view(ticket: id).followUp?.answer.comment == "Peor")
    #expect(try figure(.followedUp).part == 2)
  }

  /// What the import itself had opened goes with it, unless somebody has worked on it.
  @Test(arguments: [false, true]) func followUpsOfTheImportItself(isWorkedOn: Bool) throws {
    try desk.setOpensFollowUps(true)
    let before = try fixture.table()
    let batch = try importAnswers(.form)
    let id = try #require(try desk.loopReport(since: nil, until: nil).pending.first?.ticket.id)
    if isWorkedOn { _ = try desk.perform([.note("La llamo mañana")], on: [id]) }
    let undone = try desk.undoImport(batch)
    #expect(undone.keptFollowUps == (isWorkedOn ? [id] : []) && undone.keptTickets == undone.keptFollowUps)
    if isWorkedOn {
      _ = try importAnswers(.form)
      try expectTied(id)
    } else {
      expectSame(try fixture.table(), before, "undone")
    }
    #expect(try fixture.faults() == [])
  }
}
