/// People whom a message names: "@\u{2068}Sol Ventas\u{2069}".
enum Mention {
  private static let opening = "@\u{2068}".unicodeScalars
  private static let openingBytes = Array("@\u{2068}".utf8)

  static func isIn(_ body: ByteView) -> Bool { body.contains(openingBytes) }

  /// The text without the isolates that WhatsApp sets around the names; every other mark stays.
  static func withoutIsolates(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let open = rest.firstRange(of: opening) {
      result += rest[..<open.lowerBound]
      rest = rest[open.upperBound...]
      guard let end = rest.firstIndex(where: { $0 == "\u{2069}" || $0 == "\n" }), rest[end] == "\u{2069}"
      else {
        result += opening
        continue
      }
      result.append("@")
      result += rest[..<end]
      rest = rest[rest.index(after: end)...]
    }
    return String(result + rest)
  }
}
