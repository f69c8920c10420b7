/// Parses JSON values (RFC 8259) from bytes that may end in the middle of one.
///
/// Takes what real exports have besides: a comma after the last element, control characters inside strings, and
/// NaN and Infinity (as null), which Python writes. NUL characters are dropped. Lone surrogates become U+FFFD.
struct JSONParser {
  enum Failure: Error {
    /// The value goes on after the last byte.
    case incomplete
    case malformed
  }

  /// Values nested deeper are malformed.
  static let depthLimit = 256

  let bytes: UnsafeBufferPointer<UInt8>
  /// Whether nothing comes after the last byte.
  let isFinal: Bool
  /// Whether an object or array that the last byte cuts off is a value, without the member that is cut.
  let keepsCut: Bool
  /// The next byte to read; after a failure, where the trouble is.
  var position: Int
  /// Bytes that are no UTF-8 stood in a string, and became U+FFFD.
  var isDamaged = false

  init(_ bytes: UnsafeRawBufferPointer, at position: Int = 0, isFinal: Bool, keepsCut: Bool = false) {
    self.bytes = bytes.bindMemory(to: UInt8.self)
    self.position = position
    self.isFinal = isFinal
    self.keepsCut = keepsCut
  }

  /// The next byte that is no space.
  mutating func peek() throws(Failure) -> UInt8 {
    while position < bytes.count {
      let byte = bytes[position]
      if byte > 0x20 || !(byte == 0x20 || (0x09...0x0D).contains(byte)) { return byte }
      position += 1
    }
    throw .incomplete
  }

  mutating func value(depth: Int = 0) throws(Failure) -> JSONValue {
    switch try peek() {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "N"): return try literal("NaN", .null)
    case UInt8(ascii: "I"): return try literal("Infinity", .null)
    default: return try number()
    }
  }

  /// Reads a member's name and the colon after it.
  mutating func name() throws(Failure) -> String {
    guard try peek() == UInt8(ascii: "\"") else { throw .malformed }
    let name = try string()
    guard try peek() == UInt8(ascii: ":") else { throw .malformed }
    position += 1
    return name
  }

  private mutating func object(depth: Int) throws(Failure) -> JSONValue {
    guard depth < Self.depthLimit else { throw .malformed }
    position += 1
    var members: [JSONValue.Member] = []
    do throws(Failure) {
      while try peek() != UInt8(ascii: "}") {
        if members.isEmpty { members.reserveCapacity(8) }
        let name = try name()
        members.append(JSONValue.Member(name, try value(depth: depth + 1)))
        try separator(before: UInt8(ascii: "}"))
      }
      position += 1
    } catch {
      guard keepsCut, error == .incomplete else { throw error }
    }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(Failure) -> JSONValue {
    guard depth < Self.depthLimit else { throw .malformed }
    position += 1
    var elements: [JSONValue] = []
    do throws(Failure) {
      while try peek() != UInt8(ascii: "]") {
        elements.append(try value(depth: depth + 1))
        try separator(before: UInt8(ascii: "]"))
      }
      position += 1
    } catch {
      guard keepsCut, error == .incomplete else { throw error }
    }
    return .array(elements)
  }

  private mutating func separator(before end: UInt8) throws(Failure) {
    let byte = try peek()
    if byte == UInt8(ascii: ",") {
      position += 1
    } else if byte != end {
      throw .malformed
    }
  }

  private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue {
    for offset in 0..<word.utf8CodeUnitCount {
      guard position < bytes.count else { throw .incomplete }
      guard bytes[position] == word.utf8Start[offset] else { throw .malformed }
      position += 1
    }
    return value
  }

  private mutating func number() throws(Failure) -> JSONValue {
    let start = position
    if bytes[position] == UInt8(ascii: "-") {
      position += 1
      if position < bytes.count, bytes[position] == UInt8(ascii: "I") {
        return try literal("Infinity", .null)
      }
    }
    let whole = position
    try digits()
    if position - whole > 1, bytes[whole] == UInt8(ascii: "0") {
      position = whole
      throw .malformed
    }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
      {
        position += 1
      }
      try digits()
    }
    if position == bytes.count && !isFinal { throw .incomplete }
    return .number(String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self))
  }

  private mutating func digits() throws(Failure) {
    let start = position
    while position < bytes.count, bytes[position] &- 0x30 < 10 { position += 1 }
    if position == start { throw position == bytes.count ? .incomplete : .malformed }
  }
}

extension JSONValue {
  /// The one value that the bytes are; nil where they are no JSON. Broken UTF-8 becomes U+FFFD.
  public init?(parsing bytes: [UInt8]) {
    let value: JSONValue? = bytes.withUnsafeBytes { bytes in
      let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      var parser = JSONParser(bytes, at: mark, isFinal: true)
      guard let value = try? parser.value(), (try? parser.peek()) == nil else { return nil }
      return value
    }
    guard let value else { return nil }
    self = value
  }
}
