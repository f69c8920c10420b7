/// The items of the card that holds until somebody lays down another. The raw value is what is kept of them.
public enum UsualQualityItem: String, CaseIterable, Sendable {
  case greeting, understanding, clarity, solution

  /// The item that a word means, in whichever language it is written.
  public init?(named word: String) {
    let folded = Folding.folded(word)
    let item = UsualQualityItem.allCases.first { $0.words.contains { Folding.folded($0) == folded } }
    guard let item else { return nil }
    self = item
  }

  /// What people write for it.
  var words: [String] {
    switch self {
    case .greeting: ["greeting", "saludo"]
    case .understanding: ["understanding", "comprensión"]
    case .clarity: ["clarity", "claridad"]
    case .solution: ["solution", "solución"]
    }
  }

  var weight: Int {
    switch self {
    case .greeting: 10
    case .understanding, .clarity: 25
    case .solution: 40
    }
  }
}
