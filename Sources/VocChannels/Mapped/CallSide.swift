/// One side of a call as a table writes it: "Ext.100", "Hugo Paz (202)", "+52 55 5555 0101", "anonymous".
struct CallSide {
  /// Only where a number stands in parentheses behind it.
  let name: String?
  /// All of the text where no name stands before it.
  let number: String

  init(_ text: String) {
    if text.hasSuffix(")"), let open = text.lastIndex(of: "(") {
      let name = String(text[..<open]).trimmed
      let number = String(text[text.index(after: open)...].dropLast()).trimmed
      if name.contains(where: \.isLetter), Self.isNumber(number) || Self.isExtension(number) {
        self.name = name
        self.number = number
        return
      }
    }
    name = nil
    number = text
  }

  var isExtension: Bool { Self.isExtension(number) }
  var isNumber: Bool { Self.isNumber(number) }

  /// Nil for a number alone, and for a caller who shows none.
  var personName: String? { name ?? (isNumber || isWithheld ? nil : number) }

  /// Two to six digits, or 3CX's "Ext.100".
  private static func isExtension(_ text: String) -> Bool {
    let lowered = text.lowercased()
    let digits =
      lowered.hasPrefix("ext") ? lowered.dropFirst(3).drop { $0 == "." || $0 == " " } : lowered[...]
    return (2...6).contains(digits.utf8.count) && digits.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// Only digits and the signs between them.
  private static func isNumber(_ text: String) -> Bool {
    text.utf8.contains { (48...57).contains($0) }
      && text.utf8.allSatisfy { (48...57).contains($0) || " +-().".utf8.contains($0) }
  }

  private var isWithheld: Bool {
    [
      "anonymous", "anonimo", "unknown", "restricted", "privado", "oculto", "desconocido", "private",
      "unavailable",
    ].contains(HeaderKey.fold(number))
  }
}
