import VocDomain

/// Draws the model: the whole screen, anew each time; only the difference is sent.
struct TriageView {
  let model: TriageModel
  let invocation: Invocation
  /// Who acts.
  let actor: String

  var language: Language { invocation.language }
  var layout: TriageLayout { model.layout }

  func draw() -> ScreenBuffer {
    var screen = ScreenBuffer(model.size)
    if layout.isTooSmall {
      drawTooSmall(&screen)
      return screen
    }
    drawTitle(&screen)
    if case .help(let top) = model.mode {
      drawHelp(from: top, &screen)
    } else {
      drawPanes(&screen)
    }
    drawBottom(&screen)
    return screen
  }

  func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> String { phrase(language, values) }

  private func drawTooSmall(_ screen: inout ScreenBuffer) {
    let least = TriageLayout.least
    let text = say(
      Phrase(
        es: "Ventana muy pequeña: hace falta {columns}×{rows}. q sale.",
        en: "Window too small: {columns}×{rows} needed. q quits."),
      ["columns": "\(least.columns)", "rows": "\(least.rows)"])
    for (row, line) in TextWrap.lines(text, width: max(1, model.size.columns)).enumerated() {
      screen.put(line, row: row, column: 0)
    }
  }

  private static let unsolved = CountedPhrase(
    one: Phrase(es: "{n} ticket sin resolver", en: "{n} unsolved ticket"),
    other: Phrase(es: "{n} tickets sin resolver", en: "{n} unsolved tickets"))
  private static let found = CountedPhrase(
    one: Phrase(es: "{n} ticket", en: "{n} ticket"), other: Phrase(es: "{n} tickets", en: "{n} tickets"))
  private static let waiting = CountedPhrase(
    one: Phrase(es: "{n} espera respuesta", en: "{n} waits for an answer"),
    other: Phrase(es: "{n} esperan respuesta", en: "{n} wait for an answer"))

  private func drawTitle(_ screen: inout ScreenBuffer) {
    let bar = CellStyle(isReversed: true)
    screen.fill(row: 0, columns: 0..<model.size.columns, style: bar)
    let counted = model.filter.isEmpty ? TriageView.unsolved : TriageView.found
    let waits = model.tickets.count { $0.waitingSince != nil }
    let isMore = waits == model.tickets.count && model.total > waits
    var parts = [
      "voc", counted(model.total, in: invocation.numbers),
      TriageView.waiting(waits, in: invocation.numbers) + (isMore ? " (+)" : ""),
    ]
    if !model.filter.isEmpty { parts.append("/" + Escaping.line(model.filter)) }
    let title = parts.joined(separator: " · ")
    let room = model.size.columns - 2
    screen.put(
      DisplayWidth.truncated(title, to: room), row: 0, column: 1,
      style: CellStyle(isBold: true, isReversed: true))
    let who = Escaping.line(actor)
    let start = room + 1 - DisplayWidth.columns(who)
    if DisplayWidth.columns(title) + 3 <= start { screen.put(who, row: 0, column: start, style: bar) }
  }

  private func drawPanes(_ screen: inout ScreenBuffer) {
    if layout.hasBothPanes || model.shownPane == .list { drawList(&screen) }
    if layout.hasBothPanes {
      for row in layout.panes {
        screen.put("│", row: row, column: layout.listColumns.upperBound, style: .dim)
      }
    }
    if layout.hasBothPanes || model.shownPane == .conversation { drawConversation(&screen) }
  }

  // MARK: Conversation

  private func drawConversation(_ screen: inout ScreenBuffer) {
    guard let conversation = model.conversation, conversation.ticket == model.selected else { return }
    let columns = layout.conversationColumns
    for (index, line) in conversation.head.enumerated() {
      screen.put(line, row: layout.panes.lowerBound + index, column: columns.lowerBound, width: columns.count)
    }
    let top = min(model.conversationTop ?? .max, model.lastTop)
    drawRule(above: top, of: conversation.lines.count, &screen)
    for (index, line) in conversation.lines.dropFirst(top).prefix(layout.conversationLines).enumerated() {
      let row = layout.panes.lowerBound + TriageLayout.headRows + index
      screen.put(line, row: row, column: columns.lowerBound, width: columns.count)
    }
  }

  /// The line under the head: whether this pane follows the arrows, and how much is out of sight.
  private func drawRule(above top: Int, of count: Int, _ screen: inout ScreenBuffer) {
    let columns = layout.conversationColumns
    let row = layout.panes.lowerBound + TriageLayout.headRows - 1
    let isHere = model.pane == .conversation
    let style = isHere ? CellStyle(colour: .cyan, isBold: true) : .dim
    let sign = isHere ? "━" : "─"
    screen.put(
      String(repeating: sign, count: columns.count), row: row, column: columns.lowerBound, style: style)
    let below = count - top - layout.conversationLines
    var hidden: [String] = []
    if top > 0 { hidden.append("↑ \(invocation.numbers.integer(top))") }
    if below > 0 { hidden.append("↓ \(invocation.numbers.integer(below))") }
    if hidden.isEmpty { return }
    let text = " \(hidden.joined(separator: " ")) "
    screen.put(text, row: row, column: columns.upperBound - DisplayWidth.columns(text) - 1, style: style)
  }
}
