/// The labels that a column holds, and which step of a scale each of them is.
///
/// A step is told in sevenths, 1...7, so that scales of five steps (1, 2, 4, 6, 7) and of seven agree at both
/// ends and in the middle.
struct LabelLadder: Sendable {
  private(set) var seen: Set<AnswerLabel> = []

  enum Verdict: Equatable, Sendable {
    case fiveSteps, sevenSteps
    /// "Malo, Regular, Bueno, Muy bueno, Excelente": the worst has no "very".
    case fiveStepsFromPlain
    /// "Nada, Poco, Bastante, Muy satisfecho", with "Neutral" or "Algo" between: none of them is of the bad side.
    case fromNothing
    /// The labels fit more than one scale, or none; what the usual scale would be.
    case undecided
  }

  var isEmpty: Bool { seen.isEmpty }

  mutating func add(_ label: AnswerLabel) {
    // There are fewer than 100 labels in all.
    seen.insert(label)
  }

  var verdict: Verdict {
    let families = Set(seen.compactMap(\.family))
    if families.count > 1 { return .undecided }
    if seen.contains(where: \.isUnipolar) { return isFromNothing ? .fromNothing : .undecided }
    let good = intensities(1)
    let bad = intensities(-1)
    if isLong(good) && families == [.quality] && good.contains(.extreme) && !good.contains(.slight) {
      return bad.isSubset(of: [.plain]) ? .fiveStepsFromPlain : .undecided
    }
    for side in [good, bad] where side.isSuperset(of: [.slight, .plain, .very, .extreme]) {
      return .undecided
    }
    if isLong(good) || isLong(bad) { return .sevenSteps }
    if families == [.quality] && good == [.plain, .extreme] && bad.isSubset(of: [.plain]) {
      return .undecided
    }
    return .fiveSteps
  }

  /// The step, 1...7, of a label under a verdict; under `.undecided` the step of the usual five.
  func step(_ label: AnswerLabel, _ verdict: Verdict) -> Int? {
    if label.isUnipolar && verdict != .fromNothing { return nil }
    if label.side == 0 { return verdict == .fiveStepsFromPlain ? 2 : 4 }
    switch verdict {
    case .fiveStepsFromPlain:
      return label.side < 0 ? 1 : label.intensity == .extreme ? 7 : label.intensity == .very ? 6 : 4
    case .sevenSteps:
      let both = seen.filter { $0.side != 0 }.map(\.intensity)
      let hasTwoTops = both.contains(.very) && both.contains(.extreme)
      let distance =
        switch label.intensity {
        case .extreme: 3
        case .very: hasTwoTops ? 2 : 3
        case .plain: hasTwoTops ? 1 : 2
        case .slight: 1
        }
      return 4 + label.side * distance
    case .fiveSteps, .undecided:
      return 4 + label.side * (label.intensity >= .very ? 3 : 2)
    case .fromNothing: return stepFromNothing(label)
    }
  }

  /// Whether the order is beyond doubt: "Algo" is the middle only between "Poco" and what is good, and "Satisfecho" beside
  /// "Bastante satisfecho" is above it for some and below it for others.
  private var isFromNothing: Bool {
    let degrees = Set(seen.compactMap(\.degree))
    let plain = seen.filter { $0.side > 0 && !$0.isUnipolar }.map(\.intensity)
    let hasGood = plain.contains(.plain) || degrees.contains(.enough)
    return !degrees.contains(.unclear) && seen.allSatisfy { $0.side >= 0 } && !plain.contains(.extreme)
      && !degrees.isDisjoint(with: [.nothing, .little])
      && !(plain.contains(.plain) && degrees.contains(.enough))
      && (!plain.contains(.slight) || hasGood && degrees.contains(.little) && !seen.contains(.neutral))
  }

  private func stepFromNothing(_ label: AnswerLabel) -> Int {
    switch label.degree {
    case .nothing: 1
    case .little: 2
    case .enough, .unclear: 6
    case nil:
      label.intensity == .slight ? 4 : label.intensity == .plain ? 6 : 7
    }
  }

  private func intensities(_ side: Int) -> Set<AnswerLabel.Intensity> {
    Set(seen.filter { $0.side == side }.map(\.intensity))
  }

  /// More than two steps on one side of the middle.
  private func isLong(_ side: Set<AnswerLabel.Intensity>) -> Bool {
    side.isSuperset(of: [.very, .extreme]) || side.isSuperset(of: [.slight, .plain])
  }
}
