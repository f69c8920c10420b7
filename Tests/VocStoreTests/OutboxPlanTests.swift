import Testing
import VocDomain

@testable import SQLite
@testable import VocStore

/// What waits to go out is found without reading what has gone.
@Suite struct OutboxPlanTests {
  let store: Store

  init() throws { store = try Store() }

  @Test(arguments: [
    (nil as Int64?, nil as Instant?, "SEARCH outbox USING INDEX outbox_state (state=?)"),
    (nil, Instant(unixSeconds: 9), "SEARCH outbox USING INDEX outbox_state (state=?)"),
    (1, Instant(unixSeconds: 9), "SEARCH outbox USING INDEX outbox_channel (channel_id=? AND state=?)"),
  ])
  func onlyThePendingAreRead(channel: Int64?, free: Instant?, plan: String) throws {
    let lines = try store.plan {
      _ = try store.outbox(state: .pending, channel: channel, freeAt: free, limit: 9)
    }
    #expect(lines.first == plan)
    #expect(!lines.contains { $0.hasPrefix("SCAN") || $0.contains("TEMP B-TREE") }, "\(lines)")
  }

  @Test func allAreReadInTheirOrder() throws {
    let lines = try store.plan { _ = try store.outbox(limit: 9) }
    #expect(lines.first == "SCAN outbox", "\(lines)")
    #expect(!lines.contains { $0.contains("TEMP B-TREE") }, "\(lines)")
  }

  @Test func aDeliveredReplyIsFoundByItsNumber() throws {
    let lines = try store.plan { _ = try store.deliveredReply("wamid.A", on: 1) }
    #expect(lines == ["SEARCH outbox USING COVERING INDEX outbox_external (external_id=? AND channel_id=?)"])
  }

  @Test func causesAreCountedInTheirIndex() throws {
    let lines = try store.plan { _ = try store.solvedTicketsByCause() }
    #expect(lines == ["SEARCH ticket USING COVERING INDEX ticket_cause (cause>?)"], "\(lines)")
  }

  @Test func theWindowReadsOnlyOneCustomersMessages() throws {
    let ticket = Ticket(
      id: 1, status: .open, subject: "", customerID: 1, channelID: 1, createdAt: Instant(unixSeconds: 0),
      updatedAt: Instant(unixSeconds: 0))
    for alone in [true, false] {
      let lines = try store.plan { _ = try store.lastCustomerMessage(on: ticket, alone: alone) }
      #expect(!lines.contains { $0.hasPrefix("SCAN") }, "\(lines)")
    }
    let lines = try store.plan { _ = try store.addresses(ofCustomer: 1, onTicket: 1) }
    #expect(!lines.contains { $0.hasPrefix("SCAN") }, "\(lines)")
  }
}
