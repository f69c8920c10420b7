import Testing
import VocDomain
import VocRouting

@Suite struct SLAScoreTests {
  @Test func aScoreCountsByMeasure() throws {
    let calendars = try Office.calendars()
    let policy = promise([.firstReply: hour, .resolution: 2 * hour])
    let opened = SLAEvent.opened(nov(12, 10), policy)
    let tickets = [
      opened + [SLAEvent(at: nov(12, 10, 50), .reply)],
      opened + [SLAEvent(at: nov(12, 10, 20), .reply), SLAEvent(at: nov(12, 11), .status(.solved))],
      opened + [SLAEvent(at: nov(12, 13), .reply), SLAEvent(at: nov(12, 13), .status(.solved))],
      opened + [SLAEvent(at: nov(12, 10, 30), .status(.pending))],
      SLAEvent.opened(nov(12, 10), nil),
    ]
    var score = SLAScore()
    for events in tickets {
      score.count(try SLAClocks.fold(events, calendars: calendars), at: nov(12, 14), in: calendars)
    }
    let first = score[.firstReply]
    #expect([first.n, first.met, first.breached, first.running, first.unmeasured] == [4, 2, 2, 0, 1])
    #expect(first.sortedElapsed == [20 * minute, 50 * minute, 180 * minute])
    let resolution = score[.resolution]
    #expect([resolution.n, resolution.met, resolution.breached, resolution.running] == [4, 1, 2, 1])
    #expect(score[.nextReply] == SLAScore.Tally())
    #expect(score[.requesterWait].unmeasured == 5)
  }
}
