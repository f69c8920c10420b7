/// What one cell of a score column says, before anybody knows the column's scale.
enum AnswerReading: Equatable, Sendable {
  case blank
  /// "9", "9/10", "1 - Muy difícil": the label where it is one of a scale's.
  case number(Int, outOf: Int? = nil, label: AnswerLabel? = nil)
  case label(AnswerLabel)
  /// "⭐⭐⭐⭐", "★★★★☆".
  case stars(Int, outOf: Int?)
  /// "Nada probable": an answer to how likely something is, without its number.
  case likelihood
  /// "Sí", "No", "Tal vez": an answer that is no score.
  case unscored
  case unreadable

  init(_ text: String) {
    let words = AnswerWords.of(text)
    if Self.isBlank(text, words) {
      self = .blank
    } else if let symbols = Self.symbols(text) {
      self = symbols
    } else if let ratio = Self.ratio(text, words) {
      self = ratio
    } else {
      switch SurveyCell.score(text.utf8Bytes.span) {
      case .blank: self = .blank
      case .number(let number):
        self = .number(number, label: AnswerLabel(Array(words.drop(while: Self.isNumber))))
      case .unreadable: self = Self.worded(text, words)
      }
    }
  }

  /// "Muy difícil", "Nada probable - 0", "Muy fácil (5)".
  private static func worded(_ text: String, _ words: [String]) -> AnswerReading {
    if let label = AnswerLabel(words) { return .label(label) }
    if unscoredAnswers.contains(words.joined(separator: " ")) { return .unscored }
    guard let last = words.last, words.count > 1, let number = Int(last), last.count <= 3,
      AnswerLabel(Array(words.dropLast())) != nil || isLikelihood(words),
      let before = text.unicodeScalars.reversed().drop(while: { !(48...57).contains($0.value) })
        .first(where: { !(48...57).contains($0.value) }),
      [" ", "(", ":", "=", "[", "\u{A0}"].contains(before),
      !text.unicodeScalars.contains(where: { $0 == "/" || $0 == "," || $0 == "." }),
      !text.hasSuffix("-" + last), !text.contains(" -" + last)
    else { return isLikelihood(words) ? .likelihood : .unreadable }
    return .number(number, label: AnswerLabel(Array(words.dropLast())))
  }

  /// "9/10", "9 de 10", "9 out of 10".
  private static func ratio(_ text: String, _ words: [String]) -> AnswerReading? {
    guard let first = words.first, let last = words.last, let number = Int(first), let whole = Int(last),
      first.count <= 3, last.count <= 3
    else { return nil }
    switch words.count {
    case 2:
      let between = text.utf8.filter { !(48...57).contains($0) && $0 != 32 }
      guard between == [UInt8(ascii: "/")] else { return nil }
    case 3: guard ["de", "sobre", "of"].contains(words[1]) else { return nil }
    case 4: guard words[1] == "out" && words[2] == "of" else { return nil }
    default: return nil
    }
    return .number(number, outOf: whole)
  }

  /// Stars or one face, and nothing else.
  private static func symbols(_ text: String) -> AnswerReading? {
    var full = 0
    var hollow = 0
    var face: AnswerLabel?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⭐", "★", "🌟": full += 1
      case "☆": hollow += 1
      case "\u{FE0F}", "\u{FE0E}", " ", "\u{A0}": continue
      default:
        guard face == nil, let found = AnswerLabel(face: scalar) else { return nil }
        face = found
      }
    }
    if let face { return full + hollow == 0 ? .label(face) : nil }
    return full + hollow == 0 ? nil : .stars(full, outOf: hollow == 0 ? nil : full + hollow)
  }

  private static func isBlank(_ text: String, _ words: [String]) -> Bool {
    if words.isEmpty {
      return text.unicodeScalars.allSatisfy {
        $0.properties.isWhitespace || $0 == "-" || $0 == "–" || $0 == "—"
      }
    }
    return words.count <= 6 && blankAnswers.contains(words.joined(separator: " "))
  }

  private static func isLikelihood(_ words: [String]) -> Bool {
    words.count <= 5
      && words.contains { ["probable", "provavel", "likely", "improbable", "unlikely"].contains($0) }
  }

  private static func isNumber(_ word: String) -> Bool { word.utf8.allSatisfy { (48...57).contains($0) } }

  /// "NA" is R's missing value, "#N/A" a spreadsheet's.
  private static let blankAnswers: Set<String> = [
    "na", "n a", "nan", "n d", "nd", "null", "none", "sin respuesta", "sin dato", "sin datos", "no aplica",
    "no responde", "no contesta", "no sabe", "no sabe no responde", "no sabe no contesta", "ns nc", "ns nr",
    "nao se aplica", "sem resposta", "nao sei", "prefiero no responder", "prefiro nao responder", "no answer",
    "not applicable", "prefer not to say", "no opina", "sin opinion", "no se", "no lo se", "dont know",
    "don t know", "i don t know",
  ]

  private static let unscoredAnswers: Set<String> = [
    "si", "no", "tal vez", "quizas", "quiza", "a veces", "sim", "nao", "talvez", "yes", "maybe",
    "true", "false", "verdadero", "falso", "verdadeiro",
  ]
}

extension String {
  var utf8Bytes: [UInt8] { Array(utf8) }
}
