import Foundation
import VocDomain
import VocRouting

/// A decision as it is kept: what is needed to tell it again, as JSON.
struct DecisionText: Codable {
  struct Agent: Codable {
    var agent: Int64
    var failed: String?
    var used: Int
    var capacity: Int
    var merit: Double
    var last: Int64?
  }

  var decider: String
  var order: [Int64]
  var starving: Bool
  var tier: Int
  var skills: Int
  var agents: [Agent]
  var eligible: Int
  var others: [String: Int]

  static func json(_ decision: RoutingDecision) -> String {
    let text = DecisionText(
      decider: decision.decider.rawValue, order: decision.orderKey, starving: decision.isStarving,
      tier: decision.tier, skills: decision.skillStage,
      agents: decision.candidates.map {
        Agent(
          agent: $0.agent, failed: $0.failed?.rawValue, used: $0.used, capacity: $0.capacity, merit: $0.merit,
          last: $0.lastAssigned?.unixSeconds)
      }, eligible: decision.othersEligible,
      others: Dictionary(uniqueKeysWithValues: decision.others.map { ($0.rawValue, $1) }))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    // Whoever has never had a ticket has waited for ever.
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    guard let data = try? encoder.encode(text) else { preconditionFailure("plain numbers and words") }
    return String(decoding: data, as: UTF8.self)
  }

  /// Nil for what is no such text.
  static func decision(_ json: String, ticket: Int64, agent: Int64) -> RoutingDecision? {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    guard let text = try? decoder.decode(DecisionText.self, from: Data(json.utf8)),
      let decider = Decider(rawValue: text.decider)
    else { return nil }
    return RoutingDecision(
      ticket: ticket, agent: agent, offerExpiresAt: nil, decider: decider, orderKey: text.order,
      isStarving: text.starving, tier: text.tier, skillStage: text.skills,
      candidates: text.agents.map {
        Candidate(
          agent: $0.agent, failed: $0.failed.flatMap(Gate.init(rawValue:)), used: $0.used,
          capacity: $0.capacity,
          merit: $0.merit, lastAssigned: $0.last.map(Instant.init(unixSeconds:)))
      }, othersEligible: text.eligible,
      others: Dictionary(
        text.others.compactMap { name, n in Gate(rawValue: name).map { ($0, n) } }, uniquingKeysWith: +))
  }
}
