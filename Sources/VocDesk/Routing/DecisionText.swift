import Foundation
import VocDomain
import VocRouting

/// A decision as it is kept: what is needed to tell it again, as JSON.
struct DecisionText: Decodable {
  struct Agent: Decodable {
    var agent: Int64
    var failed: String?
    var used: Int
    var capacity: Int
    var merit: Double
    var last: Int64?
    var state: String?
    var skills: [Skill]?
  }

  /// A skill that the agent lacks.
  struct Skill: Decodable {
    var skill: String
    var asked: Int
    var level: Int
  }

  var decider: String
  var order: [Int64]
  var starving: Bool
  var tier: Int
  var skills: Int
  var agents: [Agent]
  var eligible: Int
  var others: [String: Int]

  /// Written by hand: thousands are, and there is little in them but numbers and known words.
  static func json(_ decision: RoutingDecision) -> String {
    var text = "{\"decider\":\"\(decision.decider.rawValue)\",\"order\":\(list(decision.orderKey))"
    text += ",\"starving\":\(decision.isStarving),\"tier\":\(decision.tier),\"skills\":\(decision.skillStage)"
    text += ",\"eligible\":\(decision.othersEligible),\"others\":{"
    let others = decision.others.map { "\"\($0.rawValue)\":\($1)" }.sorted()
    text += others.joined(separator: ",") + "},\"agents\":["
    for (index, candidate) in decision.candidates.enumerated() {
      text += index == 0 ? "{" : ",{"
      text += "\"agent\":\(candidate.agent),\"used\":\(candidate.used),\"capacity\":\(candidate.capacity)"
      // JSON knows no infinity: who was never given anything has waited for ever.
      text += ",\"merit\":\(candidate.merit.isFinite ? candidate.merit : 1e300)"
      if let gate = candidate.failed { text += ",\"failed\":\"\(gate.rawValue)\"" }
      if let last = candidate.lastAssigned { text += ",\"last\":\(last.unixSeconds)" }
      switch candidate.obstacle {
      case .state(let state): text += ",\"state\":\(quoted(state))"
      case .skills(let gaps):
        let skills = gaps.map {
          "{\"skill\":\(quoted($0.skill)),\"asked\":\($0.asked),\"level\":\($0.level)}"
        }
        text += ",\"skills\":\(list(skills))"
      case nil: break
      }
      text += "}"
    }
    return text + "]}"
  }

  private static func quoted(_ name: String) -> String { PolicyValue.text(name).canonicalText }

  private static func list(_ items: [some CustomStringConvertible]) -> String {
    "[" + items.map(\.description).joined(separator: ",") + "]"
  }

  /// Nil for what is no such text.
  static func decision(_ json: String, ticket: Int64, agent: Int64) -> RoutingDecision? {
    guard let text = try? JSONDecoder().decode(DecisionText.self, from: Data(json.utf8)),
      let decider = Decider(rawValue: text.decider)
    else { return nil }
    return RoutingDecision(
      ticket: ticket, agent: agent, offerExpiresAt: nil, decider: decider, orderKey: text.order,
      isStarving: text.starving, tier: text.tier, skillStage: text.skills,
      candidates: text.agents.map {
        Candidate(
          agent: $0.agent, failed: $0.failed.flatMap(Gate.init(rawValue:)), used: $0.used,
          capacity: $0.capacity, merit: $0.merit, lastAssigned: $0.last.map(Instant.init(unixSeconds:)),
          obstacle: $0.obstacle)
      }, othersEligible: text.eligible,
      others: Dictionary(
        text.others.compactMap { name, n in Gate(rawValue: name).map { ($0, n) } }, uniquingKeysWith: +))
  }
}

extension DecisionText.Agent {
  /// Nil also for decisions that were kept before it was.
  fileprivate var obstacle: Obstacle? {
    if let state { return .state(state) }
    return skills.map { .skills($0.map { SkillGap(skill: $0.skill, asked: $0.asked, level: $0.level) }) }
  }
}
