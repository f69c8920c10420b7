/// A text with placeholders that are filled in for each ticket: "{{greeting}}, {{customer.first_name|cliente}}".
///
/// What stands after the bar is said where there is no value; "\{{" is two braces. What is filled in is never read as
/// a placeholder again. Printing gives back what was parsed.
public struct MacroText: Equatable, Sendable, CustomStringConvertible {
  /// What a placeholder stands for.
  public enum Field: String, CaseIterable, Sendable {
    case customerName = "customer.name"
    case customerFirstName = "customer.first_name"
    case agentName = "agent.name"
    case ticketID = "ticket.id"
    case ticketSubject = "ticket.subject"
    case channelName = "channel.name"
    /// Buenos días, Buenas tardes, Buenas noches.
    case greeting
  }

  public struct Placeholder: Equatable, Sendable {
    public var field: Field
    public var fallback: String?
    /// As it was written, with its braces.
    var source: String
  }

  enum Piece: Equatable, Sendable {
    case text(String)
    /// Two braces that are meant as such.
    case braces
    case placeholder(Placeholder)
  }

  private(set) var pieces: [Piece] = []

  /// Throws `MacroError` with the place of the first placeholder that makes no sense.
  public init(parsing text: String) throws(MacroError) {
    var rest = text[...]
    var plain = ""
    func flush(_ pieces: inout [Piece]) {
      if !plain.isEmpty { pieces.append(.text(plain)) }
      plain = ""
    }
    while let first = rest.first {
      if rest.hasPrefix(MacroText.escapedBraces) {
        flush(&pieces)
        pieces.append(.braces)
        rest = rest.dropFirst(MacroText.escapedBraces.count)
      } else if rest.hasPrefix("{{") {
        flush(&pieces)
        let placeholder = try MacroText.placeholder(at: rest, in: text)
        pieces.append(.placeholder(placeholder))
        rest = rest.dropFirst(placeholder.source.count)
      } else {
        plain.append(first)
        rest = rest.dropFirst()
      }
    }
    flush(&pieces)
  }

  public var placeholders: [Placeholder] {
    pieces.compactMap { if case .placeholder(let placeholder) = $0 { placeholder } else { nil } }
  }

  public var description: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .braces: MacroText.escapedBraces
      case .placeholder(let placeholder): placeholder.source
      }
    }.joined()
  }

  /// The text for one ticket; a value that is blank counts as none. Throws `MacroError.noValue` for what has neither a
  /// value nor a fallback.
  public func filled(_ values: [Field: String]) throws(MacroError) -> String {
    var result = ""
    var missing: [Field] = []
    for piece in pieces {
      switch piece {
      case .text(let text): result += text
      case .braces: result += "{{"
      case .placeholder(let placeholder):
        let value =
          values[placeholder.field].flatMap { $0.trimmed.isEmpty ? nil : $0 } ?? placeholder.fallback
        if let value {
          result += value
        } else if !missing.contains(placeholder.field) {
          missing.append(placeholder.field)
        }
      }
    }
    if !missing.isEmpty { throw .noValue(missing) }
    return result
  }

  private static let escapedBraces = "\\{{"

  private static func placeholder(
    at rest: Substring, in text: String
  ) throws(MacroError) -> Placeholder {
    func place() -> MacroError.Place { MacroError.Place(of: rest.startIndex, in: text) }
    guard let end = rest.firstRange(of: "}}") else { throw .unclosed(place()) }
    let inner = rest[rest.index(rest.startIndex, offsetBy: 2)..<end.lowerBound]
    let bar = inner.firstIndex(of: "|")
    let name = String(inner[..<(bar ?? inner.endIndex)]).trimmed
    guard let field = Field(rawValue: name.lowercased()) else {
      throw .unknown(name, nearest: Nearest.names(to: name, among: Field.allCases.map(\.rawValue)), place())
    }
    return Placeholder(
      field: field, fallback: bar.map { String(inner[inner.index(after: $0)...]).trimmed },
      source: String(rest[..<end.upperBound]))
  }
}

/// What is wrong with a text with placeholders.
public enum MacroError: Error, Equatable, Sendable {
  /// Where something stands, both from 1; columns count what people see as characters.
  public struct Place: Equatable, Sendable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }

    init(of index: String.Index, in text: String) {
      let before = text[..<index]
      line = before.count(where: \.isNewline) + 1
      column = before.reversed().prefix { !$0.isNewline }.count + 1
    }
  }

  /// "{{" without "}}".
  case unclosed(Place)
  case unknown(String, nearest: [String], Place)
  /// Nothing is known to fill in, and no fallback stands there.
  case noValue([MacroText.Field])
}
