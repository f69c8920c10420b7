import VocDomain
import VocStore

/// What is kept of tickets for the figures of service, brought up to what was written of them.
extension Desk {
  /// At the end of each transaction: clocks and measures of the tickets that it wrote on.
  func refreshTouched() throws {
    let touched = store.takeTouchedTickets()
    let gone = store.takeGoneMeasures()
    try refreshSignals()
    try refreshSLAs(ofTickets: touched)
    if !touched.isEmpty || !gone.isEmpty { try refreshMeasures(ofTickets: touched, gone: gone) }
    try recountBusinessTime()
  }

  func refreshMeasures(ofTickets touched: [Int64], gone: [TicketMeasure]) throws {
    try fixReportZone()
    var counters = ServiceCounters(zone: try reportClock(), hours: try ticketHours())
    for measure in gone { counters.count(measure, times: -1) }
    let before = try store.measures(ofTickets: touched)
    var now: [Int64: TicketMeasure] = [:]
    for story in try store.ticketStories(touched) { now[story.ticketID] = try measure(story) }
    for id in touched where before[id] != now[id] {
      try replace(before[id], by: now[id], in: &counters)
    }
    try store.noteMeasured(touched)
    let done = Set(touched)
    for begin in Set((Array(before.values) + now.values + gone).map(\.begins)) {
      for id in try store.tickets(
        ofCustomer: begin.customerID, solvedWithin: TicketMeasure.contactWindow, before: begin.createdAt)
      where !done.contains(id) { try refreshFollowing(ofTicket: id, in: &counters) }
    }
    try store.add(counters.changes())
    if !gone.isEmpty { try store.forgetZoneOfNothing() }
  }

  /// The measure of a story, with what the customer's other tickets say of it.
  private func measure(_ story: TicketStory) throws -> TicketMeasure {
    var measure = TicketMeasure(story)
    if let solved = measure.solvedAt, !story.isNobodys {
      measure.isFollowed = try store.isFollowed(
        ticket: story.ticketID, ofCustomer: story.customerID, cause: story.cause, solvedAt: solved,
        within: TicketMeasure.contactWindow)
    }
    return measure
  }

  private func refreshFollowing(ofTicket id: Int64, in counters: inout ServiceCounters) throws {
    guard let story = try store.ticketStories([id]).first else { return }
    let before = try store.measures(ofTickets: [id])[id]
    let now = try measure(story)
    if before != now { try replace(before, by: now, in: &counters) }
  }

  private func replace(
    _ before: TicketMeasure?, by now: TicketMeasure?, in counters: inout ServiceCounters
  ) throws {
    if let before, let now, before.counts(as: now) { return try store.keep(now) }
    if let before { counters.count(before, times: -1) }
    if let now {
      counters.count(now, times: 1)
      try store.keep(now)
    } else if let before {
      try store.forgetMeasure(ofTicket: before.ticketID)
    }
  }

  /// How many tickets are from before there were figures of service: reports leave them out.
  public func countUnmeasured() throws -> Int { try store.countUnmeasured() }

  /// Measures what has not been measured, some thousands of tickets at a time; `anew`, everything. `progress` is told
  /// how many are done. Counts the comments of answers that were counted before comments were.
  public func reindexService(anew: Bool, progress: (Int) -> Void) throws -> Int {
    try countComments()
    if anew { try store.transaction { try store.forgetAllMeasures() } }
    var done = 0
    while true {
      let count = try store.transaction {
        let ids = try store.unmeasuredTickets(limit: 5000)
        if !ids.isEmpty { try refreshMeasures(ofTickets: ids, gone: []) }
        return ids.count
      }
      if count == 0 { return done }
      done += count
      progress(done)
    }
  }

  /// How many tickets and histograms say something else than the tickets' stories: what `voc doctor` proves.
  func wrongMeasures() throws -> Int {
    var counters = ServiceCounters(zone: try reportClock(), hours: try ticketHours())
    var wrong = 0
    var unmeasured = Set(try store.unmeasuredTickets(limit: .max))
    var last: Int64 = 0
    while case let ids = try store.ticketIDs(after: last, limit: 5000), let end = ids.last {
      last = end
      let kept = try store.measures(ofTickets: ids)
      var fresh: [Int64: TicketMeasure] = [:]
      for story in try store.ticketStories(ids) where unmeasured.remove(story.ticketID) == nil {
        fresh[story.ticketID] = try measure(story)
      }
      for id in Set(kept.keys).union(fresh.keys) {
        if kept[id] != fresh[id] { wrong += 1 }
      }
      for measure in fresh.values { counters.count(measure, times: 1) }
    }
    var expected: [Store.ServiceCell: BucketHistogram] = [:]
    for (cell, changes) in counters.changes() {
      for change in changes {
        expected[cell, default: BucketHistogram()].add(
          bucket: change.bucket, value: change.value, times: change.n)
      }
    }
    for figure in ServiceMeasure.allCases {
      for grain in AnswerCell.Grain.allCases {
        try store.serviceCounts(figure, grain: grain, periods: -10_000_000...10_000_000) {
          period, histogram in
          let cell = Store.ServiceCell(figure, grain, period)
          if expected.removeValue(forKey: cell) != BucketHistogram(histogram) { wrong += 1 }
        }
      }
    }
    return wrong + expected.count
  }
}

extension TicketMeasure {
  /// Whether nothing but the agent differs, of whom no counter is kept.
  fileprivate func counts(as other: TicketMeasure) -> Bool {
    var same = self
    same.agentID = other.agentID
    return same == other
  }

  /// Whose ticket it is and when it began: what other tickets of the customer ask of it.
  fileprivate var begins: Beginning { Beginning(customerID: customerID, createdAt: createdAt) }

  fileprivate struct Beginning: Hashable {
    var customerID: Int64
    var createdAt: Instant
  }
}
