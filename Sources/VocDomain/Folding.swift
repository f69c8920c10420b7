import Foundation

/// Text reduced to what people mean by "the same name": no case, no accents, single spaces.
public enum Folding {
  public static func folded(_ text: String) -> String {
    let plain = text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
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
