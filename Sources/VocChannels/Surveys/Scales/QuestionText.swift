import VocDomain

/// What a question's own words say about its survey and scale.
struct QuestionText: Sendable {
  /// "del 1 al 10", "(0-10)".
  var range: ClosedRange<Int>?
  /// "1 = Muy satisfecho", "¿Cuánto esfuerzo…?": less is better.
  var isReversed = false

  init(_ text: String) {
    let words = AnswerWords.of(text)
    for (index, word) in words.enumerated() {
      guard let low = Int(word), low <= 1 else { continue }
      let rest = words[(index + 1)...].drop { Self.between.contains($0) }
      if range == nil, let first = rest.first, let high = Int(first), (5...100).contains(high) {
        range = low...high
      }
      let phrase = words[(index + 1)...].drop { Self.equals.contains($0) }.prefix { Int($0) == nil }
      // "1 = Muy satisfecho, 5 = …": as many of the words as make a label.
      if (1...4).contains(where: { AnswerLabel(Array(phrase.prefix($0)))?.side == 1 }) {
        isReversed = !(1...4).contains { AnswerLabel(Array(phrase.prefix($0)))?.side == -1 }
      }
    }
    let key = words.joined(separator: " ")
    if ["cuanto esfuerzo", "how much effort", "quanto esforco"].contains(where: key.contains) {
      isReversed = true
    }
  }

  /// Whether the range that the question names is not the survey's.
  func isOver(_ kind: SurveyKind) -> Bool {
    guard let range else { return false }
    return range != kind.scale && !(kind == .ces && range == 1...5)
  }

  private static let between: Set<String> = ["a", "al", "ao", "to", "hasta", "ate", "y", "e", "and"]
  private static let equals: Set<String> = [
    "es", "significa", "is", "means", "being", "siendo", "sendo", "e",
  ]

  /// The survey that a question asks, by its code ("Q1_NPS") or its words; nil for any other question.
  static func kind(code: String, text: String) -> SurveyKind? {
    let codeKey = code.lowercased()
    if codeKey.hasSuffix("_nps_group") { return nil }
    let codeWords = Set(AnswerWords.of(code))
    let coded = SurveyKind.allCases.filter { codeWords.contains($0.rawValue) }
    if coded.count == 1, let kind = coded.first { return kind }
    let key = HeaderKey.fold(text)
    if isComment(key) { return nil }
    if let kind = SurveyKind(named: text) {
      let isAdvice = ["recomendacion", "recomendaco", "recommendation"].contains(where: key.contains)
      return kind == .nps && isAdvice && !isLikelihood(key) ? nil : kind
    }
    return ["quetanfacil", "quaofacil", "howeasy", "facilidad", "facilidade", "easytohandle", "madeiteasy"]
      .contains(where: key.contains) ? .ces : nil
  }

  /// Whether a folded question asks for words.
  static func isComment(_ key: String) -> Bool {
    let openings = [
      "porque", "why", "motivo", "razon", "razao", "comentari", "comment", "observac", "sugerenc", "sugest",
      "cuentenos", "cuentanos", "contenos", "contanos", "diganos", "tellus", "quepodriamosmejorar",
      "quepodemosmejorar", "comopodemosmejorar", "oquepodemosmelhorar", "whatcouldweimprove", "feedback",
      "explic",
      "algunaotra", "algomas",
    ]
    let isWhy = [
      "motivodesu", "razondesu", "motivodetu", "reasonforyour", "otroespecifique", "otherpleasespecify",
    ]
    return openings.contains(where: key.hasPrefix) || isWhy.contains(where: key.contains)
  }

  private static func isLikelihood(_ key: String) -> Bool {
    ["probab", "provav", "likely"].contains(where: key.contains)
  }
}
