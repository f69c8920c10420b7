import VocDomain
import VocInsight
import VocStore

/// What is known of every customer, side by side: read in one pass through each table. Their answers and words are added
/// to it.
struct CustomerLedger {
  struct Account {
    let id: Int64
    var segment: Customer.Segment?
    var stage: Customer.Stage?
    var facts = CustomerFacts()
    /// Tickets of the period that count.
    var tickets = 0
    /// Whether they answered a survey in the period.
    var hasAnswered = false
    /// What the business says.
    var worth: Double?
    var textSignals: ChurnSignals = []
  }

  private(set) var accounts: [Account] = []
  private(set) var nobodies = 0
  private(set) var hasWorths = false
  private var places = PlacesByID()

  /// `counts` tells which of the period's tickets fulfil the filter.
  init(_ store: Store, at now: Instant, period: Range<Instant>, counts: (_ ticket: Int64) -> Bool) throws {
    try readCustomers(store)
    try readContacts(store, at: now) { period.contains($1) && counts($0) }
    try readOverdueTickets(store, at: now)
    try readWorths(store)
  }

  private mutating func readCustomers(_ store: Store) throws {
    let nobodies = try store.nobodies()
    accounts.reserveCapacity(try store.countAllCustomers())
    try store.eachCustomer { id, segment, stage in
      if nobodies.contains(id) {
        self.nobodies += 1
        return
      }
      places.set(accounts.count, of: id)
      accounts.append(Account(id: id, segment: segment, stage: stage))
    }
  }

  private mutating func readContacts(
    _ store: Store, at now: Instant, counts: (Int64, Instant) -> Bool
  ) throws {
    try store.eachContact { contact in
      guard let place = places[contact.customerID] else { return }
      let (ticket, opened) = (contact.ticketID, contact.openedAt)
      if let solved = contact.solvedAt {
        accounts[place].facts.takeSolve(at: solved, atFirstContact: contact.isFirstContact)
      }
      if let reopened = contact.lastReopenedAt { accounts[place].facts.takeReopening(at: reopened) }
      if let word = contact.lastWordAt { accounts[place].facts.takeWord(at: word) }
      if (0...ChurnSignal.recent).contains(now - opened) { accounts[place].facts.recentContacts += 1 }
      if counts(ticket, opened) { accounts[place].tickets += 1 }
    }
  }

  /// Those that we opened among them.
  private mutating func readOverdueTickets(_ store: Store, at now: Instant) throws {
    try store.eachOverdueTicket(at: now) { customer in
      if let place = places[customer] { accounts[place].facts.overdueTickets += 1 }
    }
  }

  private mutating func readWorths(_ store: Store) throws {
    try store.eachCustomerValue { customer, amount in
      guard let place = places[customer] else { return }
      accounts[place].worth = amount
      hasWorths = true
    }
  }

  mutating func take(_ scores: CustomerScores) {
    for summary in scores.summaries {
      guard let place = places[summary.customer] else { continue }
      accounts[place].hasAnswered = summary.hasAnswered
      accounts[place].facts.takeWord(at: summary.lastAt)
      accounts[place].facts.scoreBefore = summary.scoreBefore
      accounts[place].facts.lastScore = summary.lastScore
      accounts[place].facts.lastSatisfaction = summary.lastSatisfaction
    }
  }

  /// Adds what the customers' own words tell.
  mutating func take(_ signals: [Int64: ChurnSignals]) {
    for (customer, signals) in signals {
      if let place = places[customer] { accounts[place].textSignals.formUnion(signals) }
    }
  }
}

extension CustomerLedger.Account {
  func risk(at now: Instant) -> ChurnRisk {
    ChurnRisk(facts.signals(at: now).union(textSignals))
  }

  /// What a signal was seen by.
  func sign(_ signal: ChurnSignal, at now: Instant) -> CustomerReport.Sign {
    func days(since moment: Instant?) -> Int { moment.map { Int(max(0, now - $0) / Seconds.day) } ?? 0 }
    return switch signal {
    case .detractor: .detractor(facts.lastScore ?? 0)
    case .promoter: .promoter(facts.lastScore ?? 0)
    case .fallingScore: .fallingScore(from: facts.scoreBefore ?? 0, to: facts.lastScore ?? 0)
    case .badSatisfaction: .badSatisfaction(facts.lastSatisfaction ?? 0)
    case .openOverdue: .overdue(tickets: facts.overdueTickets)
    case .reopened: .reopened(days: days(since: facts.reopenedAt))
    case .manyContacts: .manyContacts(facts.recentContacts)
    case .silent: .silent(days: days(since: facts.lastWordAt))
    case .resolvedAtFirst: .resolvedAtFirst
    case .churnPhrase: .churnPhrase
    case .competitor: .competitor
    case .legalThreat: .legalThreat
    }
  }
}
