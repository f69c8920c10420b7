import VocDesk

extension JSON {
  /// Over several lines, safe on a terminal; what is short and deep inside stands on one line.
  var prettyText: String {
    var result = ""
    writePretty(to: &result, depth: 0)
    return result + "\n"
  }

  private static let lineWidth = 88

  private func writePretty(to result: inout String, depth: Int) {
    let margin = String(repeating: "  ", count: depth + 1)
    switch self {
    case .array(let items) where !items.isEmpty && !fitsOneLine(depth):
      result += "[\n"
      for (index, item) in items.enumerated() {
        result += margin
        item.writePretty(to: &result, depth: depth + 1)
        result += index < items.count - 1 ? ",\n" : "\n"
      }
      result += margin.dropLast(2) + "]"
    case .object(let members) where !members.isEmpty && !fitsOneLine(depth):
      result += "{\n"
      for (index, member) in members.enumerated() {
        result += margin + JSON.string(member.name).text + ": "
        member.value.writePretty(to: &result, depth: depth + 1)
        result += index < members.count - 1 ? ",\n" : "\n"
      }
      result += margin.dropLast(2) + "}"
    default: result += oneLine
    }
  }

  private func fitsOneLine(_ depth: Int) -> Bool {
    switch self {
    case .object(let members):
      depth > 2 && !members.contains { $0.value.isObject } && oneLine.count <= JSON.lineWidth - 2 * depth
    case .array(let items):
      !items.contains { $0.isObject && depth < 3 } && oneLine.count <= JSON.lineWidth - 2 * depth
    default: true
    }
  }

  private var isObject: Bool {
    if case .object = self { true } else { false }
  }

  /// With a space behind each comma and colon.
  private var oneLine: String {
    switch self {
    case .array(let items): "[" + items.map(\.oneLine).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { "\(JSON.string($0.name).text): \($0.value.oneLine)" }.joined(separator: ", ") + "}"
    default: text
    }
  }
}

extension JSON {
  /// A piece of a policy document, its members in the order in which people think of them.
  init(_ value: PolicyValue) {
    switch value {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .integer(let number): self = .int(number)
    case .number(let number): self = .double(number)
    case .text(let text): self = .string(text)
    case .list(let values): self = .array(values.map { JSON($0) })
    case .object(let members):
      let sorted = members.sorted { (JSON.rank($0.key), $0.key) < (JSON.rank($1.key), $1.key) }
      self = .object(sorted.map { Member($0.key, JSON($0.value)) })
    }
  }

  private static let order = [
    "name", "department", "calendars", "usual_calendar", "channels", "skills", "queues", "sla", "routing",
    "note", "zone", "hours", "holidays", "exceptions", "condition", "groups", "queue", "after", "fallback",
    "required_skills", "optional_skills", "skill_timeout", "maximum_wait", "calendar", "targets",
    "first_reply", "next_reply", "resolution", "requester_wait", "urgent", "high", "normal", "low", "order",
    "method", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
  ]

  /// Days by the first of them: "mon-fri".
  private static func rank(_ name: String) -> Int {
    order.firstIndex(of: name) ?? order.firstIndex(of: String(name.prefix(3))) ?? order.count
  }
}
