import Testing
import VocDesk
import VocDomain
import VocTesting

/// A week is judged by the weeks before it, and by nothing else.
@Suite struct TrendAlarmsTests {
  private typealias Judged = [ClosedRange<CivilDate>: TrendsReport.Bucket]

  let fixture: DeskFixture
  let desk: Desk
  /// The last day of the last week, a day before the fixture's clock.
  let last: CivilDate

  init() throws {
    fixture = try DeskFixture()
    desk = try fixture.desk(zone: "UTC")
    last = CivilDate(daysSince1970: Int(fixture.clock.unixSeconds / Seconds.day) - 1)
  }

  /// Answers of weeks that end with `last`, the scores of each.
  private func record(_ survey: SurveyKind, _ weeks: [[Int]]) throws {
    for (index, scores) in weeks.enumerated() {
      let day = last + -7 * (weeks.count - 1 - index)
      for (number, score) in scores.enumerated() {
        var answer = Desk.NewAnswer(survey: survey, score: score)
        answer.allowsSame = true
        answer.at = Instant(
          unixSeconds: Int64(day.daysSince1970 - number % 7) * Seconds.day + Int64(number) * 60 + 3600)
        _ = try desk.record(answer)
      }
    }
  }

  private func buckets(since: CivilDate? = nil, until: CivilDate? = nil) throws -> [TrendsReport.Bucket] {
    let report = try #require(try desk.trends(since: since ?? ((until ?? last) + -29), until: until ?? last))
    return report.buckets
  }

  private func alarms(_ buckets: [TrendsReport.Bucket]) -> [CivilDate: TrendsReport.Alarm] {
    buckets.reduce(into: [:]) { $0[$1.days.upperBound] = $1.npsAlarm ?? $1.csatAlarm }
  }

  /// Eleven weeks of nothing but the best and then one of nothing but the worst, and the same as ever after it.
  @Test(arguments: [(SurveyKind.nps, 10, 0), (.csat, 5, 1)])
  func aCrashIsToldInItsOwnWeekAlone(survey: SurveyKind, best: Int, worst: Int) throws {
    let good = Array(repeating: best, count: 28)
    let crash = Array(repeating: worst, count: 28)
    try record(survey, Array(repeating: good, count: 11) + [crash] + Array(repeating: good, count: 4))
    #expect(alarms(try buckets()) == [last + -28: .down])
    #expect(alarms(try buckets(until: last + -28)) == [last + -28: .down])
    #expect(alarms(try buckets(until: last + -35)) == [:])
  }

  /// From 42 to −52 in a week: what was healthy before it stays so.
  @Test func aFallIsToldInItsOwnWeek() throws {
    let good = Array(repeating: 10, count: 18) + Array(repeating: 8, count: 8) + Array(repeating: 3, count: 5)
    let bad = Array(repeating: 10, count: 5) + Array(repeating: 8, count: 5) + Array(repeating: 3, count: 21)
    let weeks = (0..<12).map { week in
      good.dropLast(2) + (week % 3 == 0 ? [10, 3] : week % 3 == 1 ? [3, 3] : [8, 10])
    }
    try record(.nps, weeks.map(Array.init) + [bad, bad])
    #expect(alarms(try buckets()) == [last + -7: .down, last: .down])
    #expect(alarms(try buckets(until: last + -7)) == [last + -7: .down])
    #expect(alarms(try buckets(until: last + -14)) == [:])
  }

  /// The same weeks, whatever is shown beside them and whatever comes later.
  @Test(arguments: 1...3) func aWeekIsJudgedTheSameInEveryReport(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let weeks = (0..<34).map { week in
      week == 20 || week == 30
        ? (0..<24).map { _ in chance.number(0...6) }
        : (0..<chance.number(8...24)).map { _ in chance.isTrue(oneIn: 2) ? 10 : chance.number(4...9) }
    }
    try record(.nps, weeks)
    var known: Judged = [:]
    var compared = 0
    for (later, days) in [(0, 29), (7, 29), (14, 6), (35, 13), (70, 29), (0, 13), (0, 6), (21, 69)] {
      let until = last + -later
      for bucket in try buckets(since: until + -days, until: until) {
        if let same = known[bucket.days] {
          #expect(same.npsAlarm == bucket.npsAlarm && same.nps == bucket.nps, "seed \(seed)")
          compared += 1
        }
        known[bucket.days] = bucket
      }
    }
    #expect(compared > 40 && known.values.contains { $0.npsAlarm != nil })
  }
}
