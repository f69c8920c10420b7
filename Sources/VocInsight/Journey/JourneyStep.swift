public import VocDomain

/// Whom a case waits for between two steps.
public enum WaitHolder: String, CaseIterable, Sendable {
  case company, customer
  case thirdParty = "third_party"
  /// The matter is settled, or the wait ended by a clock: nobody felt it.
  case nobody

  /// Whom a ticket of this status waits for.
  public init(_ status: Ticket.Status) {
    switch status {
    case .new, .open: self = .company
    case .pending: self = .customer
    case .hold: self = .thirdParty
    case .solved, .closed: self = .nobody
    }
  }
}

/// One step of a case: what happened, when, and whom the case waits for from then on.
public struct JourneyStep: Equatable, Sendable {
  public struct Traits: OptionSet, Sendable, Hashable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Something said: that it comes again is talk, not rework.
    public static let turn = Traits(rawValue: 1)
    /// Only closes the books: nobody feels the wait that ends with it.
    public static let closing = Traits(rawValue: 2)
    /// Takes up again what had been solved.
    public static let reopening = Traits(rawValue: 4)
  }

  public var activity: String
  public var at: Instant
  /// Of the wait that follows.
  public var holder: WaitHolder
  public var traits: Traits
  /// Who was given the case by this step; nil where it went to nobody.
  public var owner: String?

  public init(
    _ activity: String, at: Instant, holder: WaitHolder, traits: Traits = [], owner: String? = nil
  ) {
    (self.activity, self.at, self.holder) = (activity, at, holder)
    (self.traits, self.owner) = (traits, owner)
  }
}
