import VocDomain

/// What stands below the panes: the text being typed, what there is to say, which keys there are. And the help.
extension TriageView {
  func drawBottom(_ screen: inout ScreenBuffer) {
    if case .typing(let prompt) = model.mode { draw(prompt, &screen) }
    if case .choosingPriority(let ticket) = model.mode { drawPriorities(ticket, &screen) }
    drawNotice(&screen)
    drawKeys(&screen)
  }

  private func draw(_ prompt: TriagePrompt, _ screen: inout ScreenBuffer) {
    let columns = 0..<model.size.columns
    let style = CellStyle(colour: .cyan, isBold: true)
    var label = "━ \(prompt.label(language)) "
    if prompt.purpose == .assignee {
      let names = model.matchingAgents(prompt.editor.text).prefix(6).map(Escaping.line(_:))
      label = "━ \(prompt.label(language)): \(names.joined(separator: ", ")) "
    }
    label = DisplayWidth.truncated(label, to: columns.count)
    let used = screen.put(label, row: layout.promptTop, column: 0, style: style)
    screen.put(
      String(repeating: "━", count: columns.count - used), row: layout.promptTop, column: used, style: style)
    let (rows, cursor) = prompt.rows(in: model.size)
    for (index, row) in rows.enumerated() {
      screen.put(row, row: layout.promptTop + 1 + index, column: TriagePrompt.margin)
    }
    screen.cursor = ScreenBuffer.Position(
      row: layout.promptTop + 1 + cursor.row, column: TriagePrompt.margin + cursor.column)
  }

  private func drawPriorities(_ ticket: Int64, _ screen: inout ScreenBuffer) {
    var line = StyledText(
      say(Phrase(es: "Prioridad de {number}:", en: "Priority of {number}:"), ["number": "#\(ticket)"]), .bold)
    for priority in Ticket.Priority.allCases {
      line.add("  \(priority.rawValue) ", .bold)
      line.add(priority.phrase(language), priority.cellStyle)
    }
    line.add("  " + say(Phrase(es: "Esc cancela", en: "Esc cancels")), .dim)
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
    case .draftsLeft(let count):
      text = TriageView.draftsLeft(count, in: invocation.numbers)
      style = CellStyle(colour: .yellow, isBold: true)
    }
    let lines = TextWrap.lines(text, width: max(1, model.size.columns - 2)).prefix(4)
    for (index, line) in lines.enumerated() {
      let row = layout.noticeRow - lines.count + 1 + index
      screen.fill(row: row, columns: 0..<model.size.columns, style: .plain)
      screen.put(line, row: row, column: 1, style: style)
    }
  }

  private func drawKeys(_ screen: inout ScreenBuffer) {
    let row = layout.keysRow
    switch model.mode {
    case .typing(let prompt): screen.put(prompt.keys(language), row: row, column: 1, style: .dim)
    case .help:
      let text = say(
        Phrase(es: "↓ ↑ siguen  cualquier otra tecla vuelve", en: "↓ ↑ go on  any other key goes back"))
      screen.put(text, row: row, column: 1, style: .dim)
    case .browsing, .choosingPriority: drawFooter(row: row, &screen)
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

  // MARK: Help

  func drawHelp(from top: Int, _ screen: inout ScreenBuffer) {
    let rows = helpRows
    let isWide = model.size.columns >= 76
    let columns = isWide ? 2 : 1
    let height = layout.panes.count - 1
    let perColumn = isWide ? (rows.count + 1) / 2 : rows.count
    let top = max(0, min(top, perColumn - height))
    let width = (model.size.columns - 2) / columns
    let keyWidth = rows.map { DisplayWidth.columns($0.keys) }.max() ?? 0
    for column in 0..<columns {
      let part = rows.dropFirst(column * perColumn).prefix(perColumn).dropFirst(top).prefix(height)
      for (index, entry) in part.enumerated() {
        let row = layout.panes.lowerBound + 1 + index
        let start = 1 + column * width
        screen.put(entry.keys, row: row, column: start, width: keyWidth, style: .bold)
        screen.put(
          StyledText(entry.text), row: row, column: start + keyWidth + 2, width: width - keyWidth - 2)
      }
    }
  }

  private var helpRows: [(keys: String, text: String)] {
    TriageAction.allCases.filter { !$0.letter.isEmpty }.map {
      ($0.letter, say($0.explanation))
    } + TriageAction.moves.map { (say($0.keys), say($0.explanation)) }
  }
}
