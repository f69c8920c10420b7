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

  private var labels: [AnswerLabel: (first: Cell, count: Int)] = [:]
  private var firstLikelihood: Cell?
  private var likelihoods = 0
  private var firstOther: Cell?
  private var others = 0
  private var seen: Set<String> = []
  private var hasRepeated = false

  /// The place is found for the first of each only: that takes the length of the line.
  mutating func add(
    _ label: AnswerLabel, text: @autoclosure () -> String,
    at place: @autoclosure () -> (line: Int, column: Int?)
  ) {
    labels[label, default: (Cell(text(), place()), 0)].count += 1
  }

  /// A text that is no label; one with a figure in it is a slip of numbers.
  mutating func add(_ text: String, at place: @autoclosure () -> (line: Int, column: Int?)) {
    if text.utf8.contains(where: { (48...57).contains($0) }) { return }
    others += 1
    if seen.contains(text) {
      hasRepeated = true
    } else if seen.count < 64 {
      seen.insert(text)
    }
    if firstOther == nil { firstOther = Cell(text, place()) }
  }

  /// "Nada probable": an answer on a scale whose steps nobody knows.
  mutating func addLikelihood(_ text: String, at place: @autoclosure () -> (line: Int, column: Int?)) {
    likelihoods += 1
    if firstLikelihood == nil { firstLikelihood = Cell(text, place()) }
  }

  var hasLikelihoods: Bool { likelihoods > 0 }

  /// The first answer without a step, where such are a fifth of the answers, or a twentieth and the same again: labels and
  /// likelihoods wherever they stand, other texts in a column that is mostly words.
  func unplaced(on kind: SurveyKind, _ ladder: LabelLadder, answers: Int) -> Cell? {
    let verdict = ladder.verdict
    let strange = labels.filter { !kind.hasLabels || ladder.step($0.key, verdict) == nil }.values
    let labelled = labels.values.reduce(0) { $0 + $1.count }
    let isWorded = (labelled + likelihoods + others) * 2 > answers
    let onScale = strange.reduce(likelihoods) { $0 + $1.count }
    let count = onScale + (isWorded ? others : 0)
    let isRepeated = likelihoods > 1 || strange.contains { $0.count > 1 } || isWorded && hasRepeated
    // One alone may be a slip, unless it is of a scale.
    let isFifth = count * 5 >= answers && (count > 1 || onScale > 0)
    guard isFifth || count * 20 >= answers && isRepeated else { return nil }
    let cells = strange.map(\.first) + [firstLikelihood, isWorded ? firstOther : nil].compactMap(\.self)
    return cells.min { $0.line < $1.line }
  }
}

extension WordedAnswers.Cell {
  fileprivate init(_ text: String, _ place: (line: Int, column: Int?)) {
    self.init(text: String(text.prefix(60)), line: place.line, column: place.column)
  }
}
