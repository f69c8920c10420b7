import VocDomain

/// Turns the HTML of a message into what its reader saw, as plain text.
///
/// Blocks and `<br>` become line breaks, `<li>` a dash, white space collapses as in a browser; a link keeps its
/// target where the text does not show it. Something in angle brackets that is no tag ("<ana@example.com>", "<3")
/// stays. Text without a single tag keeps its line breaks: it was never HTML. Linear in time, no recursion.
enum HTMLText {
  static func plain(_ html: String) -> String {
    var html = html
    return html.withUTF8 { buffer in
      if !buffer.contains(where: { $0 == less || $0 == ampersand || $0 == 13 }) {
        return String(decoding: buffer, as: UTF8.self).trimmed
      }
      var reader = HTMLReader(bytes: buffer)
      reader.read()
      return reader.text
    }
  }

  fileprivate static let less = UInt8(ascii: "<")
  fileprivate static let ampersand = UInt8(ascii: "&")
}

private struct HTMLReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var out: [UInt8] = []
  /// White space was read that counts only if text follows on the same line.
  private var hasSpace = false
  private var preformatted = 0
  /// No tag at all: line breaks are the author's.
  private let isPlain: Bool
  private var link: (target: String, start: Int)?

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var probe = 0
    var hasTag = false
    while !hasTag, let open = bytes[probe...].firstIndex(of: HTMLText.less) {
      hasTag = HTMLTag(bytes, at: open) != nil
      probe = open + 1
    }
    isPlain = !hasTag
    out.reserveCapacity(bytes.count)
  }

  var text: String { String(decoding: out, as: UTF8.self).trimmed }

  mutating func read() {
    while index < bytes.count {
      switch bytes[index] {
      case HTMLText.less: readAngle()
      case HTMLText.ampersand: readEntity()
      case let byte where byte == 32 || (9...13).contains(byte): readSpace(byte)
      case let byte:
        append(byte)
        index += 1
      }
    }
    endLink()
  }

  private mutating func append(_ byte: UInt8) {
    if hasSpace && !out.isEmpty && out.last != 10 { out.append(32) }
    hasSpace = false
    out.append(byte)
  }

  private mutating func readSpace(_ byte: UInt8) {
    index += 1
    guard isPlain || preformatted > 0 else {
      hasSpace = true
      return
    }
    if byte == 13 {
      if index < bytes.count && bytes[index] == 10 { return }
      out.append(10)
    } else {
      out.append(byte)
    }
  }

  private mutating func readEntity() {
    guard let (characters, end) = HTMLEntity.read(bytes, at: index) else {
      append(bytes[index])
      index += 1
      return
    }
    index = end
    if characters == " " { return hasSpaceInside() }
    for byte in characters.utf8 { append(byte) }
  }

  /// A no-break space: shown even where others collapse.
  private mutating func hasSpaceInside() {
    if isPlain || preformatted > 0 { out.append(32) } else { hasSpace = true }
  }

  private mutating func readAngle() {
    guard let tag = HTMLTag(bytes, at: index) else {
      append(bytes[index])
      index += 1
      return
    }
    index = tag.end
    switch tag.name {
    case "br": breakLine()
    case "script", "style", "head", "title", "template":
      if !tag.isClosing { index = HTMLTag.end(of: tag.name, bytes, from: index) }
    case "pre":
      beginLine()
      preformatted = tag.isClosing ? max(0, preformatted - 1) : preformatted + 1
    case "li":
      beginLine()
      if !tag.isClosing { out += Array("- ".utf8) }
    case "td", "th": hasSpace = true
    case "a":
      endLink()
      if !tag.isClosing, let target = tag.target { link = (target, out.count) }
    case "img":
      if let label = tag.label { for byte in label.utf8 { append(byte) } }
    default:
      if Self.blocks.contains(tag.name) { beginLine() }
    }
  }

  /// At most one empty line on end.
  private mutating func breakLine() {
    hasSpace = false
    if out.count >= 2 && out[out.count - 1] == 10 && out[out.count - 2] == 10 { return }
    if !out.isEmpty { out.append(10) }
  }

  private mutating func beginLine() {
    hasSpace = false
    if let last = out.last, last != 10 { out.append(10) }
  }

  private mutating func endLink() {
    guard let (target, start) = link else { return }
    link = nil
    let shown = String(decoding: out[min(start, out.count)...], as: UTF8.self).trimmed
    let bare = target.split(separator: "://", maxSplits: 1).last.map(String.init) ?? target
    let core = bare.hasSuffix("/") ? String(bare.dropLast()) : bare
    if shown.isEmpty || !shown.contains(core) {
      hasSpace = !shown.isEmpty
      for byte in (shown.isEmpty ? target : "(\(target))").utf8 { append(byte) }
    }
  }

  private static let blocks: Set<String> = [
    "p", "div", "ul", "ol", "tr", "table", "blockquote", "section", "article", "header", "footer", "h1", "h2",
    "h3", "h4", "h5", "h6", "hr", "dl", "dt", "dd", "figure", "body", "html",
  ]
}
