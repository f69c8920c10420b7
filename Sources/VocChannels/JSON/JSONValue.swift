/// A JSON value (RFC 8259) as an export has it; asking for what is not there gives null.
public enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  /// The number's text: ids of 19 digits stay exact.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  public struct Member: Equatable, Sendable {
    public var name: String
    public var value: JSONValue

    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// The member of that name (the last, where there are several), null for none and for no object.
  public subscript(name: String) -> JSONValue {
    guard case .object(let members) = self else { return .null }
    return members.last { $0.name == name }?.value ?? .null
  }

  /// Follows a dotted path: "sender.name".
  public subscript(path path: String) -> JSONValue {
    path.split(separator: ".").reduce(self) { $0[String($1)] }
  }

  public var isNull: Bool { self == .null }

  /// Whether it is an object with that member, null or not.
  public func has(_ name: String) -> Bool {
    guard case .object(let members) = self else { return false }
    return members.contains { $0.name == name }
  }

  /// A string's text; nil for anything else.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// A string that is not empty, or a number's text: for ids, which come as either.
  public var text: String? {
    switch self {
    case .string(let text): text.isEmpty ? nil : text
    case .number(let text): text
    default: nil
    }
  }

  /// A whole number, or a string that is one; "1.0" is 1.
  public var int: Int64? {
    guard let text else { return nil }
    if let int = Int64(text) { return int }
    return Double(text).flatMap { Int64(exactly: $0) }
  }

  public var double: Double? { text.flatMap(Double.init) }

  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// Empty for anything else than an array.
  public var array: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }

  /// Empty for anything else than an object.
  public var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }
}
