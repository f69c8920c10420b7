import VocDomain

/// The classes of a run's tickets, each made when it is first asked for, and the rankings that they share.
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
    /// Of `Wave.index`; nil where the method alone decides.
    var wave: Int?
  }

  private let reaches: [Int: QueueReach]
  private let limit: Int
  private var required = Interned<[QueuePolicy.RequiredSkill]>()
  private var known: [TicketClass.Key: Int] = [:]
  /// By class, what is asked for.
  private var asked: [[QueuePolicy.RequiredSkill]] = []
  private var knownRankings: [RankingKey: Int] = [:]
  private var serving: [Stage: [Bool]] = [:]
  private var proficiency: [String: [Int]] = [:]

  /// At most `limit` agents who fail are named.
  init(_ reaches: [Int: QueueReach], limit: Int) {
    (self.reaches, self.limit) = (reaches, limit)
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
    let serves = serves(Stage(queue: key.queue, tier: key.tier), reach, staff)
    known[key] = classes.count
    asked.append(skills)
    classes.append(TicketClass(key, serves: serves, needs: needs, staff, limit: limit))
    return classes.count - 1
  }

  /// Gives each class its ranking, once all are known; `waves` by queue.
  mutating func rank(_ staff: Staff, waves: [Int: Wave]) {
    let isBySkill = staff.method == .skill
    for index in classes.indices {
      let (kind, wave) = (classes[index].key.kind, waves[classes[index].key.queue])
      let key = RankingKey(kind: kind, skills: isBySkill ? asked[index] : [], wave: wave?.index)
      if knownRankings[key] == nil {
        knownRankings[key] = rankings.count
        let needs = isBySkill ? classes[index].needs : nil
        rankings.append(Ranking(kind: kind, needs: needs, wave: wave, staff))
      }
      classes[index].wave = wave
      classes[index].ranking = knownRankings[key] ?? 0
    }
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
