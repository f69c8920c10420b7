import SQLite
import VocDomain

/// A piece of a statement, with the values of its question marks.
struct SQLFragment: Sendable {
  var text: String
  var values: [any Bindable & Sendable] = []

  init(_ text: String, _ values: any Bindable & Sendable...) {
    self.text = text
    self.values = values
  }

  init(_ text: String, values: [any Bindable & Sendable]) {
    self.text = text
    self.values = values
  }

  /// As a statement takes them, with some more behind.
  func bound(_ others: (any Bindable)?...) -> [(any Bindable)?] { values.map { $0 } + others }

  /// A constant would hide from SQLite what else is asked, and with it that an index serves: it is left out, or it is
  /// all that there is.
  static let never = SQLFragment("0")
  static let always = SQLFragment("1")

  var isNever: Bool { text == SQLFragment.never.text }
  var isAlways: Bool { text == SQLFragment.always.text }

  /// In parentheses where there are several.
  static func all(of parts: [SQLFragment]) -> SQLFragment {
    parts.contains(where: \.isNever)
      ? never : joined(parts.filter { !$0.isAlways }, by: " AND ", else: always)
  }

  static func any(of parts: [SQLFragment]) -> SQLFragment {
    parts.contains(where: \.isAlways) ? always : joined(parts.filter { !$0.isNever }, by: " OR ", else: never)
  }

  /// One of a column's values, written as they stand: numbers of ours, or words of a closed set.
  static func one(of values: [String], in column: String) -> SQLFragment {
    if values.count < 2 { return values.first.map { SQLFragment("\(column) = \($0)") } ?? never }
    return SQLFragment("\(column) IN (\(values.joined(separator: ", ")))")
  }

  /// A ticket's status is one of these.
  static func status(in statuses: [Ticket.Status]) -> SQLFragment {
    one(of: statuses.map { "'\($0.rawValue)'" }, in: "ticket.status")
  }

  static func not(_ part: SQLFragment) -> SQLFragment {
    if part.isNever { return always }
    return part.isAlways ? never : part.wrapped("NOT (", ")")
  }

  private static func joined(
    _ parts: [SQLFragment], by separator: String, else nothing: SQLFragment
  ) -> SQLFragment {
    if parts.count < 2 { return parts.first ?? nothing }
    return SQLFragment(
      "(" + parts.map(\.text).joined(separator: separator) + ")", values: parts.flatMap(\.values))
  }

  /// Words around it: what stands before and behind.
  func wrapped(_ before: String, _ after: String) -> SQLFragment {
    SQLFragment(before + text + after, values: values)
  }
}
