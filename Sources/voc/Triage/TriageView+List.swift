import VocDomain

/// The queue: two rows a ticket, who waits and how long above, what about and whose below.
extension TriageView {
  func drawList(_ screen: inout ScreenBuffer) {
    if model.tickets.isEmpty { return drawNothing(&screen) }
    let entries = model.tickets.dropFirst(model.listTop).prefix(layout.listEntries)
    for (index, ticket) in entries.enumerated() {
      draw(ticket, row: layout.panes.lowerBound + index * TriageLayout.entryRows, &screen)
    }
  }

  private func drawNothing(_ screen: inout ScreenBuffer) {
    let text =
      model.filter.isEmpty
      ? say(
        Phrase(
          es: "No hay nada sin resolver. «voc import» trae conversaciones.",
          en: "Nothing is unsolved. “voc import” brings conversations in."))
      : say(
        Phrase(
          es: "Nada coincide con el filtro. / lo cambia.", en: "Nothing matches the filter. / changes it."))
    let lines = TextWrap.lines(text, width: layout.listColumns.count - 2)
    for (row, line) in lines.enumerated() {
      screen.put(line, row: layout.panes.lowerBound + row, column: 1, style: .dim)
    }
  }

  private func draw(_ ticket: TriageTicket, row: Int, _ screen: inout ScreenBuffer) {
    let columns = layout.listColumns
    let isSelected = ticket.id == model.selected
    // The whole entry is the cursor while the arrows move it.
    let isBar = isSelected && model.pane == .list
    func look(_ style: CellStyle) -> CellStyle {
      isBar ? CellStyle(isBold: style.isBold, isReversed: true) : style
    }
    for line in 0..<TriageLayout.entryRows where isSelected {
      if isBar { screen.fill(row: row + line, columns: columns, style: look(.plain)) }
      screen.put("▌", row: row + line, column: columns.lowerBound, style: look(CellStyle(colour: .yellow)))
    }
    let (state, stateStyle) = state(of: ticket)
    let draft = model.drafts.keys.contains { $0.ticket == ticket.id } ? "✎ " : ""
    let holder = draft + (ticket.assignee.map(holder) ?? "")
    let numberWidth = numberWidth
    let name = columns.lowerBound + 1
    screen.put("#\(ticket.id)", row: row, column: name, style: look(ticket.status.cellStyle))
    let afterNumber = name + numberWidth + 1
    screen.put(ticket.priority.sign, row: row, column: afterNumber, style: look(ticket.priority.cellStyle))
    put(
      Escaping.line(ticket.customer), CellStyle.bold, right: state, stateStyle, row: row,
      from: afterNumber + 3, look, &screen)
    put(
      Escaping.line(ticket.subject.orDash), .plain, right: holder, CellStyle(colour: .green), row: row + 1,
      from: name + 2, look, &screen)
  }

  /// The whole name where there is room, else the first.
  private func holder(_ name: String) -> String {
    let whole = "→ " + Escaping.line(name)
    if DisplayWidth.columns(whole) <= layout.listColumns.count / 3 { return whole }
    return whole.split(separator: " ").prefix(2).joined(separator: " ")
  }

  /// So that names stand in one column.
  private var numberWidth: Int {
    let entries = model.tickets.dropFirst(model.listTop).prefix(layout.listEntries)
    return entries.reduce(3) { max($0, "#\($1.id)".count) }
  }

  /// A text, and another one at the right edge that may take half of the room.
  private func put(
    _ text: String, _ style: CellStyle, right: String, _ rightStyle: CellStyle, row: Int, from column: Int,
    _ look: (CellStyle) -> CellStyle, _ screen: inout ScreenBuffer
  ) {
    let end = layout.listColumns.upperBound - 1
    let cut = DisplayWidth.truncated(right, to: max(0, (end - column) / 2))
    let start = end - DisplayWidth.columns(cut)
    let room = max(0, cut.isEmpty ? end - column : start - column - 1)
    screen.put(DisplayWidth.truncated(text, to: room), row: row, column: column, style: look(style))
    screen.put(cut, row: row, column: start, style: look(rightStyle))
  }

  /// How long the customer has waited; where nobody waits, the status.
  private func state(of ticket: TriageTicket) -> (String, CellStyle) {
    let now = invocation.world.now()
    guard let since = ticket.waitingSince else {
      return (ticket.status.phrase(language), CellStyle(colour: ticket.status.cellStyle.colour, isDim: true))
    }
    let text = RelativeTime.length(max(0, now - since), language)
    let isLate = ticket.dueAt.map { $0 <= now } ?? false
    return (text, isLate ? CellStyle(colour: .red, isBold: true) : CellStyle(colour: .yellow))
  }
}
