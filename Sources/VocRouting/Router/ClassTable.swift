import VocDomain

/// The classes of a run's tickets and the rankings that they share, each made when it is first asked for.
struct ClassTable {
  var classes: [TicketClass] = []
  var rankings: [Ranking] = []

  private struct Stage: Hashable {
    var queue: Int
    var tier: Int
  }

  private struct RankingKey: Hashable {
    var kind: Int
    /// What is asked for where the method looks at skills.
    var skills: [QueuePolicy.RequiredSkill]
  }

  private let reaches: [Int: QueueReach]
  private let share: Int
  private let limit: Int
  private var required = Interned<[QueuePolicy.RequiredSkill]>()
  private var known: [TicketClass.Key: Int] = [:]
  private var knownRankings: [RankingKey: Int] = [:]
  private var serving: [Stage: [Bool]] = [:]
  private var proficiency: [String: [Int]] = [:]

  /// `share`: how many tickets make a wave; at most `limit` agents who fail are named.
  init(_ reaches: [Int: QueueReach], share: Int, limit: Int) {
    (self.reaches, self.share, self.limit) = (reaches, share, limit)
  }

  func reach(of ticket: WaitingTicket) -> QueueReach? { reaches[ticket.queue] }

  /// The class of a ticket that has waited `age` business seconds.
  mutating func index(of ticket: WaitingTicket, _ reach: QueueReach, age: Int64, kind: Int, _ staff: Staff)
    -> Int
  {
    let key = TicketClass.Key(
      queue: ticket.queue, tier: reach.tier(age: age), skillStage: reach.skillStage(age: age), kind: kind,
      required: required.index(of: ticket.required))
    if let index = known[key] { return index }
    let skills = reach.skills(stage: key.skillStage, ticket: ticket.required)
    let needs = skills.map { TicketClass.Need(levels: levels(of: $0.name, staff), atLeast: $0.atLeast) }
    let ranking = ranking(kind, skills, needs, staff)
    let serves = serves(Stage(queue: key.queue, tier: key.tier), reach, staff)
    known[key] = classes.count
    classes.append(
      TicketClass(key, ranking: ranking, serves: serves, needs: needs, staff, limit: limit))
    return classes.count - 1
  }

  private mutating func ranking(
    _ kind: Int, _ skills: [QueuePolicy.RequiredSkill], _ needs: [TicketClass.Need], _ staff: Staff
  ) -> Int {
    let isBySkill = staff.method == .skill
    let key = RankingKey(kind: kind, skills: isBySkill ? skills : [])
    if let index = knownRankings[key] { return index }
    knownRankings[key] = rankings.count
    rankings.append(Ranking(kind: kind, needs: isBySkill ? needs : nil, staff, share: share))
    return rankings.count - 1
  }

  private mutating func serves(_ stage: Stage, _ reach: QueueReach, _ staff: Staff) -> [Bool] {
    if let known = serving[stage] { return known }
    let serves = staff.groups.map { reach.serves($0, tier: stage.tier) }
    serving[stage] = serves
    return serves
  }

  private mutating func levels(of skill: String, _ staff: Staff) -> [Int] {
    if let known = proficiency[skill] { return known }
    let levels = staff.proficiency(skill)
    proficiency[skill] = levels
    return levels
  }
}

/// Values numbered in the order in which they are first seen.
struct Interned<Value: Hashable> {
  private(set) var values: [Value] = []
  private var indices: [Value: Int] = [:]

  mutating func index(of value: Value) -> Int {
    if let index = indices[value] { return index }
    indices[value] = values.count
    values.append(value)
    return values.count - 1
  }
}
