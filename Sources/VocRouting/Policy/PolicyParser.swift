import VocDomain

/// Reads JSON (RFC 8259) strictly, and tells the line and column where it stops being JSON.
///
/// Foundation's decoder forgives a comma too many, says no place and takes one of two members of one name.
struct PolicyParser {
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0
  private static let deepest = 100

  init(_ bytes: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    self.bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
  }

  mutating func document() throws(PolicySyntaxError) -> PolicyValue {
    let value = try value()
    skipSpace()
    if index < bytes.count { throw wrong() }
    return value
  }

  private mutating func value() throws(PolicySyntaxError) -> PolicyValue {
    skipSpace()
    switch peek {
    case UInt8(ascii: "{"):
      return .object(try nested { parser throws(PolicySyntaxError) in try parser.members() })
    case UInt8(ascii: "["):
      return .list(try nested { parser throws(PolicySyntaxError) in try parser.elements() })
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func nested<Result>(
    _ body: (inout PolicyParser) throws(PolicySyntaxError) -> Result
  ) throws(PolicySyntaxError) -> Result {
    depth += 1
    if depth > PolicyParser.deepest { throw wrong() }
    index += 1
    let result = try body(&self)
    depth -= 1
    return result
  }

  private mutating func members() throws(PolicySyntaxError) -> [String: PolicyValue] {
    var members: [String: PolicyValue] = [:]
    if take("}") { return members }
    repeat {
      skipSpace()
      let start = index
      guard peek == UInt8(ascii: "\"") else { throw wrong() }
      let name = try string()
      guard members[name] == nil else { throw wrong(at: start, repeating: name) }
      guard take(":") else { throw wrong() }
      members[name] = try value()
    } while take(",")
    guard take("}") else { throw wrong() }
    return members
  }

  private mutating func elements() throws(PolicySyntaxError) -> [PolicyValue] {
    var elements: [PolicyValue] = []
    if take("]") { return elements }
    repeat { elements.append(try value()) } while take(",")
    guard take("]") else { throw wrong() }
    return elements
  }

  private mutating func word(
    _ word: StaticString, _ value: PolicyValue
  ) throws(PolicySyntaxError) -> PolicyValue {
    let text = Array("\(word)".utf8)
    guard bytes[index...].starts(with: text) else { throw wrong() }
    index += text.count
    return value
  }

  private mutating func number() throws(PolicySyntaxError) -> PolicyValue {
    let start = index
    var end = index
    while end < bytes.count, "+-.0123456789eE".utf8.contains(bytes[end]) { end += 1 }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    guard PolicyParser.isNumber(text), let number = Double(text), number.isFinite else { throw wrong() }
    index = end
    // 1.0 and 1e2 are whole numbers too: equal documents must be equal text.
    return (Int64(text) ?? Int64(exactly: number)).map(PolicyValue.integer) ?? .number(number)
  }

  /// -?(0|[1-9][0-9]*)(.[0-9]+)?([eE][+-]?[0-9]+)?
  private static func isNumber(_ text: String) -> Bool {
    var rest = text[...]
    if rest.first == "-" { rest.removeFirst() }
    func digits() -> Int {
      let count = rest.prefix { $0.isNumber }.count
      rest = rest.dropFirst(count)
      return count
    }
    let startsWithZero = rest.first == "0"
    let whole = digits()
    if whole == 0 || startsWithZero && whole > 1 { return false }
    if rest.first == "." {
      rest.removeFirst()
      if digits() == 0 { return false }
    }
    if rest.first == "e" || rest.first == "E" {
      rest.removeFirst()
      if rest.first == "+" || rest.first == "-" { rest.removeFirst() }
      if digits() == 0 { return false }
    }
    return rest.isEmpty
  }
}

extension PolicyParser {
  private mutating func string() throws(PolicySyntaxError) -> String {
    let start = index
    index += 1
    var text: [UInt8] = []
    while let byte = peek, byte != UInt8(ascii: "\""), byte >= 0x20 {
      index += 1
      if byte == UInt8(ascii: "\\") { text += try escape().utf8 } else { text.append(byte) }
    }
    guard peek == UInt8(ascii: "\"") else { throw wrong(at: index < bytes.count ? index : start) }
    index += 1
    guard let valid = String(validating: text, as: UTF8.self) else { throw wrong(at: start) }
    return valid
  }

  private mutating func escape() throws(PolicySyntaxError) -> String {
    let plain: [UInt8: String] = [
      UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}",
      UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]
    guard let byte = peek else { throw wrong() }
    if let text = plain[byte] {
      index += 1
      return text
    }
    guard byte == UInt8(ascii: "u") else { throw wrong() }
    let start = index - 1
    var units = [try unit()]
    if UTF16.isLeadSurrogate(units[0]), bytes[index...].starts(with: "\\u".utf8) {
      index += 1
      units.append(try unit())
    }
    guard let text = String(validating: units, as: UTF16.self) else { throw wrong(at: start) }
    return text
  }

  /// The four digits behind a `u`, which is next.
  private mutating func unit() throws(PolicySyntaxError) -> UInt16 {
    let digits = bytes[index...].dropFirst().prefix(4)
    guard digits.count == 4, digits.allSatisfy({ "0123456789abcdefABCDEF".utf8.contains($0) }),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw wrong() }
    index += 5
    return unit
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = peek, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { index += 1 }
  }

  /// Whether this stands next; then it is behind us.
  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    if peek != UInt8(ascii: character) { return false }
    index += 1
    return true
  }

  /// Columns in characters.
  private func wrong(at place: Int? = nil, repeating name: String? = nil) -> PolicySyntaxError {
    let before = bytes[..<(place ?? index)]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return PolicySyntaxError(
      line: before.count { $0 == UInt8(ascii: "\n") } + 1,
      column: String(decoding: before[lineStart...], as: UTF8.self).count + 1, repeatedName: name)
  }
}
