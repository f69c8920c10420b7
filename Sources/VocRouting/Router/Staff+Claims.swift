import VocDomain

extension Staff {
  /// Why an agent who could take this kind cannot take one more now; nil: they can.
  func busyGate(_ agent: Int, kind: Int) -> Gate? {
    let channel = channels[kind]
    if blocking[agent] > 0, channel.isSynchronous || channel.isBlocking { return .blocked }
    if synchronous[agent] > 0, channel.isBlocking { return .blocked }
    let column = kind * count + agent
    return used[column] + channel.weight <= capacity[column] ? nil : .capacity
  }

  /// Why an agent does not take this kind at all now; nil: they do.
  func absence(_ agent: Int, kind: Int) -> Gate? {
    if !accepts[kind * count + agent] { return .state }
    return isOnShift[agent] ? nil : .shift
  }

  /// The agent gets a ticket of the kind or is offered one.
  mutating func claim(_ agent: Int, kind: Int, isLive: Bool, _ wave: Wave?) {
    let before = kinds.indices.map { busyGate(agent, kind: $0) }
    occupy(agent, channels[kind], kind: kind, isLive: isLive)
    claims += 1
    if let wave { received[wave.index * count + agent] += 1 }
    version[agent] += 1
    let stamp = Stamp(now, sequence: claims)
    lastInKind[kind * count + agent] = max(lastInKind[kind * count + agent], stamp)
    lastAny[agent] = max(lastAny[agent], stamp)
    for other in kinds.indices where busyGate(agent, kind: other) != before[other] {
      changes[other].append(Int32(agent))
    }
  }

  /// `skill`: the sum of the proficiencies that count.
  func rank(_ agent: Int, kind: Int, skill: Int, wave: Wave?) -> Rank {
    let column = kind * count + agent
    return Rank(
      wave: wave.map { Int32(clamping: received[$0.index * count + agent] / $0.share) } ?? 0,
      agent: Int32(agent),
      merit: merit(agent, kind: kind, skill: skill),
      turn: method == .roundRobin ? lastInKind[column] : .never, load: load(column),
      lastInKind: lastInKind[column], lastAny: lastAny[agent])
  }

  func merit(_ agent: Int, kind: Int, skill: Int) -> Double {
    let column = kind * count + agent
    switch method {
    case .spare: return Double(capacity[column] - used[column])
    case .sparePercent:
      return capacity[column] > 0 ? Double(capacity[column] - used[column]) / Double(capacity[column]) : 0
    case .roundRobin:
      return lastInKind[column].instant.map { Double(now - $0) } ?? .infinity
    case .skill: return Double(skill)
    case .leastOpen: return Double(-open[agent])
    }
  }

  private func load(_ column: Int) -> Double {
    capacity[column] > 0 ? Double(used[column]) / Double(capacity[column]) : 1
  }

  func candidate(_ agent: Int, kind: Int, failed: Gate?, merit: Double) -> Candidate {
    let column = kind * count + agent
    return Candidate(
      agent: ids[agent], failed: failed, used: used[column], capacity: capacity[column], merit: merit,
      lastAssigned: lastInKind[column].instant)
  }
}
