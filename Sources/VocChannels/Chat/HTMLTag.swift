/// A tag or a comment, as far as plain text needs to know it.
struct HTMLTag {
  /// In lower case; "!" for comments and declarations.
  let name: String
  let isClosing: Bool
  /// Where a link leads: http and https only.
  private(set) var target: String?
  /// What stands for an image.
  private(set) var label: String?
  /// Behind its ">".
  let end: Int

  /// No tag is longer; what claims to be is text.
  private static let limit = 1 << 16

  /// Nil where the "<" at `start` opens no tag.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    var index = start + 1
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "!") {
      guard let end = Self.endOfDeclaration(bytes, from: start) else { return nil }
      self.end = end
      name = "!"
      isClosing = false
      return
    }
    isClosing = bytes[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    let first = index
    while index < bytes.count, index - first < 16, Self.isNameByte(bytes[index], isFirst: index == first) {
      index += 1
    }
    guard index > first, index < bytes.count, Self.endsName(bytes[index]) else { return nil }
    name = String(decoding: bytes[first..<index], as: UTF8.self).lowercased()
    let attributes = index
    var quote: UInt8?
    var inner = 0
    let last = min(bytes.count, start + Self.limit)
    while index < last {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
        if byte == UInt8(ascii: "<") { inner += 1 }
        if inner > 8 { return nil }
      } else if byte == UInt8(ascii: ">") {
        end = index + 1
        if name == "a" { target = Self.value("href", bytes[attributes..<index]).flatMap(Self.web) }
        if name == "img" { label = Self.value("alt", bytes[attributes..<index]) }
        return
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "<") {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// Behind the closing tag of an element whose content nobody sees; the end of the text where there is none.
  static func end(of name: String, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let close = Array("</\(name)".utf8)
    var index = start
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      let isHere =
        open + close.count <= bytes.count
        && close.indices.allSatisfy { bytes[open + $0] | 0x20 == close[$0] | 0x20 }
      if isHere, let end = bytes[open...].firstIndex(of: UInt8(ascii: ">")) { return end + 1 }
      index = open + 1
    }
    return bytes.count
  }

  private static func endOfDeclaration(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let isComment = bytes[start...].starts(with: Array("<!--".utf8))
    guard isComment else {
      // "<!DOCTYPE html>", "<![CDATA[", "<![endif]-->": never customers' words.
      guard start + 2 < bytes.count, bytes[start + 2] == UInt8(ascii: "[") || bytes[start + 2] > 64 else {
        return nil
      }
      return bytes[start...].prefix(limit).firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
    }
    var index = start + 4
    while index + 2 < bytes.count {
      if bytes[index] == UInt8(ascii: "-") && bytes[index + 1] == UInt8(ascii: "-")
        && bytes[index + 2] == UInt8(ascii: ">")
      {
        return index + 3
      }
      // A comment that never ends is none; looking for its end once more at each would take for ever.
      if bytes[index] == UInt8(ascii: "<") && bytes[index + 1] == UInt8(ascii: "!") { return nil }
      index += 1
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8, isFirst: Bool) -> Bool {
    let lower = byte | 0x20
    if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower) { return true }
    return !isFirst && ((48...57).contains(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-"))
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == 32 || (9...13).contains(byte)
  }

  private static func value(_ name: String, _ attributes: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    let text = String(decoding: attributes, as: UTF8.self)
    guard let start = text.lowercased().range(of: "\(name)=") else { return nil }
    let offset = text.lowercased().distance(from: text.startIndex, to: start.upperBound)
    let rest = text.dropFirst(offset)
    guard let quote = rest.first else { return nil }
    let content =
      quote == "\"" || quote == "'"
      ? rest.dropFirst().prefix { $0 != quote } : rest.prefix { !$0.isWhitespace }
    return content.isEmpty ? nil : HTMLEntity.decoded(String(content))
  }

  private static func web(_ target: String) -> String? {
    target.hasPrefix("http://") || target.hasPrefix("https://") ? target : nil
  }
}
