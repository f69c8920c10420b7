/// Which tickets: the one filter language of lists, searches, reports, saved views and conditions.
///
/// `status:open channel:whatsapp -tag:vip assignee:@me due:<2h created:>=2026-11-01 "no llega"`
///
/// Terms side by side must all hold; `OR` (`O`) between them asks for either side and binds less than they
/// do; parentheses group; `-` before a term or a parenthesis denies it. A condition on what a ticket lacks
/// does not hold, so its denial does: `-due:<2h` has the tickets for which nothing is due.
public struct TicketFilter: Equatable, Sendable {
  public let expression: Expression

  init(_ expression: Expression) { self.expression = expression }

  /// Matches every ticket; what an empty text means.
  public static let everything = TicketFilter(.all([]))

  /// Reads a filter; never more than the first error.
  ///
  /// `names`: those that there are, where one that there is not is an error; nil: any.
  public static func parse(
    _ text: String, among names: FilterNames? = nil, views: FilterViews = .plainText
  ) throws(FilterError) -> TicketFilter {
    var parser = FilterParser(text, names, views)
    do {
      return TicketFilter(try parser.filter())
    } catch {
      throw error.withColumns(of: text)
    }
  }

  /// The tickets that both match.
  public func and(_ other: TicketFilter) -> TicketFilter {
    TicketFilter(.allOf([expression, other.expression]))
  }

  /// The fields that it asks; of `is:waiting` the wait, of `is:unassigned` the assignee.
  public var fields: Set<Field> { expression.conditions.reduce(into: []) { $0.formUnion($1.fields) } }

  /// Whether it asks for words in the subject or the messages.
  public var asksForText: Bool {
    expression.conditions.contains {
      if case .text = $0 { true } else { false }
    }
  }
}

extension TicketFilter {
  /// Whether it says itself if it is after solved tickets: it asks for a status, a time of solving or a number.
  ///
  /// To deny a status is to leave some tickets out, not to ask for all others; only what unsolved tickets have
  /// nothing but solved ones can be without.
  public var asksIfSolved: Bool { expression.asksIfSolved(isDenied: false) }
}

extension TicketFilter {
  /// Whom it asks for among agents.
  public var assignees: [NameChoice] { choices(of: .assignee) }

  /// Whom it asks for among customers.
  public var customers: [NameChoice] { choices(of: .customer) }

  private func choices(of field: NameField) -> [NameChoice] {
    expression.conditions.flatMap { condition -> [NameChoice] in
      if case .name(field, let choices) = condition { choices } else { [] }
    }
  }

  /// The tickets that carry a tag; nil for a text of which nothing counts.
  public static func tag(_ tag: String) -> TicketFilter? {
    FoldedText(tag).map { TicketFilter(.test(.name(.tag, [.named($0)]))) }
  }
}
