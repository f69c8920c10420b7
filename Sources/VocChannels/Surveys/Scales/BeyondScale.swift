import VocDomain

/// The numbers of a column that run over the end of a survey's scale, and where the first of them stands.
///
/// A slip of the hand goes with its row; a column asked on a longer scale goes as a whole, because its good
/// answers are the ones that do not fit, and only the bad ones would be kept.
struct BeyondScale: Sendable {
  struct Cell: Sendable {
    var text: String
    /// From 1.
    var line: Int
    /// In characters from 1, where that is known.
    var column: Int?
  }

  private(set) var count = 0
  private(set) var first: Cell?

  mutating func add(text: @autoclosure () -> String, place: @autoclosure () -> (line: Int, column: Int?)) {
    count += 1
    if first != nil { return }
    let (line, column) = place()
    first = Cell(text: String(text().prefix(60)), line: line, column: column)
  }

  /// A single one is a slip, and several while they are at most one in a hundred.
  func isAnotherScale(of answers: Int) -> Bool { count > 1 && count * 100 > answers }
}

extension AnswerReading {
  /// Whether it is a number that the survey's scale does not have: 8, or "8/10", of a CSAT. A label tells the
  /// score before its number does, and over 100 there is no scale.
  func isBeyond(_ kind: SurveyKind) -> Bool {
    guard case .number(let number, let whole, let label) = self else { return false }
    if let label, kind.hasLabels, !label.isUnipolar { return false }
    let end = kind.scale.upperBound
    let isOfAnother = whole.map { $0 != end && !(kind == .ces && $0 == 5) } ?? false
    return (end + 1...100).contains(number) || isOfAnother
  }
}

extension UnreadableExport {
  /// The refusal of a column whose numbers are of another scale than `kind`'s; nil where they are not.
  init?(_ evidence: ScaleEvidence, of kind: SurveyKind, column: String) {
    guard let cell = evidence.anotherScale(than: kind) else { return nil }
    self = .beyondScale(column: column, kind, value: cell.text, line: cell.line, place: cell.column)
  }
}
