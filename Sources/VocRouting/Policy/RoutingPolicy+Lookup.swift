import VocDomain

extension RoutingPolicy {
  /// The queue's policy; one that serves everybody for an index that a checked snapshot cannot hold.
  func queue(at index: Int) -> QueuePolicy {
    queues.indices.contains(index) ? queues[index] : QueuePolicy(name: "")
  }

  /// Whether an agent in the state takes no kind of channel at all, as one who is offline.
  public func takesNothing(in state: String) -> Bool {
    switch states[state] {
    case .all: false
    case .only(let kinds): kinds.isEmpty
    case nil: true
    }
  }

  /// How much of a kind the agent may have at once.
  public func capacity(of agent: RoutingAgent, kind: String) -> Int {
    agent.capacity[kind] ?? channel(kind).capacity
  }
}
