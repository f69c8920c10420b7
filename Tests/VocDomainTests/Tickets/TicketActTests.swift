import Testing
import VocDomain

/// The lifecycle, act by act: written from the rules, not from the code.
///
/// New becomes open by an agent's first act and never comes back; open may wait for the customer (pending) or a
/// third party (hold); a customer's message reopens; solved closes; closed is final but for tags, priority and
/// notes; what is merged into another is closed with it.
@Suite struct TicketActTests {
  /// In the order new, open, pending, hold, solved, closed; "-" where the act is refused.
  static let table: [TicketAct: String] = [
    .take: "open open pending hold - -",
    .assign: "open open pending hold - -",
    .release: "new open pending hold - -",
    .reply: "open open pending hold solved -",
    .note: "open open pending hold solved closed",
    .pend: "pending pending pending pending - -",
    .hold: "hold hold hold hold - -",
    .solve: "solved solved solved solved - -",
    .reopen: "- - - - open -",
    .close: "- - - - closed -",
    .tag: "new open pending hold solved closed",
    .priority: "new open pending hold solved closed",
    .move: "new open pending hold - -",
    .noReply: "open open pending hold - -",
    .merge: "closed closed closed closed closed -",
    .unmerge: "new open pending hold solved -",
    .split: "new open pending hold solved -",
    .followUp: "new open pending hold solved closed",
    .customerMessage: "new open open open open -",
  ]

  @Test(arguments: TicketAct.allCases)
  func leadsWhereTheRulesSay(act: TicketAct) throws {
    let wanted = try #require(TicketActTests.table[act]).split(separator: " ").map(String.init)
    #expect(Ticket.Status.allCases.map { act.status(after: $0)?.rawValue ?? "-" } == wanted)
  }

  @Test func whatFollowsFromTheRules() {
    for act in TicketAct.allCases {
      for status in Ticket.Status.allCases {
        let after = act.status(after: status)
        if status != .new { #expect(after != .new, "\(act) brings \(status) back to new") }
        if status == .closed { #expect(after == nil || after == .closed, "\(act) reopens a closed ticket") }
        if after == .closed && status != .closed && act != .merge {
          #expect(status == .solved, "\(act) closes \(status)")
        }
      }
    }
    #expect(Set(Ticket.Status.unsolved) == Set(Ticket.Status.allCases).subtracting([.solved, .closed]))
  }
}
