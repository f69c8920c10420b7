import VocRouting

/// Agents more or fewer: "+2:ventas" adds two like those of the group, "-1:ventas" takes one away.
public struct StaffingChange: Equatable, Sendable {
  public var number: Int
  /// Nil: among all agents.
  public var group: String?

  public static let most = 500

  /// Nil for a text that says nothing of the kind.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let sign = parts[0].first, sign == "+" || sign == "-",
      parts[0].dropFirst().allSatisfy({ $0.isASCII && $0.isNumber }),
      let number = Int(parts[0].dropFirst()), 1...StaffingChange.most ~= number
    else { return nil }
    self.number = sign == "+" ? number : -number
    group = parts.count > 1 ? String(parts[1]) : nil
    if group == "" { return nil }
  }

  /// The staff after the change: added agents are typical of the group, those with the highest numbers go
  /// first.
  ///
  /// Added ones are numbered from `next` on. Throws `SimulationProblem`.
  func applied(to agents: [RoutingAgent], next: Int64) throws -> [RoutingAgent] {
    let members = agents.filter { agent in group.map(agent.groups.contains) ?? true }
    if number < 0 {
      guard members.count >= -number else {
        throw SimulationProblem.tooFewAgents(group: group, count: members.count)
      }
      let gone = Set(members.map(\.id).sorted().suffix(-number))
      return agents.filter { !gone.contains($0.id) }
    }
    return agents
      + (0..<Int64(number)).map { RoutingAgent(typicalOf: members, id: next + $0) }
  }
}

extension RoutingAgent {
  /// What at least half of them have: groups; skills and capacities of their own, at the median; the
  /// commonest shift.
  init(typicalOf agents: [RoutingAgent], id: Int64) {
    let half = (agents.count + 1) / 2
    func typical(_ values: (RoutingAgent) -> [String: Int]) -> [String: Int] {
      let all = Dictionary(grouping: agents.flatMap { values($0) }, by: \.key)
      return all.filter { $0.value.count >= half }.mapValues { entries in
        let sorted = entries.map(\.value).sorted()
        return sorted[(sorted.count - 1) / 2]
      }
    }
    let groups = Dictionary(grouping: agents.flatMap(\.groups)) { $0 }.filter { $0.value.count >= half }
    let shifts = Dictionary(grouping: agents, by: \.shift).sorted {
      ($1.value.count, $0.key ?? "") < ($0.value.count, $1.key ?? "")
    }
    self.init(
      id: id, shift: shifts.first?.key ?? nil, groups: Set(groups.keys), skills: typical(\.skills),
      capacity: typical(\.capacity))
  }
}
