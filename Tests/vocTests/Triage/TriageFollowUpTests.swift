import Testing
import VocDesk
import VocDomain

@testable import voc

/// Solving a follow-up in triage.
@Suite struct TriageFollowUpTests {
  private func model(needsCause: Bool, needsAction: Bool) -> TriageModel {
    var model = TriageModel(size: ScreenSize(rows: 24, columns: 80))
    model.show(TriageModelTests.tickets([5, 3]), total: 2)
    model.conversation = TriageModelTests.conversation(5, lines: 3)
    model.conversation?.followUp = TriageFollowUp(needsCause: needsCause, needsAction: needsAction)
    return model
  }

  private func press(_ model: inout TriageModel, _ keys: String) -> String {
    keys.map { model.press($0 == "\n" ? Key(.enter) : .character($0)).map { "\($0)" }.joined() }.joined()
  }

  /// The cause first, then what was done; neither may stay empty where it is not known yet.
  @Test(arguments: [
    (true, true, "sretraso\nla llamé\n", "[VocDesk.Desk.TicketChange.recordAction(\"la llamé\"), "),
    (true, true, "s\n \nretraso\n\nla llamé\n", "solve(cause: Optional(\"retraso\"))]"),
    (
      false, true, "s\nla llamé\n", "recordAction(\"la llamé\"), VocDesk.Desk.TicketChange.solve(cause: nil)]"
    ),
    (false, false, "s\n", "perform([VocDesk.Desk.TicketChange.solve(cause: nil)], "),
    (true, false, "sretraso\n", "perform([VocDesk.Desk.TicketChange.solve(cause: Optional(\"retraso\"))], "),
  ])
  func aFollowUpAsksForCauseAndAction(needsCause: Bool, needsAction: Bool, keys: String, changes: String) {
    var model = model(needsCause: needsCause, needsAction: needsAction)
    let effect = press(&model, keys)
    #expect(effect.contains(changes), "\(effect)")
    #expect(model.notice == nil)
    if case .browsing = model.mode {} else { Issue.record("\(model.mode)") }
  }

  @Test func whatAFollowUpLacksIsToldAndNotForgotten() {
    var model = model(needsCause: true, needsAction: true)
    #expect(press(&model, "s\n") == "" && model.notice == .followUpLacks(.cause))
    #expect(press(&model, "retraso\n\n") == "" && model.notice == .followUpLacks(.action))
    _ = press(&model, "la llam")
    _ = model.press(Key(.escape))
    #expect(model.notice == .draftKept)
    #expect(press(&model, "sotra\né\n").contains("recordAction(\"la llamé\")"))
    // Another ticket is no follow-up.
    #expect(press(&model, "js\n").contains("solve(cause: nil)], ticket: 3"))
  }

  @Test func aFollowUpIsSolvedByItsCauseAndWhatWasDone() throws {
    let desk = try ScriptedTriage()
    let fake = desk.world(tickets: 1)
    desk.command(
      fake,
      ["survey", "answer", "--survey", "nps", "--score", "1", "--ticket", "1", "--comment", "Nadie me llamó"])
    desk.command(fake, ["loop", "open"])
    let script = ScriptedTriage.Script([
      desk.keys("/is:follow-up\r"), desk.keys("s"), desk.keys("retraso\r"), desk.keys("la llamé\r"),
      desk.keys("q"),
    ])
    #expect(desk.run(fake, script) == .ok)
    // What it is about stands in its pane, which has no messages.
    #expect(script.screens[1].contains("Sigue a: "), "\(script.screens[1])")
    #expect(script.screens[1].contains("NPS 1 “Nadie me"), "\(script.screens[1])")
    #expect(script.screens[1].contains("Sobre: #1"))
    #expect(script.screens[2].contains("━ Causa del seguimiento #2 ━"), "\(script.screens[2])")
    #expect(script.screens[3].contains("━ Qué se hizo en el seguimiento #2 ━"), "\(script.screens[3])")
    #expect(script.screens[4].contains("#2 resuelto, de lucia, acción anotada, causa «retraso»"))
  }
}
