import VocDomain

/// The agents of a run as columns, in the order of their ids: what stays and what each claim changes.
///
/// Columns by kind of channel hold `kind * count + agent`.
struct Staff {
  let ids: [Int64]
  let indices: [Int64: Int]
  let states: [String]
  let groups: [Set<String>]
  let skills: [[String: Int]]
  let kinds: [String]
  let channels: [ChannelPolicy]
  let isOnShift: [Bool]
  /// Takes no kind at all, as one who is offline.
  let isOff: [Bool]
  let accepts: [Bool]
  let capacity: [Int]
  /// Agents on shift whose state takes something at all, and by kind.
  let online: Int
  let onlineByKind: [Int]

  var used: [Int]
  var lastInKind: [Stamp]
  var lastAny: [Stamp]
  /// Active tickets whose channel is synchronous, and blocking.
  var synchronous: [Int]
  var blocking: [Int]
  /// The weight of all active tickets.
  var open: [Int]
  /// Tickets got in this run, by wave: `wave * count + agent`.
  var received: [Int] = []
  /// Rises with whatever changes the agent's rank.
  var version: [UInt32]
  /// By kind: agents whose `busyGate` for it has changed, in that order.
  var changes: [[Int32]]
  var claims = 0

  let method: RoutingPolicy.Method
  let now: Instant

  /// `kinds`: every kind of the tickets to be routed.
  init(
    _ sweep: Sweep, kinds: [String], _ policy: RoutingPolicy, _ calendars: Calendars, now: Instant
  ) {
    let agents = sweep.agents
    self.kinds = kinds
    self.now = now
    method = policy.method
    ids = agents.map(\.id)
    indices = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    states = agents.map(\.state)
    groups = agents.map(\.groups)
    skills = agents.map(\.skills)
    channels = kinds.map(policy.channel)
    isOff = agents.map { policy.takesNothing(in: $0.state) }
    let openShifts = Set(Set(agents.compactMap(\.shift)).filter { calendars.clock($0).isOpen(at: now) })
    isOnShift = agents.map { $0.shift.map(openShifts.contains) ?? true }
    accepts = kinds.flatMap { kind in agents.map { policy.accepts(kind, in: $0.state) } }
    capacity = kinds.flatMap { kind in agents.map { policy.capacity(of: $0, kind: kind) } }
    lastInKind = kinds.flatMap { kind in agents.map { Stamp($0.lastAssigned[kind]) } }
    lastAny = agents.map { Stamp($0.lastAssigned.values.max()) }
    online = agents.indices.count { [isOff, isOnShift] in !isOff[$0] && isOnShift[$0] }
    onlineByKind = kinds.indices.map { [accepts, isOnShift] kind in
      agents.indices.count { accepts[kind * agents.count + $0] && isOnShift[$0] }
    }
    used = Array(repeating: 0, count: kinds.count * agents.count)
    (synchronous, blocking) = (agents.map { _ in 0 }, agents.map { _ in 0 })
    open = synchronous
    version = Array(repeating: 0, count: agents.count)
    changes = kinds.map { _ in [] }
    load(sweep, policy)
  }

  var count: Int { ids.count }

  private mutating func load(_ sweep: Sweep, _ policy: RoutingPolicy) {
    let indexByKind = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, $0) })
    var channels: [String: ChannelPolicy] = [:]
    func take(_ kind: String, _ id: Int64, isLive: Bool, where isActive: (ChannelPolicy) -> Bool) {
      let channel = channels[kind] ?? policy.channel(kind)
      channels[kind] = channel
      guard let agent = indices[id], isActive(channel) else { return }
      occupy(agent, channel, kind: indexByKind[kind], isLive: isLive)
    }
    for held in sweep.held {
      take(held.ticket.channelKind, held.agent, isLive: held.ticket.isLive) { held.isActive($0, now: now) }
    }
    for offer in sweep.offers { take(offer.ticket.channelKind, offer.agent, isLive: true) { _ in true } }
  }

  /// `kind` is nil for one that none of the waiting tickets has. Who is not on the line any more (`isLive`) takes
  /// capacity, but keeps nobody from a call or chat.
  mutating func occupy(_ agent: Int, _ channel: ChannelPolicy, kind: Int?, isLive: Bool) {
    if let kind { used[kind * count + agent] += channel.weight }
    open[agent] += channel.weight
    guard isLive else { return }
    if channel.isSynchronous { synchronous[agent] += 1 }
    if channel.isBlocking { blocking[agent] += 1 }
  }

  /// Each agent's proficiency, 0 without the skill.
  func proficiency(_ skill: String) -> [Int] { skills.map { $0[skill] ?? 0 } }
}
