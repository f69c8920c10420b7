import VocDomain

/// What stands below the panes: the text being typed, what there is to say, which keys there are.
extension TriageView {
  func drawBottom(_ screen: inout ScreenBuffer) {
    if case .typing(let prompt) = model.mode { draw(prompt, &screen) }
    if case .picking(let picker) = model.mode { draw(picker, &screen) }
    if case .choosingPriority(let ticket) = model.mode { drawPriorities(ticket, &screen) }
    if case .confirming(let merge) = model.mode, model.notice == nil { draw(merge, &screen) }
    drawNotice(&screen)
    drawKeys(&screen)
  }

  private func draw(_ prompt: TriagePrompt, _ screen: inout ScreenBuffer) {
    var label = prompt.label(language)
    if prompt.purpose == .assignee {
      let names = model.matchingAgents(prompt.editor.text).prefix(6).map(Escaping.line(_:))
      label += ": \(names.joined(separator: ", "))"
    }
    if let window = windowToTell(prompt) {
      label = window.label(language)
      let advice = prompt.purpose == .reply ? TriageView.windowHasClosed : TriageView.onlyTemplates
      if model.notice == nil { drawAbove(say(advice), .plain, &screen) }
    }
    drawLabel(label, &screen)
    let (rows, cursor) = prompt.rows(in: model.size)
    for (index, row) in rows.enumerated() {
      screen.put(row, row: layout.promptTop + 1 + index, column: TriagePrompt.margin)
    }
    screen.cursor = ScreenBuffer.Position(
      row: layout.promptTop + 1 + cursor.row, column: TriagePrompt.margin + cursor.column)
  }

  /// The line between the panes and what is being typed or picked.
  func drawLabel(_ label: String, _ screen: inout ScreenBuffer) {
    let columns = model.size.columns
    let style = CellStyle(colour: .cyan, isBold: true)
    let label = DisplayWidth.truncated("━ \(label) ", to: columns)
    let used = screen.put(label, row: layout.promptTop, column: 0, style: style)
    screen.put(
      String(repeating: "━", count: columns - used), row: layout.promptTop, column: used, style: style)
  }

  /// The window of which whoever types is to know.
  private func windowToTell(_ prompt: TriagePrompt) -> TriageClosedWindow? {
    if case .template = prompt.purpose { return model.closedWindow(of: prompt.ticket) }
    return model.needsTemplate(prompt) ? model.closedWindow(of: prompt.ticket) : nil
  }

  private static let onlyTemplates = Phrase(
    es: "Nombre de la plantilla aprobada. Vacío: ya se envió a mano, solo se anota.",
    en: "Name of the approved template. Empty: already sent by hand, only record it.")
  private static let windowHasClosed = Phrase(
    es: "La ventana se cerró: Intro pide la plantilla; ^S si ya se envió a mano.",
    en: "The window has closed: Enter asks for the template; ^S if it was sent by hand.")

  private func drawPriorities(_ ticket: Int64, _ screen: inout ScreenBuffer) {
    var line = StyledText(
      say(Phrase(es: "Prioridad de {number}:", en: "Priority of {number}:"), ["number": "#\(ticket)"]), .bold)
    for priority in Ticket.Priority.allCases {
      line.add("  \(priority.rawValue) ", .bold)
      line.add(priority.phrase(language), priority.cellStyle)
    }
    screen.put(line, row: layout.noticeRow, column: 1, width: model.size.columns - 1)
  }

  private static let draftsLeft = CountedPhrase(
    one: Phrase(
      es: "Hay {n} borrador sin anotar (✎), que se perdería: q otra vez sale.",
      en: "{n} draft is not recorded (✎) and would be lost: q again quits."),
    other: Phrase(
      es: "Hay {n} borradores sin anotar (✎), que se perderían: q otra vez sale.",
      en: "{n} drafts are not recorded (✎) and would be lost: q again quits."))

