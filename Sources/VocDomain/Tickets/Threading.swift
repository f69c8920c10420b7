/// Decides to which ticket of a customer, or of a group, a message belongs.
public struct Threading: Sendable {
  /// The silence after which a message opens a new ticket.
  public var gap: Int64

  public init(gap: Int64 = Seconds.day) { self.gap = gap }

  /// Whose words a message is.
  public enum Side: Sendable {
    case customer, us
    /// A call in which both spoke.
    case both
    /// Nobody's who counts: a bot's, a note among agents, a call of ours that nobody took.
    case neither
  }

  /// Whose tickets form one thread: a customer's over all channels, or those of a group's conversation.
  public enum Owner: Hashable, Sendable {
    case customer(Int64)
    case group(Int64)
  }

  /// The stretch of time that a ticket's messages cover.
  public struct Stretch: Equatable, Sendable {
    public var ticketID: Int64
    public var first: Instant
    public var last: Instant

    public init(ticketID: Int64, first: Instant, last: Instant) {
      self.ticketID = ticketID
      self.first = first
      self.last = last
    }
  }

  /// What threading asks about a ticket.
  public struct State: Sendable {
    /// The customer spoke last and the ticket is unsolved.
    public var isWaiting: Bool
    /// When a person, not an import, solved or closed it.
    public var endedAt: Instant?

    public init(isWaiting: Bool, endedAt: Instant?) {
      self.isWaiting = isWaiting
      self.endedAt = endedAt
    }
  }

  public enum Placement: Equatable, Sendable {
    /// Belongs to the stretch at this index.
    case continues(Int)
    case opens
  }

  /// Places a message among the stretches, which stand in the order of their first messages.
  ///
  /// A message continues a ticket when no more than `gap` lies between it and the ticket's messages. Our
  /// message also continues, however late, a ticket whose customer still waits; the customer's opens a new
  /// ticket once a person has solved the last.
  public func place(
    _ side: Side, at time: Instant, among stretches: [Stretch], state: (Int) throws -> State
  ) rethrows -> Placement {
    let index = Threading.lastStretch(of: stretches, startingBy: time)
    if let index, try continues(side, at: time, stretches[index], state: { try state(index) }) {
      return .continues(index)
    }
    let next = index.map { $0 + 1 } ?? 0
    if next < stretches.count && stretches[next].first - time <= gap { return .continues(next) }
    return .opens
  }

  private func continues(
    _ side: Side, at time: Instant, _ stretch: Stretch, state: () throws -> State
  ) rethrows -> Bool {
    if time <= stretch.last { return true }
    let isNear = time - stretch.last <= gap
    switch side {
    case .customer, .both:
      guard isNear else { return false }
      let endedAt = try state().endedAt
      return endedAt.map { time <= $0 } ?? true
    case .us: return try isNear || state().isWaiting
    case .neither: return isNear
    }
  }

  /// The index of the last stretch that starts at `time` or before.
  public static func lastStretch(of stretches: [Stretch], startingBy time: Instant) -> Int? {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].first <= time { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }
}
