import VocDomain

/// Gathers, from every cell of a column, what proves its scale.
struct ScaleEvidence: Sendable {
  private(set) var ladder = LabelLadder()
  private(set) var answers = 0
  private(set) var lowest: Int?
  private(set) var highest: Int?
  private(set) var samples: [String] = []
  /// How often each number from 0 to 100 occurs.
  private var counts = [Int](repeating: 0, count: 101)
  private var wild = 0
  private var stars = 0
  private var labels = 0
  private var words = 0
  private var wholes: Set<Int> = []
  /// Numbers that stand with a label of the same half of the scale, and of the other half.
  private var along = 0
  private var against = 0
  private var highestOfBest: Int?
  private var beyond: [SurveyKind: BeyondScale] = [:]
  private var worded = WordedAnswers()

  mutating func add(
    _ reading: AnswerReading, text: @autoclosure () -> String,
    place: @autoclosure () -> (line: Int, column: Int?) = (1, nil)
  ) {
    if reading == .blank { return }
    answers += 1
    for kind in SurveyKind.allCases {
      guard let (number, whole) = reading.beyond(kind) else { continue }
      beyond[kind, default: BeyondScale()].add(number, outOf: whole, at: place())
    }
    switch reading {
    case .blank: break
    case .number(let number, let whole, let label):
      if (0...100).contains(number) { counts[number] += 1 } else { wild += 1 }
      if let whole, wholes.count < 16 { wholes.insert(whole) }
      lowest = min(lowest ?? number, number)
      highest = max(highest ?? number, number)
      if let label { add(label, of: number) }
    case .label(let label):
      labels += 1
      ladder.add(label)
      worded.add(label, text: text(), at: place())
      sample(text())
    case .stars: stars += 1
    case .likelihood:
      words += 1
      worded.addLikelihood(text(), at: place())
      sample(text())
    case .unscored:
      words += 1
      sample(text())
    case .unreadable:
      words += 1
      worded.add(text(), at: place())
      sample(text())
    }
  }

  /// Whether every answer so far could be a score: a number up to 10, a label, stars.
  var isOfScores: Bool { words == 0 && wild == 0 && (highest ?? 0) <= 10 }

  private mutating func add(_ label: AnswerLabel, of number: Int) {
    ladder.add(label)
    let side = label.half
    if side > 0 && label.intensity >= .very { highestOfBest = max(highestOfBest ?? number, number) }
    // The middle of every scale from 1 lies between 3 and 4.
    if side != 0 {
      if (side > 0) == (number >= 4) { along += 1 } else if number != 3 { against += 1 }
    }
  }

  private mutating func sample(_ text: String) {
    if samples.count < 10 && !samples.contains(text) { samples.append(String(text.prefix(60))) }
  }

  /// The first number beyond the scale of `kind`, where there are too many of them for slips of the hand.
  func anotherScale(than kind: SurveyKind) -> BeyondScale.Cell? {
    guard let beyond = beyond[kind], beyond.isAnotherScale(of: answers) else { return nil }
    return beyond.first
  }

  /// The first word without a place on the scale of `kind`, in a column of words of which it would leave a part out.
  func unplacedWord(on kind: SurveyKind) -> WordedAnswers.Cell? {
    worded.unplaced(on: kind, ladder, answers: answers)
  }

  /// Whether there are answers of a scale of words.
  private var isOfWords: Bool { !ladder.isEmpty || worded.hasLikelihoods }

  /// What a column of `kind` is worth; `isGiven` where whoever imports named the column, which is refused apart where it
  /// is of another scale (`anotherScale`) or its words are (`unplacedWord`).
  func scale(_ kind: SurveyKind?, question: QuestionText, isGiven: Bool) -> ColumnScale {
    let verdict = ladder.verdict
    var scale = ColumnScale(ladder: ladder, verdict: verdict)
    guard let kind else { return scale }
    scale.isOfFive =
      kind == .ces && (question.range == 1...5 || wholes == [5] || highestOfBest == 5) && (highest ?? 0) <= 5
    if isGiven || answers == 0 { return scale }
    let worded = kind.hasLabels ? words : words + labels
    if against > along || (along == 0 && against > 0) || question.isReversed {
      scale.standing = .reversed
    } else if anotherScale(than: kind) != nil || (question.isOver(kind) && kind != .nps && kind != .enps) {
      scale.standing = .otherScale
    } else if worded >= 3 && worded * 5 > answers * 4 {
      scale.standing = .noScore
    } else if isOfWords && (kind.hasLabels && verdict == .undecided || unplacedWord(on: kind) != nil) {
      scale.standing = .undecidedLabels
    } else if kind == .csat && verdict == .sevenSteps {
      scale.standing = .otherScale
    } else if isDoubtful(kind, question) {
      scale.standing = .doubtful
    }
    return scale
  }

  /// Thirty answers without one at the end of the scale; five of an NPS, or ten of a CES, none of which leaves a scale of
  /// five.
  private func isDoubtful(_ kind: SurveyKind, _ question: QuestionText) -> Bool {
    let isWithinFive = (highest ?? 0) <= 5
    return switch kind {
    case .nps, .enps:
      counts[0] == 0 && (question.range == 1...10 || answers >= 30 || (answers >= 5 && isWithinFive))
    case .ces:
      labels == 0 && question.range != 1...5 && answers >= 10 && isWithinFive && highestOfBest == nil
    case .csat: false
    }
  }
}

extension SurveyKind {
  /// Whether words are usual answers: an NPS is asked for in numbers.
  var hasLabels: Bool { self == .csat || self == .ces }
}

/// How the cells of a column become scores.
struct ColumnScale: Sendable {
  var ladder = LabelLadder()
  var verdict = LabelLadder.Verdict.fiveSteps
  /// A CES asked from 1 to 5: told in sevenths like its labels, which keeps the top box.
  var isOfFive = false
  var standing = ScoreColumn.Standing.read

  var isRead: Bool { standing.isRead }

  /// The score of a cell, nil where it has none on the survey's scale.
  func score(_ reading: AnswerReading, _ kind: SurveyKind) -> Int? {
    let score: Int? =
      switch reading {
      case .blank, .likelihood, .unscored, .unreadable: nil
      case .number(_, _, let label?) where kind.hasLabels && ladder.step(label, verdict) != nil:
        score(label, kind)
      case .number(let number, let whole, _): score(number, outOf: whole, kind)
      case .label(let label): kind.hasLabels ? self.score(label, kind) : nil
      case .stars(let count, let whole): kind == .csat && whole ?? 5 == 5 ? count : nil
      }
    return score.flatMap { kind.scale.contains($0) ? $0 : nil }
  }

  private func score(_ number: Int, outOf whole: Int?, _ kind: SurveyKind) -> Int? {
    if isOfFive && whole ?? 5 == 5 { return (1...5).contains(number) ? Self.sevenths[number - 1] : nil }
    return whole ?? kind.scale.upperBound == kind.scale.upperBound ? number : nil
  }

  private func score(_ label: AnswerLabel, _ kind: SurveyKind) -> Int? {
    guard let step = ladder.step(label, verdict) else { return nil }
    return kind == .ces ? step : Self.sevenths.firstIndex(of: step).map { $0 + 1 }
  }

  /// Five steps in sevenths.
  private static let sevenths = [1, 2, 4, 6, 7]
}
