public import VocDomain
import VocInsight
import VocStore

extension Desk {
  /// Who matters and who shows signs of leaving, of the customers with an amount, or with a ticket or an NPS or CSAT
  /// answer of the period.
  ///
  /// Both ends are included. With a filter: of the customers with a ticket of the period that it matches. Signs are as of
  /// now, whatever the period. At most `limit` entries.
  public func customerReport(
    since: CivilDate?, until: CivilDate?, matching text: String = "", limit: Int = 20
  ) throws -> CustomerReport {
    try snapshotForTwo {
      try customerReport(of: reportScope(since: since, until: until, matching: text), limit: limit)
    }
  }

  func customerReport(of scope: ReportScope, limit: Int) throws -> CustomerReport {
    try store.snapshot {
      let period = scope.period.moments(in: scope.zone)
      var ((scores, signals), ledger) = try both { other in
        (try CustomerScores(other.store, period: period), try other.signalsOfText())
      } here: {
        try CustomerLedger(store, at: now(), period: period) { scope.counts(ticket: $0) }
      }
      ledger.take(scores)
      ledger.take(signals)

      var report = CustomerReport(
        worth: ledger.hasWorths ? .stated : .tickets, period: scope.period, zone: scope.zone.name)
      report.filter = scope.filter
      report.nobodies = ledger.nobodies
      report.unmeasured = try store.countUnmeasured()
      report.unfinishedImports = try store.unfinishedImports()
      report.take(ledger.accounts, at: now(), limit: limit) {
        $0.tickets > 0 || scope.tickets == nil && ($0.worth != nil || $0.hasAnswered)
      }
      let names = try store.names(ofCustomers: report.entries.map(\.id))
      for index in report.entries.indices {
        report.entries[index].name = names[report.entries[index].id] ?? ""
      }
      return report
    }
  }

  /// The signs in what customers have written in the last 90 days (phrases of leaving, rivals, the law), by customer.
  private func signalsOfText() throws -> [Int64: ChurnSignals] {
    let signs: [(cue: Cue, signal: ChurnSignal)] = [
      (.churn, .churnPhrase), (.competitor, .competitor), (.legal, .legalThreat),
    ]
    var found: [Int64: ChurnSignals] = [:]
    try store.eachCue(among: signs.map(\.cue), since: now() + -90 * Seconds.day) { customer, cues in
      for (cue, signal) in signs where cues[cue] > 0 { found[customer, default: []].insert(signal) }
    }
    return found
  }
}

extension CustomerReport {
  /// Of hundreds of thousands of accounts none is copied.
  fileprivate mutating func take(
    _ accounts: [CustomerLedger.Account], at now: Instant, limit: Int,
    where counts: (CustomerLedger.Account) -> Bool
  ) {
    let places = accounts.indices.filter { counts(accounts[$0]) }
    let classes = rank(accounts, places)
    var (byWorth, given) = ([Customer.Segment: Tally](), [Customer.Segment?: Tally]())
    var byStage: [Customer.Stage?: Tally] = [:]
    var candidates: [Candidate] = []
    for place in places {
      let account = accounts[place]
      let valueClass = classes[place] ?? account.segment
      let risk = account.risk(at: now)
      let band = risk.band
      let worth = worth(of: account) ?? 0
      if let ranked = classes[place] {
        byWorth[ranked, default: Tally()].add(worth, band)
      } else {
        given[account.segment, default: Tally()].add(worth, band)
      }
      byStage[account.stage, default: Tally()].add(worth, band)
      if band != .low {
        candidates.append(
          Candidate(
            place: place, id: account.id, valueClass: valueClass, band: band, logit: risk.logit, worth: worth)
        )
      }
    }
    self.classes =
      Customer.Segment.allCases.compactMap { key in byWorth[key].map { ClassLine(valueClass: key, tally: $0) }
      }
      + (Customer.Segment.allCases + [nil]).compactMap { key in
        given[key].map { ClassLine(valueClass: key, isGiven: key != nil, tally: $0) }
      }
    stages = (Customer.Stage.allCases + [nil]).compactMap { key in byStage[key].map { (key, $0) } }
    entryCount = candidates.count
    entries = candidates.sorted().prefix(limit).map { candidate in
      let account = accounts[candidate.place]
      let risk = account.risk(at: now)
      return Entry(
        id: account.id, name: "", valueClass: candidate.valueClass, stage: account.stage,
        worth: worth(of: account), band: candidate.band, points: risk.logit - ChurnRisk.baseLogit,
        signs: risk.reasons.map { account.sign($0, at: now) })
    }
  }

  private func worth(of account: CustomerLedger.Account) -> Double? {
    worth == .stated ? account.worth : Double(account.tickets)
  }

  /// The class of each of those whose worth is known, beside the accounts.
  private mutating func rank(
    _ accounts: [CustomerLedger.Account], _ places: [Int]
  ) -> [Customer.Segment?] {
    var classes = [Customer.Segment?](repeating: nil, count: accounts.count)
    let worths = places.compactMap { place in
      worth(of: accounts[place]).map { (id: Int64(place), value: $0) }
    }
    ranked = worths.count
    guard let ranking = ValueClasses(worths) else { return classes }
    for member in ranking.members {
      classes[Int(member.id)] = Customer.Segment(rawValue: member.valueClass.rawValue)
    }
    (topFifthShare, gini) = (100 * ranking.topFifthShare, ranking.gini)
    return classes
  }

  /// Somebody who may stand in the list: class and band count alike, so that an A with high signs comes first.
  private struct Candidate: Comparable {
    let place: Int
    let id: Int64
    let valueClass: Customer.Segment?
    let band: Band
    let logit: Double
    let worth: Double

    private var key: (Int, Int, Double, Double, Int64) {
      let classRank =
        valueClass.flatMap(Customer.Segment.allCases.firstIndex(of:)) ?? Customer.Segment.allCases.count
      return (classRank + (band == .high ? 0 : 1), classRank, -logit, -worth, id)
    }

    static func < (left: Candidate, right: Candidate) -> Bool { left.key < right.key }
    static func == (left: Candidate, right: Candidate) -> Bool { left.id == right.id }
  }
}

extension CustomerReport.Tally {
  fileprivate mutating func add(_ worth: Double, _ band: CustomerReport.Band) {
    customers += 1
    self.worth += worth
    byBand[band, default: 0] += 1
  }
}
