import VocDomain

/// All keys, in two columns where there is room.
extension TriageView {
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
