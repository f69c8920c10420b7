/// A text folded for comparison and cut into tokens, with the way back to where each part stood.
///
/// Folded is lower case without marks, but ñ stays a letter of its own; white space of any length is one space.
public struct NormalizedText: Sendable {
  /// The text as it was written.
  public let source: String
  /// One code a scalar that counts: see `FoldingTable`.
  let codes: [UInt8]
  /// Where in the source's UTF-8 each code's scalar begins, and at last the length of it all.
  let origins: [UInt32]
  let tokens: [TextToken]
  /// What folding took away and would have told the language.
  let traits: LetterTraits

  /// The folded text.
  public var folded: String { folded(0..<codes.count) }

  /// A token as text, letters and signs that stand more than twice in a row written twice.
  func text(of token: TextToken) -> String {
    if token.kind == .emoji { return Unicode.Scalar(token.scalar).map { String(Character($0)) } ?? "" }
    var text = String.UnicodeScalarView()
    forEachCode(of: token) { text.append(Unicode.Scalar($0)) }
    return String(text)
  }

  /// A token's codes, squeezed: the third of a row and all after it are left out, but in numbers.
  @inline(__always)
  func forEachCode(of token: TextToken, _ body: (UInt8) -> Void) {
    let keepsRows = token.kind == .number
    for index in token.range {
      let code = codes[index]
      if !keepsRows && index >= token.range.lowerBound + 2 && code == codes[index - 1]
        && code == codes[index - 2]
      {
        continue
      }
      body(code)
    }
  }

  func folded(_ range: Range<Int>) -> String {
    var folded = String.UnicodeScalarView()
    for index in range {
      let code = codes[index]
      guard code >= FoldingTable.otherSign else {
        folded.append(Unicode.Scalar(code))
        continue
      }
      let start = source.utf8.index(source.startIndex, offsetBy: Int(origins[index]))
      let scalar = source.unicodeScalars[start]
      folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
    return String(folded)
  }

  /// The part of the source's UTF-8 that some codes came from; always whole scalars.
  func sourceRange(_ range: Range<Int>) -> Range<Int> {
    Int(origins[range.lowerBound])..<Int(origins[range.upperBound])
  }
}

/// A word, number, sign or emoji of a text.
struct TextToken: Equatable, Sendable {
  enum Kind: UInt8 {
    case word
    case number
    /// A run of ! ? ¡ ¿.
    case marks
    case emoticon
    case emoji
  }

  let start: UInt32
  let end: UInt32
  /// The emoji; 0 of anything else.
  let scalar: UInt32
  let kind: Kind

  /// The place among the codes.
  var range: Range<Int> { Int(start)..<Int(end) }
}

/// Letters and signs that occur in a text, unfolded.
struct LetterTraits: OptionSet, Sendable {
  let rawValue: UInt8

  static let enye = Self(rawValue: 1)
  /// ¿ or ¡.
  static let invertedMark = Self(rawValue: 2)
  /// ã or õ.
  static let tildeVowel = Self(rawValue: 4)
  static let cedilla = Self(rawValue: 8)
  /// â, ê, ô or à, which Portuguese has and Spanish has not.
  static let portugueseVowel = Self(rawValue: 16)
}

extension String {
  /// The part at some UTF-8 offsets, as results of text analysis tell them; nil where they are none of this text.
  public func part(atUTF8 range: Range<Int>) -> Substring? {
    guard range.lowerBound >= 0, range.upperBound <= utf8.count else { return nil }
    let start = utf8.index(startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(startIndex, offsetBy: range.upperBound)
    return self[start..<end]
  }
}
