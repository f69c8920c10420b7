import VocDomain

/// A word such as "inglés=4", or "inglés=none" where there may be no number.
enum NamedNumber {
  /// `none`: the words that stand for no number; nil where there must be one.
  static func read(
    _ word: String, in range: ClosedRange<Int>, none: [String]?
  ) throws -> (name: String, number: Int?) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0].trimmed
    let text = parts.count == 2 ? parts[1].trimmed : ""
    if !name.isEmpty, let none, none.contains(Folding.folded(text)) { return (name, nil) }
    if !name.isEmpty, let number = Int(text), range.contains(number) { return (name, number) }
    throw UsageError(
      Phrase(es: "«{word}» no se entiende", en: "“{word}” makes no sense"),
      none == nil
        ? Phrase(
          es: "Se escribe NOMBRE=NÚMERO, con un número de {low} a {high}",
          en: "Write NAME=NUMBER, with a number from {low} to {high}")
        : Phrase(
          es: "Se escribe NOMBRE=NÚMERO, con un número de {low} a {high}, o NOMBRE={none}",
          en: "Write NAME=NUMBER, with a number from {low} to {high}, or NAME={none}"
        ).filling(
          "none", Phrase(both: none?.first ?? "")),
      ["word": word, "low": "\(range.lowerBound)", "high": "\(range.upperBound)"])
  }
}

extension Substring {
  fileprivate var trimmed: String { String(self).trimmed }
}
