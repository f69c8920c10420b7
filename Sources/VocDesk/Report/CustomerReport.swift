public import VocDomain
public import VocInsight

/// Who matters, and who shows signs of leaving.
public struct CustomerReport: Sendable {
  /// What stands for a customer's worth.
  public enum Worth: String, Sendable {
    /// What the business says that they are worth.
    case stated
    /// Nothing is stated of anybody: how many tickets of the period are theirs.
    case tickets
  }

  public typealias Band = ChurnRisk.Band

  /// A sign of risk, or of the opposite, with what it was seen by.
  public enum Sign: Equatable, Sendable {
    /// The newest NPS answer.
    case detractor(Int)
    case promoter(Int)
    case fallingScore(from: Int, to: Int)
    /// The newest CSAT answer.
    case badSatisfaction(Int)
    case overdue(tickets: Int)
    case reopened(days: Int)
    case manyContacts(Int)
    case silent(days: Int)
    case resolvedAtFirst
    case churnPhrase, competitor, legalThreat
  }

  /// Customers in one line of a table.
  public struct Tally: Equatable, Sendable {
    public var customers = 0
    public var worth = 0.0
    public var byBand: [Band: Int] = [:]

    public subscript(_ band: Band) -> Int { byBand[band] ?? 0 }
  }

  /// The customers of one class.
  public struct ClassLine: Equatable, Sendable {
    /// Nil: no class is known.
    public var valueClass: Customer.Segment?
    /// Whether it is the segment that the business gave them, because nothing is known of their worth.
    public var isGiven = false
    public var tally: Tally
  }

  /// Somebody to call.
  public struct Entry: Equatable, Sendable {
    public var id: Int64
    public var name: String
    public var valueClass: Customer.Segment?
    public var stage: Customer.Stage?
    /// Nil where nobody has stated it.
    public var worth: Double?
    public var band: Band
    /// The points of all signs together.
    public var points: Double
    /// From what speaks most for leaving to what speaks most against it.
    public var signs: [Sign]
  }

  public var worth: Worth
  /// The classes that there are: those by worth, those given, and who has none.
  public var classes: [ClassLine] = []
  /// The stages that there are; nil: none is known.
  public var stages: [(stage: Customer.Stage?, tally: Tally)] = []
  /// Who shows medium or high signs of risk, whom to call first at the head.
  public var entries: [Entry] = []
  /// How many there are, shown or not.
  public var entryCount = 0
  /// The share of all worth that the most valuable fifth holds, 0...100, and the Gini coefficient; nil where nobody is
  /// worth anything.
  public var topFifthShare: Double?
  public var gini: Double?
  /// How many customers the two are about, and how many make the fifth.
  public var ranked = 0
  public var topFifth: Int { (ranked + 4) / 5 }
  /// Left out: customers who stand for nobody in particular.
  public var nobodies = 0
  public var period: ReportPeriod
  public var zone: String
  /// Which tickets count, as it was asked for; nil where all do.
  public var filter: String?
  /// Tickets from before there were figures of service: whether they were reopened is not known.
  public var unmeasured = 0
  /// Those that have not ended: what they brought so far counts.
  public var unfinishedImports: [UnfinishedImport] = []

  /// Everybody whom the report is about.
  public var customers: Int { classes.reduce(0) { $0 + $1.tally.customers } }
  public var totalWorth: Double { classes.reduce(0) { $0 + $1.tally.worth } }

  /// Customers of class A with high signs of risk.
  public var endangered: Int { sum(of: .a) { $0[.high] } }
  public func customers(of valueClass: Customer.Segment) -> Int { sum(of: valueClass, \.customers) }

  /// Over those whose worth made them one and those who were given it.
  private func sum(of valueClass: Customer.Segment, _ count: (Tally) -> Int) -> Int {
    classes.lazy.filter { $0.valueClass == valueClass }.reduce(0) { $0 + count($1.tally) }
  }

  /// Who has the class that the business gave them.
  public var givenClasses: Int { classes.lazy.filter(\.isGiven).reduce(0) { $0 + $1.tally.customers } }

  init(worth: Worth, period: ReportPeriod, zone: String) {
    (self.worth, self.period, self.zone) = (worth, period, zone)
  }
}
