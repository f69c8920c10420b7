import VocDomain

/// What keeps an agent from a ticket, where the gate alone does not tell.
public enum Obstacle: Equatable, Sendable {
  /// The state that they are in, which does not take the ticket's kind of channel.
  case state(String)
  /// The skills that they have not, or not well enough.
  case skills([SkillGap])
}

/// A skill that is asked for, and what an agent has of it.
public struct SkillGap: Equatable, Sendable {
  public var skill: String
  /// 1...5.
  public var asked: Int
  /// 0: nothing.
  public var level: Int

  public init(skill: String, asked: Int, level: Int) {
    self.skill = skill
    self.asked = asked
    self.level = level
  }
}

extension RoutingRun {
  /// The skills that are asked for at the turn.
  func skills(_ turn: Turn) -> [QueuePolicy.RequiredSkill] {
    let ticket = waiting[turn.index]
    let stage = table.classes[turn.ticketClass].key.skillStage
    return table.reach(of: ticket)?.skills(stage: stage, ticket: ticket.required) ?? []
  }

  /// What somebody could change so that the agent passes the gate.
  func obstacle(_ agent: Int32, at gate: Gate?, asking skills: [QueuePolicy.RequiredSkill]) -> Obstacle? {
    switch gate {
    case .state: .state(staff.states[Int(agent)])
    case .skill:
      .skills(
        skills.compactMap { skill in
          let level = staff.skills[Int(agent)][skill.name] ?? 0
          return level < skill.atLeast
            ? SkillGap(skill: skill.name, asked: skill.atLeast, level: level) : nil
        })
    default: nil
    }
  }
}
