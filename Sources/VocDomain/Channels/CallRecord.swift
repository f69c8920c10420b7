/// One call as an export tells it, all its legs together. Lengths of time are whole seconds.
public struct CallRecord: Equatable, Sendable, Codable {
  public enum Direction: String, CaseIterable, Sendable, Codable { case inbound, outbound, `internal` }

  /// How the call ended.
  public enum Disposition: String, CaseIterable, Sendable, Codable {
    /// Customer and agent spoke.
    case answered
    /// The customer hung up while waiting in a queue.
    case abandoned
    /// It rang and nobody took it; a queue's time ran out.
    case noAnswer = "no-answer"
    case busy
    case failed
    case voicemail
    /// The export ends before the call does, or the switch restarted.
    case unknown
  }

  /// Where the record begins in its file, from 1.
  public var line: Int
  /// Unique within its account (linkedid, Call SID, ContactId, "callid#1"); nil where the export has none.
  public var key: String?
  /// As of when this version is: the newest wins.
  public var updatedAt: Instant?
  /// The key of its `TicketRecord`, where the export knows tickets.
  public var ticket: String?
  /// When it began: the customer dialled, or entered the queue.
  public var at: RecordTime
  public var direction: Direction
  public var customer: PartyRecord
  /// The agent who spoke (the last one), else nil.
  public var agent: PartyRecord?
  public var queue: String?
  /// From entering the queue (or dialling) to an agent's answer, or to giving up.
  public var wait: Int64?
  public var talk: Int64?
  public var hold: Int64?
  /// The agent's work after the call.
  public var wrapUp: Int64?
  public var disposition: Disposition
  /// How often it was handed on to another agent or queue.
  public var transfers = 0
  /// The wrap-up code or note, a recording's name: what the export says in words.
  public var note: String?
  /// The raw rows, where another file may hold the rest of this call (a rotated log); else empty. Sorted and
  /// without doubles, they give the whole call: `ExportReader.call(fragments:)`.
  public var fragments: [String] = []

  public init(
    line: Int, key: String?, at: RecordTime, direction: Direction, customer: PartyRecord,
    disposition: Disposition
  ) {
    self.line = line
    self.key = key
    self.at = at
    self.direction = direction
    self.customer = customer
    self.disposition = disposition
  }
}

/// An agent begins or ends work, or pauses.
public struct AgentStateRecord: Equatable, Sendable, Codable {
  public enum State: String, CaseIterable, Sendable, Codable { case login, logout, pause, unpause }

  public var line: Int
  public var at: RecordTime
  public var agent: PartyRecord
  public var state: State
  /// Nil for all queues.
  public var queue: String?
  /// As "almuerzo".
  public var reason: String?

  public init(line: Int, at: RecordTime, agent: PartyRecord, state: State) {
    self.line = line
    self.at = at
    self.agent = agent
    self.state = state
  }
}
