/// Meta writes each byte of UTF-8 as a character of its own ("Ã³" for "ó").
enum Mojibake {
  /// The text as it was meant; unchanged where a character is over U+00FF, or the bytes are no UTF-8.
  static func repaired(_ text: String) -> String {
    var bytes: [UInt8] = []
    var isASCII = true
    for scalar in text.unicodeScalars {
      guard let byte = UInt8(exactly: scalar.value) else { return text }
      if byte >= 0x80 { isASCII = false }
      bytes.append(byte)
    }
    if isASCII { return text }
    return String(validating: bytes, as: UTF8.self) ?? text
  }

  /// Every string in it, names of members too.
  static func repaired(_ value: JSONValue, depth: Int = 0) -> JSONValue {
    guard depth < 64 else { return value }
    return switch value {
    case .string(let text): .string(repaired(text))
    case .array(let elements): .array(elements.map { repaired($0, depth: depth + 1) })
    case .object(let members):
      .object(members.map { .init(repaired($0.name), repaired($0.value, depth: depth + 1)) })
    default: value
    }
  }
}
