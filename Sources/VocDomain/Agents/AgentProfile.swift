/// An agent with where they are now and what they can take.
public struct AgentProfile: Equatable, Sendable {
  /// The states that voc itself sets; a policy may name others.
  public enum State {
    public static let online = "online"
    public static let away = "away"
    public static let offline = "offline"
    /// Let too many offers run out. A policy does not name it, so it takes nothing.
    public static let unresponsive = "unresponsive"
    public static let all = [online, away, offline, unresponsive]
  }

  public var agent: Agent
  public var state = State.offline
  /// Nil where nobody has set the state yet.
  public var since: Instant?
  public var lastActAt: Instant?
  /// The calendar of their shift; nil: always on.
  public var shift: String?
  /// Offers in a row that they left to run out.
  public var misses = 0
  public var groups: [String] = []
  /// Proficiency 1...5.
  public var skills: [String: Int] = [:]
  /// By kind of channel, where it is not the policy's.
  public var capacity: [String: Int] = [:]
  /// By kind of channel: when they last got a ticket.
  public var lastAssigned: [String: Instant] = [:]

  public init(agent: Agent) { self.agent = agent }
}
