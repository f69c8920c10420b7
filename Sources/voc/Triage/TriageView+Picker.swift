import VocDomain

/// The list to pick from: what is typed, below it the names, and beside them what the macro says.
extension TriageView {
  func draw(_ picker: TriagePicker, _ screen: inout ScreenBuffer) {
    let columns = model.size.columns
    let rows = picker.listRows(in: model.size)
    for row in 0...rows {
      screen.fill(row: layout.promptTop + 1 + row, columns: 0..<columns, style: .plain)
    }
    let matches = picker.matches
    let top = picker.highlighted.map { max(0, $0 - rows + 1) } ?? 0
    drawLabel(label(picker, hidden: (top, matches.count - top - rows)), &screen)
    drawTyped(picker, &screen)
    if matches.isEmpty {
      let text = StyledText(picker.nothing(language), .dim)
      screen.put(text, row: listTop, column: 1, width: columns - 1)
      return
    }
    let isWide = picker.purpose == .macro && columns >= 70
    let names = picker.entries.map { DisplayWidth.columns(Escaping.line($0.name)) }.max() ?? 0
    let nameWidth = min(max(names, isWide ? 16 : 0), columns / 3)
    for (index, entry) in matches.enumerated().dropFirst(top).prefix(rows) {
      draw(
        entry, isPicked: index == picker.highlighted, row: listTop + index - top, nameWidth: nameWidth,
        withText: !isWide, &screen)
    }
    if isWide { drawText(of: picker.picked, from: nameWidth + 3, rows: rows, &screen) }
  }

  private var listTop: Int { layout.promptTop + 2 }

  private func label(_ picker: TriagePicker, hidden: (above: Int, below: Int)) -> String {
    var label = picker.label(language)
    if hidden.above > 0 { label += " · ↑ \(invocation.numbers.integer(hidden.above))" }
    if hidden.below > 0 { label += " · ↓ \(invocation.numbers.integer(hidden.below))" }
    return label
  }

  private func drawTyped(_ picker: TriagePicker, _ screen: inout ScreenBuffer) {
    let (rows, cursor) = picker.editor.rows(width: max(4, model.size.columns - 4))
    let row = layout.promptTop + 1
    screen.put("› ", row: row, column: 1, style: .dim)
    screen.put(rows[cursor.row], row: row, column: 3)
    screen.cursor = ScreenBuffer.Position(row: row, column: 3 + cursor.column)
  }

  private func draw(
    _ entry: TriagePicker.Entry, isPicked: Bool, row: Int, nameWidth: Int, withText: Bool,
    _ screen: inout ScreenBuffer
  ) {
    let columns = withText ? model.size.columns : nameWidth + 2
    let style = CellStyle(isDim: !entry.isUsable, isReversed: isPicked)
    screen.fill(row: row, columns: 0..<columns, style: style)
    if isPicked { screen.put("▌", row: row, column: 0, style: style) }
    let name = DisplayWidth.truncated(Escaping.line(entry.name), to: nameWidth)
    screen.put(name, row: row, column: 1, style: style)
    if !withText { return }
    let room = columns - nameWidth - 4
    let text = DisplayWidth.truncated(Escaping.line(entry.text), to: room)
    screen.put(text, row: row, column: nameWidth + 3, style: style)
  }

  /// What the customer would read; where it may not be said, why.
  private func drawText(
    of entry: TriagePicker.Entry?, from column: Int, rows: Int, _ screen: inout ScreenBuffer
  ) {
    for row in 0..<rows { screen.put("│", row: listTop + row, column: column - 1, style: .dim) }
    guard let entry else { return }
    let room = model.size.columns - column - 2
    var lines = TextWrap.lines(Escaping.terminal(entry.text, lines: true), width: room)
    if lines.count > rows { lines[rows - 1] = DisplayWidth.truncated(lines[rows - 1], to: room - 1) + "…" }
    let style: CellStyle = entry.isUsable ? .plain : CellStyle(colour: .red)
    for (index, line) in lines.prefix(rows).enumerated() {
      screen.put(line, row: listTop + index, column: column + 1, style: style)
    }
  }

  // MARK: The yes to a merge

  private static let becomes = CountedPhrase(
    one: Phrase(
      es:
        "¿Fusionar el #{from} con el #{into} «{subject}»? Su mensaje y sus etiquetas pasan al #{into}, y el #{from} queda cerrado. u lo deshace.",
      en:
        "Merge #{from} into #{into} “{subject}”? Its message and its tags go to #{into}, and #{from} is closed. u undoes it."
    ),
    other: Phrase(
      es:
        "¿Fusionar el #{from} con el #{into} «{subject}»? Sus {n} mensajes y sus etiquetas pasan al #{into}, y el #{from} queda cerrado. u lo deshace.",
      en:
        "Merge #{from} into #{into} “{subject}”? Its {n} messages and its tags go to #{into}, and #{from} is closed. u undoes it."
    ))

  func draw(_ merge: TriageMerge, _ screen: inout ScreenBuffer) {
    let values = [
      "from": "\(merge.ticket)", "into": "\(merge.into)",
      "subject": DisplayWidth.truncated(Escaping.line(merge.subject.orDash), to: 24),
    ]
    let text = TriageView.becomes(merge.messages, in: invocation.numbers, values)
    drawAbove(text, CellStyle(colour: .yellow, isBold: true), &screen)
  }
}

extension TriagePicker {
  func label(_ language: Language) -> String {
    let number = ["number": "#\(ticket)"]
    return switch purpose {
    case .macro:
      Phrase(es: "Macro para responder a {number}", en: "Macro to reply to {number}")(language, number)
    case .survivor: Phrase(es: "Fusionar {number} con", en: "Merge {number} into")(language, number)
    }
  }

  func keys(_ language: Language) -> String {
    switch purpose {
    case .macro:
      Phrase(
        es: "Intro la lleva a la respuesta  ↓ ↑ eligen  Esc cancela",
        en: "Enter takes it to the reply  ↓ ↑ choose  Esc cancels")(language)
    case .survivor:
      Phrase(
        es: "Intro dice qué pasaría  ↓ ↑ o un número eligen  Esc cancela",
        en: "Enter tells what would happen  ↓ ↑ or a number choose  Esc cancels")(language)
    }
  }

  /// What stands in the place of an empty list.
  func nothing(_ language: Language) -> String {
    switch purpose {
    case .macro: Phrase(es: "Ninguna macro se llama así.", en: "No macro has such a name.")(language)
    case .survivor where entries.isEmpty:
      Phrase(
        es: "Este cliente no tiene otro ticket sin resolver.",
        en: "This customer has no other unsolved ticket.")(
          language)
    case .survivor:
      Phrase(
        es: "No está entre los tickets sin resolver de este cliente.",
        en: "It is not among this customer’s unsolved tickets.")(language)
    }
  }
}

extension TriageClosedWindow {
  /// Since when comes first, so that a narrow screen shows it.
  func label(_ language: Language) -> String {
    guard let since else {
      return Phrase(
        es: "Ventana cerrada: el cliente no ha escrito por {channel}",
        en: "Window closed: the customer has not written on {channel}")(language, ["channel": channel])
    }
    return Phrase(es: "Ventana cerrada el {when} · {channel}", en: "Window closed {when} · {channel}")(
      language, ["when": since, "channel": channel])
  }
}
