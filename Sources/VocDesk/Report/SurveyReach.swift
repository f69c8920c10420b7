import VocDomain
import VocInsight

/// How many surveys reached somebody in one stretch of time, and how many of those were answered.
struct SurveyReach {
  private struct Counts {
    var delivered = 0
    var answered = 0

    var rate: Double { delivered > 0 ? Double(answered) / Double(delivered) : 0 }
  }

  private var total: [SurveyKind: Counts] = [:]
  private var byChannel: [SurveyKind: [Int64: Counts]] = [:]
  /// Those that went out on channels that nobody told.
  private var anywhere: Set<SurveyKind> = []
  /// When each survey was first sent: answers from before belong to none of these sendings.
  private(set) var firstDays: [SurveyKind: CivilDate] = [:]

  /// Answers of those surveys that the period has from before they were first sent in it.
  var answersBefore = 0

  var isEmpty: Bool { total.isEmpty }

  mutating func add(_ wave: SurveyWave) {
    total[wave.survey, default: Counts()].delivered += wave.delivered
    firstDays[wave.survey] = min(firstDays[wave.survey] ?? wave.day, wave.day)
    // What reached nobody was answered by nobody, on whatever channel.
    if wave.delivered == 0 { return }
    guard let channel = wave.channelID else {
      anywhere.insert(wave.survey)
      return
    }
    byChannel[wave.survey, default: [:]][channel, default: Counts()].delivered += wave.delivered
  }

  /// Answers of a survey that nobody said was sent count nowhere, those of a channel that it was not sent on neither;
  /// 0: of no channel that is known.
  mutating func addAnswers(_ n: Int, to survey: SurveyKind, onChannel channel: Int64) {
    guard channel == 0 || anywhere.contains(survey) || byChannel[survey]?[channel] != nil else { return }
    total[survey]?.answered += n
    byChannel[survey]?[channel]?.answered += n
  }

  /// A response rate for each survey that was sent: answered of delivered.
  func figures(before: SurveyReach?) -> [ReportFigure] {
    SurveyKind.allCases.compactMap { survey in
      guard let counts = total[survey] else { return nil }
      var figure = ReportFigure(.responseRate, .percent, n: counts.delivered)
      if let now = proportion(survey) {
        figure = .share(.responseRate, now, before: before?.proportion(survey))
        if figure.isShown && counts.rate < SurveyReach.lowRate { figure.warnings.append(.lowResponse) }
        if isUnequal(survey) { figure.warnings.append(.unequalResponse) }
      } else {
        figure.part = counts.answered
        figure.warnings = [.moreAnswersThanSent]
      }
      figure.survey = survey
      return figure
    }
  }

  /// Nil where more have answered than could: sendings are missing.
  private func proportion(_ survey: SurveyKind) -> Proportion? {
    guard let counts = total[survey], counts.answered <= counts.delivered else { return nil }
    return Proportion(counts.answered, of: counts.delivered)
  }

  /// Under this share those who answered may be unlike the others.
  private static let lowRate = 0.1
  /// Channels that fewer surveys reached than this tell nothing of each other.
  private static let fewest = 30

  /// Whether one channel's customers answer more than twice as often as another's.
  private func isUnequal(_ survey: SurveyKind) -> Bool {
    let rates = (byChannel[survey] ?? [:]).values.filter { $0.delivered >= SurveyReach.fewest }.map(\.rate)
    guard let low = rates.min(), let high = rates.max() else { return false }
    return high > 2 * low
  }
}
