import VocDomain

/// The words of a column, and where each of them first stands.
///
/// A word that nobody can place goes with its row where it is a slip; where it is one of the answers that people could
/// choose, the column goes as a whole, because the words that voc knows are mostly the good ones.
struct WordedAnswers: Sendable {
  struct Cell: Sendable {
    /// At most 60 characters of it.
    var text: String
    /// From 1.
    var line: Int
    /// In characters from 1, where that is known.
    var column: Int?
  }

  private var labels: [AnswerLabel: Cell] = [:]
  private var labelled = 0
  private var firstOther: Cell?
  private var others = 0
  private var seen: Set<String> = []
  private var hasRepeated = false

  mutating func add(_ label: AnswerLabel, text: String, at place: (line: Int, column: Int?)) {
    labelled += 1
    if labels[label] == nil { labels[label] = Cell(text, place) }
  }

  /// A text that is no label; one with a figure in it is a slip of numbers.
  mutating func add(_ text: String, at place: (line: Int, column: Int?)) {
    if text.utf8.contains(where: { (48...57).contains($0) }) { return }
    others += 1
    if seen.contains(text) {
      hasRepeated = true
    } else if seen.count < 64 {
      seen.insert(text)
    }
    if firstOther == nil { firstOther = Cell(text, place) }
  }

  /// Of a column that is mostly words: the first label without a step, or the first other text, where these are a fifth of
  /// the answers, or a twentieth and the same again.
  func unplaced(on kind: SurveyKind, _ ladder: LabelLadder, answers: Int) -> Cell? {
    if (labelled + others) * 2 <= answers { return nil }
    let verdict = ladder.verdict
    let strange = labels.filter { !kind.hasLabels || ladder.step($0.key, verdict) == nil }.values
    if let first = strange.min(by: { $0.line < $1.line }) { return first }
    let areAnswers = others > 1 && (others * 5 >= answers || others * 20 >= answers && hasRepeated)
    return areAnswers ? firstOther : nil
  }
}

extension WordedAnswers.Cell {
  fileprivate init(_ text: String, _ place: (line: Int, column: Int?)) {
    self.init(text: String(text.prefix(60)), line: place.line, column: place.column)
  }
}
