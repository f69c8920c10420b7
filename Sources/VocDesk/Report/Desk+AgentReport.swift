public import VocDomain
import VocInsight
import VocStore

extension Desk {
  /// How each agent serves customers, and what the team needs. Both ends of the period are included.
  public func agentReport(
    since: CivilDate?, until: CivilDate?, matching text: String = ""
  ) throws -> AgentReport {
    try snapshotForTwo {
      let scope = try reportScope(since: since, until: until, matching: text)
      let (period, zone, chosen) = (scope.period, scope.zone, scope.tickets)
      let source = periodSource(of: scope)
      let total = try source.total(period)
      let quality = try AgentQuality(self, of: scope)
      let held = try store.heldCounts(ofTickets: chosen)
      let (needs, groups) = try both {
        try $0.trainingNeeds(scope.on($0), team: total)
      } here: {
        try source.groups(period, by: .agent, figures: [.firstReply, .solved])
      }
      let rows = try agentRows(groups, held, quality)
      let everybody = PeriodSource(desk: self, zone: zone, now: now(), tickets: nil)
      return AgentReport(
        rows: rows,
        team: AgentReport.Row(
          name: "", solved: total.service[.solved].n, held: held.values.reduce(0, +),
          figures: total.agentFigures, quality: AgentReport.Mean(quality.all)),
        solvedShares: AgentReport.Shares(rows.map(\.solved)),
        heldShares: AgentReport.Shares(rows.map(\.held)),
        teamSurvey: AgentReport.TeamSurvey(try chosen == nil ? total : everybody.total(period)),
        needs: needs,
        perception: try quality.perception(store), period: period, zone: zone.name,
        filter: scope.filter, unmeasured: try store.countUnmeasured(),
        unfinishedImports: try store.unfinishedImports())
    }
  }

  /// Everybody who has done or has something, by name.
  private func agentRows(
    _ groups: [String: PeriodData], _ held: [Int64: Int], _ quality: AgentQuality
  ) throws -> [AgentReport.Row] {
    try store.agents().sorted { Folding.folded($0.name) < Folding.folded($1.name) }.compactMap { agent in
      let data = groups["\(agent.id)"] ?? PeriodData()
      let row = AgentReport.Row(
        name: agent.name, solved: data.service[.solved].n, held: held[agent.id] ?? 0,
        figures: data.agentFigures, quality: AgentReport.Mean(quality.byAgent[agent.id] ?? []))
      return row.solved + row.held > 0 || !row.figures.isEmpty || row.quality != nil ? row : nil
    }
  }
}

extension PeriodData {
  fileprivate var agentFigures: [ReportFigure] {
    figures(before: nil).filter { AgentReport.measures.contains($0.measure) }
  }
}

extension AgentReport.Shares {
  /// Nil for fewer than two counts, and where all are 0. Of p: the index of dispersion, W. G. Cochran, "Some Methods for
  /// Strengthening the Common χ² Tests", Biometrics 10 (1954).
  init?(_ counts: [Int]) {
    let values = counts.map(Double.init)
    guard values.count > 1, let gini = Gini.coefficient(values) else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    let statistic = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / mean
    self.init(gini: gini, p: ChiSquare.upperTail(statistic, degrees: Double(values.count - 1)))
  }
}

extension AgentReport.TeamSurvey {
  init(_ data: PeriodData) {
    guard let figure = data.figures(before: nil).first(where: { $0.measure == .enps }) else {
      self = .none
      return
    }
    self = SurveyKind.enps.isAnonymous(n: figure.n) ? .hidden : .shown(figure)
  }
}

extension AgentReport.Mean {
  /// Nil of nothing. No interval where all values are equal: that they vary nowhere, so few cannot show.
  init?(_ values: [Double], within bounds: ClosedRange<Double> = 0...100) {
    if values.isEmpty { return nil }
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    self.init(n: values.count, value: mean)
    guard values.count > 1, let t = StudentT.quantile(0.975, degrees: n - 1) else { return }
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
    if variance == 0 { return }
    let margin = t * (variance / n).squareRoot()
    (low, high) = (max(bounds.lowerBound, mean - margin), min(bounds.upperBound, mean + margin))
  }
}

/// The judgements of a period.
private struct AgentQuality {
  private(set) var all: [Double] = []
  private(set) var byAgent: [Int64: [Double]] = [:]
  private var byTicket: [Int64: [Double]] = [:]

  init(_ desk: Desk, of scope: ReportScope) throws {
    for judged in try desk.judgements(period: scope.period)
    where scope.counts(ticket: judged.score.ticketID) {
      all.append(judged.percent)
      byAgent[judged.score.agentID, default: []].append(judged.percent)
      byTicket[judged.score.ticketID, default: []].append(judged.percent)
    }
  }

  /// Of the tickets that both we and the customer judged.
  func perception(_ store: Store) throws -> AgentReport.Perception? {
    var pairs: [(quality: Double, csat: Double)] = []
    for (ticket, percents) in byTicket.sorted(by: { $0.key < $1.key }) {
      let scores = try store.csatScores(ofTicket: ticket)
      if scores.isEmpty { continue }
      let csat = Double(scores.reduce(0) { $0 + $1 - 1 }) / Double(scores.count) * 25
      pairs.append((percents.reduce(0, +) / Double(percents.count), csat))
    }
    guard let difference = AgentReport.Mean(pairs.map { $0.quality - $0.csat }, within: -100...100) else {
      return nil
    }
    let n = Double(pairs.count)
    return AgentReport.Perception(
      quality: pairs.reduce(0) { $0 + $1.quality } / n, csat: pairs.reduce(0) { $0 + $1.csat } / n,
      difference: difference)
  }
}
