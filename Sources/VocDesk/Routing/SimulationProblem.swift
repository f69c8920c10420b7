/// Why a period cannot be simulated.
public enum SimulationProblem: Error, Equatable, Sendable {
  case noAgents
  /// No customer wrote or called in so many seconds.
  case noTickets(inLast: Int64)
  /// Nobody replied to any of them, so nothing tells how long one takes.
  case noReplies(tickets: Int)
  case unknownGroup(String, nearest: [String], all: [String])
  /// Nil: of all agents.
  case tooFewAgents(group: String?, count: Int)
}
