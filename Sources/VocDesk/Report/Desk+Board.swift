public import VocDomain
import VocStore

extension Desk {
  /// Customers, processes and people side by side, each figure by the function of its own report.
  ///
  /// Both ends are included; without either the last 30 days.
  public func board(since: CivilDate?, until: CivilDate?, matching filter: String = "") throws -> BoardReport
  {
    try store.snapshot {
      let today = try reportClock().localTime(of: now()).date
      let first = since == nil && until == nil ? today + -29 : since
      let last = since == nil && until == nil ? today : until
      let loads = try roster().map { line in
        BoardReport.AgentLoad(
          name: line.profile.agent.name, tickets: line.loads.reduce(0) { $0 + $1.used },
          isOnline: line.profile.state == AgentProfile.State.online)
      }
      return BoardReport(
        satisfaction: try satisfaction(since: first, until: last, by: nil, matching: filter),
        customers: try customerReport(since: first, until: last, matching: filter, limit: 0),
        loads: loads.sorted { ($1.tickets, $0.name) < ($0.tickets, $1.name) })
    }
  }
}
