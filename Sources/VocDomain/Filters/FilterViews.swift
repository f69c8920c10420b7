/// What `@name` stands for in a filter.
public enum FilterViews: Sendable {
  /// Nothing: it is a word to look for, like any other.
  case plainText
  /// It may not stand there.
  case refused
  case saved([SavedView])
}

/// A filter that somebody has saved under a name.
public struct SavedView: Equatable, Sendable {
  public var name: String
  /// In the filter language.
  public var text: String
  /// Who saved it last, and when.
  public var actor: String
  public var at: Instant

  public init(name: String, text: String, actor: String, at: Instant) {
    self.name = name
    self.text = text
    self.actor = actor
    self.at = at
  }

  /// A name without the @ that it may be written with; nil for what `@name` could not stand for: it is one word
  /// of letters, digits, - and _, and `@me` is whoever asks.
  public static func name(_ text: String) -> String? {
    let name = text.hasPrefix("@") ? String(text.dropFirst()) : text
    let isWord = name.unicodeScalars.allSatisfy { scalar in
      scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
    let folded = Folding.folded(name)
    return isWord && !folded.isEmpty && !["me", "yo"].contains(folded) ? name : nil
  }
}
