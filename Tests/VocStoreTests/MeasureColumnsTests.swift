import Testing
import VocDomain
import VocTesting

@testable import SQLite
@testable import VocStore

@Suite struct MeasureColumnsTests {
  /// Whatever a measure is, a figure for which only its own columns were read counts what it counts in the whole measure.
  @Test func aFigureNeedsNoOtherColumns() throws {
    let seed: UInt64 = 31
    var chance = Chance(seed: seed)
    let store = try Store()
    try store.database.executeScript(
      """
      INSERT INTO channel (id, kind, name, folded_name, zone) VALUES (1, 'phone', 'Cero', 'cero', 'UTC');
      INSERT INTO customer (id, name, folded_name, created_at) VALUES (1, 'Eva', 'eva', 0);
      """)
    var kept: [TicketMeasure] = []
    for id in 1...80 {
      try store.database.execute(
        """
        INSERT INTO ticket (id, status, priority, subject, customer_id, channel_id, created_at, updated_at)
        VALUES (?, 'open', 2, '', 1, 1, 0, 0)
        """, Int64(id))
      kept.append(measure(Int64(id), &chance))
    }
    try store.transaction { for measure in kept { try store.keep(measure) } }
    for figure in ServiceMeasure.allCases {
      var read: [TicketMeasure] = []
      try store.eachMeasure(ofTickets: nil, figures: [figure]) { measure, _ in read.append(measure) }
      #expect(
        read.map { said($0, of: figure) } == kept.map { said($0, of: figure) }, "\(figure), seed \(seed)")
      #expect(read.map(\.solvedAt) == kept.map(\.solvedAt) && read.map(\.channelID) == kept.map(\.channelID))
    }
  }

  private func measure(_ id: Int64, _ chance: inout Chance) -> TicketMeasure {
    func some(_ numbers: ClosedRange<Int>) -> Int64? {
      chance.isTrue(oneIn: 3) ? nil : Int64(chance.number(numbers))
    }
    var measure = TicketMeasure(
      ticketID: id, customerID: 1, channelID: 1,
      createdAt: Instant(unixSeconds: Int64(chance.number(0...9_999))),
      isUnsolved: chance.isTrue(oneIn: 2))
    (measure.firstReply, measure.resolution, measure.reopenedAfter) = (
      some(0...999), some(999...5_000), some(0...9)
    )
    measure.pausedAt = some(0...20_000).map(Instant.init(unixSeconds:))
    measure.pending = Int64(chance.number(0...500))
    (measure.replyRounds, measure.botReplies) = (chance.number(0...2), chance.number(0...1))
    (measure.reopens, measure.handOffs) = (chance.number(0...1), chance.number(0...1))
    measure.isUnanswered = chance.isTrue(oneIn: 2)
    measure.isSettled = chance.isTrue(oneIn: 2)
    measure.isTransferred = chance.isTrue(oneIn: 2)
    measure.isFollowed = chance.isTrue(oneIn: 2)
    let wait = TicketMeasure.Wait(at: measure.createdAt + 7, seconds: Int64(chance.number(0...99)))
    if chance.isTrue(oneIn: 2) { measure.nextReplies = [wait] }
    if chance.isTrue(oneIn: 2) {
      let isAnswered = chance.isTrue(oneIn: 2)
      measure.calls = [.init(wait: wait, isAnswered: isAnswered, handle: isAnswered ? some(0...60) : nil)]
    }
    return measure
  }

  /// What a measure contributes to a figure; of business time, what it follows from.
  private func said(_ measure: TicketMeasure, of figure: ServiceMeasure) -> [[Int64]] {
    if figure == .businessFirstReply { return said(measure, of: .firstReply) }
    var said: [[Int64]] = []
    measure.eachContribution { contributed, moment, value in
      if contributed == figure { said.append([moment.unixSeconds, value]) }
    }
    return said
  }
}
