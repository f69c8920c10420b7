/// A JSON value whose objects keep their order.
enum JSON: Equatable, Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case double(Double)
  case string(String)
  case array([JSON])
  case object([Member])

  struct Member: Equatable, Sendable {
    let name: String
    let value: JSON

    init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  /// Compact JSON, safe on a terminal.
  ///
  /// What `Escaping` makes visible is written as \uXXXX; a number that is not finite is null.
  var text: String {
    var result = ""
    write(to: &result)
    return result
  }

  /// The value without quotes, for a cell; null and an empty object are empty, objects are JSON.
  var plain: String {
    switch self {
    case .null: ""
    case .string(let text): text
    case .object(let members) where members.isEmpty: ""
    case .array(let items) where items.allSatisfy(\.isScalar): items.map(\.plain).joined(separator: ",")
    default: text
    }
  }

  /// A number of which more than two decimals would say nothing.
  static func hundredths(_ number: Double) -> JSON { .double((number * 100).rounded() / 100) }

  /// An object with only these members, in this order; the value itself when it is no object.
  func selecting(_ names: [String]) -> JSON {
    guard case .object(let members) = self else { return self }
    return .object(names.compactMap { name in members.first { $0.name == name } })
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private func write(to result: inout String) {
    switch self {
    case .null: result += "null"
    case .bool(let value): result += value ? "true" : "false"
    case .int(let value): result += String(value)
    case .double(let value): result += value.isFinite ? value.description : "null"
    case .string(let text): JSON.quote(text, to: &result)
    case .array(let items):
      result += "["
      for (index, item) in items.enumerated() {
        if index > 0 { result += "," }
        item.write(to: &result)
      }
      result += "]"
    case .object(let members):
      result += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { result += "," }
        JSON.quote(member.name, to: &result)
        result += ":"
        member.value.write(to: &result)
      }
      result += "}"
    }
  }

  private static func quote(_ text: String, to result: inout String) {
    result += "\""
    defer { result += "\"" }
    if text.utf8.allSatisfy(isPlain) {
      result += text
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if Escaping.isUnsafe(scalar) {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
  }

  /// Stands between quotes as it is; so do nearly all names and words.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int64) { self = .int(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(arrayLiteral elements: JSON...) { self = .array(elements) }
  init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements.map { Member($0, $1) }) }
}

extension JSON {
  /// Null for nil.
  init(_ text: String?) { self = text.map(JSON.string) ?? .null }
  init(_ number: Int64?) { self = number.map(JSON.int) ?? .null }
  init(_ number: Double?) { self = number.map(JSON.double) ?? .null }
}
