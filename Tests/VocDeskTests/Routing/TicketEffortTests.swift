import Testing
import VocDomain
import VocRouting
import VocStore

@testable import VocDesk

@Suite struct TicketEffortTests {
  private func said(_ second: Int64, _ side: Threading.Side, _ call: TimedCall? = nil) -> TimedUtterance {
    TimedUtterance(ticketID: 1, at: Instant(unixSeconds: 1_000_000 + second), side: side, call: call)
  }

  private func effort(_ utterances: TimedUtterance..., isSynchronous: Bool = false) -> TicketEffort {
    TicketEffort(utterances, isSynchronous: isSynchronous)
  }

  @Test func aReplyTakesTheTimeSinceWhatWasSaidBefore() {
    let one = effort(said(0, .customer), said(90, .us))
    #expect(one.handling == HandlingTime(total: 90, untilReply: 90))
    #expect(one.hasCustomer && one.patience == nil)
    let several = effort(
      said(0, .customer), said(90, .us), said(150, .us), said(400, .customer), said(500, .us))
    #expect(several.handling == HandlingTime(total: 90 + 60 + 100, untilReply: 90))
  }

  @Test func atLeastHalfAMinuteAndAtMostTen() {
    #expect(effort(said(0, .customer), said(0, .us)).handling?.total == 30)
    #expect(effort(said(0, .customer), said(86_400, .us)).handling?.total == 600)
    #expect(effort(said(0, .us)).handling?.total == 30)
  }

  @Test func inAChatTheCustomersPausesCount() {
    let chat = [
      said(0, .customer), said(60, .us), said(160, .customer), said(200, .us), said(9000, .customer),
    ]
    let whole: Int64 = 60 + 100 + 40 + 600
    #expect(TicketEffort(chat, isSynchronous: true).handling?.total == whole)
    #expect(TicketEffort(chat, isSynchronous: false).handling?.total == 100)
    // Nobody was at it before the first reply.
    #expect(effort(said(0, .customer), said(500, .customer), isSynchronous: true).handling == nil)
  }

  @Test func aCallTakesItsOwnLengths() {
    let answered = TimedCall(disposition: .answered, wait: 20, work: 200)
    #expect(effort(said(0, .both, answered)).handling == HandlingTime(total: 200, untilReply: 0))
    #expect(effort(said(0, .both, answered), said(300, .both, answered)).handling?.total == 400)
    #expect(effort(said(0, .both, TimedCall(disposition: .answered))).handling == nil)
  }

  @Test func whoHangsUpHadThatMuchPatience() {
    let gone = TimedCall(disposition: .abandoned, wait: 45)
    #expect(effort(said(0, .customer, gone)).patience == 45)
    #expect(effort(said(0, .customer, gone)).handling == nil)
    let answered = TimedCall(disposition: .answered, work: 200)
    #expect(effort(said(0, .both, answered), said(900, .customer, gone)).patience == nil)
  }

  @Test func botsAndNotesDoNothing() {
    let nobody = effort(said(0, .customer), said(5, .neither), said(50, .us))
    #expect(nobody.handling?.total == 50)
    #expect(!effort(said(0, .neither), said(10, .us)).hasCustomer)
    #expect(effort(said(0, .customer), said(10, .neither)).handling == nil)
  }
}
