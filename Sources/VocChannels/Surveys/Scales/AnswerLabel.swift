/// What a worded answer says: "Muy satisfecha", "Algo fácil", "Excelente", a face.
struct AnswerLabel: Hashable, Sendable {
  enum Family: Hashable, Sendable { case satisfaction, quality, ease, agreement, face }

  enum Intensity: Int, Hashable, Comparable, Sendable {
    case slight, plain, very, extreme
    static func < (left: Intensity, right: Intensity) -> Bool { left.rawValue < right.rawValue }
  }

  /// How much of something good, where a scale runs from nothing upwards.
  enum Degree: Hashable, Sendable {
    case nothing, little, enough
    /// "Quite satisfied", "Not satisfied", "Muy poco satisfecho": between steps nobody can name.
    case unclear
  }

  /// Nil for "Neutral", which every family has.
  var family: Family?
  /// -1 for the bad half of the scale, 0 for its middle, 1 for the good half.
  var side: Int
  var intensity = Intensity.plain
  /// "Nada satisfecho", "Poco", "Bastante"; nil for the words of a scale from bad to good.
  var degree: Degree?

  var isUnipolar: Bool { degree != nil }

  /// -1 for the lower half of its scale, 1 for the upper half, 0 where nobody can tell.
  var half: Int {
    switch degree {
    case .nothing, .little: -1
    case .unclear: 0
    case .enough, nil: side
    }
  }

  static let neutral = AnswerLabel(family: nil, side: 0)

  /// The label that words (see `AnswerWords`) make, in Spanish, Portuguese or English; nil for any other
  /// text.
  init?(_ words: [String]) {
    guard let first = words.first, words.count <= 12 else { return nil }
    if ["ni", "nem", "neither"].contains(first), words.count > 2 {
      self = .neutral
      return
    }
    self.init(family: nil, side: 0)
    var hasBase = false
    var words = words[...]
    while let word = words.popFirst() {
      if Self.fillers.contains(word) { continue }
      if (word == "un" || word == "um") && (words.first == "poco" || words.first == "pouco") {
        words.removeFirst()
        intensity = .slight
      } else if word == "not" && words.starts(with: ["at", "all"]) {
        words.removeFirst(2)
        add(.nothing)
      } else if let modifier = Self.modifiers[word] {
        intensity = modifier
      } else if let degree = Self.degrees[word] {
        add(degree)
      } else if !hasBase, let base = Self.base(word) {
        hasBase = true
        family = base.family
        side = base.side
        if base.intensity != .plain { intensity = base.intensity }
      } else {
        return nil
      }
    }
    if !hasBase { return nil }
    if isUnipolar && (side <= 0 || intensity != .plain) { degree = .unclear }
  }

  private mutating func add(_ degree: Degree) {
    self.degree = self.degree == nil ? degree : .unclear
  }

  private init(family: Family?, side: Int, intensity: Intensity = .plain) {
    self.family = family
    self.side = side
    self.intensity = intensity
  }

  /// One of the usual five faces; nil for any other.
  init?(face: Unicode.Scalar) {
    guard let face = Self.faces[face] else { return nil }
    self.init(family: face.side == 0 ? nil : .face, side: face.side, intensity: face.intensity)
  }

  /// Masculine, feminine and plural are one word.
  private static func base(_ word: String) -> AnswerLabel? {
    if let label = bases[word] { return label }
    var stem = word[...]
    if stem.last == "s" { stem = stem.dropLast() }
    if stem.last == "a" { return bases[stem.dropLast() + "o"] ?? bases[String(stem)] }
    return bases[String(stem)]
  }

  private static let bases: [String: AnswerLabel] = {
    var table: [String: AnswerLabel] = [:]
    let groups: [(String, AnswerLabel)] = [
      ("satisfecho satisfeito satisfied", AnswerLabel(family: .satisfaction, side: 1)),
      (
        "insatisfecho insatisfeito dissatisfied unsatisfied desatisfecho",
        AnswerLabel(family: .satisfaction, side: -1)
      ),
      ("bueno buen bom boa good bien bem", AnswerLabel(family: .quality, side: 1)),
      ("malo mal ruim ruin mau ma bad poor deficiente", AnswerLabel(family: .quality, side: -1)),
      ("otimo", AnswerLabel(family: .quality, side: 1, intensity: .very)),
      ("excelente excellent", AnswerLabel(family: .quality, side: 1, intensity: .extreme)),
      (
        "pesimo pessimo terrible horrible awful", AnswerLabel(family: .quality, side: -1, intensity: .extreme)
      ),
      ("facil easy", AnswerLabel(family: .ease, side: 1)),
      ("dificil difficult hard", AnswerLabel(family: .ease, side: -1)),
      ("acuerdo concordo agree", AnswerLabel(family: .agreement, side: 1)),
      ("desacuerdo discordo disagree", AnswerLabel(family: .agreement, side: -1)),
      ("neutral neutro indiferente neither regular fair average razoavel", .neutral),
    ]
    for (words, label) in groups {
      for word in words.split(separator: " ") { table[String(word)] = label }
    }
    return table
  }()

  private static let modifiers: [String: Intensity] = [
    "muy": .very, "muito": .very, "very": .very, "altamente": .very, "highly": .very,
    "extremadamente": .extreme, "extremamente": .extreme, "extremely": .extreme, "totalmente": .extreme,
    "completamente": .extreme, "completely": .extreme, "totally": .extreme, "strongly": .extreme,
    "sumamente": .extreme, "plenamente": .extreme, "algo": .slight, "somewhat": .slight,
    "slightly": .slight, "ligeramente": .slight, "parcialmente": .slight, "levemente": .slight,
  ]

  private static let degrees: [String: Degree] = [
    "nada": .nothing, "poco": .little, "pouco": .little, "bastante": .enough, "not": .unclear,
    "quite": .unclear,
  ]

  private static let fillers: Set<String> = [
    "de", "en", "em", "estoy", "estou", "quede", "fiquei", "fue", "foi", "es", "era", "i", "am", "m", "was",
    "it", "nor",
    // "Satisfecho(a)", "satisfeito(a)".
    "a", "o", "as", "os",
  ]

  private static let faces: [Unicode.Scalar: (side: Int, intensity: Intensity)] = [
    "😡": (-1, .very), "🤬": (-1, .very), "😠": (-1, .very), "😞": (-1, .plain), "🙁": (-1, .plain),
    "☹": (-1, .plain), "😟": (-1, .plain), "😕": (-1, .plain), "😐": (0, .plain), "😑": (0, .plain),
    "🙂": (1, .plain), "😊": (1, .plain), "😀": (1, .very), "😃": (1, .very), "😄": (1, .very),
    "😁": (1, .very), "😍": (1, .very), "🤩": (1, .very),
  ]
}

/// Words as answers are compared: lower case, without accents; figures are words of their own.
enum AnswerWords {
  static func of(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isNumber = false
    for scalar in text.unicodeScalars {
      let isDigit = (48...57).contains(scalar.value)
      guard
        isDigit || scalar.properties.isAlphabetic
          || scalar.properties.canonicalCombiningClass != .notReordered
      else {
        if !word.isEmpty { words.append(word) }
        word = ""
        continue
      }
      if !word.isEmpty && isDigit != isNumber {
        words.append(word)
        word = ""
      }
      isNumber = isDigit
      word.unicodeScalars.append(scalar)
    }
    if !word.isEmpty { words.append(word) }
    return words.map(HeaderKey.fold)
  }
}
