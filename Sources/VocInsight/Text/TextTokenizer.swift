/// Cuts folded text into words, numbers, runs of ! ? ¡ ¿, emoticons and emoji; addresses of the web and @names are
/// left out, as is all else.
struct TextTokenizer {
  let codes: UnsafeBufferPointer<UInt8>
  let origins: UnsafeBufferPointer<UInt32>
  let utf8: UnsafeBufferPointer<UInt8>

  private enum Class: UInt8 {
    case other
    case letter
    case digit
    case mark
    /// What an emoticon may begin with.
    case eyes
    case at
    case sign
  }

  private static let classes: [Class] = (0...255).map { (code: Int) -> Class in
    switch UInt8(code) {
    case 0x61...0x7A, FoldingTable.enye: .letter
    case 0x30...0x39: .digit
    case UInt8(ascii: "!"), UInt8(ascii: "?"), FoldingTable.invertedQuestion,
      FoldingTable.invertedExclamation:
      .mark
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "<"), UInt8(ascii: ">"): .eyes
    case UInt8(ascii: "@"): .at
    case FoldingTable.otherSign: .sign
    default: .other
    }
  }

  func tokens() -> [TextToken] {
    var tokens: [TextToken] = []
    tokens.reserveCapacity(codes.count / 4 + 2)
    Self.classes.withUnsafeBufferPointer { classes in
      var index = 0
      while index < codes.count {
        let start = index
        switch classes[Int(codes[index])] {
        case .other: index += 1
        case .letter:
          if codes[index] == 0x68 || codes[index] == 0x77, let end = endOfAddress(at: index) {
            index = end
            continue
          }
          index = end(of: .letter, from: index, classes)
          tokens.append(token(start..<index, .word))
        case .digit:
          index = end(of: .digit, from: index, classes)
          tokens.append(token(start..<index, .number))
        case .mark:
          index = end(of: .mark, from: index, classes)
          tokens.append(token(start..<index, .marks))
        case .eyes:
          index += max(1, lengthOfEmoticon(at: index))
          if index > start + 1 { tokens.append(token(start..<index, .emoticon)) }
        case .at:
          index += 1
          while index < codes.count, FoldingTable.isWord[Int(codes[index])] { index += 1 }
        case .sign:
          index += 1
          let (scalar, _) = UTF8Scalar.decode(utf8, at: Int(origins[start]))
          if FoldingTable.isEmoji(scalar) { tokens.append(token(start..<index, .emoji, scalar)) }
        }
      }
    }
    return tokens
  }

  private func token(_ range: Range<Int>, _ kind: TextToken.Kind, _ scalar: UInt32 = 0) -> TextToken {
    TextToken(
      start: UInt32(truncatingIfNeeded: range.lowerBound), end: UInt32(truncatingIfNeeded: range.upperBound),
      scalar: scalar, kind: kind)
  }

  @inline(__always)
  private func end(of wanted: Class, from start: Int, _ classes: UnsafeBufferPointer<Class>) -> Int {
    var end = start + 1
    while end < codes.count, classes[Int(codes[end])] == wanted { end += 1 }
    return end
  }

  private func stands(_ text: StaticString, at index: Int) -> Bool {
    guard index + text.utf8CodeUnitCount <= codes.count else { return false }
    return text.withUTF8Buffer { wanted in
      wanted.indices.allSatisfy { codes[index + $0] == wanted[$0] }
    }
  }

  /// The end of a web address that begins here, where white space follows it.
  private func endOfAddress(at index: Int) -> Int? {
    if index > 0, FoldingTable.isWord[Int(codes[index - 1])] { return nil }
    guard stands("http://", at: index) || stands("https://", at: index) || stands("www.", at: index) else {
      return nil
    }
    var end = index
    while end < codes.count, codes[end] != 0x20 { end += 1 }
    return end
  }

  /// The length of the emoticon that begins here, 0 of none: `:)` `;-)` `:'(` `>:(` `:/` `:D` `<3`, unless a letter
  /// or a digit goes on from there, as in `hora:8` or `nombre:daniel`.
  private func lengthOfEmoticon(at start: Int) -> Int {
    var end = start
    func code() -> UInt8 { end < codes.count ? codes[end] : 0 }
    if code() == UInt8(ascii: "<") {
      end += 1
      if code() != UInt8(ascii: "3") { return 0 }
    } else {
      if code() == UInt8(ascii: ">") { end += 1 }
      if code() != UInt8(ascii: ":") && code() != UInt8(ascii: ";") { return 0 }
      end += 1
      if code() == UInt8(ascii: "-") || code() == UInt8(ascii: "'") { end += 1 }
      switch code() {
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "/"), UInt8(ascii: "d"): break
      default: return 0
      }
    }
    end += 1
    let goesOn = FoldingTable.isWord[Int(code())] || (codes[end - 1] == 0x2F && code() == 0x2F)
    return goesOn ? 0 : end - start
  }
}
