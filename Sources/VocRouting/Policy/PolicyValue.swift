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

extension PolicyValue: Codable {
  /// Reads a document. Throws `PolicySyntaxError` where it is not JSON.
  public init(json bytes: [UInt8]) throws {
    do {
      self = try JSONDecoder().decode(PolicyValue.self, from: Data(bytes))
    } catch let DecodingError.dataCorrupted(context) {
      throw PolicySyntaxError(context)
    } catch is DecodingError {
      // A number that no type holds.
      throw PolicySyntaxError()
    }
  }

  public init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: Name.self) {
      self = .object(
        try container.allKeys.reduce(into: [:]) {
          $0[$1.stringValue] = try container.decode(PolicyValue.self, forKey: $1)
        })
      return
    }
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int64.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else {
      self = .list(try container.decode([PolicyValue].self))
    }
  }

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

/// A document that is not JSON.
public struct PolicySyntaxError: Error, Equatable, Sendable {
  /// From 1; nil where the parser does not say.
  public var line: Int?
  public var column: Int?

  init() {}

  /// Foundation tells the place in words only: "… around line 3, column 5."
  init(_ context: DecodingError.Context) {
    let text = (context.underlyingError as NSError?)?.debugDescription ?? context.debugDescription
    line = PolicySyntaxError.number(after: "line ", in: text)
    column = PolicySyntaxError.number(after: "column ", in: text)
  }

  private static func number(after word: String, in text: String) -> Int? {
    guard let range = text.range(of: word) else { return nil }
    return Int(text[range.upperBound...].prefix { $0.isNumber })
  }
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
