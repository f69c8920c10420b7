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
  public var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
