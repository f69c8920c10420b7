public import VocDomain
import VocStore

extension Desk {
  /// Customers, processes and people side by side, each figure by the function of its own report.
  ///
  /// Both ends are included; without either the last 30 days.
  public func board(since: CivilDate?, until: CivilDate?, matching filter: String = "") throws -> BoardReport
  {
    try snapshotForTwo {
      let today = try reportClock().localTime(of: now()).date
      let first = since == nil && until == nil ? today + -29 : since
      let last = since == nil && until == nil ? today : until
      let scope = try reportScope(since: first, until: last, matching: filter)
      let held = try store.heldCounts(ofTickets: scope.tickets)
      let agents = try store.roster().map { profile in
        BoardReport.AgentHolding(
          name: profile.agent.name, held: held[profile.agent.id] ?? 0,
          isOnline: profile.state == AgentProfile.State.online)
      }
      return BoardReport(
        satisfaction: try satisfaction(of: scope, by: nil),
        customers: try customerReport(of: scope, limit: 0),
        agents: agents.sorted { ($1.held, $0.name) < ($0.held, $1.name) })
    }
  }
}
