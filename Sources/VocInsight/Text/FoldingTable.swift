/// What each scalar becomes when text is folded: one code, a byte, for each scalar that counts.
///
/// Codes below 128 are ASCII itself, in lower case. Beyond there are only those of this table, at their places in
/// Latin-1, and two that stand for anything else; so that all later stages are table look-ups on single bytes.
enum FoldingTable {
  static let invertedExclamation: UInt8 = 0xA1
  static let invertedQuestion: UInt8 = 0xBF
  static let enye: UInt8 = 0xF1
  /// Any other scalar that is no letter: emoji, typographic signs.
  static let otherSign: UInt8 = 0xFE
  /// Any letter that has no Latin base: ß, Cyrillic, Arabic, Chinese…
  static let otherLetter: UInt8 = 0xFF

  /// Whether a code belongs to a word: letters, digits and the low line, as `\w` does.
  static let isWord: [Bool] = (0...255).map { (code: Int) -> Bool in
    switch UInt8(code) {
    case 0x30...0x39, 0x5F, 0x61...0x7A, enye, otherLetter: true
    default: false
    }
  }

  /// ASCII in lower case; white space is a space.
  static let ascii: [UInt8] = (0..<128).map { (byte: UInt8) -> UInt8 in
    switch byte {
    case 0x41...0x5A: byte + 32
    case 9...13: 0x20
    default: byte
    }
  }

  /// The letter that is left of a scalar above ASCII without its marks; nil where none is.
  static func letter(of scalar: UInt32) -> UInt8? {
    let letter: UInt8
    switch scalar {
    case 0xC0...0x17F: letter = latin[Int(scalar - 0xC0)]
    case 0x1E00...0x1EFF: letter = additional[Int(scalar - 0x1E00)]
    default: return nil
    }
    return letter == 0x2E ? nil : letter == 0x7E ? enye : letter
  }

  /// Whether a scalar leaves nothing behind: marks, variation selectors, skin tones, joiners, directions.
  static func isDropped(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x300...0x36F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0x20E3, 0xFE00...0xFE0F,
      0xFEFF, 0x1F3FB...0x1F3FF, 0xE0000...0xE01EF:
      true
    default: false
    }
  }

  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// What people and their keyboards write for an apostrophe.
  static func isApostrophe(_ scalar: UInt32) -> Bool {
    scalar == 0x2019 || scalar == 0x2018 || scalar == 0x2BC || scalar == 0xB4
  }

  static func isEmoji(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2300...0x23FF, 0x2600...0x27BF, 0x2B00...0x2BFF, 0x1F000...0x1FAFF: true
    default: false
    }
  }

  /// U+00C0 to U+017F: the base letter, `~` for ñ, `.` for none. Source: the Unicode Character Database's canonical
  /// decompositions, and o, l, d, h, t and i for the letters whose stroke or dot is no mark.
  private static let latin = Array(
    """
    aaaaaa.ceeeeiiii.~ooooo.ouuuuy..aaaaaa.ceeeeiiii.~ooooo.ouuuuy.y\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.lllllll\
    lllnnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz.
    """.utf8)

  /// U+1E00 to U+1EFF in the same way.
  private static let additional = Array(
    """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......
    """.utf8)
}
