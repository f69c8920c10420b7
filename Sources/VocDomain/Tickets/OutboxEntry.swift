/// A public reply that a connector is to deliver, and what became of it.
///
/// The legal moves of the outbox: pending → claimed → sent or failed, failed → pending. What comes twice changes
/// nothing the second time; what contradicts the state throws what is there.
public struct OutboxEntry: Equatable, Sendable {
  public enum State: String, CaseIterable, Sendable { case pending, sent, failed }

  /// A connector has the reply in hand, until then: nobody else is given it.
  public struct Claim: Equatable, Sendable {
    public var connector: String
    public var until: Instant

    public init(connector: String, until: Instant) {
      self.connector = connector
      self.until = until
    }
  }

  public var messageID: Int64
  public var channelID: Int64
  public var state: State
  /// How often a connector has had it.
  public var attempts: Int
  /// Of the last failure.
  public var reason: String?
  /// The channel's own id of what was delivered.
  public var externalID: String?
  /// The approved template that is to be sent.
  public var template: String?
  /// Of a pending one only; it may have run out.
  public var claim: Claim?
  public var queuedAt: Instant
  public var changedAt: Instant

  public init(
    messageID: Int64, channelID: Int64, state: State = .pending, attempts: Int = 0, reason: String? = nil,
    externalID: String? = nil, template: String? = nil, claim: Claim? = nil, queuedAt: Instant,
    changedAt: Instant? = nil
  ) {
    self.messageID = messageID
    self.channelID = channelID
    self.state = state
    self.attempts = attempts
    self.reason = reason
    self.externalID = externalID
    self.template = template
    self.claim = claim
    self.queuedAt = queuedAt
    self.changedAt = changedAt ?? queuedAt
  }

  /// Whether a connector may be given it.
  public func isFree(at moment: Instant) -> Bool {
    state == .pending && claim.map { $0.until <= moment } ?? true
  }

  /// Whether it may have reached the customer: it was sent, or a connector had it and has not told what became of it.
  public var isOut: Bool { state == .sent || claim != nil }

  /// Gives it to a connector; only for one that is free.
  public mutating func claim(by connector: String, until end: Instant, at moment: Instant) {
    claim = Claim(connector: connector, until: end)
    attempts += 1
    changedAt = moment
  }

  /// It was delivered, whoever says so: what has arrived has arrived.
  public mutating func acknowledge(externalID: String?, at moment: Instant) throws(VocError) {
    switch state {
    case .failed: throw .replyFailed(messageID, reason: reason ?? "")
    case .sent:
      if externalID == nil || externalID == self.externalID { return }
      if self.externalID != nil {
        throw .replySent(messageID, at: changedAt, externalID: self.externalID)
      }
      self.externalID = externalID
    case .pending:
      end(.sent, at: moment)
      self.externalID = externalID
    }
  }

  /// It could not be delivered; while another connector has it in hand, that one knows better.
  public mutating func fail(reason: String, by connector: String, at moment: Instant) throws(VocError) {
    switch state {
    case .sent: throw .replySent(messageID, at: changedAt, externalID: externalID)
    case .failed: self.reason = reason
    case .pending:
      if let claim, claim.connector != connector, claim.until > moment {
        throw .replyClaimed(messageID, by: claim.connector, until: claim.until)
      }
      end(.failed, at: moment)
      self.reason = reason
    }
  }

  /// One that failed is to be delivered after all.
  public mutating func retry(at moment: Instant) throws(VocError) {
    switch state {
    case .sent: throw .replySent(messageID, at: changedAt, externalID: externalID)
    case .failed:
      state = .pending
      changedAt = moment
    case .pending: break
    }
  }

  private mutating func end(_ state: State, at moment: Instant) {
    // Who reads the list without claiming has had it in hand all the same.
    if claim == nil { attempts += 1 }
    (self.state, claim, changedAt) = (state, nil, moment)
  }
}
