import VocDomain
import VocStore

/// Writes invented survey answers, in the order in which they came, with their counters, chunk by chunk.
struct DemoAnswers {
  private(set) var written = 0
  private let store: Store
  private let plan: DemoPlan
  private let served: [DemoTickets.Served]
  private let calendar: DemoCalendar
  private var counters: AnswerCounters
  private var dice: SplitMix64
  /// The first served ticket that was opened too late to be answered about.
  private var horizon = 0

  init(store: Store, plan: DemoPlan, served: [DemoTickets.Served], zone: ZoneClock) {
    self.store = store
    self.plan = plan
    self.served = served
    calendar = DemoCalendar(until: plan.until)
    counters = AnswerCounters(zone: zone)
    dice = SplitMix64(seed: plan.seed ^ 0xA5A5_5A5A)
  }

  /// One transaction of the caller.
  mutating func writeChunk() throws {
    let end = min(plan.answers, written + DemoTickets.chunk)
    while written < end {
      let share = (Double(written) + dice.fraction()) / Double(plan.answers)
      let answer = answer(at: calendar.instant(at: share))
      try store.insert(answer, id: Int64(written + 1))
      counters.add(answer)
      written += 1
    }
    try counters.write(to: store)
  }

  private mutating func answer(at time: Instant) -> Answer {
    while horizon < served.count && served[horizon].opened + Seconds.hour < time { horizon += 1 }
    let survey = [SurveyKind.nps, .csat, .ces, .enps][dice.index(weights: [35, 45, 19, 1])]
    if survey == .enps { return ownPeoplesAnswer(at: time) }
    guard let served = servedTicket(before: time) else {
      let score = DemoScore.score(survey, mood: 0, dice: &dice)
      return Answer(
        survey: survey, score: score, at: time,
        channelID: Int64(dice.index(weights: DemoHouse.doorWeights) + 1))
    }
    var answer = Answer(
      survey: survey, score: DemoScore.score(survey, mood: Double(served.mood), dice: &dice), at: time,
      customerID: served.customerID, channelID: Int64(served.door) + 1, segment: served.segment)
    // The NPS question is also asked of customers now and then, about no ticket.
    if survey != .nps || dice.chance(0.6) {
      answer.ticketID = served.ticketID
      answer.agentID = Int64(served.hand) + 1
      answer.lastReplyAgentID = served.hasReply ? answer.agentID : nil
    }
    if dice.chance(0.2) {
      let person = DemoPerson(number: served.customerID, seed: plan.seed)
      let agent = DemoHouse.hands[Int(served.hand)].firstName
      answer.comment = DemoSpeaker(person, agent: agent, dice: &dice).comment(
        DemoScore.pleasure(survey, answer.score), dice: &dice)
    }
    return answer
  }

  private mutating func ownPeoplesAnswer(at time: Instant) -> Answer {
    Answer(survey: .enps, score: DemoScore.score(.enps, mood: 0.2, dice: &dice), at: time)
  }

  /// One of the last tickets that were solved by then.
  private mutating func servedTicket(before time: Instant) -> DemoTickets.Served? {
    guard horizon > 0 else { return nil }
    let window = max(20, served.count / 200)
    for _ in 0..<8 {
      let candidate = served[horizon - 1 - dice.below(min(horizon, window))]
      if candidate.solved <= time { return candidate }
    }
    return nil
  }
}

/// How pleased customers show themselves in each survey.
enum DemoScore {
  /// Most are well content and few are not: scores lean to the top of their scale.
  static func score(_ survey: SurveyKind, mood: Double, dice: inout SplitMix64) -> Int {
    let scale = survey.scale
    // Symmetric noise around the mood, and now and then a really bad day.
    var pleasure = 0.78 + 0.1 * mood + 0.22 * (dice.fraction() + dice.fraction() - 1)
    if dice.chance(0.08) { pleasure -= 0.6 * dice.fraction() }
    let place = Int((pleasure * Double(scale.count)).rounded(.down)) + scale.lowerBound
    return min(scale.upperBound, max(scale.lowerBound, place))
  }

  /// 1 happy, -1 unhappy, 0 neither.
  static func pleasure(_ survey: SurveyKind, _ score: Int) -> Int {
    let (unhappy, happy) =
      switch survey {
      case .nps, .enps: (6, 9)
      case .csat: (2, 4)
      case .ces: (3, 5)
      }
    return score >= happy ? 1 : score <= unhappy ? -1 : 0
  }
}
