public import VocDomain
import VocStore

/// A customer on every channel, as one person.
extension Desk {
  /// A contact point and the channel that it counts on; nil for one that counts everywhere.
  public struct ContactLine: Sendable {
    public var point: ContactPoint
    public var channel: String?
  }

  /// A call with the ticket that it is on.
  public struct CallLine: Sendable {
    public var call: Call
    public var ticketID: Int64?
    /// Our agent in it, where that is known.
    public var agent: String?
    /// What the telephone system's note says.
    public var note: String
  }

  /// One thing that a customer did, on whatever channel.
  public struct TimelineEntry: Sendable {
    public enum Kind: Sendable {
      case ticket(Ticket)
      case answer(Answer)
      case call(CallLine)
    }

    public var at: Instant
    public var kind: Kind
    /// Nil for an answer of no channel.
    public var channel: String?
  }

  /// Somebody who was found to be this customer.
  public struct MergeLine: Sendable {
    public var customer: Customer
    public var at: Instant
    public var actor: String
    public var reason: String?
  }

  /// A customer with everything a reader wants beside them.
  public struct CustomerView: Sendable {
    public var customer: Customer
    public var contacts: [ContactLine]
    public var merges: [MergeLine]
    /// The newest first.
    public var timeline: [TimelineEntry]
    /// Whether there is more than the timeline's limit let through.
    public var isCut: Bool
    /// The number under which the customer was asked for, where it is another's who was merged into them.
    public var askedAs: Int64?
    public var worth: CustomerWorth
  }

  /// The customer, and the newest of what they did on all channels.
  public func view(customer text: String, limit: Int = 50) throws -> CustomerView {
    try store.snapshot {
      let customer = try customer(text)
      var channels: [Int64: String] = [:]
      for channel in try store.channels() { channels[channel.id] = channel.name }
      let timeline = try timeline(of: customer, limit: limit + 1, channels)
      let asked = try self.customer(numbered: text)?.id
      return CustomerView(
        customer: customer, contacts: try contacts(of: customer, channels),
        merges: try merges(into: customer),
        timeline: Array(timeline.prefix(limit)), isCut: timeline.count > limit,
        askedAs: asked == customer.id ? nil : asked, worth: try worth(of: customer))
    }
  }

  private func timeline(of customer: Customer, limit: Int, _ channels: [Int64: String]) throws
    -> [TimelineEntry]
  {
    let tickets = try store.newestTickets(ofCustomer: customer.id, limit: limit).map {
      TimelineEntry(at: $0.createdAt, kind: .ticket($0), channel: channels[$0.channelID])
    }
    let answers = try store.newestAnswers(ofCustomer: customer.id, limit: limit).map {
      TimelineEntry(at: $0.at, kind: .answer($0), channel: $0.channelID.flatMap { channels[$0] })
    }
    let calls = try calls(of: customer, limit: limit, channels)
    // Tickets go before answers and calls of the same second; each is in its order already.
    let all = (tickets + answers + calls).enumerated().sorted { left, right in
      (right.element.at, left.offset) < (left.element.at, right.offset)
    }
    return all.prefix(limit).map(\.element)
  }

  private func calls(of customer: Customer, limit: Int, _ channels: [Int64: String]) throws -> [TimelineEntry]
  {
    try store.newestCalls(ofCustomer: customer.id, limit: limit).map { message, call, channelID in
      let line = CallLine(
        call: call, ticketID: message.ticketID,
        agent: try message.agentID.flatMap { try store.agent($0)?.name }, note: message.body)
      return TimelineEntry(at: message.at, kind: .call(line), channel: channels[channelID])
    }
  }

  /// By kind, those of one channel together.
  private func contacts(of customer: Customer, _ channels: [Int64: String]) throws -> [ContactLine] {
    let points = try store.storedPoints(ofCustomer: customer.id)
    let lines = points.map { ContactLine(point: $0.point, channel: $0.channelID.flatMap { channels[$0] }) }
    return ContactPoint.Kind.allCases.flatMap { kind in
      lines.filter { $0.point.kind == kind }.sorted {
        ($0.channel ?? "", $0.point.value) < ($1.channel ?? "", $1.point.value)
      }
    }
  }

  private func merges(into customer: Customer) throws -> [MergeLine] {
    try store.standingMerges(into: customer.id).compactMap { merge in
      try store.customer(merge.absorbedID).map {
        MergeLine(customer: $0, at: merge.at, actor: merge.actor, reason: merge.reason)
      }
    }
  }
}
