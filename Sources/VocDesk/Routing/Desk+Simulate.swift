import VocDomain
import VocRouting
import VocStore

/// The past played again by the router's rules, as they are and as they could be.
extension Desk {
  public struct SimulationOptions: Sendable {
    /// Seconds before now.
    public var last = 30 * Seconds.day
    /// A policy document or a change to the one in force, as JSON.
    public var policy: [UInt8]?
    /// The file is the whole document.
    public var replacesAll = false
    public var staffing: [StaffingChange] = []
    public var runs = 10
    public var seed: UInt64 = 1
    /// Each run draws the days of the period anew, besides the handling times.
    public var resamples = false

    public init() {}
  }

  /// Throws `SimulationProblem`, and what reading the policy throws: `PolicySyntaxError`, `PolicyProblems`.
  public func simulate(_ options: SimulationOptions) throws -> SimulationReport {
    let (centres, differences) = try store.snapshot { try self.centres(options) }
    let past = try store.snapshot { try self.past(options, for: centres) }
    let names = try namesOfAgents()
    let results = try SimulationRuns(past: past, centres: centres, options: options).results()
    let now = results.map { $0[0] }
    let other = centres.count > 1 ? results.map { $0[1] } : nil
    let ids = Set(centres.flatMap { $0.agents.map(\.id) }).sorted()
    return SimulationReport(
      period: past.period, tickets: past.tickets.count, observed: past.times.count, ours: past.ours,
      runs: options.runs, seed: options.seed, resamples: options.resamples,
      agentsNow: centres[0].agents.count, agentsOther: centres.count > 1 ? centres[1].agents.count : nil,
      withoutShift: centres[0].agents.count { $0.shift == nil }, differences: differences,
      figures: SimulationReport.Measure.allCases.map { measure in
        (measure, SimulationReport.Comparison(now, other) { $0.value(measure) })
      },
      agents: ids.map { id in
        let busy = SimulationReport.Comparison(now, other) { figures in
          figures.agents.first { $0.agent == id }?.busyShare
        }
        return SimulationReport.AgentLine(name: names[id], busy: busy)
      })
  }

  /// What holds now, and where something else was asked for, that.
  private func centres(
    _ options: SimulationOptions
  ) throws -> (centres: [SimulatedCentre], differences: [PolicyDifference]) {
    let service = try currentService()
    // Whom imports named and nobody has ever put to work here is no staff, unless there is nobody else.
    let everybody = try store.roster().map { RoutingAgent($0) }
    let staff = everybody.filter { $0.isRostered || !$0.groups.isEmpty || $0.shift != nil }
    let agents = staff.isEmpty ? everybody : staff
    if agents.isEmpty { throw SimulationProblem.noAgents }
    let now = SimulatedCentre(service: service, agents: agents)
    if options.policy == nil && options.staffing.isEmpty { return ([now], []) }
    var other = now
    var differences: [PolicyDifference] = []
    if let json = options.policy {
      let old = try policyDocument()
      let change = try PolicyValue(json: json)
      let new =
        options.replacesAll
        ? PolicyDocument.replacing(with: change) : try PolicyDocument.applying(change, to: old)
      _ = try checkedPolicy(new, from: old)
      other.service = try self.service(service.id, new)
      differences = PolicyDifference.between(old, new)
    }
    let groups = Set(agents.flatMap(\.groups)).sorted()
    // Nobody who is added takes the number of one who was taken away.
    var next = (everybody.map(\.id).max() ?? 0) + 1
    for change in options.staffing {
      if let group = change.group, !groups.contains(group) {
        throw SimulationProblem.unknownGroup(
          group, nearest: Nearest.names(to: group, among: groups), all: groups)
      }
      other.agents = try change.applied(to: other.agents, next: next)
      next += Int64(max(0, change.number))
    }
    return ([now, other], differences)
  }

  private func past(
    _ options: SimulationOptions, for centres: [SimulatedCentre]
  ) throws -> SimulatedPast {
    let moment = now()
    let period = moment + -options.last..<moment
    let policy = centres[0].service.policy.routing
    let rows = try store.tickets(createdIn: period)
    let kinds = Dictionary(uniqueKeysWithValues: rows.map { ($0.facts.id, $0.facts.channelKind) })
    var efforts: [Int64: TicketEffort] = [:]
    var said: [TimedUtterance] = []
    func settle() {
      guard let id = said.first?.ticketID, let kind = kinds[id] else { return }
      efforts[id] = TicketEffort(said, isSynchronous: policy.channel(kind).isSynchronous)
      said.removeAll(keepingCapacity: true)
    }
    try store.eachUtterance(onTicketsCreatedIn: period) { utterance in
      if said.first.map({ $0.ticketID != utterance.ticketID }) ?? false { settle() }
      said.append(utterance)
    }
    settle()
    let asksTags = centres.contains { centre in
      let policy = centre.service.policy
      return policy.queueFields.union(policy.slaFields).contains(.tag)
    }
    let tags = asksTags ? try store.tags(ofTickets: Set(rows.map(\.facts.id))) : [:]
    let asksSignals = centres.contains { centre in
      let policy = centre.service.policy
      return !policy.queueFields.union(policy.slaFields).isDisjoint(with: [.cue, .mood])
    }
    let signals = asksSignals ? try store.said(onTickets: Set(rows.map(\.facts.id))) : [:]
    let told = rows.map { row in
      var row = row
      row.facts.take(signals[row.facts.id])
      return row
    }
    let past = SimulatedPast(period: period, rows: told, tags: tags, efforts: efforts)
    if past.tickets.isEmpty { throw SimulationProblem.noTickets(inLast: options.last) }
    if past.times.count == 0 { throw SimulationProblem.noReplies(tickets: past.tickets.count) }
    return past
  }
}

extension SimulationReport.Comparison {
  fileprivate init(
    _ now: [SimulationFigures], _ other: [SimulationFigures]?, _ value: (SimulationFigures) -> Double?
  ) {
    self.now = Spread(now.compactMap(value))
    self.other = other.flatMap { Spread($0.compactMap(value)) }
    difference = other.flatMap { other in
      Spread(
        zip(now, other).compactMap { now, other in
          guard let now = value(now), let other = value(other) else { return nil }
          return other - now
        })
    }
  }
}
