/// Plain text of the HTML that Zendesk keeps of a comment (`html_body`).
///
/// Source: WHATWG HTML, "Named character references", for the ones that editors write.
enum ZendeskHTML {
  static func text(_ html: String) -> String {
    var text = ""
    var rest = html[...]
    while let open = rest.firstIndex(of: "<") {
      append(rest[..<open], to: &text)
      guard let close = rest[open...].firstIndex(of: ">") else {
        rest = rest[open...]
        break
      }
      let tag = rest[rest.index(after: open)..<close]
      rest = rest[rest.index(after: close)...]
      breakLine(at: tag, in: &text)
    }
    append(rest, to: &text)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
    }
    return trimmedLines(lines).joined(separator: "\n")
  }

  /// Ends the line before a block and at `<br>`; begins an item of a list with a dash.
  private static func breakLine(at tag: Substring, in text: inout String) {
    let name = tag.prefix { $0 != " " && $0 != "\n" && $0 != ">" }.lowercased()
    switch name {
    case "br", "br/": text += "\n"
    case "li":
      if !text.isEmpty && text.last != "\n" { text += "\n" }
      text += "- "
    case "p", "/p", "div", "/div", "/li", "/ul", "/ol", "tr", "/tr", "h1", "h2", "h3", "h4", "/h1", "/h2",
      "/h3", "/h4", "blockquote", "/blockquote", "pre", "/pre":
      if !text.isEmpty && text.last != "\n" { text += "\n" }
    case "td", "th": text += " "
    default: break
    }
  }

  /// Line breaks of the source are spaces there.
  private static func append(_ piece: Substring, to text: inout String) {
    var rest = piece[...]
    while let ampersand = rest.firstIndex(of: "&") {
      text += rest[..<ampersand].map { $0.isNewline ? " " : String($0) }.joined()
      rest = rest[ampersand...]
      if let semicolon = rest.prefix(10).firstIndex(of: ";"),
        let character = entity(rest[rest.index(after: ampersand)..<semicolon])
      {
        text += character
        rest = rest[rest.index(after: semicolon)...]
      } else {
        text += "&"
        rest = rest.dropFirst()
      }
    }
    text += rest.map { $0.isNewline ? " " : String($0) }.joined()
  }

  private static func entity(_ name: Substring) -> String? {
    if name.first == "#" {
      let digits = name.dropFirst()
      let isHex = digits.first == "x" || digits.first == "X"
      let code = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return code.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
    return named[String(name)]
  }

  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—",
    "hellip": "…", "laquo": "«", "raquo": "»", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
    "iexcl": "¡", "iquest": "¿", "aacute": "á", "eacute": "é", "iacute": "í", "oacute": "ó", "uacute": "ú",
    "ntilde": "ñ", "uuml": "ü", "Aacute": "Á", "Eacute": "É", "Iacute": "Í", "Oacute": "Ó", "Uacute": "Ú",
    "Ntilde": "Ñ", "Uuml": "Ü", "atilde": "ã", "otilde": "õ", "ccedil": "ç", "acirc": "â", "ecirc": "ê",
    "ocirc": "ô", "agrave": "à", "euro": "€", "ordm": "º", "ordf": "ª", "deg": "°", "bull": "•",
  ]

  private static func trimmedLines(_ lines: [String]) -> [String] {
    var lines = lines[...]
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return Array(lines)
  }
}
