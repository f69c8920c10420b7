/// Folds text and cuts it into tokens, in one pass over its UTF-8 each.
///
/// Marks are taken off as canonical decomposition would, except that ñ stays, also when written as n and U+0303.
public enum TextNormalizer {
  /// A text folded and cut; nothing is refused.
  public static func normalize(_ text: String) -> NormalizedText {
    var text = text
    let parts = text.withUTF8(Self.parts)
    return NormalizedText(
      source: text, codes: parts.codes, origins: parts.origins, tokens: parts.tokens, traits: parts.traits)
  }

  private static func parts(
    _ utf8: UnsafeBufferPointer<UInt8>
  ) -> (codes: [UInt8], origins: [UInt32], tokens: [TextToken], traits: LetterTraits) {
    var folder = Folder(utf8: utf8)
    let count = utf8.count
    var origins: [UInt32] = []
    let codes = [UInt8](unsafeUninitializedCapacity: count) { codes, codeCount in
      origins = [UInt32](unsafeUninitializedCapacity: count + 1) { origins, originCount in
        codeCount = folder.fold(into: codes, origins: origins)
        origins[codeCount] = UInt32(truncatingIfNeeded: count)
        originCount = codeCount + 1
      }
    }
    let tokens = codes.withUnsafeBufferPointer { codes in
      origins.withUnsafeBufferPointer { TextTokenizer(codes: codes, origins: $0, utf8: utf8).tokens() }
    }
    return (codes, origins, tokens, folder.traits)
  }
}

/// The pass that makes codes of UTF-8.
private struct Folder {
  let utf8: UnsafeBufferPointer<UInt8>
  var traits: LetterTraits = []
  private var count = 0

  init(utf8: UnsafeBufferPointer<UInt8>) { self.utf8 = utf8 }

  /// Both buffers have room for as many as there are bytes; returns how many codes there are.
  mutating func fold(
    into codes: UnsafeMutableBufferPointer<UInt8>, origins: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    FoldingTable.ascii.withUnsafeBufferPointer { ascii in
      var index = 0
      while index < utf8.count {
        let byte = utf8[index]
        if byte < 0x80 {
          append(ascii[Int(byte)], at: index, codes, origins)
          index += 1
        } else {
          let (scalar, length) = UTF8Scalar.decode(utf8, at: index)
          fold(scalar, at: index, codes, origins)
          index += length
        }
      }
    }
    return count
  }

  @inline(__always)
  private mutating func append(
    _ code: UInt8, at index: Int, _ codes: UnsafeMutableBufferPointer<UInt8>,
    _ origins: UnsafeMutableBufferPointer<UInt32>
  ) {
    if code == 0x20 && count > 0 && codes[count - 1] == 0x20 { return }
    codes[count] = code
    origins[count] = UInt32(truncatingIfNeeded: index)
    count += 1
  }

  private mutating func fold(
    _ scalar: UInt32, at index: Int, _ codes: UnsafeMutableBufferPointer<UInt8>,
    _ origins: UnsafeMutableBufferPointer<UInt32>
  ) {
    if let letter = FoldingTable.letter(of: scalar) {
      note(scalar)
      return append(letter, at: index, codes, origins)
    }
    if FoldingTable.isDropped(scalar) { return mark(scalar, codes) }
    if FoldingTable.isSpace(scalar) { return append(0x20, at: index, codes, origins) }
    if FoldingTable.isApostrophe(scalar) { return append(UInt8(ascii: "'"), at: index, codes, origins) }
    if scalar == 0xA1 || scalar == 0xBF {
      traits.insert(.invertedMark)
      return append(UInt8(scalar), at: index, codes, origins)
    }
    let isLetter =
      !FoldingTable.isEmoji(scalar) && Unicode.Scalar(scalar).map(\.properties.isAlphabetic) ?? false
    append(isLetter ? FoldingTable.otherLetter : FoldingTable.otherSign, at: index, codes, origins)
  }

  /// A combining mark after its letter.
  private mutating func mark(_ scalar: UInt32, _ codes: UnsafeMutableBufferPointer<UInt8>) {
    guard count > 0 else { return }
    switch (scalar, codes[count - 1]) {
    case (0x303, 0x6E):
      codes[count - 1] = FoldingTable.enye
      traits.insert(.enye)
    case (0x303, 0x61), (0x303, 0x6F): traits.insert(.tildeVowel)
    case (0x327, 0x63): traits.insert(.cedilla)
    case (0x302, 0x61), (0x302, 0x65), (0x302, 0x6F), (0x300, 0x61): traits.insert(.portugueseVowel)
    default: break
    }
  }

  private mutating func note(_ scalar: UInt32) {
    switch scalar {
    case 0xD1, 0xF1: traits.insert(.enye)
    case 0xC3, 0xD5, 0xE3, 0xF5: traits.insert(.tildeVowel)
    case 0xC7, 0xE7: traits.insert(.cedilla)
    case 0xC0, 0xC2, 0xCA, 0xD4, 0xE0, 0xE2, 0xEA, 0xF4: traits.insert(.portugueseVowel)
    default: break
    }
  }
}

/// The scalar at a place of UTF-8 that a String holds, which is always well-formed.
enum UTF8Scalar {
  static func decode(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
    func tail(_ offset: Int) -> UInt32 {
      index + offset < utf8.count ? UInt32(utf8[index + offset] & 0x3F) : 0
    }
    let lead = UInt32(utf8[index])
    if lead < 0x80 { return (lead, 1) }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | tail(1), 2) }
    if lead < 0xF0 { return ((lead & 0xF) << 12 | tail(1) << 6 | tail(2), 3) }
    return ((lead & 7) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
  }
}
