import Foundation

/// A piece of a policy document: JSON whose objects keep no order.
public enum PolicyValue: Equatable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case text(String)
  case list([PolicyValue])
  case object([String: PolicyValue])
}

extension PolicyValue {
  /// Reads a document. Throws `PolicySyntaxError` where it is not JSON.
  public init(json bytes: [UInt8]) throws(PolicySyntaxError) {
    var parser = PolicyParser(bytes)
    self = try parser.document()
  }
}

extension PolicyValue: Encodable {
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .object(let members):
      var container = encoder.container(keyedBy: Name.self)
      for (name, value) in members { try container.encode(value, forKey: Name(stringValue: name)) }
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    case .bool(let value): try one(value, encoder)
    case .integer(let value): try one(value, encoder)
    case .number(let value): try one(value, encoder)
    case .text(let value): try one(value, encoder)
    case .list(let values): try one(values, encoder)
    }
  }

  private func one(_ value: some Encodable, _ encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }

  private struct Name: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

/// A document that is not JSON, or in which an object has two members of one name.
public struct PolicySyntaxError: Error, Equatable, Sendable {
  /// From 1.
  public var line: Int
  /// In characters, from 1.
  public var column: Int
  /// The name that stands twice, where that is the fault.
  public var repeatedName: String?
}

extension PolicyValue {
  /// The document as it is kept: sorted names, so that equal documents are equal text.
  public var canonicalText: String { text([.sortedKeys, .withoutEscapingSlashes]) }

  /// The document for people and files.
  public var prettyText: String { text([.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]) + "\n" }

  private func text(_ formatting: JSONEncoder.OutputFormatting) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting
    guard let data = try? encoder.encode(self) else { preconditionFailure("a tree of plain values") }
    return String(decoding: data, as: UTF8.self)
  }

  public subscript(name: String) -> PolicyValue? {
    get {
      if case .object(let members) = self { members[name] } else { nil }
    }
    set {
      guard case .object(var members) = self else { return }
      members[name] = newValue
      self = .object(members)
    }
  }

  /// The value's members where it is a list.
  public var elements: [PolicyValue]? {
    if case .list(let values) = self { values } else { nil }
  }

  public var string: String? {
    if case .text(let value) = self { value } else { nil }
  }
}
