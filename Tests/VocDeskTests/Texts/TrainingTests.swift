import SQLite
import Testing
import VocDesk
import VocDomain
import VocTesting

/// What is learnt from a business's own texts is used only where it is worth it.
@Suite struct TrainingTests {
  let fixture: DeskFixture

  init() throws {
    fixture = try DeskFixture()
    _ = try fixture.desk().addChannel(name: "Web", kind: "web", zone: "UTC", country: nil, identities: [])
  }

  /// Comments in words that no lexicon knows, so that only a model can tell them apart.
  private func fillComments(_ count: Int) throws {
    for number in 0..<count {
      let isGood = number % 2 == 0
      try record(isGood ? "zafiro \(word(number))" : "grumo \(word(number))", isGood: isGood)
    }
  }

  /// Every word as often in praise as in complaint, among them one that the lexicon takes for praise.
  private func fillCommentsThatTellNothing(_ count: Int) throws {
    for number in 0..<count / 2 {
      try record("excelente \(word(number))", isGood: true)
      try record("\(word(number)) excelente", isGood: false)
    }
  }

  private func record(_ comment: String, isGood: Bool) throws {
    var answer = Desk.NewAnswer(survey: .csat, score: isGood ? 5 : 1)
    answer.allowsSame = true
    answer.comment = comment
    _ = try fixture.desk().record(answer)
  }

  /// "numeroaa", "numeroba"…
  private func word(_ number: Int) -> String {
    "numero" + [number % 26, number / 26].map { String(UnicodeScalar(UInt8(97 + $0))) }.joined()
  }

  private func fillTagged(_ count: Int) throws {
    let desk = try fixture.desk()
    for number in 0..<count {
      let isDelivery = number % 2 == 0
      var new = Desk.NewTicket(
        customer: "Ana Mora", channel: "Web",
        text: isDelivery ? "El paquete de la entrega no llega" : "La factura y el cobro están mal")
      new.tags = [isDelivery ? "entrega" : "pago"]
      _ = try desk.createTicket(new)
    }
  }

  private func moods() throws -> [String] {
    try fixture.rows("SELECT mood FROM answer_signal ORDER BY answer_id")
  }

  private func expectSound() throws {
    #expect(try fixture.desk().examine().filter { $0.problems > 0 }.map(\.check.rawValue) == [])
  }

  @Test func aHandfulIsTooFew() throws {
    try fillComments(40)
    let report = try fixture.desk().train(rehearsing: false)
    #expect(report.comments == 40 && report.moodVerdict == .tooFew && report.topicVerdict == .tooFew)
    #expect(report.model?.n == 40 && report.lexicon?.n == 40)
    #expect(try fixture.rows("SELECT kind FROM text_model") == [])
  }

  @Test func nothingAtAllIsTooFew() throws {
    let report = try fixture.desk().train(rehearsing: false)
    #expect(report.comments == 0 && report.model == nil && report.best == nil)
    #expect(report.moodVerdict == .tooFew && report.topicVerdict == .tooFew)
    #expect(try !fixture.desk().forgetTraining())
  }

  @Test func aModelThatBeatsTheLexiconTellsTheMoodOfComments() throws {
    try fillComments(120)
    #expect(try moods() == [])
    let rehearsal = try fixture.desk().train(rehearsing: true)
    #expect(rehearsal.moodVerdict == .active)
    #expect(try fixture.rows("SELECT kind FROM text_model") == [])
    #expect(try fixture.desk().train(rehearsing: false) == rehearsal)
    let share = try #require(rehearsal.model?.share)
    #expect(share > 0.9 && rehearsal.lexicon?.right == 0 && rehearsal.model?.low ?? 1 < share)
    #expect(try moods() == (0..<120).map { $0 % 2 == 0 ? "1" : "-1" })
    var answer = Desk.NewAnswer(survey: .csat, score: 1)
    answer.comment = "grumo ahora"
    _ = try fixture.desk().record(answer)
    #expect(try moods().last == "-1")
    try expectSound()
    #expect(try fixture.desk().forgetTraining())
    #expect(try moods() == [])
    try expectSound()
  }

  @Test func whatTellsNothingIsNotUsed() throws {
    try fillCommentsThatTellNothing(120)
    let report = try fixture.desk().train(rehearsing: false)
    #expect(report.comments == 120)
    #expect(report.moodVerdict == .notBetter)
    #expect(try fixture.rows("SELECT kind FROM text_model") == [])
    #expect(try moods() == Array(repeating: "1", count: 120), "what the lexicon says")
  }

  @Test func equalCommentsCountOnce() throws {
    let desk = try fixture.desk()
    for _ in 0..<150 {
      var answer = Desk.NewAnswer(survey: .nps, score: 10)
      answer.comment = "¡Gracias!"
      _ = try desk.record(answer)
    }
    #expect(try desk.train(rehearsing: true).comments == 1)
  }

  @Test func aTagIsSuggestedAndNeverApplied() throws {
    try fillTagged(120)
    let report = try fixture.desk().train(rehearsing: false)
    #expect(report.taggedTickets == 120 && report.tags == 2)
    // Two texts only: whichever fold they are in, the others know nothing of them.
    #expect(report.topicVerdict == .notSafe)
    let desk = try fixture.desk()
    for number in 0..<60 {
      var new = Desk.NewTicket(
        customer: "Ana Mora", channel: "Web",
        text: number % 2 == 0
          ? "Mi paquete \(number) de la entrega no llega" : "El cobro de la factura \(number) está mal")
      new.tags = [number % 2 == 0 ? "entrega" : "pago"]
      _ = try desk.createTicket(new)
    }
    #expect(try fixture.desk().train(rehearsing: false).topicVerdict == .active)
    let id = try desk.createTicket(
      Desk.NewTicket(customer: "Eva Sol", channel: "Web", text: "¿Y la entrega de mi paquete?")
    ).id
    let view = try fixture.desk().view(ticket: id)
    #expect(view.suggestedTag?.tag == "entrega" && view.tags == [])
    #expect(view.suggestedTag.map { $0.share > 0.9 && $0.n >= 20 } == true)
    #expect(try fixture.desk().view(ticket: 1).suggestedTag == nil, "it has a tag")
    let vague = try desk.createTicket(Desk.NewTicket(customer: "Eva Sol", channel: "Web", text: "Hola")).id
    #expect(try fixture.desk().view(ticket: vague).suggestedTag == nil)
    let topics = try fixture.desk().topics(since: nil, until: nil)
    #expect(topics.suggests && topics.untagged == 2 && topics.readUntagged == 2)
    #expect(topics.lines.filter { $0.kind == .suggested }.map { "\($0.name) \($0.tickets)" } == ["entrega 1"])
    try expectSound()
  }
}
