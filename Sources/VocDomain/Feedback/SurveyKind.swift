/// The survey questions that voc understands, each with its scale.
public enum SurveyKind: String, CaseIterable, Sendable, Codable {
  /// Net Promoter Score question, "would you recommend us", 0...10.
  case nps
  /// Customer satisfaction, 1...5.
  case csat
  /// Customer effort score 2.0, agreement with "the company made it easy", 1...7.
  case ces
  /// The NPS question asked of employees, 0...10.
  case enps

  public var scale: ClosedRange<Int> {
    switch self {
    case .nps, .enps: 0...10
    case .csat: 1...5
    case .ces: 1...7
    }
  }

  /// The scores after which somebody should call the customer back, NPS of detractors and CSAT of 1 and 2; nil of
  /// surveys that ask for no call.
  public var badScores: ClosedRange<Int>? {
    switch self {
    case .nps: 0...6
    case .csat: 1...2
    case .ces, .enps: nil
    }
  }

  /// Whether so few answers would tell who gave which: those of employees stay hidden until there are ten.
  public func isAnonymous(n: Int) -> Bool { self == .enps && n < SampleWarning.fewestShown }
}
