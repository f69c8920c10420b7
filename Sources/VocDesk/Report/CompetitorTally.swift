import VocDomain
import VocInsight
import VocStore

/// What one competitor of the list was named in.
struct CompetitorTally {
  private(set) var messages = 0
  private(set) var comments = 0
  private var negative = 0
  private(set) var customers: Set<Int64> = []
  private(set) var mentionsBefore = 0
  private(set) var customersBefore: Set<Int64> = []
  /// Whenever it was said: who answers today may have said it yesterday.
  private(set) var tickets: Set<Int64> = []
  /// The answers of the period where it was named.
  private var answers = HistogramSet()

  mutating func take(_ text: CompetitorText, isNow: Bool, isBefore: Bool, isSomebody: Bool) {
    if let ticket = text.ticketID {
      tickets.insert(ticket)
    } else if isNow, let answer = text.answer {
      answers.add(answer.survey, score: answer.score)
    }
    if isNow {
      if text.answer == nil { messages += 1 } else { comments += 1 }
      if text.mood == .negative { negative += 1 }
    }
    if isBefore { mentionsBefore += 1 }
    guard let customer = text.customerID, isSomebody else { return }
    if isNow { customers.insert(customer) }
    if isBefore { customersBefore.insert(customer) }
  }

  mutating func take(_ answer: CountedAnswer) { answers.add(answer) }

  /// `heard` are the customers of the period, and of the stretch before, nil where there is none; `all` its answers.
  func figures(
    named name: String, heard: Int, heardBefore: Int?, of all: HistogramSet
  ) -> CompetitorFigures {
    var figures = CompetitorFigures(
      name: name,
      share: .share(
        .competitorShare, Proportion(customers.count, of: max(heard, customers.count)),
        before: heardBefore.map { Proportion(customersBefore.count, of: max($0, customersBefore.count)) }),
      negative: .share(.negativeShare, Proportion(negative, of: messages + comments), before: nil))
    (figures.messages, figures.comments) = (messages, comments)
    figures.mentionsBefore = heardBefore == nil ? nil : mentionsBefore
    let others = all.without(answers)
    figures.satisfaction = [SurveyKind.csat, .nps].compactMap { answers.figure(of: $0, before: others) }
    return figures
  }
}
