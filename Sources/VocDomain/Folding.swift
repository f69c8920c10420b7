import Foundation

/// Text reduced to what people mean by "the same name": no case, no accents, single spaces.
public enum Folding {
  public static func folded(_ text: String) -> String {
    if let folded = foldedPlain(text) { return folded }
    let plain = text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The same for what Spanish is mostly written in, many times faster than Foundation; nil for any other text.
  private static func foldedPlain(_ text: String) -> String? {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    var isAfterSpace = false
    var bytes = text.utf8.makeIterator()
    while let byte = bytes.next() {
      if (9...13).contains(byte) || byte == 32 {
        isAfterSpace = true
        continue
      }
      if isAfterSpace && !folded.isEmpty { folded.append(32) }
      isAfterSpace = false
      switch byte {
      case 0x41...0x5A: folded.append(byte + 32)
      case ..<0x80: folded.append(byte)
      case 0xC2:
        // ¡ and ¿
        guard let next = bytes.next(), next == 0xA1 || next == 0xBF else { return nil }
        folded += [byte, next]
      case 0xC3:
        guard let next = bytes.next(), next >= 0x80, let letter = letters[Int(next - 0x80)] else {
          return nil
        }
        folded.append(letter)
      case 0xE2:
        // – — ‘ ’ “ ” …
        guard bytes.next() == 0x80, let last = bytes.next() else { return nil }
        switch last {
        case 0x93, 0x94, 0x98, 0x99, 0x9C, 0x9D, 0xA6: folded += [byte, 0x80, last]
        default: return nil
        }
      default: return nil
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }

  /// What is left of À to ÿ, from U+00C0 on; nil for what is no letter with a mark.
  private static let letters: [UInt8?] = Array(
    "aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.y".utf8
  )
  .map { $0 == 46 ? nil : $0 }
}

extension String {
  /// Without white space at either end.
  public var trimmed: String {
    // Mostly there is none: then the text stays as it is, without Foundation's copy.
    let visible: ClosedRange<UInt8> = 0x21...0x7E
    if let first = utf8.first, let last = utf8.last, visible.contains(first), visible.contains(last) {
      return self
    }
    return trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
