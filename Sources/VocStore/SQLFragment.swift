import SQLite

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
