import VocDomain

/// A line of text whose parts look different.
struct StyledText: Equatable, Sendable {
  struct Span: Equatable, Sendable {
    var text: String
    var style = CellStyle.plain
  }

  var spans: [Span] = []

  init(_ text: String = "", _ style: CellStyle = .plain) { add(text, style) }

  mutating func add(_ text: String, _ style: CellStyle = .plain) {
    if !text.isEmpty { spans.append(Span(text: text, style: style)) }
  }

  var text: String { spans.map(\.text).joined() }

  /// Parts with a sign between them.
  static func joined(_ parts: [StyledText], by sign: String) -> StyledText {
    var result = StyledText()
    for (index, part) in parts.enumerated() {
      if index > 0 { result.add(sign, .dim) }
      result.spans += part.spans
    }
    return result
  }
}

extension ScreenBuffer {
  /// Writes a line of text, its end "…" where it does not fit; returns how many columns it took.
  @discardableResult
  mutating func put(_ text: StyledText, row: Int, column: Int, width: Int) -> Int {
    var used = 0
    let room = min(width, size.columns - column)
    let isCut = DisplayWidth.columns(text.text) > room
    for span in text.spans {
      used += put(span.text, row: row, column: column + used, width: room - used, style: span.style)
    }
    if isCut && room > 0 { put("…", row: row, column: column + room - 1, style: .plain) }
    return used
  }
}

// The domain's values in the colours that `Wording` gives them on paper.

extension Ticket.Status {
  var cellStyle: CellStyle {
    switch self {
    case .new: CellStyle(colour: .cyan)
    case .open: CellStyle(colour: .yellow)
    case .pending, .hold: CellStyle(colour: .blue)
    case .solved: CellStyle(colour: .green)
    case .closed: .dim
    }
  }
}

extension Ticket.Priority {
  var cellStyle: CellStyle {
    switch self {
    case .urgent: CellStyle(colour: .red, isBold: true)
    case .high: CellStyle(colour: .red)
    case .normal: .plain
    case .low: .dim
    }
  }

  /// What stands before a customer's name in the queue.
  var sign: String {
    switch self {
    case .urgent: "!!"
    case .high: "! "
    case .normal, .low: "  "
    }
  }
}

extension Message.Author {
  var cellStyle: CellStyle {
    switch self {
    case .agent: CellStyle(colour: .green, isBold: true)
    case .customer: CellStyle(colour: .cyan, isBold: true)
    case .bot, .system: .dim
    }
  }
}
