import VocDesk
import VocDomain

/// A filter as it stands on the command line: words beside each other, joined by spaces.
enum FilterInput {
  static let positional = Verb.Positional(
    name: Phrase(es: "FILTRO", en: "FILTER"), count: 0...Int.max,
    summary: Phrase(
      es:
        "condiciones como status:open o -tag:vip, y palabras del asunto o del nombre del cliente; «voc help filters»",
      en:
        "conditions such as status:open or -tag:vip, and words of the subject or the customer’s name; “voc help filters”"
    ),
    isFilter: true)

  static func read(_ desk: Desk, _ invocation: Invocation) throws -> TicketFilter {
    let filter = try read(invocation.positionals.joined(separator: " "), desk)
    if !filter.fields.isDisjoint(with: [.cue, .mood]), try desk.hasUnreadTexts() {
      invocation.notice(UnreadTexts.phrase)
    }
    return filter
  }

  static func read(_ text: String, _ desk: Desk) throws -> TicketFilter {
    try explaining(text) { try desk.filter(text) }
  }

  /// Runs the body with one filter that asks all that several ask. What is wrong with one of them is told with that one
  /// alone: the parentheses around it are not the reader's.
  static func joining<Result>(
    _ parts: [String], desk: @autoclosure () throws -> Desk, _ body: (_ filter: String) throws -> Result
  ) throws -> Result {
    let whole = parts.count == 1 ? parts[0] : parts.map { "(\($0))" }.joined(separator: " ")
    return try explaining(whole) {
      do {
        return try body(whole)
      } catch let error as FilterError where parts.count > 1 {
        for part in parts { _ = try read(part, desk()) }
        throw error
      }
    }
  }

  /// Has what is wrong with a filter's text told with the text.
  static func explaining<Result>(_ text: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as FilterError {
      throw MisreadFilter(text: text, error: error)
    }
  }
}

/// A filter that makes no sense, with its text.
struct MisreadFilter: Error, Equatable {
  let text: String
  let error: FilterError

  /// The text, and below it marks where it goes wrong.
  var marked: String {
    let before = Escaping.terminal(String(text.prefix(error.columns.lowerBound - 1)))
    let wrong = Escaping.terminal(
      String(text.dropFirst(error.columns.lowerBound - 1).prefix(error.columns.count)))
    let spaces = String(repeating: " ", count: DisplayWidth.columns(before))
    let marks = String(repeating: "^", count: max(DisplayWidth.columns(wrong), 1))
    return "  \(Escaping.terminal(text))\n  \(spaces)\(marks)\n"
  }
}
