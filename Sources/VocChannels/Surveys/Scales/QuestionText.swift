import VocDomain

/// What a question's own words say about its survey and scale.
struct QuestionText: Sendable {
  /// "del 1 al 10", "(0-10)".
  var range: ClosedRange<Int>?
  /// "1 = Muy satisfecho", "¿Cuánto esfuerzo…?": less is better.
  var isReversed = false

  init(_ text: String) {
    let words = AnswerWords.of(text)
    var labelled: [(number: Int, side: Int)] = []
    for (index, word) in words.enumerated() {
      guard let number = Int(word) else { continue }
      let rest = words[(index + 1)...].drop { Self.between.contains($0) }
      if range == nil, number <= 1, let high = rest.first.flatMap({ Int($0) }), (5...100).contains(high) {
        range = number...high
      }
      let phrase = words[(index + 1)...].drop { Self.equals.contains($0) }.prefix { Int($0) == nil }
      // As many of the words as make a label.
      let label = (1...4).reversed().lazy.compactMap { AnswerLabel(Array(phrase.prefix($0))) }.first
      if let label, label.side != 0 { labelled.append((number, label.side)) }
    }
    if let low = labelled.min(by: { $0.number < $1.number }),
      let high = labelled.max(by: { $0.number < $1.number })
    {
      isReversed = low.side > high.side || (labelled.count == 1 && low.side > 0 && low.number <= 1)
      if range == nil && low.number <= 1 && high.number >= 5 { range = low.number...high.number }
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
    let codeWords = Set(AnswerWords.of(code))
    let coded = SurveyKind.allCases.filter { codeWords.contains($0.rawValue) }
    if coded.count == 1, let kind = coded.first { return kind }
    let key = HeaderKey.fold(text)
    if isComment(key) { return nil }
    if let kind = SurveyKind(named: text) {
      let isAdvice = ["recomendacion", "recomendaco", "recommendation"].contains(where: key.contains)
      return kind == .nps && isAdvice && !isLikelihood(key) ? nil : kind
    }
    return SurveyField.asksForEase(key) ? .ces : nil
  }

  /// Whether a folded question asks for words.
  static func isComment(_ key: String) -> Bool {
    let openings = [
      "porque", "why", "motivo", "razon", "razao", "comentari", "comment", "observac", "sugerenc", "sugest",
      "cuentenos", "cuentanos", "contenos", "contanos", "diganos", "tellus", "quepodriamosmejorar",
      "quepodemosmejorar", "comopodemosmejorar", "quemejoraria", "quedebemosmejorar", "oquemelhoraria",
      "oquepodemosmelhorar", "whatcouldweimprove", "feedback",
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
