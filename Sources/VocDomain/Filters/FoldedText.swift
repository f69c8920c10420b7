/// A text as somebody wrote it, with what of it counts when texts are compared.
public struct FoldedText: Equatable, Sendable {
  public let text: String
  /// Without case, accents and superfluous spaces; never empty.
  public let folded: String

  /// Nil for a text of which nothing counts.
  public init?(_ text: String) {
    let folded = Folding.folded(text)
    if folded.isEmpty { return nil }
    self.text = text
    self.folded = folded
  }
}