  /// Over the panes where it is longer than its row.
  private func drawNotice(_ screen: inout ScreenBuffer) {
    let (text, style): (String, CellStyle)
    switch model.notice {
    case nil: return
    case .done(let words): (text, style) = (words, CellStyle(colour: .green))
    case .failed(let words): (text, style) = (words, CellStyle(colour: .red, isBold: true))
    case .newWords:
      text = say(
        Phrase(
          es: "La conversación siguió mientras tanto: Intro otra vez anota la respuesta.",
          en: "The conversation went on meanwhile: Enter again records the reply."))
      style = CellStyle(colour: .yellow, isBold: true)
    case .draftKept:
      text = say(
        Phrase(
          es: "Se guardó el borrador: la misma tecla lo retoma.",
          en: "The draft is kept: the same key takes it up."))
      style = .plain
    case .notMerged: (text, style) = (say(Phrase(es: "No se fusionó.", en: "It was not merged.")), .plain)
    case .noTemplateName:
      text = say(
        Phrase(
          es:
            "Una plantilla se llama con una palabra (letras, cifras, _ - . :). Si es la respuesta y ya se envió a mano, ^S la anota.",
          en:
            "A template’s name is one word (letters, digits, _ - . :). If this is the reply and it was sent by hand, ^S records it."
        ))
      style = CellStyle(colour: .yellow, isBold: true)
    case .followUpLacks(let purpose):
      text = say(
        purpose == .cause
          ? Phrase(
            es: "Un seguimiento no se resuelve sin decir qué lo causó.",
            en: "A follow-up is not solved without its cause.")
          : Phrase(
            es: "Un seguimiento no se resuelve sin decir qué se hizo.",
            en: "A follow-up is not solved without what was done."))
      style = CellStyle(colour: .yellow, isBold: true)
    case .choices(let words): (text, style) = (words.map(Escaping.line(_:)).joined(separator: " · "), .plain)
    case .draftsLeft(let count):
      text = TriageView.draftsLeft(count, in: invocation.numbers)
      style = CellStyle(colour: .yellow, isBold: true)
    }
    drawAbove(text, style, &screen)
  }

  /// In the row of notices and as many above it as a text needs; over the panes rather than over what is typed.
  func drawAbove(_ text: String, _ style: CellStyle, _ screen: inout ScreenBuffer) {
    let lines = TextWrap.lines(text, width: max(1, model.size.columns - 2)).prefix(5)
    let isOverPanes = layout.promptRows > 0 && (2..<layout.promptTop).contains(lines.count)
    let bottom = isOverPanes ? layout.promptTop - 1 : layout.noticeRow
    for (index, line) in lines.enumerated() {
      let row = bottom - lines.count + 1 + index
      screen.fill(row: row, columns: 0..<model.size.columns, style: .plain)
      screen.put(line, row: row, column: 1, style: style)
    }
  }

  private func drawKeys(_ screen: inout ScreenBuffer) {
    let row = layout.keysRow
    switch model.mode {
    case .typing(let prompt): screen.put(prompt.keys(language), row: row, column: 1, style: .dim)
    case .picking(let picker): screen.put(picker.keys(language), row: row, column: 1, style: .dim)
    case .confirming:
      let text = say(
        Phrase(es: "s fusiona  cualquier otra tecla cancela", en: "y merges  any other key cancels"))
      screen.put(text, row: row, column: 1, style: .dim)
    case .help:
      let text = say(
        Phrase(es: "↓ ↑ siguen  cualquier otra tecla vuelve", en: "↓ ↑ go on  any other key goes back"))
      screen.put(text, row: row, column: 1, style: .dim)
    case .choosingPriority:
      let text = say(Phrase(es: "1 2 3 4 eligen  Esc cancela", en: "1 2 3 4 choose  Esc cancels"))
      screen.put(text, row: row, column: 1, style: .dim)
    case .browsing: drawFooter(row: row, &screen)
    }
  }

  /// As many keys as there is room for; help and the way out always.
  private func drawFooter(row: Int, _ screen: inout ScreenBuffer) {
    let always: [TriageAction] = [.filter, .help, .quit]
    func width(_ action: TriageAction) -> Int {
      DisplayWidth.columns("\(action.letter) \(action.label?(language) ?? "")") + 2
    }
    var room = model.size.columns + 1 - always.reduce(0) { $0 + width($1) }
    var shown: [TriageAction] = []
    for action in TriageAction.allCases where action.label != nil && !always.contains(action) {
      if width(action) > room { break }
      room -= width(action)
      shown.append(action)
    }
    var line = StyledText()
    for (index, action) in (shown + always).enumerated() {
      line.add((index > 0 ? "  " : "") + action.letter, .bold)
      line.add(" \(action.label?(language) ?? "")", .dim)
    }
    screen.put(line, row: row, column: 1, width: model.size.columns - 1)
  }
}
