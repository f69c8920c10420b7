/// What makes a text no filter, and where.
public struct FilterError: Error, Equatable, Sendable {
  /// Columns in characters, from 1; empty behind the last one where something is missing.
  public var columns: Range<Int>
  public var problem: Problem

  public init(_ problem: Problem, columns: Range<Int>) {
    self.problem = problem
    self.columns = columns
  }

  public enum Problem: Equatable, Sendable {
    case unknownField(String, nearest: [String])
    /// A time (12:30) or an address (https://…): no field, and spelt like none. The whole word.
    case textWithColon(String)
    /// Not one of the field's values; `allowed` is empty where they cannot be listed.
    case unknownValue(TicketFilter.Field, String, allowed: [String], nearest: [String])
    case emptyValue(TicketFilter.Field)
    /// Quotes around nothing that counts.
    case emptyText
    case badNumber(String)
    /// Neither a date nor a word for one.
    case badDate(String)
    /// No length of time such as 30m, 2h or 3d.
    case badLength(String)
    /// `<`, `>` or `..` on a field without an order.
    case comparisonNotAllowed(TicketFilter.Field)
    /// A length or a moment that nothing equals exactly: it needs `<`, `>` or `..`.
    case comparisonNeeded(TicketFilter.Field)
    /// A range whose end lies before its start.
    case reversedRange(TicketFilter.Field)
    case unclosedQuote
    case unclosedParenthesis
    /// A `)` that closes nothing.
    case unopenedParenthesis
    case emptyParenthesis
    /// `OR`, `AND` or `-` without what it needs beside it.
    case danglingOperator(String)
    /// A colon without a field before it, or no space behind a value.
    case unexpected(String)
    case tooDeep
    /// `@name` of a view that nobody saved.
    case unknownView(String, nearest: [String])
    /// A saved view that asks for what there is no more.
    case brokenView(String)
    /// `@name` in a view: views name no others.
    case viewNotAllowed(String)
  }
}

extension FilterError {
  /// Counts in characters what was counted in Unicode scalars from 0.
  func withColumns(of text: String) -> FilterError {
    var starts: [Int] = []
    for (index, character) in text.enumerated() {
      starts += repeatElement(index + 1, count: character.unicodeScalars.count)
    }
    let end = (starts.last ?? 0) + 1
    func column(_ offset: Int) -> Int { starts.indices.contains(offset) ? starts[offset] : end }
    let first = column(columns.lowerBound)
    let last = columns.isEmpty ? first : column(columns.upperBound - 1) + 1
    return FilterError(problem, columns: first..<max(first, last))
  }
}
