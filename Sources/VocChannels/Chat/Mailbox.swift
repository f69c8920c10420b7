/// Somebody as the head of a mail has them: `"Hugo Paz" <hugo@example.com>`, or the address alone.
///
/// Source: RFC 5322, section 3.4.
struct Mailbox: Equatable {
  /// Nil where there is none, or it only repeats the address.
  let name: String?
  let address: String

  init(_ text: String) {
    let text = text.trimmed
    guard text.hasSuffix(">"), let open = text.lastIndex(of: "<") else {
      self.init(name: "", address: text)
      return
    }
    let address = text[text.index(after: open)...].dropLast()
    self.init(name: Self.unquoted(String(text[..<open]).trimmed), address: String(address).trimmed)
  }

  private init(name: String, address: String) {
    self.name = name.isEmpty || name == address ? nil : name
    self.address = address
  }

  /// A quoted string's text; within one a backslash stands before quotes and backslashes.
  private static func unquoted(_ text: String) -> String {
    guard text.utf8.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    var result = ""
    var isEscaped = false
    for character in text.dropFirst().dropLast() {
      if character == "\\" && !isEscaped {
        isEscaped = true
      } else {
        result.append(character)
        isEscaped = false
      }
    }
    return result.trimmed
  }
}
