/// Character references of HTML: "&aacute;", "&#225;", "&#xE1;".
///
/// Source: WHATWG HTML, 13.5: the names of Latin-1 and of the punctuation that mail programs write. A reference
/// without its semicolon, or of another name, is text.
enum HTMLEntity {
  /// The characters of the reference that begins at `start`, and where it ends. No-break spaces are spaces.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (characters: String, end: Int)? {
    guard let end = bytes[start...].prefix(12).firstIndex(of: UInt8(ascii: ";")), end > start + 1 else {
      return nil
    }
    let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
    let characters = name.hasPrefix("#") ? numbered(name.dropFirst()) : named[name]
    return characters.map { ($0 == "\u{A0}" ? " " : $0, end + 1) }
  }

  /// A text with its references resolved, such as an attribute's value.
  static func decoded(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var text = text
    return text.withUTF8 { bytes in
      var out: [UInt8] = []
      var index = 0
      while index < bytes.count {
        if bytes[index] == UInt8(ascii: "&"), let (characters, end) = read(bytes, at: index) {
          out += Array(characters.utf8)
          index = end
        } else {
          out.append(bytes[index])
          index += 1
        }
      }
      return String(decoding: out, as: UTF8.self)
    }
  }

  private static func numbered(_ number: Substring) -> String? {
    let isHex = number.first == "x" || number.first == "X"
    let code = isHex ? UInt32(number.dropFirst(), radix: 16) : UInt32(number)
    guard let code, code >= 32 || code == 10 || code == 9 else { return nil }
    return Unicode.Scalar(code).map { String(Character($0)) }
  }

  private static let named: [String: String] = {
    var table: [String: String] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ensp": " ", "emsp": " ",
      "thinsp": " ", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“",
      "rdquo": "”", "bdquo": "„", "bull": "•", "hellip": "…", "euro": "€", "trade": "™", "lsaquo": "‹",
      "rsaquo": "›", "larr": "←", "rarr": "→", "hearts": "♥", "zwnj": "", "zwj": "", "shy": "",
      "OElig": "Œ", "oelig": "œ", "minus": "−",
    ]
    for (offset, name) in latin1.split(separator: " ").enumerated() {
      guard let scalar = Unicode.Scalar(UInt32(0xA1 + offset)), table[String(name)] == nil else { continue }
      table[String(name)] = String(Character(scalar))
    }
    return table
  }()

  /// U+00A1 to U+00FF in order.
  private static let latin1 = """
    iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute \
    micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring \
    AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml \
    times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil \
    egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash \
    ugrave uacute ucirc uuml yacute thorn yuml
    """
}
