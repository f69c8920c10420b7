/// Hides what would tell who somebody is in words that are shown to others: e-mail addresses, links, and numbers of five
/// digits or more.
enum Masking {
  static let mark = "•••"

  static func masked(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false) { $0.isWhitespace }.map(word).joined(separator: " ")
      .replacingRuns()
  }

  /// "Sebastián A." of "Sebastián Aguirre Ibáñez": enough for whoever knows the customer, by whose number all is found.
  static func shortName(_ name: String) -> String {
    let words = masked(Escaping.line(name)).split(separator: " ")
    guard words.count > 1, let initial = words[1].first else { return words.first.map(String.init) ?? "" }
    return "\(words[0]) \(initial)."
  }

  private static func word(_ word: Substring) -> String {
    let folded = word.lowercased()
    return ["@", "http:", "https:", "www."].contains(where: folded.contains) ? mark : String(word)
  }
}

extension String {
  /// Digits in a row, with what people write between the digits of a telephone number.
  fileprivate func replacingRuns() -> String {
    var result = ""
    var run = ""
    var digits = 0
    func flush(_ result: inout String) {
      if digits >= 5 {
        let end = run.reversed().prefix { !$0.isNumber }
        result += Masking.mark + String(end.reversed())
      } else {
        result += run
      }
      run = ""
      digits = 0
    }
    for character in self {
      if character.isNumber {
        run.append(character)
        digits += 1
      } else if digits > 0 && (character.isWhitespace || "-‐‑–.()+/".contains(character)) {
        run.append(character)
      } else {
        flush(&result)
        result.append(character)
      }
    }
    flush(&result)
    return result
  }
}
