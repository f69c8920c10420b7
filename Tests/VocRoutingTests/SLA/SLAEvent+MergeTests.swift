import Testing
import VocDomain
import VocRouting

@Suite struct SLAEventMergeTests {
  let policy = promise([.firstReply: 2 * hour, .resolution: 8 * hour])

  /// 12-14 and 13-16 pending make 12-16; the surviving ticket's clock starts when the other began.
  @Test func theSurvivingTicketKeepsTheEarlierStartAndPausesUnite() throws {
    let surviving =
      SLAEvent.opened(nov(12, 11), policy) + [
        SLAEvent(at: nov(12, 12), .status(.pending)), SLAEvent(at: nov(12, 14), .status(.open)),
      ]
    let other =
      SLAEvent.opened(nov(12, 9), promise(named: "otro", [.resolution: minute])) + [
        SLAEvent(at: nov(12, 13), .status(.pending)), SLAEvent(at: nov(12, 16), .status(.open)),
        SLAEvent(at: nov(12, 17), .status(.closed)),
      ]
    let merged = SLAEvent.merged(other, into: surviving)
    let resolution = try clocks(.resolution, merged)
    #expect(resolution.map(\.start) == [nov(12, 9)])
    #expect(
      resolution.map(\.pauses) == [[SLAClock.Pause(reason: .pending, from: nov(12, 12), to: nov(12, 16))]])
    #expect(resolution.map(\.stop) == [nil])
    #expect(resolution.map { $0.terms.map(\.policyName) } == [[nil, "oro"]])
    #expect(resolution.map(\.due) == [nov(13, 11)])
    #expect(try clocks(.firstReply, merged).map(\.start) == [nov(12, 9)])
  }

  @Test func aReplyInEitherAnswers() throws {
    let other = SLAEvent.opened(nov(12, 9), nil) + [SLAEvent(at: nov(12, 10), .reply)]
    let merged = SLAEvent.merged(other, into: SLAEvent.opened(nov(12, 9, 30), policy))
    #expect(try clocks(.firstReply, merged).map(\.stop) == [nov(12, 10)])
  }

  @Test func itIsSolvedOnlyWhileBothAre() throws {
    let other = SLAEvent.opened(nov(12, 9), nil) + [SLAEvent(at: nov(12, 12), .status(.solved))]
    let surviving = SLAEvent.opened(nov(12, 10), policy) + [SLAEvent(at: nov(12, 11), .status(.solved))]
    #expect(try clocks(.resolution, SLAEvent.merged(other, into: surviving)).map(\.stop) == [nov(12, 12)])
  }

  @Test func mergingNothingChangesNothing() throws {
    let events =
      SLAEvent.opened(nov(12, 10), policy) + [
        SLAEvent(at: nov(12, 11), .status(.pending)), SLAEvent(at: nov(12, 12), .customerMessage),
        SLAEvent(at: nov(12, 12), .status(.open)), SLAEvent(at: nov(12, 13), .status(.solved)),
      ]
    #expect(SLAEvent.merged([], into: events) == events)
  }
}
