public import VocDomain

/// What an agent has of each kind of channel and how much they may have.
public struct AgentLoad: Equatable, Sendable {
  public struct Kind: Equatable, Sendable {
    public var kind: String
    /// The weight of the active tickets and offers; resting conversations do not count.
    public var used: Int
    public var capacity: Int
  }

  public var agent: Int64
  /// By name: the kinds that the policy or the agent names, and those of which the agent has something.
  public var kinds: [Kind]
}

extension Router {
  /// The load of every agent as of `now`, by id, as routing counts it.
  public static func loads(
    _ snapshot: RoutingSnapshot, _ policy: RoutingPolicy, now: Instant
  ) -> [AgentLoad] {
    var used: [Int64: [String: Int]] = [:]
    func add(_ ticket: WaitingTicket, to agent: Int64, _ channel: ChannelPolicy) {
      used[agent, default: [:]][ticket.channelKind, default: 0] += channel.weight
    }
    for held in snapshot.held {
      let channel = policy.channel(held.ticket.channelKind)
      if held.isActive(channel, now: now) { add(held.ticket, to: held.agent, channel) }
    }
    for offer in snapshot.offers {
      add(offer.ticket, to: offer.agent, policy.channel(offer.ticket.channelKind))
    }
    return snapshot.agents.sorted { $0.id < $1.id }.map { agent in
      let own = used[agent.id] ?? [:]
      let kinds = Set(policy.channels.keys).union(agent.capacity.keys).union(own.keys).sorted()
      return AgentLoad(
        agent: agent.id,
        kinds: kinds.map {
          AgentLoad.Kind(
            kind: $0, used: own[$0] ?? 0, capacity: policy.capacity(of: agent, kind: $0))
        })
    }
  }
}
