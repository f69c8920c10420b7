import VocDomain

/// Who serves the tickets of a queue as these grow older, and with which skills.
struct QueueReach {
  let policy: QueuePolicy
  let clock: BusinessClock
  private let fallback: QueuePolicy?
  /// Ages at which more agents join, in business seconds.
  private let thresholds: [Int64]

  init(_ queue: QueuePolicy, in policy: RoutingPolicy, _ calendars: Calendars) {
    self.policy = queue
    clock = calendars.clock(queue.calendar)
    fallback = queue.fallback.flatMap { name in policy.queues.first { $0.name == name } }
    let ages = queue.tiers.map(\.after) + (fallback == nil ? [] : [queue.fallbackAfter])
    thresholds = Set(ages).filter { $0 > 0 }.sorted()
  }

  /// Business seconds since the ticket could first be given to somebody.
  func age(since: Instant, now: Instant) -> Int64 { since < now ? clock.between(since, now) : 0 }

  /// By the ticket's age alone, whenever it entered a stage: offers and returns do not start it anew.
  func tier(age: Int64) -> Int { thresholds.firstIndex { age < $0 } ?? thresholds.count }

  /// How many times the optional skills have been relaxed, at most three; 0 for a queue without any.
  func skillStage(age: Int64) -> Int {
    guard !policy.optional.isEmpty else { return 0 }
    return policy.skillTimeout > 0 ? Int(min(3, age / policy.skillTimeout)) : 3
  }

  func serves(_ groups: Set<String>, tier: Int) -> Bool {
    if policy.tiers.isEmpty { return true }
    let age = tier == 0 ? 0 : thresholds[tier - 1]
    if policy.tiers.contains(where: { $0.after <= age && groups.contains($0.group) }) { return true }
    guard let fallback, policy.fallbackAfter <= age else { return false }
    return fallback.tiers.isEmpty || fallback.tiers.contains { groups.contains($0.group) }
  }

  /// What is asked for at a stage: each skill once, with the highest level that anybody asks for.
  func skills(
    stage: Int, ticket required: [QueuePolicy.RequiredSkill]
  ) -> [QueuePolicy.RequiredSkill] {
    var levels: [String: Int] = [:]
    for skill in policy.required + required {
      levels[skill.name] = max(levels[skill.name] ?? 0, skill.atLeast)
    }
    for skill in policy.optional where stage < 4 - skill.level {
      levels[skill.name] = max(levels[skill.name] ?? 0, 1)
    }
    return levels.sorted { $0.key < $1.key }.map {
      QueuePolicy.RequiredSkill(name: $0.key, atLeast: $0.value)
    }
  }
}
