/// The digits of a phone number in a text that holds nothing else.
struct DialledText {
  /// ASCII.
  var digits: [UInt8] = []
  /// Begins with "+", or is a WhatsApp address, which is always international.
  var isInternational = false

  /// Nil for text with anything else than digits, the signs people put between them, and an extension.
  init?(_ text: String) {
    var rest = text.trimmed[...]
    let hasLetters = rest.utf8.contains { $0 > 64 && $0 < 128 }
    if hasLetters { rest = strip(rest) }
    while let scalar = rest.unicodeScalars.first {
      if let digit = DialledText.digit(scalar) {
        digits.append(digit)
      } else if scalar == "+" || scalar == "\u{FF0B}" {
        if !digits.isEmpty || isInternational && !hasLetters { return nil }
        isInternational = true
      } else if !DialledText.isBetweenDigits(scalar) {
        if digits.isEmpty || !DialledText.isExtension(rest) { return nil }
        break
      }
      rest.unicodeScalars.removeFirst()
    }
    if digits.isEmpty { return nil }
  }

  private static let labels = ["tel:", "tel.", "cel:", "cel.", "whatsapp:", "sms:"]
  private static let links = ["wa.me/", "api.whatsapp.com/send?phone=", "api.whatsapp.com/send/?phone="]
  private static let hosts = ["@s.whatsapp.net", "@c.us"]

  /// Without what stands around the number in links and addresses, and without Brazil's "0xx" for any carrier.
  private mutating func strip(_ text: Substring) -> Substring {
    var rest = text.lowercased()[...]
    for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) { rest = rest.dropFirst(scheme.count) }
    if let link = DialledText.links.first(where: rest.hasPrefix) {
      isInternational = true
      return rest.dropFirst(link.count).prefix { $0 != "?" && $0 != "&" && $0 != "/" }
    }
    if let host = DialledText.hosts.first(where: rest.hasSuffix) {
      isInternational = true
      return rest.dropLast(host.count)
    }
    if let label = DialledText.labels.first(where: rest.hasPrefix) { rest = rest.dropFirst(label.count) }
    let opening = rest.prefix { $0 == "(" || $0 == " " }
    if rest.dropFirst(opening.count).hasPrefix("0xx") { return "0" + rest.dropFirst(opening.count + 3) }
    return rest
  }

  /// ASCII or full-width.
  private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x30...0x39: UInt8(scalar.value)
    case 0xFF10...0xFF19: UInt8(scalar.value - 0xFF10 + 0x30)
    default: nil
    }
  }

  private static func isBetweenDigits(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "-", "(", ")", ".", "/", "\u{A0}", "\u{2007}", "\u{202F}", "\u{2060}": true
    // Dashes, marks of direction, full-width signs.
    case "\u{2010}"..."\u{2015}", "\u{2212}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}",
      "\u{2066}"..."\u{2069}":
      true
    case "\u{FF08}", "\u{FF09}", "\u{FF0D}", "\u{FF0E}", "\u{3000}": true
    default: false
    }
  }

  private static let extensionWords = [
    ";ext=", "extension", "extensión", "extn", "ext", "interno", "int", "anexo", "ramal", "x", "#", ",",
  ]

  private static func isExtension(_ text: Substring) -> Bool {
    let lower = text.lowercased()
    guard let word = extensionWords.first(where: lower.hasPrefix) else { return lower.hasPrefix(";") }
    let number = lower.dropFirst(word.count).drop { ".: ".contains($0) }
    return (1...7).contains(number.count) && number.allSatisfy { $0.isASCII && $0.isNumber }
  }
}
