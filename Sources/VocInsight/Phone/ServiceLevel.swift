/// How fast a telephone queue answers: all service levels in use, each by its name.
///
/// The same calls give very different figures by formula, so no service level is shown without the name of
/// its own. Source: ICMI, "Service Level Calculations" (2002), repeated by callcentrehelper.com, "Service
/// Level Threshold Calculations".
public struct ServiceLevel: Equatable, Sendable {
  /// What the calls answered within the threshold are measured against.
  public enum Formula: String, CaseIterable, Sendable {
    /// Answered in time of those offered without the short abandons: the default.
    case overOfferedWithoutShort = "over_offered_without_short"
    /// Answered in time of all offered: every abandoned call counts against us.
    case overOffered = "over_offered"
    /// Answered in time of those answered: abandoned calls do not count, the most flattering figure.
    case overAnswered = "over_answered"
    /// Answered in time of those offered without the calls abandoned within the threshold.
    case overOfferedWithoutAbandonedInTime = "over_offered_without_abandoned_in_time"
    /// Answered in time, or abandoned within the threshold, of all offered.
    case abandonedInTimeCountsAsMet = "abandoned_in_time_counts_as_met"
  }

  /// Seconds of waiting up to which an answer is in time.
  public let threshold: Int64
  /// Seconds of waiting under which an abandoned call is short: nobody could have answered.
  public let shortAbandon: Int64
  public let answered: Int
  public let answeredInTime: Int
  public let abandoned: Int
  /// Abandoned within the threshold, the short ones too.
  public let abandonedInTime: Int
  /// Abandoned sooner than `shortAbandon`.
  public let short: Int
  /// The average speed of answer: mean seconds of waiting of the answered calls; nil where there are none.
  public let averageSpeedOfAnswer: Double?

  /// Counts the calls of one queue and period.
  public init(_ calls: some Sequence<WaitingCall>, threshold: Int64 = 20, shortAbandon: Int64 = 5) {
    var answers: [(wait: Int64, count: Int)] = []
    var abandons: [(wait: Int64, count: Int)] = []
    for call in calls {
      switch call {
      case .answered(let wait): answers.append((wait, 1))
      case .abandoned(let wait): abandons.append((wait, 1))
      }
    }
    self.init(answered: answers, abandoned: abandons, threshold: threshold, shortAbandon: shortAbandon)
  }

  /// Counts calls by how long they waited, each wait with how many there were of it.
  public init(
    answered: [(wait: Int64, count: Int)], abandoned: [(wait: Int64, count: Int)], threshold: Int64 = 20,
    shortAbandon: Int64 = 5
  ) {
    func count(_ calls: [(wait: Int64, count: Int)], where condition: (Int64) -> Bool = { _ in true }) -> Int
    {
      calls.reduce(0) { condition($1.wait) ? $0 + $1.count : $0 }
    }
    self.threshold = threshold
    self.shortAbandon = shortAbandon
    self.answered = count(answered)
    answeredInTime = count(answered) { $0 <= threshold }
    self.abandoned = count(abandoned)
    abandonedInTime = count(abandoned) { $0 <= threshold }
    short = count(abandoned) { $0 < shortAbandon }
    let waited = answered.reduce(0) { $0 + Double($1.wait) * Double($1.count) }
    averageSpeedOfAnswer = self.answered == 0 ? nil : waited / Double(self.answered)
  }

  /// Calls that reached the queue.
  public var offered: Int { answered + abandoned }

  /// The service level by one formula; of nothing where the formula leaves no calls.
  public func share(_ formula: Formula = .overOfferedWithoutShort) -> Proportion {
    switch formula {
    case .overOfferedWithoutShort: Proportion(answeredInTime, of: offered - short)
    case .overOffered: Proportion(answeredInTime, of: offered)
    case .overAnswered: Proportion(answeredInTime, of: answered)
    case .overOfferedWithoutAbandonedInTime: Proportion(answeredInTime, of: offered - abandonedInTime)
    case .abandonedInTimeCountsAsMet: Proportion(answeredInTime + abandonedInTime, of: offered)
    }
  }

  /// The abandoned of all offered.
  public var abandonRate: Proportion { Proportion(abandoned, of: offered) }

  /// The abandoned of all offered, both without the short ones: the rate to show.
  public var netAbandonRate: Proportion { Proportion(abandoned - short, of: offered - short) }
}
