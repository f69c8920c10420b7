public import VocDomain

/// How much to invent; the same plan gives the same data.
public struct DemoPlan: Sendable {
  public var tickets: Int
  /// On average, at least 1.
  public var messagesPerTicket: Int
  public var answers: Int
  /// Tickets of the last days that nobody has, besides.
  public var waiting = 0
  /// Agents who are online with skills in three queues, besides those of the house.
  public var agents = 0
  public var seed: UInt64
  /// Everything happens in the two years before.
  public var until: Instant

  public init(
    tickets: Int = 2_000, messagesPerTicket: Int = 4, answers: Int = 3_000, seed: UInt64 = 1, until: Instant
  ) {
    self.tickets = tickets
    self.messagesPerTicket = messagesPerTicket
    self.answers = answers
    self.seed = seed
    self.until = until
  }
}

/// How far filling with demo data is.
public struct DemoProgress: Sendable {
  public enum Phase: Sendable {
    case tickets, waiting, answers
    /// Writing the full-text index, all at once: `done` stays 0.
    case search
  }

  public var phase: Phase
  public var done: Int
  public var total: Int
}

/// What was invented.
public struct DemoReport: Equatable, Sendable {
  public var customers = 0
  public var tickets = 0
  public var unsolved = 0
  public var messages = 0
  public var events = 0
  public var answers = 0
}
