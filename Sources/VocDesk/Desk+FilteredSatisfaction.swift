import VocDomain
import VocStore

/// Satisfaction over the answers of the tickets that a filter matches: no counter is kept of those.
extension Desk {
  /// Counted one by one; days and months are those that the kept counters count in.
  func sums(
    matching filter: TicketFilter, since: CivilDate?, until: CivilDate?,
    by grouping: SatisfactionReport.Grouping?, zone: String
  ) throws -> AnswerSums {
    let clock = try ZoneClock(named: zone)
    func day(_ instant: Instant) -> CivilDate { clock.localTime(of: instant).date }
    func isInside(_ instant: Instant) -> Bool {
      if since == nil && until == nil { return true }
      let day = day(instant)
      return since.map { $0 <= day } ?? true && until.map { day <= $0 } ?? true
    }
    let stretch = Desk.stretch(since, until)

    var counts: [AnswerCell: Int64] = [:]
    let dimension = grouping?.dimension ?? .all
    try store.eachAnswer(
      ofTickets: store.ticketIDs(matching: condition(of: filter)), within: stretch, by: dimension
    ) { answer in
      guard isInside(answer.at) else { return }
      let month = grouping == .month ? day(answer.at).monthsSince1970 : 0
      let cell = AnswerCell(
        dimension: dimension, grain: .month, period: month, member: answer.member, survey: answer.survey,
        score: answer.score)
      counts[cell, default: 0] += 1
    }
    var sums = AnswerSums()
    for (cell, n) in counts {
      sums.total.add(cell, n)
      if let grouping { sums.add(cell, n, by: grouping) }
    }
    try store.eachAnswerWithoutTicket(within: stretch) { if isInside($0) { sums.withoutTicket += 1 } }
    return sums
  }

  /// The days wherever on earth they are: the zone's own bounds lie within.
  private static func stretch(_ since: CivilDate?, _ until: CivilDate?) -> ClosedRange<Instant> {
    let first = since.map { Int64($0.daysSince1970 - 1) * Seconds.day } ?? .min
    let last = until.map { Int64($0.daysSince1970 + 2) * Seconds.day } ?? .max
    return Instant(unixSeconds: min(first, last))...Instant(unixSeconds: max(first, last))
  }
}
