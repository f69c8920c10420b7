import VocDomain

/// The numbers of a column that run over the end of a survey's scale, and where the first of them stands.
///
/// A slip of the hand goes with its row; a column asked on a longer scale goes as a whole, because its good
/// answers are the ones that do not fit, and only the bad ones would be kept.
struct BeyondScale: Sendable {
  struct Cell: Sendable {
    /// "8", or "8/10": of the cell nothing else.
    var number: String
    /// From 1.
    var line: Int
    /// In characters from 1, where that is known.
    var column: Int?
  }

  private(set) var first: Cell?
  private var count = 0
  /// That name another scale themselves: "8/10".
  private var named = 0
  private var numbers: Set<Int> = []

  mutating func add(_ number: Int, outOf whole: Int?, at place: (line: Int, column: Int?)) {
    count += 1
    if whole != nil { named += 1 }
    if numbers.count < 16 { numbers.insert(number) }
    if first == nil {
      first = Cell(
        number: "\(number)" + (whole.map { "/\($0)" } ?? ""), line: place.line, column: place.column)
    }
  }

  /// Several, where they name the other scale, are a fifth of the answers, or a twentieth and of different values; 8 and 9
  /// stand for no answer in many tables.
  func isAnotherScale(of answers: Int) -> Bool {
    guard count > 1 else { return false }
    return named > 1 || count * 5 >= answers
      || count * 20 >= answers && numbers.subtracting([8, 9]).count > 1
  }
}

extension AnswerReading {
  /// The number and the scale that it names where the survey's scale does not have it: 8, or "8/10", of a CSAT. A label
  /// tells the score before its number does, over 100 there is no scale, and the usual marks of no answer are none.
  func beyond(_ kind: SurveyKind) -> (number: Int, whole: Int?)? {
    guard case .number(let number, let whole, let label) = self else { return nil }
    if let label, kind.hasLabels, !label.isUnipolar { return nil }
    let end = kind.scale.upperBound
    if let whole, whole != end, !(kind == .ces && whole == 5) { return (number, whole) }
    let isBeyond = (end + 1...100).contains(number) && ![77, 88, 98, 99].contains(number)
    return isBeyond ? (number, nil) : nil
  }
}

extension UnreadableExport {
  /// The refusal of a column whose numbers are of another scale than `kind`'s, or whose words have no place on it; nil where
  /// neither is so.
  init?(_ evidence: ScaleEvidence, of kind: SurveyKind, column: String) {
    if let cell = evidence.anotherScale(than: kind) {
      self = .beyondScale(column: column, kind, value: cell.number, line: cell.line, place: cell.column)
    } else if let cell = evidence.unplacedWord(on: kind) {
      self = .unplacedWord(column: column, kind, word: cell.text, line: cell.line, place: cell.column)
    } else {
      return nil
    }
  }
}
