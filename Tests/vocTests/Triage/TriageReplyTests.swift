import Testing
import VocDomain

@testable import voc

/// Replies that are more than a text: with a macro, as a template, and the merge of what they are about.
@Suite struct TriageReplyTests {
  private func model(closed: Bool = false) -> TriageModel {
    var model = TriageModel(size: ScreenSize(rows: 24, columns: 80))
    model.show(TriageModelTests.tickets([5, 3]), total: 2)
    model.conversation = TriageModelTests.conversation(5, lines: 9)
    if closed { close(&model) }
    return model
  }

  private func close(_ model: inout TriageModel) {
    model.conversation?.closedWindow = TriageClosedWindow(channel: "WhatsApp", since: "19/11/2026 09:05")
  }

  private func press(_ model: inout TriageModel, _ keys: String) -> String {
    keys.map { model.press($0 == "\n" ? Key(.enter) : .character($0)).map { "\($0)" }.joined() }.joined()
  }

  private func pick(_ model: inout TriageModel) {
    let lacking = TriagePicker.Entry(name: "sin dato", text: "No hay dato", isUsable: false)
    model.mode = .picking(
      TriagePicker(.macro, ticket: 5, entries: TriagePickerTests.macros + [lacking]))
  }

  private func typed(_ model: TriageModel) -> TriagePrompt? {
    if case .typing(let prompt) = model.mode { prompt } else { nil }
  }

  @Test func aMacroGoesToTheReplyToBeEdited() {
    var model = model()
    pick(&model)
    #expect(press(&model, "env\n") == "")
    #expect(typed(model)?.purpose == .reply && typed(model)?.editor.text == "Hola, Envío")
    #expect(press(&model, "!\n").contains("\"Hola, Envío!\""))
  }

  @Test func aMacroStandsBelowWhatWasWrittenAndInPlaceOfAnother() {
    var model = model()
    pick(&model)
    _ = press(&model, "env\n")
    _ = model.press(Key(.escape))
    pick(&model)
    _ = press(&model, "fir\n")
    #expect(typed(model)?.editor.text == "Hola, firma")
    _ = press(&model, ".")
    _ = model.press(Key(.escape))
    pick(&model)
    _ = press(&model, "env\n")
    #expect(typed(model)?.editor.text == "Hola, firma.\n\nHola, Envío")
  }

  @Test func aMacroThatLacksADatumIsNotTaken() {
    var model = model()
    pick(&model)
    #expect(press(&model, "sin dato\n") == "")
    #expect(model.notice == .failed("No hay dato") && model.drafts.isEmpty)
    _ = model.press(Key(.escape))
    if case .browsing = model.mode {} else { Issue.record("\(model.mode)") }
  }

  @Test func aClosedWindowAsksForTheTemplateFirst() {
    var model = model(closed: true)
    #expect(press(&model, "renvio_1\n") == "" && typed(model)?.purpose == .reply)
    let effect = press(&model, "Ya sale\n")
    #expect(effect.contains("Ya sale") && effect.contains("template: Optional(\"envio_1\")"), "\(effect)")
    model.forget(TriagePrompt.Key(purpose: .reply, ticket: 5))
    #expect(press(&model, "r") == "" && typed(model)?.editor.text == "")
  }

  @Test func whatWasSentByHandIsOnlyRecorded() {
    var model = model(closed: true)
    #expect(press(&model, "r\n") == "" && typed(model)?.delivery == .byHand)
    let effect = press(&model, "Ya le escribí\n")
    #expect(effect.contains("Ya le escribí") && effect.contains("isSent: true"), "\(effect)")
    #expect(press(&model, "R\n").contains("delivery: voc.TriageDelivery.byHand"))
  }

  @Test func aReplyTypedInPlaceOfATemplatesNameIsKept() {
    var model = model(closed: true)
    #expect(press(&model, "rHola Ana, ¿cómo está?\n") == "" && model.notice == .noTemplateName)
    #expect(typed(model)?.purpose == .template(inEditor: false))
    #expect(typed(model)?.editor.text == "Hola Ana, ¿cómo está?")
    #expect(model.press(.control("s")).isEmpty)
    #expect(typed(model)?.purpose == .reply && typed(model)?.editor.text == "Hola Ana, ¿cómo está?")
    let effect = press(&model, "\n")
    #expect(effect.contains("¿cómo está?") && effect.contains("isSent: true"), "\(effect)")
  }

  @Test func aKeySaysThatAReplyWasSentByHand() {
    var model = model()
    _ = press(&model, "rYa va")
    _ = model.press(.control("s"))
    #expect(typed(model)?.delivery == .byHand)
    _ = model.press(.control("s"))
    #expect(typed(model)?.delivery == .usual)
    _ = model.press(.control("s"))
    #expect(press(&model, "\n").contains("isSent: true"))
    _ = press(&model, "nnota")
    _ = model.press(.control("s"))
    #expect(press(&model, "\n").contains("note(\"nota\")"))
  }

  @Test func cancellingTheTemplateLeavesNothing() {
    var model = model(closed: true)
    _ = press(&model, "renvio")
    _ = model.press(Key(.escape))
    #expect(model.drafts.isEmpty && model.templates.isEmpty && model.notice == nil)
  }

  @Test func aWindowThatClosesMeanwhileAsksToo() {
    var model = model()
    _ = press(&model, "rYa sale")
    close(&model)
    #expect(press(&model, "\n") == "")
    #expect(press(&model, "envio_1\n") == "" && typed(model)?.editor.text == "Ya sale")
    #expect(press(&model, "\n").contains("envio_1"))
  }

  @Test func theEditorAndAMacroAskForTheTemplateToo() {
    var model = model(closed: true)
    #expect(
      press(&model, "Renvio_1\n").contains(
        "edit(voc.TriagePrompt.Purpose.reply, ticket: 5, delivery: voc.TriageDelivery.template("))
    pick(&model)
    #expect(press(&model, "fir\n\n") == "" && typed(model)?.delivery == .template("envio_1"))
    #expect(typed(model)?.editor.text == "Hola, firma")
  }

  @Test func aNoteNeedsNoTemplate() {
    var model = model(closed: true)
    #expect(press(&model, "nllamar\n").contains("note(\"llamar\")"))
  }

  @Test func onlyALetterMerges() {
    let merge = TriageMerge(ticket: 5, into: 3, subject: "Otro", messages: 2)
    for key in ["s", "y", "\n", "u", "q"] {
      var model = model()
      model.mode = .confirming(merge)
      let isYes = ["s", "y"].contains(key)
      #expect(press(&model, key) == (isYes ? "merge(ticket: 5, into: 3)" : ""))
      #expect(model.notice == (isYes ? nil : .notMerged))
    }
  }

  @Test func theListStaysUntilTheMergeIsKnownToBePossible() {
    var model = model()
    model.mode = .picking(TriagePicker(.survivor, ticket: 5, entries: TriagePickerTests.tickets))
    #expect(press(&model, "x\n") == "")
    _ = model.press(Key(.backspace))
    #expect(press(&model, "99\n") == "rehearseMerge(ticket: 5, into: 99)")
    if case .picking = model.mode {} else { Issue.record("\(model.mode)") }
  }

  @Test func draftsGoWhereTheMessagesGo() {
    var model = model()
    _ = press(&model, "rhola")
    _ = model.press(Key(.escape))
    _ = press(&model, "jrbuenas")
    _ = model.press(Key(.escape))
    model.moveDrafts(from: 5, to: 3)
    #expect(model.drafts == [TriagePrompt.Key(purpose: .reply, ticket: 3): "buenas\n\nhola"])
  }
}
