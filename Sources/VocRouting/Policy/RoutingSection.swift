import VocDomain

extension RoutingPolicy {
  /// Reads the section `routing` of a policy document.
  init(reading section: PolicyReader?, kinds: [String]) {
    self.init()
    let members =
      section?.members(allowed: [
        "order", "method", "priority_bonus", "segment_bonus", "stage_bonus", "raise", "affinity", "wave_cap",
        "misses", "exclusion", "idle", "states",
      ]) ?? [:]
    order = members["order"]?.choice(Order.self) ?? order
    method = members["method"]?.choice(Method.self) ?? method
    priorityBonus.merge(
      members["priority_bonus"]?.bonuses(
        among: Ticket.Priority.allCases.map(\.name), Ticket.Priority.init(name:)) ?? [:]
    ) { $1 }
    segmentBonus =
      members["segment_bonus"]?.bonuses(
        among: Customer.Segment.allCases.map(\.rawValue), Customer.Segment.init(rawValue:)) ?? [:]
    stageBonus =
      members["stage_bonus"]?.bonuses(
        among: Customer.Stage.allCases.map(\.rawValue), Customer.Stage.init(rawValue:)) ?? [:]
    let raised = members["raise"]?.members(allowed: ["segments", "stages"]) ?? [:]
    raisedSegments = Set(
      (raised["segments"]?.elements() ?? []).compactMap { $0.choice(Customer.Segment.self) })
    raisedStages = Set((raised["stages"]?.elements() ?? []).compactMap { $0.choice(Customer.Stage.self) })
    if let affinity = members["affinity"] {
      let hold = affinity.duration()
      (hasAffinity, affinityHold) = (hold != nil, hold ?? 0)
    }
    hasWaveCap = members["wave_cap"]?.bool() ?? hasWaveCap
    missesUntilUnresponsive = members["misses"]?.integer(in: 0...100).map(Int.init) ?? missesUntilUnresponsive
    exclusion = members["exclusion"]?.neededDuration() ?? exclusion
    idleAfter = members["idle"]?.duration()
    for (state, reader) in (members["states"]?.members() ?? [:]).sorted(by: { $0.key < $1.key }) {
      states[state] =
        reader.value == .text("all")
        ? .all : .only(Set(reader.elements().compactMap { $0.name(among: kinds) }))
    }
  }
}

extension ChannelPolicy {
  /// Reads what a policy document says of a kind of channel; the rest is as usual for that kind.
  init(reading reader: PolicyReader, kind: String, calendars: [String]) {
    self = .standard(kind: kind)
    let members = reader.members(allowed: [
      "weight", "capacity", "synchronous", "blocking", "offer", "no_answer", "inactive", "reply_window",
      "calendar",
    ])
    weight = members["weight"]?.integer(in: 1...1000).map(Int.init) ?? weight
    capacity = members["capacity"]?.integer(in: 0...1000).map(Int.init) ?? capacity
    isSynchronous = members["synchronous"]?.bool() ?? isSynchronous
    isBlocking = members["blocking"]?.bool() ?? isBlocking
    offerTimeout = members["offer"]?.neededDuration() ?? offerTimeout
    if let reader = members["no_answer"] { noAnswerAfter = reader.duration() }
    if let reader = members["inactive"] { inactiveAfter = reader.duration() }
    if let reader = members["reply_window"] { replyWindow = reader.duration() }
    calendar = members["calendar"]?.name(among: calendars)
  }
}

extension PolicyReader {
  /// Minutes by the names of what earns them.
  fileprivate func bonuses<Key: Hashable>(among names: [String], _ key: (String) -> Key?) -> [Key: Int64] {
    (members() ?? [:]).sorted { $0.key < $1.key }.reduce(into: [:]) { bonuses, member in
      guard let key = key(member.key) else {
        return member.value.report(
          .unknownKey(member.key, nearest: Nearest.names(to: member.key, among: names)))
      }
      bonuses[key] = member.value.integer(in: -100_000...100_000)
    }
  }
}
