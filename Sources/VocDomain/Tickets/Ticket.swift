/// One matter of one customer, from their first word to its solution.
public struct Ticket: Equatable, Sendable {
  public enum Status: String, CaseIterable, Sendable, Codable {
    /// Nobody has touched it.
    case new
    case open
    /// Waits for the customer.
    case pending
    /// Waits for a third party.
    case hold
    case solved
    /// Final: only tags, priority and subject may still change.
    case closed

    public static let unsolved: [Status] = [.new, .open, .pending, .hold]
  }

  public enum Priority: Int64, CaseIterable, Sendable, Codable {
    case low = 1
    case normal, high, urgent

    public var name: String {
      switch self {
      case .low: "low"
      case .normal: "normal"
      case .high: "high"
      case .urgent: "urgent"
      }
    }

    /// Nil for any other word than `name` gives.
    public init?(name: String) {
      guard let priority = Priority.allCases.first(where: { $0.name == name }) else { return nil }
      self = priority
    }
  }

  public var id: Int64
  public var status: Status {
    // Whatever moves a ticket on, the promise to come back to it is kept, or off.
    didSet { if status != .pending { pendingUntil = nil } }
  }
  public var priority: Priority
  public var subject: String
  public var customerID: Int64
  public var channelID: Int64
  public var conversationID: Int64?
  /// The conversation of the group whose matter it is; nil for one customer's.
  public var groupID: Int64?
  public var assigneeID: Int64?
  public var cause: String?
  public var createdAt: Instant
  public var updatedAt: Instant
  /// When the oldest customer's message came that no public reply of ours has followed.
  public var waitingSince: Instant?
  public var lastMessageAt: Instant?
  public var solvedAt: Instant?
  /// The promised time, at which a pending ticket opens by itself; nil for one of any other status.
  public var pendingUntil: Instant?

  public init(
    id: Int64, status: Status, priority: Priority = .normal, subject: String, customerID: Int64,
    channelID: Int64,
    conversationID: Int64? = nil, groupID: Int64? = nil, assigneeID: Int64? = nil, cause: String? = nil,
    createdAt: Instant,
    updatedAt: Instant, waitingSince: Instant? = nil, lastMessageAt: Instant? = nil, solvedAt: Instant? = nil,
    pendingUntil: Instant? = nil
  ) {
    self.id = id
    self.status = status
    self.priority = priority
    self.subject = subject
    self.customerID = customerID
    self.channelID = channelID
    self.conversationID = conversationID
    self.groupID = groupID
    self.assigneeID = assigneeID
    self.cause = cause
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.waitingSince = waitingSince
    self.lastMessageAt = lastMessageAt
    self.solvedAt = solvedAt
    self.pendingUntil = pendingUntil
  }

  /// A subject from what the customer first said: its first line, at most 80 characters.
  public static func subject(from text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init)?.trimmed ?? ""
    return line.count <= 80 ? line : line.prefix(79) + "…"
  }
}

extension Ticket {
  /// Brings the ticket up to a message that is its newest: who waits, and which status that makes.
  ///
  /// One that a person has solved stays so: the words after that only belong to it.
  public mutating func hear(_ side: Threading.Side, at time: Instant) {
    lastMessageAt = max(lastMessageAt ?? time, time)
    if solvedAt != nil { return }
    if side == .customer || side == .both {
      guard let status = TicketAct.customerMessage.status(after: status) else { return }
      self.status = status
      waitingSince = waitingSince ?? time
    }
    if side == .us || side == .both {
      guard let status = TicketAct.reply.status(after: status) else { return }
      self.status = status
      waitingSince = nil
    }
  }

  /// Whether an import may say what becomes of it: nobody has taken it, and it has been quiet for longer than `gap`.
  public func maySettle(now: Instant, gap: Int64) -> Bool {
    guard assigneeID == nil, status == .new || status == .open, let last = lastMessageAt else { return false }
    return now - last > gap
  }

  /// What becomes of a ticket that has gone quiet: solved if nobody waits, else open.
  public mutating func settle(at last: Instant) {
    if waitingSince == nil {
      status = .solved
      solvedAt = last
    } else {
      status = .open
    }
  }
}
